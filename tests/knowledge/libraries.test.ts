import { describe, expect, it } from 'vitest';
import { CSHARP_CATALOGUE, JAVASCRIPT_CATALOGUE, PYTHON_CATALOGUE } from '../../src/knowledge/languages/index.ts';
import { NODE_ROWS } from '../../src/knowledge/languages/javascript/node.ts';
import { NPM_ROWS } from '../../src/knowledge/languages/javascript/packages.ts';
import { PYPI_ROWS } from '../../src/knowledge/languages/python/packages.ts';
import { PYCA_ROWS } from '../../src/knowledge/languages/python/pyca.ts';
import { STANDARD_ROWS } from '../../src/knowledge/languages/python/standard.ts';
import { LIBRARY_NAMES } from '../../src/knowledge/libraries.ts';
import { CRYPTO_PACKAGES } from '../../src/knowledge/packages.ts';

const ROWS = [...STANDARD_ROWS, ...PYCA_ROWS, ...PYPI_ROWS, ...NODE_ROWS, ...NPM_ROWS];
const CATALOGUES = [PYTHON_CATALOGUE, JAVASCRIPT_CATALOGUE, CSHARP_CATALOGUE];

describe('the name of a library', () => {
  it('stands in the one list, for every call and every module that the catalogues know', () => {
    const named = [...ROWS, ...CATALOGUES.flatMap(({ libraries }) => libraries)].map(({ library }) => library);
    expect([...new Set(named)].filter((name) => !LIBRARY_NAMES.has(name))).toEqual([]);
  });

  it('is the same in source and in manifests', () => {
    const inSource = new Set(ROWS.map(({ library }) => library));
    const others = CRYPTO_PACKAGES.filter(
      ({ ecosystem, name, library }) => (ecosystem === 'npm' || ecosystem === 'pypi') && inSource.has(name) && library !== name,
    );
    expect(others.map(({ name, library }) => `${name} is called ${library}`)).toEqual([]);
  });

  it('is written in one way', () => {
    const spellings = new Map<string, Set<string>>();
    for (const name of LIBRARY_NAMES) {
      const folded = name.toLowerCase();
      spellings.set(folded, (spellings.get(folded) ?? new Set()).add(name));
    }
    expect([...spellings.values()].filter((names) => names.size > 1).map((names) => [...names])).toEqual([]);
  });
});
