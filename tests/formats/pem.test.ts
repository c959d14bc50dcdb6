import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBase64 } from '../../src/formats/base64.ts';
import { readPem } from '../../src/formats/pem.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const BODY = 'MDEyMzQ1Njc4OWFiY2RlZg=='; // "0123456789abcdef"
const block = (label: string, body = BODY, eol = '\n'): string => `-----BEGIN ${label}-----${eol}${body}${eol}-----END ${label}-----${eol}`;
const bodies = (text: string): string[] => readPem(bytes(text)).blocks.map(({ body }) => new TextDecoder().decode(body));

describe('PEM', () => {
  it('reads every block of a file with its label and place, whatever stands between', () => {
    const text = `subject=CN=a\n${block('CERTIFICATE')}garbage - -----\r\n${block('EC PRIVATE KEY', BODY, '\r\n')}`;
    const { blocks, problems } = readPem(bytes(text));
    expect(blocks.map(({ label, offset, length }) => [label, text.slice(offset, offset + length)])).toEqual([
      ['CERTIFICATE', block('CERTIFICATE').trimEnd()],
      ['EC PRIVATE KEY', block('EC PRIVATE KEY', BODY, '\r\n').trimEnd()],
    ]);
    expect(problems).toEqual([]);
  });

  it('counts offsets in bytes where text before a block is not ASCII', () => {
    const prefix = 'Schlüssel für Gerät Ω\n';
    expect(readPem(bytes(prefix + block('CERTIFICATE'))).blocks[0]?.offset).toBe(bytes(prefix).length);
  });

  it('takes RFC 1421 headers apart from the body', () => {
    const [found] = readPem(bytes(block('RSA PRIVATE KEY', `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\n${BODY}`))).blocks;
    expect(found?.headers).toEqual(
      new Map([
        ['Proc-Type', '4,ENCRYPTED'],
        ['DEK-Info', 'AES-128-CBC,00FF'],
      ]),
    );
    expect(found?.body).toHaveLength(16);
  });

  it.each([
    [
      'a C literal',
      `const char c[] =\n  "-----BEGIN CERTIFICATE-----\\r\\n"\n  "MDEyMzQ1Njc4OW\\r\\n"\n  "FiY2RlZg==\\r\\n"\n  "-----END CERTIFICATE-----\\r\\n";`,
    ],
    [
      'a C literal with line continuation',
      `#define C "-----BEGIN CERTIFICATE-----\\n\\\nMDEyMzQ1Njc4OW\\n\\\nFiY2RlZg==\\n\\\n-----END CERTIFICATE-----\\n"`,
    ],
    [
      'a joined JavaScript literal',
      `const c = '-----BEGIN CERTIFICATE-----\\n' +\n  'MDEyMzQ1Njc4OW\\n' +\n  "FiY2RlZg==\\n" + '-----END CERTIFICATE-----';`,
    ],
    ['a template literal', 'const c = `-----BEGIN CERTIFICATE-----\nMDEyMzQ1Njc4OW\nFiY2RlZg==\n-----END CERTIFICATE-----`;'],
    [
      'a Python literal',
      `C = ("-----BEGIN CERTIFICATE-----\\n"\n     "MDEyMzQ1Njc4OW\\n"\n     'FiY2RlZg==\\n'\n     "-----END CERTIFICATE-----\\n")`,
    ],
    ['a Python block', `C = """\\\n-----BEGIN CERTIFICATE-----\nMDEyMzQ1Njc4OW\nFiY2RlZg==\n-----END CERTIFICATE-----\n"""`],
    ['JSON', `{"cert": "-----BEGIN CERTIFICATE-----\\nMDEyMzQ1Njc4OW\\nFiY2RlZg==\\n-----END CERTIFICATE-----\\n"}`],
    [
      'JSON inside a string',
      `s = "{\\"cert\\": \\"-----BEGIN CERTIFICATE-----\\\\nMDEyMzQ1Njc4OWFiY2RlZg==\\\\n-----END CERTIFICATE-----\\"}"`,
    ],
    ['a YAML block', `ca: |\n    -----BEGIN CERTIFICATE-----\n    MDEyMzQ1Njc4OW\n    FiY2RlZg==\n    -----END CERTIFICATE-----\n`],
    ['a comment', `# -----BEGIN CERTIFICATE-----\n# MDEyMzQ1Njc4OW\n# FiY2RlZg==\n# -----END CERTIFICATE-----\n`],
  ])('reads a block in %s', (_, text) => {
    expect(bodies(text)).toEqual(['0123456789abcdef']);
  });

  it('keeps plus signs that are base64, and drops plus signs that join', () => {
    expect(bodies(block('X', '++++'))).toHaveLength(1);
    expect(bodies(`'-----BEGIN X-----\\n' + '+/+/\\n' + '-----END X-----'`)).toHaveLength(1);
  });

  it.each([
    ['no END', '-----BEGIN CERTIFICATE-----\nMDEy\n', 'the end of the file'],
    ['another BEGIN', `-----BEGIN CERTIFICATE-----\nMDEy\n${block('CERTIFICATE')}`, 'another BEGIN line'],
    ['another label', '-----BEGIN CERTIFICATE-----\nMDEy\n-----END RSA PRIVATE KEY-----', 'an END line with another label'],
    ['a body that is no base64', block('CERTIFICATE', 'MDE(…)yMz'), 'characters that are not'],
    ['a body cut inside a group', block('CERTIFICATE', 'MDEyM'), 'characters that are not'],
  ])('says what is wrong with %s', (_, text, found) => {
    const [problem] = readPem(bytes(text)).problems;
    expect(problem).toMatchObject({ label: 'CERTIFICATE', offset: 0 });
    expect(problem?.found).toContain(found);
  });

  it('takes a header string alone, a placeholder and a format for no block', () => {
    expect(readPem(bytes('if (strstr(s, "-----BEGIN CERTIFICATE-----")) {}')).blocks).toEqual([]);
    expect(readPem(bytes('"-----BEGIN %s-----\\n"')).problems).toEqual([]);
    expect(readPem(bytes('-----BEGIN -----')).problems).toEqual([]);
  });

  it('reads a megabyte of BEGIN lines, of quotes and of dashes in one pass', () => {
    expect(readPem(bytes('-----BEGIN '.repeat(95_000))).blocks).toEqual([]);
    expect(readPem(bytes('-----BEGIN X-----'.repeat(60_000))).problems.at(-1)).toMatchObject({ found: 'more' });
    expect(readPem(bytes(`"-----BEGIN X-----${'"\\'.repeat(500_000)}-----END X-----`)).problems).toHaveLength(0);
    expect(readPem(bytes(`-----BEGIN X-----\n${'#'.repeat(1_000_000)}\n-----END X-----`)).problems).toHaveLength(1);
    expect(readPem(bytes(`-----BEGIN X-----\n${'\n'.repeat(1_000_000)}-----END X-----`)).blocks).toHaveLength(1);
    expect(readPem(bytes(`-----BEGIN X-----\n${'a:b\n'.repeat(250_000)}-----END X-----`)).blocks).toHaveLength(1);
    expect(readPem(bytes('-'.repeat(1_000_000))).blocks).toEqual([]);
  });

  it('never throws on arbitrary bytes', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((raw) => new TextDecoder('latin1').decode(raw)),
      fc.constantFrom('-----BEGIN X-----', '-----END X-----', '"', '\\', '\n', BODY),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 12 }), (parts) => {
        readPem(bytes(parts.join('')));
      }),
      { numRuns: 200 },
    );
  });
});

describe('base64', () => {
  it('agrees with the platform on every length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (raw) => {
        expect(readBase64(Buffer.from(raw).toString('base64'))).toEqual(raw);
      }),
      { numRuns: 200 },
    );
  });

  it('names the first character that does not belong', () => {
    expect(readBase64('MDEy!')).toBe(4);
    expect(readBase64('MD==Ey')).toBe(4);
    expect(readBase64('MDE')).toBe(3);
    expect(readBase64('MD===')).toBe(5);
  });
});
