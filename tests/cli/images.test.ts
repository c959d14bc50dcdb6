// Firmware images from the command line: a direct path, a key of the operator, a container.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toSignedMcuboot } from '../scan/image-builders.ts';
import { toTar } from '../scan/image-forms.ts';
import { pqready } from './run-cli.ts';

let folder: string;
let image: string;
const { bytes, publicKey } = toSignedMcuboot('p256');
const other = toSignedMcuboot('ed25519');

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pqready-images-'));
  image = put('app.bin', bytes);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inventory = (path: string, ...more: readonly string[]) => {
  const { code, out, err } = pqready(['inventory', path, '--format', 'json', '--as-of', '2026-11-23', ...more]);
  return { code, err, text: out };
};

describe('pqready inventory of images', () => {
  it('reads an image that is named directly', () => {
    const { code, text } = inventory(image);
    expect(code).toBe(0);
    expect(text).toContain('IMAGE_TLV_ECDSA_SIG');
    expect(text).toContain('not verified: no public key at hand');
  });

  it('--verify-key verifies it, and says where it is not signed by that key', () => {
    const right = put('right.pem', String(publicKey.export({ format: 'pem', type: 'spki' })));
    const wrong = put('wrong.pem', String(other.publicKey.export({ format: 'pem', type: 'spki' })));
    expect(inventory(image, '--verify-key', right).text).toContain('verified with the given key');
    expect(inventory(image, '--verify-key', wrong).text).toContain('expected a signature by the given key');
  });

  it('a --verify-key without a key, or without a file, is a usage error', () => {
    const notes = put('notes.txt', 'none');
    expect(inventory(image, '--verify-key', notes)).toMatchObject({ code: 3, err: expect.stringContaining('expected a public key') });
    expect(inventory(image, '--verify-key', join(folder, 'missing.pem')).code).toBe(3);
  });

  it('reads an image inside an archive, and says what it does not open', () => {
    const { text } = inventory(put('update.tar', toTar([{ path: 'images/app.bin', bytes }])));
    expect(text).toContain('update.tar!/images/app.bin');
    const squashfs = new Uint8Array(96);
    squashfs.set(new TextEncoder().encode('hsqs'));
    expect(inventory(put('root.squashfs', squashfs))).toMatchObject({ code: 0, text: expect.stringContaining('96 bytes of SquashFS') });
    expect(inventory(put('root.img', squashfs)).text).toContain('96 bytes of SquashFS: not opened');
  });
});
