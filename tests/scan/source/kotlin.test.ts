import { beforeAll, describe, expect, it } from 'vitest';
import { algorithmsIn, expectFloors, loadFor, scanBytes, scanSource, survivesHostileText } from './read-source.ts';

const IMPORTS = 'import java.security.*\nimport java.security.spec.*\nimport javax.crypto.*\nimport javax.crypto.spec.*\n';
const namesIn = (text: string): readonly string[] => algorithmsIn('A.kt', IMPORTS + text).map((line) => line.replace(/^\d+ \w+ /, ''));

beforeAll(() => loadFor('A.kt'));

describe('Kotlin', () => {
  it('reads the annotated fixtures with recall and precision of 0.95 and more', () => expectFloors('kotlin'));

  it('reads scripts too', () =>
    expect(algorithmsIn('build.gradle.kts', `${IMPORTS}MessageDigest.getInstance("MD5")`)).toEqual(['5 called MD5']));

  it('knows a class by the name that its import gives it', () => {
    const text = 'import javax.crypto.Cipher as Box\nval a = Box.getInstance("DES")\nval b = Cipher.getInstance("AES")\n';
    expect(algorithmsIn('A.kt', text)).toEqual(['2 called DES-ECB']);
  });

  it('joins templates, with names and with members', () => {
    expect(namesIn(`const val M = "GCM"\nobject N { const val A = "AES" }\nval c = Cipher.getInstance("\${N.A}/$M/NoPadding")`)).toEqual([
      'AES-GCM',
    ]);
  });

  it('reads blocks that are applied to what was made', () => {
    expect(namesIn('val g = KeyGenerator.getInstance("AES").apply { init(256) }')).toEqual(['AES-256']);
    expect(namesIn('val g = KeyGenerator.getInstance("AES").also { it.init(192) }')).toEqual(['AES-192']);
    expect(namesIn('val g = KeyGenerator.getInstance("AES").also { made -> made.init(128) }')).toEqual(['AES-128']);
    expect(namesIn('val g = with(KeyGenerator.getInstance("AES")) { init(256) }')).toEqual(['AES-256']);
  });

  it('reads values that branch', () => {
    expect(namesIn('val c = Cipher.getInstance(if (x) "DES" else { log(1)\n "AES" })')).toEqual(['DES-ECB', 'AES-ECB']);
    expect(namesIn('val n = when { a -> "MD5"\n else -> "SHA-1" }\nval d = MessageDigest.getInstance(n)')).toEqual(['MD5', 'SHA-1']);
    expect(namesIn('val d = MessageDigest.getInstance(setting ?: "SHA-256")')).toEqual(['SHA-256']);
  });

  it('reads default and named arguments of functions and constructors', () => {
    expect(namesIn('fun h(n: String = "SHA-1") = MessageDigest.getInstance(n)\nval a = h(n = "MD5")')).toContain('MD5');
    expect(namesIn('class B(val n: String) { val d = MessageDigest.getInstance(n) }\nval b = B("SHA-224")')).toEqual([
      'SHA-224',
      'SHA-224',
    ]);
  });

  it('ends a statement with its line', () => {
    expect(namesIn('val a = "AES"\n(1 + 2).toString()\nval c = Cipher.getInstance(a)')).toEqual(['AES-ECB']);
    expect(namesIn('val c = Cipher\n  .getInstance("DES")\nval d = 1')).toEqual(['DES-ECB']);
  });

  it('says where a resolved value stands', () => {
    const text = `${IMPORTS}const val T = "AES/GCM/NoPadding"\nval c = Cipher.getInstance(T)\n`;
    const [found] = scanSource('A.kt', text).filter(({ observed }) => observed.kind === 'algorithm');
    expect(found?.observed).toMatchObject({ use: { parameters: { mode: { value: 'gcm', from: 'resolved', at: 'A.kt:5' } } } });
  });

  it.each([
    ['a nested comment', '/* /* */ MessageDigest.getInstance("MD5") */'],
    ['a string', 'val s = "MessageDigest.getInstance(\\"MD5\\")" + """MessageDigest.getInstance("MD5")"""'],
    ['a class of the file', 'class Cipher { companion object { fun getInstance(n: String) = n } }\nval c = Cipher.getInstance("DES")'],
    ['a function reference', 'val f = MessageDigest::getInstance'],
  ])('finds nothing in %s', (_, text) => expect(namesIn(text)).toEqual([]));
});

const PIECES = [
  ...[
    'Cipher.getInstance(',
    '.apply { init(',
    'class A(val x: String = "',
    'fun f(a: String = ',
    'object O { ',
    'when (x) {',
    'enum class E(val n: String) { X("',
  ],
  ...[
    '"',
    '"""',
    '${',
    '$x',
    "'",
    '`',
    '/*',
    '*/',
    '//',
    '\n',
    '{',
    '}',
    '(',
    ')',
    '<',
    '>',
    '[',
    ']',
    '->',
    '::',
    '=',
    ';',
    ',',
    '.',
    '?.',
    '?:',
    '!!',
  ],
  ...[
    'val s = ',
    'var s: T = ',
    'by lazy {',
    'import a.b as c\n',
    'constructor(',
    'return@f ',
    'as T',
    'if (x) ',
    'else ',
    'with(',
    '\u2028',
    '\0',
  ],
];

describe('hostile Kotlin', () => {
  survivesHostileText('A.kt', { preamble: IMPORTS, pieces: PIECES });

  it('reads a line of a megabyte', () => {
    const text = `${IMPORTS}fun g() { ${'f(1, 2, 3); '.repeat(90_000)} Cipher.getInstance("DES") }`;
    expect(algorithmsIn('A.kt', text)).toEqual(['5 called DES-ECB']);
  });

  it.each([
    `${'val a = "${"${"\n'.repeat(10_000)}`,
    `val a = "${`\${b}`.repeat(50_000)}"\nval c = Cipher.getInstance(a)`,
    `${'/*'.repeat(100_000)}`,
    `val c = ${'if (a) "x" else '.repeat(10_000)}Cipher.getInstance("DES")`,
    `${'fun f(a: String) = f(a)\n'.repeat(4_000)}val c = Cipher.getInstance(f("x"))`,
    `val g = KeyGenerator.getInstance("AES")${'.apply { init(1) }'.repeat(5_000)}`,
    `${'class A(val a: String = "'.repeat(5_000)}`,
    `val x = ${'a ?: '.repeat(20_000)}"AES"\nval c = Cipher.getInstance(x)`,
    `${'object O { '.repeat(5_000)}val c = Cipher.getInstance("DES")`,
  ])('reads what repeats itself without end (%#)', (text) => {
    expect(() => scanBytes('A.kt', new TextEncoder().encode(IMPORTS + text))).not.toThrow();
  });
});
