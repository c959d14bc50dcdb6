// What the product file declares, and how far it is trusted. A file that the operator names may accept risks; one that stands in the
// scanned tree is a declaration by whoever wrote the tree: it describes product, roles and dates, and steers nothing.

import { PqreadyError } from '../model/errors.ts';
import type { Product } from '../model/product.ts';
import type { Report } from '../model/report.ts';
import type { Workspace } from '../model/world.ts';
import { accept } from './problems.ts';
import { productSchema } from './product.ts';
import { readYaml } from './yaml.ts';

/** A product file that the operator names. `path` is for messages. */
export interface ProductFile {
  readonly path: string;
  readonly text: string;
}

/** The part of a report that says what was declared and by whom. */
export type Declared = Pick<Report, 'product' | 'productSource' | 'refused'>;

/** One byte more than the YAML reader takes, so that a longer file is refused and not cut. */
const MAX_BYTES = 1024 * 1024 + 1;

/** File names looked for at the top of each root. */
const NAMES: readonly string[] = ['pqready.yaml', 'pqready.yml'];

/** Keys that only the operator may use; in a tree's file they are dropped and reported. */
const OPERATOR_KEYS: readonly string[] = [
  'acceptedRisks',
  'allow',
  'baseline',
  'cache',
  'exclude',
  'externalTools',
  'frameworks',
  'include',
  'packs',
  'probe',
  'profiles',
  'suppress',
];

export interface DeclaredOptions {
  readonly product?: ProductFile | 'none';
  /** ignore accepted risks even of the operator's file */
  readonly audit?: boolean;
}

/** Reads and checks the product file. Throws `bad-profile` with the path of the wrong field. */
export async function readDeclared(workspace: Workspace, options: DeclaredOptions): Promise<Declared> {
  if (options.product === 'none') return { productSource: 'none', refused: [] };
  if (options.product !== undefined) return fromOperator(options.product, options.audit === true);
  const found = await findInTree(workspace);
  return found === undefined ? { productSource: 'none', refused: [] } : fromTree(found.file, found.root);
}

function fromOperator({ path, text }: ProductFile, audit: boolean): Declared {
  const product = accept(productSchema, readYaml(text, path) ?? {}, path);
  const ignored = audit ? product.acceptedRisks.map((risk) => `accepted risk of ${risk.finding}, ignored by --audit`) : [];
  return { product: audit ? { ...product, acceptedRisks: [] } : product, productSource: 'operator', refused: ignored };
}

function fromTree({ path, text }: ProductFile, root: string): Declared {
  const value = readYaml(text, path);
  const { kept, refused } = withoutOperatorKeys(value);
  const product = accept(productSchema, kept ?? {}, path);
  return { product: root === '' ? product : belowRoot(product, root), productSource: 'tree', refused };
}

function withoutOperatorKeys(value: unknown): { kept: unknown; refused: readonly string[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { kept: value, refused: [] };
  const entries = Object.entries(value);
  const refused = entries.map(([key]) => key).filter((key) => OPERATOR_KEYS.includes(key));
  return { kept: Object.fromEntries(entries.filter(([key]) => !refused.includes(key))), refused };
}

/** With several roots, the paths of a file are those below its own root. */
function belowRoot(product: Product, root: string): Product {
  const below = (paths: readonly string[]): string[] => paths.map((path) => root + path);
  return {
    ...product,
    parts: product.parts.map((part) => ({ ...part, paths: below(part.paths) })),
    roles: product.roles.map((role) => (role.paths === undefined ? role : { ...role, paths: below(role.paths) })),
  };
}

async function findInTree(workspace: Workspace): Promise<{ file: ProductFile; root: string } | undefined> {
  for (const root of workspace.roots ?? ['']) {
    for (const name of NAMES) {
      const text = await readIfThere(workspace, root + name);
      if (text !== undefined) return { file: { path: root + name, text }, root };
    }
  }
  return undefined;
}

async function readIfThere(workspace: Workspace, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.readHead(path, MAX_BYTES));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'path-not-found') return undefined;
    throw new PqreadyError('bad-profile', `${path}: expected a readable file, got ${String(code)}`, { cause: error });
  }
}
