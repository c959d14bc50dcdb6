import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { KEY_IDS } from '../../../src/pqc/encoding/key.ts';
import { INTEROP, renderInterop } from './table.ts';

const PAGE = fileURLToPath(new URL('../../../docs/interop.md', import.meta.url));
const TABLE = /(?<=<!-- table:[^\n]*-->\n)[\s\S]*?(?=<!-- end of table -->)/;

it('docs/interop.md shows the rows that the tests run', async () => {
  const page = readFileSync(PAGE, 'utf8');
  await expect(page.replace(TABLE, `\n${renderInterop()}\n\n`)).toMatchFileSnapshot(PAGE);
});

it('every parameter set stands in five rows or more, both ways', () => {
  const rowsOf = (id: string) => INTEROP.filter(({ ours, theirs }) => ours.includes(id) && theirs.includes(id)).length;
  for (const id of KEY_IDS) expect(rowsOf(id), id).toBeGreaterThanOrEqual(5);
});
