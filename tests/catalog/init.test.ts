import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftProduct } from '../../src/catalog/init.ts';
import { parseProduct } from '../../src/catalog/product.ts';
import type { Location, Origin, ProductFactName } from '../../src/model/evidence.ts';
import type { AssetId, Fact, FactId, Inventory } from '../../src/model/inventory.ts';
import type { TargetProfile } from '../../src/model/target.ts';

const UNKNOWN = { value: null, source: null };
const BOARD: TargetProfile = {
  schemaVersion: 1,
  id: 'nrf52840dk',
  name: 'nRF52840 DK',
  core: 'Cortex-M4F',
  isa: 'armv7e-m',
  matches: ['nrf52840dk', 'nrf52840'],
  clockHz: UNKNOWN,
  ramBytes: UNKNOWN,
  flashBytes: UNKNOWN,
  accelerators: UNKNOWN,
  trng: UNKNOWN,
  measurements: [],
  notices: [],
};

function textAt(path: string, line = 1): Location {
  return { at: 'text', path, line, column: 1, offset: 0 };
}

function factAt(fact: ProductFactName, value: string, location: Location): Inventory['productFacts'][number] {
  return { ...COMMON, location, observed: { kind: 'fact', fact, value, symbol: 'CONFIG_BOARD' } };
}

const COMMON = {
  id: 'F-00000000' as FactId,
  role: 'other',
  roleBasis: 'none',
  scanner: 'build-config',
  grade: 'source',
  confidence: 'certain',
  state: 'present',
  origin: 'first-party',
} as const;

function libraryIn(path: string, origin: Origin = 'first-party'): Inventory['assets'][number] {
  const library = { kind: 'library', name: 'mbedtls', symbol: 'x' } as const;
  const fact: Fact = { ...COMMON, origin, location: textAt(path), observed: library };
  return { id: `library:${path}` as AssetId, kind: 'library', name: 'mbedtls', roles: ['other'], dependsOn: [], facts: [fact], library };
}

function inventoryOf(parts: Partial<Inventory>): Inventory {
  const coverage = { files: 0, bytes: 0, candidateFiles: 0, candidateBytes: 0, ignoredFiles: 0, scanners: [] };
  return { schemaVersion: 1, subject: 'x', assets: [], absences: [], productFacts: [], gaps: [], coverage, ...parts };
}

describe('draftProduct', () => {
  it('names the target by the board of the build, and the place that names it', () => {
    const inventory = inventoryOf({ productFacts: [factAt('board', 'nrf52840dk/nrf52840', textAt('build/zephyr/.config', 12))] });
    const draft = draftProduct({ name: 'lock', inventory, targets: [BOARD] });
    expect(draft).toContain('  - target: nrf52840dk # the build names nrf52840dk/nrf52840 in build/zephyr/.config:12\n');
    expect(parseProduct(draft, 'pqready.yaml')).toMatchObject({
      schemaVersion: 1,
      name: 'lock',
      targets: [{ target: 'nrf52840dk', budget: {} }],
    });
  });

  it('asks for the target where no profile has the name of the board', () => {
    const inventory = inventoryOf({ productFacts: [factAt('board', 'own_board', textAt('CMakeLists.txt', 3))] });
    const draft = draftProduct({ name: 'lock', inventory, targets: [BOARD] });
    expect(draft).toContain(
      '# targets: [] # Which chip or board is it? The build names own_board in CMakeLists.txt:3; no profile has that name.',
    );
    expect(parseProduct(draft, 'pqready.yaml').targets).toEqual([]);
  });

  it('takes the version of the image where there is one, and asks where there are two', () => {
    const one = inventoryOf({
      productFacts: [factAt('image-version', '1.10', { at: 'bytes', path: 'app.signed.bin', offset: 20, length: 8 })],
    });
    const drafted = draftProduct({ name: 'lock', inventory: one, targets: [] });
    expect(drafted).toContain('version: "1.10" # image version in app.signed.bin\n');
    expect(parseProduct(drafted, 'pqready.yaml').version).toBe('1.10');
    const two = inventoryOf({
      productFacts: [factAt('image-version', '2.0', textAt('b', 4)), factAt('image-version', '1.10', textAt('a', 2))],
    });
    expect(draftProduct({ name: 'lock', inventory: two, targets: [] })).toContain(
      '# version: "1.0.0" # Which version is this? Images say 1.10 in a:2, 2.0 in b:4\n',
    );
  });

  it('makes parts of folders whose names say what is in them, and asks about the others', () => {
    const inventory = inventoryOf({
      assets: ['bootloader/main.c', 'src/tls.c', 'top.c'].map((path) => libraryIn(path)).concat(libraryIn('modem/x.c', 'dependency')),
    });
    const draft = draftProduct({ name: 'lock', inventory, targets: [] });
    expect(parseProduct(draft, 'pqready.yaml').parts).toEqual([{ id: 'bootloader', kind: 'bootloader', paths: ['bootloader'] }]);
    expect(draft).toContain('#   - { kind: firmware, paths: ["src"] } # What is in this folder?');
    expect(draft).not.toContain('modem');
  });

  it('begins with the line by which editors find the schema', () => {
    expect(draftProduct({ name: 'x', inventory: inventoryOf({}), targets: [] }).split('\n')[0]).toBe(
      '# yaml-language-server: $schema=node_modules/pqready/profiles/schemas/product.schema.json',
    );
  });

  it('is read by parseProduct whatever the names in the tree are', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"\n- a: 1', '# x', '\u2028evil: 1', '\u0085x', '..', 'C:/x'),
    );
    fc.assert(
      fc.property(anything, anything, anything, (name, board, path) => {
        const productFacts = (['board', 'soc', 'image-version', 'slot-bytes'] as const).map((fact) => factAt(fact, board, textAt(path)));
        const inventory = inventoryOf({ assets: [libraryIn(`${path}/x.c`)], productFacts });
        const draft = draftProduct({ name, inventory, targets: [{ ...BOARD, matches: [board.toLowerCase()] }] });
        const product = parseProduct(draft, 'pqready.yaml');
        expect(product.name).toBe(name.trim() === '' ? 'product' : name);
        expect(product.roles).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
