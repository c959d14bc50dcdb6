// What each fact is for. The product file decides, then the scanner's reading of the place, then rules on protocol, symbol, path and
// library, then nothing: a role is never made up.

import type { Evidence, Role } from '../model/evidence.ts';
import { compareText, ROLES } from '../model/order.ts';
import type { RoleDeclaration } from '../model/product.ts';
import { toPlace } from './order.ts';
import { LIBRARY_RULES, PATH_RULES, PROTOCOL_ROLES, type RoleRule, SERVER_RULES, SYMBOL_RULES } from './role-rules.ts';

/** A role and why: `declared`, `hint`, the id of a rule, or `none`. */
export interface RoleReading {
  readonly role: Role;
  readonly roleBasis: string;
}

/** Reads roles; keeps what it has read of a path or a symbol, for thousands of facts share them. */
export function roleReader(declarations: readonly RoleDeclaration[]): (evidence: Evidence) => RoleReading {
  const declared = declaredPaths(declarations);
  const ofPath = remember((path: string) => findDeclared(declared, path));
  const byPath = remember((path: string) => readPath(path, PATH_RULES));
  const byServer = remember((path: string) => readPath(path, SERVER_RULES));
  const bySymbol = remember((symbol: string) => findRule(SYMBOL_RULES, toWords(symbol)));
  return (evidence) => {
    const place = toPlace(evidence.location);
    const { roleHint } = evidence;
    return (
      ofPath(place) ??
      (roleHint === undefined ? undefined : { role: roleHint, roleBasis: 'hint' }) ??
      readProtocol(evidence) ??
      bySymbol(symbolOf(evidence)) ??
      (isCredential(evidence) ? byServer(place) : undefined) ??
      byPath(place) ??
      readLibrary(evidence) ?? { role: 'other', roleBasis: 'none' }
    );
  };
}

interface DeclaredPath {
  readonly path: string;
  readonly role: Role;
}

/** The role that the product file gives to an asset by its id. */
export function declaredRole(declarations: readonly RoleDeclaration[], assetId: string): RoleReading | undefined {
  const role = ROLES.find((each) => declarations.some((one) => one.role === each && one.paths?.includes(assetId)));
  return role === undefined ? undefined : { role, roleBasis: 'declared' };
}

// The longest path first, so that the first that holds is the most exact.
function declaredPaths(declarations: readonly RoleDeclaration[]): readonly DeclaredPath[] {
  const paths = declarations.flatMap(({ role, paths = [] }) => paths.map((path) => ({ role, path: path.replace(/^\.\/|\/+$/g, '') })));
  return paths.sort(
    (a, b) => b.path.length - a.path.length || compareText(a.path, b.path) || ROLES.indexOf(a.role) - ROLES.indexOf(b.role),
  );
}

function findDeclared(declared: readonly DeclaredPath[], place: string): RoleReading | undefined {
  const found = declared.find(
    ({ path }) => path === '' || path === '.' || place === path || place.startsWith(`${path}/`) || place.startsWith(`${path}!/`),
  );
  return found && { role: found.role, roleBasis: 'declared' };
}

function readProtocol({ observed }: Evidence): RoleReading | undefined {
  if (observed.kind !== 'protocol' || observed.protocol === 'other') return undefined;
  return { role: PROTOCOL_ROLES[observed.protocol], roleBasis: 'protocol' };
}

function readLibrary({ observed }: Evidence): RoleReading | undefined {
  const library = observed.kind === 'library' ? observed.name : observed.kind === 'algorithm' ? observed.library : undefined;
  return library === undefined ? undefined : findRule(LIBRARY_RULES, new Set([library.toLowerCase().replace(/[^a-z0-9]/g, '')]));
}

function symbolOf({ observed }: Evidence): string {
  return 'symbol' in observed ? observed.symbol : '';
}

function isCredential({ observed }: Evidence): boolean {
  return observed.kind === 'certificate' || (observed.kind === 'key' && observed.material !== 'secret-key');
}

function readPath(path: string, rules: readonly RoleRule[]): RoleReading | undefined {
  const segments = path.slice(-PATH_LIMIT).split('/').reverse();
  for (const segment of segments) {
    const found = findRule(rules, toWords(segment));
    if (found !== undefined) return found;
  }
  return undefined;
}

function findRule(rules: readonly RoleRule[], words: ReadonlySet<string>): RoleReading | undefined {
  const rule = rules.find((each) => each.words.some((word) => words.has(word)) && !each.unless?.some((word) => words.has(word)));
  return rule && { role: rule.role, roleBasis: rule.id };
}

const PATH_LIMIT = 1024;
// Names of libraries that hold a protocol's name: mbedTLS is not TLS.
const LIBRARY_NAMES = /(?:open|boring|libre|wolf|bear|matrix|cya|polar|ax|mbed|gnu|pico)[-_]?(?:ssl|tls)/gi;

// `OtaManager` → ota, manager; `SECURE_BOOT` → secure, boot; `u-boot` → u, boot, uboot.
function toWords(name: string): ReadonlySet<string> {
  const plain = name.slice(0, PATH_LIMIT).replace(LIBRARY_NAMES, '');
  const words = plain.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
  const runs = plain.match(/[A-Za-z0-9]+/g) ?? [];
  return new Set([...words, ...runs].map((word) => word.toLowerCase()));
}

function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const entry = known.get(text) ?? { value: read(text) };
    known.set(text, entry);
    return entry.value;
  };
}
