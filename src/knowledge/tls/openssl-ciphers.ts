// OpenSSL's cipher strings (`HIGH:!aNULL:@SECLEVEL=2`) as the suites they select, in the order in which OpenSSL offers them. The expansion
// stands for OpenSSL 3.0 or 3.5 with the default provider as Debian builds it; the tests compare it with what `openssl ciphers` of 3.0 prints
// and with what a client of 3.5 offers. Between them the CCM_8 suites lost strength, and IANA's names were let into strings.
// Facts from ciphers(1), "CIPHER LIST FORMAT" and "CIPHER STRINGS", and SSL_CTX_set_security_level(3).

import type { CipherSuite } from '../../model/evidence.ts';
import { type OpenSslSuite, toOpenSslSuite } from './openssl-suites.ts';
import { toOpenSslName } from './suite-names.ts';

/** What a cipher string selects. */
export interface CipherSelection {
  /** for TLS up to 1.2, in the order of preference */
  readonly suites: readonly CipherSuite[];
  /** written by name, and not in OpenSSL 3: an older OpenSSL, or one that was built with them, offers them */
  readonly legacy: readonly CipherSuite[];
  /** words that name nothing, as written; OpenSSL passes over them in silence */
  readonly unknown: readonly string[];
  readonly securityLevel?: number;
}

/** The versions of which the rules are known. */
export type OpenSslVersion = '3.0' | '3.5';

const MAX_CHARACTERS = 8192;
const MAX_RULES = 400;

type Selector = (one: OpenSslSuite) => boolean;

const anonymous: Selector = (one) => one.authentication === 'NULL';
const nullCipher: Selector = (one) => one.cipher === 'NULL';
const cipherIs =
  (pattern: RegExp): Selector =>
  (one) =>
    pattern.test(one.cipher);
const exchangeIs =
  (...names: readonly OpenSslSuite['keyExchange'][]): Selector =>
  (one) =>
    names.includes(one.keyExchange);
const authenticationIs =
  (name: OpenSslSuite['authentication']): Selector =>
  (one) =>
    one.authentication === name;
const macIs =
  (name: OpenSslSuite['mac']): Selector =>
  (one) =>
    one.mac === name;
const since =
  (version: OpenSslSuite['since']): Selector =>
  (one) =>
    one.since === version;
const both =
  (...all: readonly Selector[]): Selector =>
  (one) =>
    all.every((each) => each(one));
const not =
  (selector: Selector): Selector =>
  (one) =>
    !selector(one);
// ciphers(1): what DEFAULT leaves out of ALL.
const notByDefault: Selector = (one) => anonymous(one) || one.authentication === 'DSS' || /CCM|ARIA|CAMELLIA/.test(one.cipher);
const PSK_EXCHANGES = ['PSK', 'RSAPSK', 'DHEPSK', 'ECDHEPSK'] as const;

