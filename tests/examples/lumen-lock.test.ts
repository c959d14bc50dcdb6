// The example product is what its README says it is.

import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseProduct } from '../../src/catalog/product.ts';

const read = (path: string): Buffer => readFileSync(fileURLToPath(new URL(`../../examples/lumen-lock/${path}`, import.meta.url)));
const certificate = (path: string): X509Certificate => new X509Certificate(read(path));
const BUILD = 'firmware/build/firmware/zephyr';

describe('the example product', () => {
  it('has a valid product file for a target that the package carries', () => {
    const { targets } = parseProduct(read('pqready.yaml').toString(), 'pqready.yaml');
    expect(targets.map(({ target }) => target)).toEqual(['nrf52840dk']);
    expect(JSON.parse(read('../../profiles/targets/nrf52840dk.json').toString())).toMatchObject({ id: 'nrf52840dk' });
  });

  // MCUboot docs/design.md: magic and sizes of struct image_header; the signature is over header, image and protected TLVs.
  it('has an MCUboot image whose ECDSA signature verifies under the update key', () => {
    const image = read(`${BUILD}/zephyr.signed.bin`);
    expect(image.readUInt32LE(0)).toBe(0x96f3b83d);
    const signedBytes = image.readUInt16LE(8) + image.readUInt16LE(10) + image.readUInt32LE(12);
    expect(image.readUInt16LE(signedBytes)).toBe(0x6907);
    const signatureAt = signedBytes + 4 + 36 + 36;
    expect(image.readUInt16LE(signatureAt)).toBe(0x22);
    const signature = image.subarray(signatureAt + 4, signatureAt + 4 + image.readUInt16LE(signatureAt + 2));
    const key = createPublicKey(read('firmware/keys/update-demo.pem'));
    expect(verify('sha256', image.subarray(0, signedBytes), key, signature)).toBe(true);
    expect(verify('sha256', image.subarray(1, signedBytes), key, signature)).toBe(false);
  });

  it('carries in its firmware the public half of the update key and the root of the backend', () => {
    const point = [
      ...read('firmware/src/certs/update_key.h')
        .toString()
        .matchAll(/0x([0-9a-f]{2}),/g),
    ]
      .map((match) => match[1])
      .join('');
    const spki = createPublicKey(read('firmware/keys/update-demo.pem')).export({ type: 'spki', format: 'der' });
    expect(spki.subarray(-65).toString('hex')).toBe(point);
    const root = [
      ...read('firmware/src/certs/backend_root.h')
        .toString()
        .matchAll(/"(.*)\\n"/g),
    ]
      .map((match) => match[1])
      .join('\n');
    expect(new X509Certificate(root).fingerprint256).toBe(certificate('backend/certs/backend-root.pem').fingerprint256);
    expect(read(`${BUILD}/zephyr.elf`).includes(Buffer.from(root))).toBe(true);
  });

  it('has certificates that follow from each other', () => {
    const issued = (subject: string, issuer: string): boolean => certificate(subject).verify(certificate(issuer).publicKey);
    expect(issued('pki/device-ca.pem', 'pki/device-root.pem')).toBe(true);
    expect(issued('pki/device-0001.pem', 'pki/device-ca.pem')).toBe(true);
    expect(issued('backend/certs/backend-server.pem', 'backend/certs/backend-root.pem')).toBe(true);
    expect(issued('backend/certs/backend-hubs.pem', 'backend/certs/backend-root.pem')).toBe(true);
  });

  it('has in its build the switches of its prj.conf, on and off', () => {
    const built = new Set(read(`${BUILD}/.config`).toString().split('\n'));
    const switches = [
      ...read('firmware/prj.conf')
        .toString()
        .matchAll(/^(CONFIG_\w+)=([yn])$/gm),
    ];
    const absent = switches
      .filter(([line, name, value]) => !built.has(value === 'y' ? line : `# ${name} is not set`))
      .map(([line]) => line);
    expect(switches.length).toBeGreaterThan(40);
    expect(absent).toEqual([]);
  });
});
