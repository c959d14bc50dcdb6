// Keys, certificates and requests on classical curves with Debian's openssl(1), and TLS 1.3 with them at both ends.

import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { bytesToHex } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  issueCertificate,
  makeRequest,
  readAlternativeNames,
  readSoundRequest,
  verifySigned,
} from '../../../src/pqc/encoding/certificate.ts';
import { CLASSICAL_KEY_IDS, type ClassicalKeyId } from '../../../src/pqc/encoding/classical-key.ts';
import { generatePrivateKey, type PrivateKey, publicKeyOf } from '../../../src/pqc/encoding/key.ts';
import { renderPem } from '../../../src/pqc/encoding/pem.ts';
import { toPkcs8Der } from '../../../src/pqc/encoding/pkcs8.ts';
import { openPem, readPrivateKey, readPublicKey } from '../../../src/pqc/encoding/read-key.ts';
import { writePrivateKey, writePublicKey } from '../../../src/pqc/encoding/write-key.ts';
import { inspect } from '../../../src/pqc/inspect.ts';
import { HAS_OPENSSL, OPENSSL, type OpensslFolder, openFolder } from './debian.ts';
import { CURVE_SIGNERS } from './table.ts';

const DATES = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2056-01-01T00:00:00Z') };
const NAMES = [
  { kind: 'dns', value: 'device-1.example' },
  { kind: 'dns', value: '*.lab.example' },
  { kind: 'ip', value: '192.0.2.1' },
  { kind: 'ip', value: '2001:db8::1' },
] as const;
const AT = ['-attime', '1800000000']; // 2027-01-15
const ALGORITHMS: Readonly<Record<ClassicalKeyId, readonly string[]>> = {
  ed25519: ['ED25519'],
  x25519: ['X25519'],
  secp256r1: ['EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  secp384r1: ['EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  secp521r1: ['EC', '-pkeyopt', 'ec_paramgen_curve:P-521'],
};
const DIGESTS: Readonly<Partial<Record<ClassicalKeyId, string>>> = { secp256r1: '-sha256', secp384r1: '-sha384', secp521r1: '-sha512' };
const PASSPHRASE = 'correct horse';

let folder: OpensslFolder;
const file = (name: string) => folder.file(name);
const openssl = (...args: readonly string[]): string => Buffer.from(folder.openssl(...args)).toString();
const readBytes = (name: string) => new Uint8Array(readFileSync(file(name)));

describe.skipIf(!HAS_OPENSSL)('classical keys and certificates both ways with openssl(1)', () => {
  beforeAll(() => {
    folder = openFolder();
    for (const id of CURVE_SIGNERS) writeSigner(id);
  });
  afterAll(() => folder.close());

  it.each(CLASSICAL_KEY_IDS)('%s: it reads our keys, plain and encrypted, to the public key that we write', async (id) => {
    const key = generatePrivateKey(id);
    const expected = Buffer.from(writePublicKey(publicKeyOf(key), 'pem')).toString();
    writeFileSync(file('ours'), await writePrivateKey(key, { format: 'pem' }));
    expect(openssl('pkey', '-in', 'ours', '-pubout')).toBe(expected);
    expect(openssl('pkey', '-in', 'ours', '-check', '-noout')).toContain('Key is valid');
    writeFileSync(file('ours.enc'), await writePrivateKey(key, { format: 'pem', passphrase: PASSPHRASE }));
    expect(openssl('pkey', '-in', 'ours.enc', '-passin', `pass:${PASSPHRASE}`, '-pubout')).toBe(expected);
  });

  it.each(CLASSICAL_KEY_IDS)('%s: we read its keys, plain and encrypted, and write the same bytes', async (id) => {
    openssl('genpkey', '-out', 'theirs.pem', '-algorithm', ...ALGORITHMS[id]);
    openssl('pkcs8', '-topk8', '-nocrypt', '-in', 'theirs.pem', '-outform', 'DER', '-out', 'theirs');
    openssl('pkey', '-in', 'theirs.pem', '-pubout', '-out', 'theirs.pub');
    const key = await readPrivateKey(readBytes('theirs'));
    expect(key.id).toBe(id);
    expect(bytesToHex(toPkcs8Der(key, 'expanded'))).toBe(bytesToHex(readBytes('theirs')));
    expect(Buffer.from(writePublicKey(publicKeyOf(key), 'pem')).toString()).toBe(readFileSync(file('theirs.pub'), 'utf8'));
    expect(readPublicKey(readBytes('theirs.pub'))).toEqual(publicKeyOf(key));
    openssl('pkcs8', '-topk8', '-in', 'theirs.pem', '-out', 'theirs.enc', '-passout', `pass:${PASSPHRASE}`);
    expect(await readPrivateKey(readBytes('theirs.enc'), { passphrase: PASSPHRASE })).toEqual(key);
  });

  it.each(CURVE_SIGNERS)('%s: it verifies, strictly, what our CA issues to each kind of key, and the host’s name', (ca) => {
    for (const id of CLASSICAL_KEY_IDS) {
      writeFileSync(file('leaf'), renderPem('CERTIFICATE', toLeaf(ca, generatePrivateKey(id))));
      const verify = (...named: readonly string[]) => openssl('verify', '-x509_strict', ...AT, '-CAfile', `${ca}.root`, ...named, 'leaf');
      for (const host of ['device-1.example', 'a.lab.example']) expect(verify('-verify_hostname', host)).toBe('leaf: OK\n');
      for (const address of ['192.0.2.1', '2001:db8::1']) expect(verify('-verify_ip', address)).toBe('leaf: OK\n');
      expect(() => verify('-verify_hostname', 'device-2.example')).toThrow('hostname mismatch');
      expect(() => verify('-verify_ip', '192.0.2.2')).toThrow('IP address mismatch');
      expect(openssl('x509', '-in', 'leaf', '-noout', '-ext', 'subjectAltName')).toContain(
        'DNS:device-1.example, DNS:*.lab.example, IP Address:192.0.2.1, IP Address:2001:DB8:0:0:0:0:0:1',
      );
    }
    const other = CURVE_SIGNERS.find((id) => id !== ca) ?? ca;
    expect(() => openssl('verify', ...AT, '-CAfile', `${other}.root`, 'leaf')).toThrow('unable to get local issuer certificate');
  });

  it.each(CURVE_SIGNERS)('%s: we verify the certificates and requests that it makes, and read their names', (id) => {
    const names = 'subjectAltName=DNS:device-1.example,IP:192.0.2.1,IP:2001:db8::1';
    const subject = ['-subj', '/CN=device 1', '-addext', names, ...(DIGESTS[id] === undefined ? [] : [DIGESTS[id] ?? ''])];
    const key = publicKeyOf(keys.get(id) ?? generatePrivateKey(id));
    for (const [name, kind] of [
      ['theirs.crt', ['-x509', '-days', '30']],
      ['theirs.csr', []],
    ] as const) {
      openssl('req', '-new', ...kind, '-key', `${id}.key`, ...subject, '-out', name);
      const der = openPem(readBytes(name));
      expect(verifySigned(der, key)).toEqual({ valid: true });
      expect(verifySigned(der.with(-1, (der.at(-1) ?? 0) ^ 1), key).valid).toBe(false);
      expect(readAlternativeNames(der).map(({ value }) => value)).toEqual(['device-1.example', '192.0.2.1', '2001:db8::1']);
      const [found] = inspect(readBytes(name));
      expect(found?.problems).toEqual([]);
      expect(found?.facts).toContainEqual(['alternative names', 'DNS device-1.example, IP 192.0.2.1, IP 2001:db8::1']);
    }
    expect(readSoundRequest(openPem(readBytes('theirs.csr')))).toMatchObject({ publicKey: key, alternativeNames: { length: 3 } });
  });

  it.each(CURVE_SIGNERS)('%s: it verifies our request, reads its names, and issues a certificate for it', (id) => {
    const made = makeRequest('CN=device 1', keys.get(id) ?? generatePrivateKey(id), { alternativeNames: NAMES });
    writeFileSync(file('ours.csr'), renderPem('CERTIFICATE REQUEST', made));
    openssl('req', '-verify', '-noout', '-in', 'ours.csr');
    expect(openssl('req', '-noout', '-text', '-in', 'ours.csr')).toContain('DNS:device-1.example, DNS:*.lab.example, IP Address:192.0.2.1');
    openssl('x509', '-req', '-in', 'ours.csr', '-CA', `${id}.root`, '-CAkey', `${id}.key`, '-copy_extensions', 'copy', '-out', 'issued');
    const issued = openPem(readBytes('issued'));
    expect(verifySigned(issued, publicKeyOf(keys.get(id) ?? generatePrivateKey(id)))).toEqual({ valid: true });
    expect(readAlternativeNames(issued)).toEqual(NAMES);
  });

  it.each(CURVE_SIGNERS)('%s: TLS 1.3 with our key, certificate and root, the host’s name checked', async (id) => {
    const key = generatePrivateKey(id);
    writeFileSync(file('tls.key'), await writePrivateKey(key, { format: 'pem' }));
    writeFileSync(file('tls.crt'), renderPem('CERTIFICATE', toLeaf(id, key)));
    const server = await serve();
    const client = (host: string) => connect(server.port, ['-CAfile', `${id}.root`, '-verify_hostname', host, ...AT]);
    try {
      const taken = await client('device-1.example');
      expect(taken).toMatchObject({ code: 0, text: expect.stringContaining('Protocol version: TLSv1.3') });
      expect(taken.text).toContain('Verification: OK');
      expect(await client('device-2.example')).toMatchObject({ code: 1, text: expect.stringContaining('certificate verify failed') });
    } finally {
      server.close();
    }
  });
});

const keys = new Map<ClassicalKeyId, PrivateKey>();

/** A key of ours with its root, in the folder. */
function writeSigner(id: ClassicalKeyId): void {
  const key = generatePrivateKey(id);
  const name = `CN=${id} root`;
  const root = issueCertificate({ subject: name, publicKey: publicKeyOf(key), isCa: true, ...DATES }, { name, privateKey: key });
  keys.set(id, key);
  writeFileSync(file(`${id}.key`), renderPem('PRIVATE KEY', toPkcs8Der(key, 'expanded')));
  writeFileSync(file(`${id}.root`), renderPem('CERTIFICATE', root));
}

function toLeaf(ca: ClassicalKeyId, key: PrivateKey): Uint8Array {
  const fields = { subject: 'CN=device 1', publicKey: publicKeyOf(key), isCa: false, ...DATES, alternativeNames: NAMES };
  return issueCertificate(fields, { name: `CN=${ca} root`, privateKey: keys.get(ca) ?? generatePrivateKey(ca) });
}

/** A server that has our key and certificate. */
async function serve(): Promise<{ readonly port: number; readonly close: () => void }> {
  const port = await findPort();
  const server = spawn(OPENSSL, ['s_server', '-accept', `127.0.0.1:${port}`, '-key', 'tls.key', '-cert', 'tls.crt', '-tls1_3'], {
    cwd: file('.'),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  for await (const printed of server.stdout) if (String(printed).includes('ACCEPT')) break;
  return { port, close: () => void server.kill() };
}

async function connect(port: number, options: readonly string[]): Promise<{ readonly code: number | null; readonly text: string }> {
  const args = ['s_client', '-connect', `127.0.0.1:${port}`, '-brief', '-verify_return_error', '-tls1_3', ...options];
  const client = spawn(OPENSSL, args, { cwd: file('.'), stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [client.stdout, client.stderr]) {
    stream.on('data', (data) => {
      text += String(data);
    });
  }
  const code = await new Promise<number | null>((resolve) => client.on('close', resolve));
  return { code, text };
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