/** Keywords of ciphers(1), "CIPHER STRINGS". */
const KEYWORDS: ReadonlyMap<string, Selector> = new Map<string, Selector>([
  ['ALL', not(nullCipher)],
  ['COMPLEMENTOFALL', nullCipher],
  ['COMPLEMENTOFDEFAULT', both(notByDefault, not(nullCipher))],
  ['HIGH', (one) => one.grade === 'HIGH'],
  ['MEDIUM', (one) => one.grade === 'MEDIUM'],
  ['LOW', (one) => one.grade === 'LOW'],
  ['eNULL', nullCipher],
  ['NULL', nullCipher],
  ['aNULL', anonymous],
  ['kRSA', exchangeIs('RSA')],
  ['RSA', exchangeIs('RSA')],
  ['aRSA', authenticationIs('RSA')],
  ['kDHE', exchangeIs('DHE')],
  ['kEDH', exchangeIs('DHE')],
  ['DH', exchangeIs('DHE')],
  ['DHE', both(exchangeIs('DHE'), not(anonymous))],
  ['EDH', both(exchangeIs('DHE'), not(anonymous))],
  ['ADH', both(exchangeIs('DHE'), anonymous)],
  ['kECDHE', exchangeIs('ECDHE')],
  ['kEECDH', exchangeIs('ECDHE')],
  ['ECDH', exchangeIs('ECDHE')],
  ['ECDHE', both(exchangeIs('ECDHE'), not(anonymous))],
  ['EECDH', both(exchangeIs('ECDHE'), not(anonymous))],
  ['AECDH', both(exchangeIs('ECDHE'), anonymous)],
  ['aECDSA', authenticationIs('ECDSA')],
  ['ECDSA', authenticationIs('ECDSA')],
  ['aDSS', authenticationIs('DSS')],
  ['DSS', authenticationIs('DSS')],
  ['PSK', exchangeIs(...PSK_EXCHANGES)],
  ['kPSK', exchangeIs('PSK')],
  ['kRSAPSK', exchangeIs('RSAPSK')],
  ['kDHEPSK', exchangeIs('DHEPSK')],
  ['kECDHEPSK', exchangeIs('ECDHEPSK')],
  ['aPSK', authenticationIs('PSK')],
  ['SRP', exchangeIs('SRP')],
  ['kSRP', exchangeIs('SRP')],
  ['aSRP', authenticationIs('SRP')],
  ['AES', cipherIs(/^AES/)],
  ['AES128', cipherIs(/^AES(?:GCM|CCM|CCM8)?128$/)],
  ['AES256', cipherIs(/^AES(?:GCM|CCM|CCM8)?256$/)],
  ['AESGCM', cipherIs(/^AESGCM/)],
  ['AESCCM', cipherIs(/^AESCCM/)],
  ['AESCCM8', cipherIs(/^AESCCM8/)],
  ['ARIA', cipherIs(/^ARIA/)],
  ['ARIAGCM', cipherIs(/^ARIAGCM/)],
  ['ARIA128', cipherIs(/^ARIA(?:GCM)?128$/)],
  ['ARIA256', cipherIs(/^ARIA(?:GCM)?256$/)],
  ['CAMELLIA', cipherIs(/^CAMELLIA/)],
  ['CAMELLIA128', cipherIs(/^CAMELLIA128$/)],
  ['CAMELLIA256', cipherIs(/^CAMELLIA256$/)],
  ['CHACHA20', cipherIs(/^CHACHA20$/)],
  ['3DES', cipherIs(/^3DES$/)],
  ['DES', cipherIs(/^DES$/)],
  ['RC4', cipherIs(/^RC4$/)],
  ['RC2', cipherIs(/^RC2$/)],
  ['IDEA', cipherIs(/^IDEA$/)],
  ['SEED', cipherIs(/^SEED$/)],
  ['MD5', macIs('MD5')],
  ['SHA', macIs('SHA1')],
  ['SHA1', macIs('SHA1')],
  ['SHA256', macIs('SHA256')],
  ['SHA384', macIs('SHA384')],
  ['SSLv3', since('SSLv3')],
  ['TLSv1', since('TLSv1')],
  ['TLSv1.0', since('TLSv1')],
  ['TLSv1.2', since('TLSv1.2')],
  ['EXP', () => false],
  ['EXPORT', () => false],
  ['kECDH', exchangeIs('ECDH')],
  ['kDH', exchangeIs('DH')],
  ['aECDH', () => false],
  ['aDH', () => false],
  ['KRB5', () => false],
  ['GOST', () => false],
  ['aGOST', () => false],
  ['kGOST', () => false],
]);

