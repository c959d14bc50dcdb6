// What names say of a unit of measurements: which class an implementation is, which family and kind a core is. Rules in order, the first that
// fits decides; what no rule knows is `unknown`, and the projection is wider for it.

/** How the polynomial arithmetic is written. `low-ram`: assembly or C that keeps nothing between attempts (ML-DSA alone; ML-KEM streams anyway). */
export type ArithmeticClass = 'assembly' | 'c' | 'low-ram' | 'unknown';

/** How Keccak-f is written: benchmark frames give every scheme the same assembly. */
export type KeccakClass = 'assembly' | 'c' | 'unknown';

export interface ImplementationClass {
  readonly arithmetic: ArithmeticClass;
  readonly keccak: KeccakClass;
  /** `expanded`: operations start from a key object that keeps the matrix and the hash of the key */
  readonly keys: 'packed' | 'expanded';
}

interface ImplementationRule {
  readonly words: RegExp;
  readonly is: ImplementationClass;
  readonly because: string;
}

const C: ImplementationClass = { arithmetic: 'c', keccak: 'c', keys: 'packed' };
const ASSEMBLY: ImplementationClass = { arithmetic: 'assembly', keccak: 'assembly', keys: 'packed' };
const LOW_RAM: ImplementationClass = { arithmetic: 'low-ram', keccak: 'assembly', keys: 'packed' };
const UNKNOWN: ImplementationClass = { arithmetic: 'unknown', keccak: 'unknown', keys: 'packed' };

/** Over `implementation variant` in lowercase. */
const IMPLEMENTATION_RULES: readonly ImplementationRule[] = [
  {
    words: /\bopenssl\b|boringssl|aws-lc/,
    is: { arithmetic: 'c', keccak: 'assembly', keys: 'expanded' },
    because: 'C over assembly Keccak; its key objects keep the matrix of ML-KEM and the hash of the key',
  },
  { words: /low-?(ram|mem|stack)|small[ -]?(ram|mem|stack)|stack[ -]?opt/, is: { ...LOW_RAM, keccak: 'c' }, because: 'says so' },
  { words: /(^|[ _-])(m\d+f?|rv\d*|f|m)?stack\b/, is: LOW_RAM, because: 'the stack-first builds of pqm4 and of its descendants' },
  {
    words: /\bpqm[34]\b.*\b(clean|ref|opt)\b/,
    is: { ...C, keccak: 'assembly' },
    because: 'mupq links every scheme with its assembly Keccak',
  },
  {
    words: /no[- ]?(asm|opt)|without asm|no assembly|\bc (only|code|build)\b|portable|generic|\bref(erence)?\b|\bclean\b|c optimi[sz]ed/,
    is: C,
    because: 'says so',
  },
  { words: /\bc(89|99|11|17)?\b(?![-+])/, is: C, because: 'names C' },
  {
    words:
      /(?<!mlkem-|mldsa-)native|\basm\b|assembl|neon|aarch64|helium|\bmve\b|(?<!cortex-)\bm(3|4|4f|7|33|55)\b|m4f?speed|f?speed\b|plantard|\bopt\b|opt-|simd|\bdsp\b|sha3 ?(hw|ext)/,
    is: ASSEMBLY,
    because: 'names an instruction set or speed',
  },
  {
    words: /pqclean|liboqs|libcrux|rustcrypto|wolf(crypt|ssl)|mbed ?tls|kyber-?py|mlkem-c|mldsa-c|zephyr|portable/,
    is: C,
    because: 'is C or Rust where nothing else is said',
  },
  { words: /\bpqm[34]\b|\bpqrv\b/, is: ASSEMBLY, because: 'is known for its assembly' },
  { words: /-o[0-3sz]\b/, is: C, because: 'names nothing but compiler flags' },
];

/** Longest name that is looked at: a name is not a place to hide a long text in. */
const MAX_NAME = 200;

/** The class of an implementation by its names; `unknown` where no rule fits. ML-KEM knows no low-RAM class: its matrix is streamed anyway. */
export function classifyImplementation(implementation: string, variant: string, isKem: boolean): ImplementationClass {
  const names = `${implementation} ${variant}`.slice(0, MAX_NAME).toLowerCase();
  const found = IMPLEMENTATION_RULES.find(({ words }) => words.test(names))?.is ?? UNKNOWN;
  if (found.arithmetic !== 'low-ram' || !isKem) return found;
  return { ...found, arithmetic: found.keccak };
}

/** 32-bit cores and two kinds of 64-bit cores differ in scale, not in degree. */
export type CoreGroup = '32-bit' | '64-bit in order' | '64-bit out of order';

export interface CoreKind {
  /** cores of one name, whatever their unit for floating point: `cortex-m4`; RV32 and RV64 code on one core are two */
  readonly family: string;
  readonly group: CoreGroup;
  /** runs from flash, so that its clock decides the wait states */
  readonly microcontroller: boolean;
  /** may have caches and tightly coupled memory of its own, which hide some of that */
  readonly cached: boolean;
  readonly xtensa: boolean;
}

const IN_ORDER_64 = /a(34|35|53|55|510|520)\b|c906|c908|u5[45]|u74|x60|s7/;

/** The kind of a core by its name and instruction set, either of which may be empty. */
export function classifyCore(core: string, isa: string): CoreKind {
  const name = core.slice(0, MAX_NAME).toLowerCase();
  const set = isa.slice(0, MAX_NAME).toLowerCase();
  const xtensa = /xtensa|\blx[67]\b/.test(`${name} ${set}`);
  const wide = /rv64|armv[89](\.\d)?-?a|aarch64|arm64|x86|amd64/.test(set) || (set === '' && /cortex-?a[57]\d|neoverse/.test(name));
  const group: CoreGroup = !wide ? '32-bit' : IN_ORDER_64.test(name) ? '64-bit in order' : '64-bit out of order';
  const microcontroller = !wide && !/c90[68]|cortex-?a|linux/.test(name);
  return { family: toFamily(name, set), group, microcontroller, cached: /cortex[- ]?m(7|55|85)\b/.test(name), xtensa };
}

function toFamily(name: string, set: string): string {
  const arm = /cortex[- ]?([amrx]\d+\+?)/.exec(name)?.[1];
  if (arm !== undefined) return `cortex-${arm}`;
  const plain = name.replace(/[^a-z0-9+]+/g, ' ').trim();
  const width = /rv(32|64)/.exec(set)?.[1];
  const known = plain === '' ? set.replace(/[^a-z0-9+]+/g, ' ').trim() : plain;
  return width === undefined || known.includes(`rv${width}`) ? known : `${known} rv${width}`;
}

/** CoreMark per MHz as somebody states them: a first guess of how cores without rows compare, at half weight in logarithms. */
export const CORE_SPEED: Readonly<Record<string, number>> = {
  // D. Ibrahim, ARM-Based Microcontroller Projects Using mbed (2019), Table 3.2
  'cortex-m0': 2.33,
  'cortex-m0+': 2.49,
  'cortex-m3': 3.32,
  'cortex-m4': 3.4,
  'cortex-m7': 5.01,
  // WikiChip, Cortex-M55 (as Arm reports it)
  'cortex-m55': 4.2,
};
