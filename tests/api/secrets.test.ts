// What a report may never hold: pieces of the secrets that lie in what was scanned. Every format of every report is searched; what is printed
// of so many dialects and containers is valid beside.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromMap } from '../../src/io/map.ts';
import type { IsoDate } from '../../src/model/evidence.ts';
import { REPORTERS } from '../../src/report/index.ts';
import { run } from '../../src/run.ts';
import { cyclonedxErrors, sarifErrors } from '../report/schemas.ts';

const CONFIGS = new URL('../fixtures/configs/runtime/', import.meta.url);
const asOf = '2026-11-23' as IsoDate;

function readFolder(folder: URL): Map<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`;
      return [path.slice(folder.pathname.length).replace(/^\/+/, ''), new Uint8Array(readFileSync(path))];
    }),
  );
}

async function renderAll(files: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, string>> {
  const report = await run(fromMap(files), { asOf, product: 'none' });
  const outputs = new Map(Object.entries(REPORTERS).map(([format, reporter]) => [format, reporter.render(report)]));
  expect(cyclonedxErrors('1.6', JSON.parse(outputs.get('cyclonedx-1.6') ?? ''))).toEqual([]);
  expect(cyclonedxErrors('1.7', JSON.parse(outputs.get('cyclonedx-1.7') ?? ''))).toEqual([]);
  expect(sarifErrors(JSON.parse(outputs.get('sarif') ?? ''))).toEqual([]);
  return outputs;
}

describe('secrets of runtime configurations', () => {
  const SECRETS = [
    'not for the report',
    'yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk',
    '/UwcSPg38hW/D9Y3tcS1FOV0K1wuURMbS0sesJEP5ak',
    '0011223344556677',
    '00000000000000000001',
  ];

  it('are in no format of the report, nor any long piece of them', async () => {
    const outputs = await renderAll(readFolder(CONFIGS));
    expect(outputs.get('json')).toContain('WireGuard');
    for (const [format, text] of outputs) {
      for (const secret of SECRETS)
        for (let at = 0; at + 12 <= secret.length; at += 4)
          expect([format, text.includes(secret.slice(at, at + 12))]).toEqual([format, false]);
    }
  });
});

describe('private keys at rest', () => {
  const PKI = new URL('../fixtures/pki/', import.meta.url);
  const WINDOW = 14;

  /** Every way in which octets may be printed, cut into all pieces of one length. */
  function toPieces(octets: Uint8Array): readonly string[] {
    const base64 = Buffer.from(octets).toString('base64');
    const forms = [
      base64,
      base64.replaceAll('+', '-').replaceAll('/', '_'),
      Buffer.from(octets).toString('hex'),
      Array.from(octets).join(', '),
    ];
    return forms.flatMap((form) => Array.from({ length: Math.max(0, form.length - WINDOW) }, (_, at) => form.slice(at, at + WINDOW)));
  }

  function findPieces(text: string, pieces: ReadonlySet<string>): readonly string[] {
    return Array.from({ length: Math.max(0, text.length - WINDOW) }, (_, at) => text.slice(at, at + WINDOW)).filter((piece) =>
      pieces.has(piece),
    );
  }

  // Bodies of PEM, DER, keystores, JSON and COSE keys; of an OpenPGP block what stands between its lines.
  const files = new Map([...readFolder(PKI)].filter(([name]) => name.startsWith('test-only-')));
  const bodies = [...files].flatMap(([name, bytes]) => {
    const text = new TextDecoder('latin1').decode(bytes);
    const encoded = /-----BEGIN [^-]+-----([\s\S]+?)-----END/
      .exec(text)?.[1]
      ?.replace(/^[\w-]+: .*$/gm, '')
      .replace(/\s=[\w+/]{4}\s*$/, '');
    if (encoded !== undefined) return [Buffer.from(encoded.replaceAll(/\s/g, ''), 'base64')];
    if (name.endsWith('.jwk'))
      return Object.entries(JSON.parse(text)).flatMap(([key, value]) =>
        ['d', 'k'].includes(key) ? [Buffer.from(String(value), 'base64url')] : [],
      );
    return name.endsWith('.pub') ? [] : [bytes];
  });

  it('are in no format of the report, also where a program writes them as numbers or base64', async () => {
    expect(bodies.length).toBeGreaterThan(35);
    const inside = new Map<string, Uint8Array>(
      bodies.flatMap((octets, index): (readonly [string, Uint8Array])[] => [
        [
          `src/key-${index}.c`,
          Buffer.from(
            `const unsigned char k[] = { ${Array.from(octets, (octet) => `0x${octet.toString(16).padStart(2, '0')}`).join(', ')} };`,
          ),
        ],
        [`conf/key-${index}.yaml`, Buffer.from(`key: ${Buffer.from(octets).toString('base64')}`)],
      ]),
    );
    const outputs = await renderAll(new Map([...files, ...inside]));
    expect(outputs.get('json')).toContain('src/key-');
    // What stands in the open beside a key is no secret: a PKCS #12 file holds the certificate too, and a report its key identifier.
    const pieces = new Set(bodies.flatMap(toPieces));
    for (const open of toPieces(readFileSync(new URL('device.der', PKI)))) pieces.delete(open);
    for (const [format, text] of outputs) expect([format, findPieces(text, pieces)]).toEqual([format, []]);
  }, 60_000);
});