const SUITE_B: ReadonlyMap<string, string> = new Map([
  ['SUITEB128ONLY', 'ECDHE-ECDSA-AES128-GCM-SHA256'],
  ['SUITEB128C2', 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384'],
  ['SUITEB128', 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384'],
  ['SUITEB192', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
]);

/** The list as rules move its entries: those that are in come in the order of preference. */
interface State {
  list: { readonly one: OpenSslSuite; on: boolean }[];
}

/** Expands cipher strings over the suites of a registry as a version of OpenSSL does. */
export function toCipherExpander(registry: readonly CipherSuite[], version: OpenSslVersion): (written: string) => CipherSelection {
  const all = registry.flatMap((suite) => toOpenSslSuite(suite, version === '3.5') ?? []);
  const current = all.filter((one) => one.current).sort((a, b) => codePointOf(b.suite) - codePointOf(a.suite));
  const initial = toInitialOrder(current);
  const byName = new Map(all.flatMap((one) => [one.suite.name, toOpenSslName(one.suite.name)].map((name) => [name, one] as const)));
  return (written) => expand(written, { initial, byName });
}

interface Known {
  readonly initial: readonly OpenSslSuite[];
  readonly byName: ReadonlyMap<string, OpenSslSuite>;
}

function expand(written: string, { initial, byName }: Known): CipherSelection {
  const text = written.slice(0, MAX_CHARACTERS).trim();
  const whole = SUITE_B.get(text) ?? text.replace(/^DEFAULT(?=$|[:@, ;])/, 'ALL:!COMPLEMENTOFDEFAULT:!eNULL');
  const state: State = { list: initial.map((one) => ({ one, on: false })) };
  const unknown: string[] = [];
  let securityLevel: number | undefined;
  // BoringSSL writes groups of equal preference as [A|B].
  const rules = whole.split(/[\s:,;[\]|]|(?=@)/).filter((rule) => rule !== '');
  for (const rule of rules.slice(0, MAX_RULES)) {
    const level = /^@SECLEVEL=([0-5])$/.exec(rule)?.[1];
    if (level !== undefined) securityLevel = Number(level);
    else if (rule === '@STRENGTH') sortByStrength(state);
    else if (!applyWritten(state, rule, byName)) unknown.push(rule);
  }
  const on = state.list.filter((entry) => entry.on).map((entry) => entry.one);
  const allowed = securityLevel === undefined ? on : on.filter((one) => isAllowedAt(securityLevel ?? 0, one));
  return {
    suites: allowed.filter((one) => one.current).map((one) => one.suite),
    legacy: allowed.filter((one) => !one.current).map((one) => one.suite),
    unknown,
    ...(securityLevel === undefined ? {} : { securityLevel }),
  };
}

type Operation = 'add' | 'delete' | 'order' | 'kill' | 'bump';
const SIGNS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['-', 'delete'],
  ['+', 'order'],
  ['!', 'kill'],
]);

/** False where the rule names something that is not known: OpenSSL ignores the whole rule then. */
function applyWritten(state: State, rule: string, byName: Known['byName']): boolean {
  const operation = SIGNS.get(rule[0] ?? '') ?? 'add';
  const words = (operation === 'add' ? rule : rule.slice(1)).split('+').slice(0, 16);
  const selectors: Selector[] = [];
  for (const word of words) {
    const named = byName.get(word) ?? byName.get(word.replace(/^EDH-/, 'DHE-'));
    const selector = named === undefined ? KEYWORDS.get(word) : (one: OpenSslSuite) => one.suite.name === named.suite.name;
    if (selector === undefined) return false;
    selectors.push(selector);
    // Only a name brings in what OpenSSL of today does not have.
    if (operation === 'add' && words.length === 1 && named?.current === false) ensure(state, named);
  }
  apply(state, operation, (one) => selectors.every((each) => each(one)) && (operation !== 'add' || one.current || words.length === 1));
  return true;
}

function ensure(state: State, one: OpenSslSuite): void {
  if (!state.list.some((entry) => entry.one === one)) state.list.push({ one, on: false });
}

// Additions and orderings go to the end in the order in which they stand; removals and bumps to the front, in it too.
function apply(state: State, operation: Operation, selects: Selector): void {
  const isChosen = (entry: State['list'][number]): boolean =>
    selects(entry.one) && (operation === 'add' ? !entry.on : entry.on || operation === 'kill');
  const chosen = state.list.filter(isChosen);
  const rest = state.list.filter((entry) => !isChosen(entry));
  const moved = chosen.map(({ one }) => ({ one, on: operation !== 'delete' }));
  if (operation === 'kill') state.list = rest;
  else state.list = operation === 'add' || operation === 'order' ? [...rest, ...moved] : [...moved, ...rest];
}

function sortByStrength(state: State): void {
  const strengths = [...new Set(state.list.filter((entry) => entry.on).map((entry) => entry.one.strengthBits))].sort((a, b) => b - a);
  for (const bits of strengths) apply(state, 'order', (one) => one.strengthBits === bits);
}

/** The order of preference before any rule: ephemeral and ECDSA first, AEAD before the rest, then by strength; all switched off. */
function toInitialOrder(suites: readonly OpenSslSuite[]): readonly OpenSslSuite[] {
  const state: State = { list: suites.map((one) => ({ one, on: false })) };
  const ephemeral = exchangeIs('ECDHE', 'DHE');
  const aead = macIs('AEAD');
  apply(state, 'add', both(exchangeIs('ECDHE'), authenticationIs('ECDSA')));
  apply(state, 'add', exchangeIs('ECDHE'));
  apply(state, 'delete', exchangeIs('ECDHE'));
  apply(state, 'add', cipherIs(/^AESGCM/));
  apply(state, 'add', cipherIs(/^CHACHA20/));
  apply(state, 'add', cipherIs(/^AES(?!GCM)/));
  apply(state, 'add', () => true);
  apply(state, 'order', macIs('MD5'));
  apply(state, 'order', anonymous);
  apply(state, 'order', exchangeIs('RSA'));
  apply(state, 'order', exchangeIs('PSK'));
  sortByStrength(state);
  apply(state, 'bump', since('TLSv1.2'));
  apply(state, 'bump', aead);
  apply(state, 'bump', ephemeral);
  apply(state, 'bump', both(ephemeral, aead));
  return state.list.map((entry) => entry.one);
}

/** SSL_CTX_set_security_level(3): strength in bits that each level asks for. */
const LEAST_BITS: readonly number[] = [0, 80, 112, 128, 192, 256];
const SHA1_BITS = 160;

function isAllowedAt(level: number, one: OpenSslSuite): boolean {
  const least = LEAST_BITS[level] ?? 0;
  if (level === 0) return true;
  if (one.strengthBits < least || anonymous(one) || one.mac === 'MD5') return false;
  if (least > SHA1_BITS && one.mac === 'SHA1') return false;
  return level < 3 || /^(?:EC)?DHE/.test(one.keyExchange);
}

function codePointOf({ codePoint = [0, 0] }: CipherSuite): number {
  return codePoint[0] * 256 + codePoint[1];
}
