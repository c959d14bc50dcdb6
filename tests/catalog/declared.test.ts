import { describe, expect, it } from 'vitest';
import { readDeclared } from '../../src/catalog/declared.ts';
import { fromMap } from '../../src/io/map.ts';

const MINIMAL = 'schemaVersion: 1\nname: Lamp\n';
const RISK = 'acceptedRisks:\n  - {finding: weak-hash/1, reason: r, owner: o, date: 2026-01-01, expires: 2027-01-01}\n';

const inTree = (text: string) => fromMap(new Map([['pqready.yaml', text]]));

describe('a pqready.yaml in the scanned tree', () => {
  it('describes the product', async () => {
    expect(await readDeclared(inTree(MINIMAL), {})).toMatchObject({ product: { name: 'Lamp' }, productSource: 'tree', refused: [] });
  });

  it('may not accept risks, exclude, suppress, probe, load packs or accept a baseline; what it asked for is listed', async () => {
    const hostile = `${MINIMAL}${RISK}exclude: ['**']\nsuppress: [weak-hash]\nprobe: [10.0.0.1:443]\nallow: [10.0.0.1]\npacks: [../evil]\nbaseline: b.json\n`;
    const declared = await readDeclared(inTree(hostile), {});
    expect(declared.product?.acceptedRisks).toEqual([]);
    expect(declared.refused).toEqual(['acceptedRisks', 'exclude', 'suppress', 'probe', 'allow', 'packs', 'baseline']);
  });

  it('may not name paths outside its root', async () => {
    const escaping = `${MINIMAL}parts:\n  - {id: fw, kind: firmware, paths: [../../etc]}\n`;
    await expect(readDeclared(inTree(escaping), {})).rejects.toMatchObject({ code: 'bad-profile' });
    const absolute = `${MINIMAL}roles:\n  - {role: boot, paths: [/etc]}\n`;
    await expect(readDeclared(inTree(absolute), {})).rejects.toMatchObject({ code: 'bad-profile' });
  });

  it('names the file and the path of a wrong field', async () => {
    await expect(readDeclared(inTree(`${MINIMAL}supportEnds: soon\n`), {})).rejects.toThrow(/^pqready\.yaml: supportEnds: expected /);
  });

  it('is not read where the operator says so', async () => {
    expect(await readDeclared(inTree(MINIMAL), { product: 'none' })).toEqual({ productSource: 'none', refused: [] });
  });

  it('is refused when it is larger than the reader takes', async () => {
    await expect(readDeclared(inTree(`${MINIMAL}# ${'x'.repeat(2 ** 20)}`), {})).rejects.toMatchObject({ code: 'bad-profile' });
  });
});

describe('a product file that the operator names', () => {
  const product = { path: 'mine.yaml', text: MINIMAL + RISK };

  it('may accept risks, and outranks one in the tree', async () => {
    const declared = await readDeclared(inTree('schemaVersion: 1\nname: Other\n'), { product });
    expect(declared).toMatchObject({ product: { name: 'Lamp', acceptedRisks: [{ finding: 'weak-hash/1' }] }, productSource: 'operator' });
  });

  it('has its accepted risks ignored, and listed, under --audit', async () => {
    const declared = await readDeclared(inTree(MINIMAL), { product, audit: true });
    expect(declared.product?.acceptedRisks).toEqual([]);
    expect(declared.refused).toEqual(['accepted risk of weak-hash/1, ignored by --audit']);
  });
});

it('a workspace of several roots takes the file of the first that has one, with paths below that root', async () => {
  const workspace = {
    ...fromMap(new Map([['app/pqready.yaml', `${MINIMAL}roles:\n  - {role: boot, paths: [boot]}\n`]])),
    roots: ['aaa/', 'app/'],
  };
  expect((await readDeclared(workspace, {})).product?.roles).toMatchObject([{ role: 'boot', paths: ['app/boot'] }]);
});
