import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEY_IDS, publicKeyOf } from '../../../src/pqc/encoding/key.ts';
import { encryptPkcs8 } from '../../../src/pqc/encoding/pbes2.ts';
import { readPkcs8Der, toPkcs8Der } from '../../../src/pqc/encoding/pkcs8.ts';
import { readPrivateKey } from '../../../src/pqc/encoding/read-key.ts';
import { readSpkiDer, toSpkiDer } from '../../../src/pqc/encoding/spki.ts';
import { decapsulate, encapsulate } from '../../../src/pqc/kem.ts';
import { ML_KEM_IDS } from '../../../src/pqc/parameter-sets.ts';
import { sign, verify } from '../../../src/pqc/signature.ts';
import { SLH_DSA_IDS } from '../../../src/pqc/slh-dsa-sets.ts';
import { acceptServerShare, answerClientShare, makeClientShare, TLS_HYBRID_IDS, TLS_HYBRIDS } from '../../../src/pqc/tls-hybrid.ts';
import { COMPLETE } from '../vector-files.ts';
import { ourKey, ourPkcs8, ourSpki } from './keys.ts';
import { base64, bytesOf, HAS_OPENSSL_35, type Openssl, openOpenssl } from './node24.ts';
import { QUICK_IDS, SEEDED_IDS, SIGNATURE_IDS } from './table.ts';

const MESSAGE = utf8ToBytes('firmware 1.4.0');
const CONTEXTS = [undefined, utf8ToBytes('update')];
const PASSPHRASE = 'Grüße, корректная лошадь';
const FORMS = [
  ['seed', 'seed-only'],
  ['expanded', 'priv-only'],
  ['both', 'seed-priv'],
] as const;

const EARLIER_FORMATS = ['oqskeypair', 'bare-seed', 'bare-priv'] as const;

let openssl: Openssl;

describe.skipIf(!HAS_OPENSSL_35)('keys, secrets and signatures both ways with OpenSSL 3.5', { timeout: 600_000 }, () => {
  beforeAll(() => {
    openssl = openOpenssl();
  }, 120_000);
  afterAll(() => openssl.close());

  it('asks OpenSSL 3.5', async () => {
    expect(await openssl.ask({ op: 'version' })).toEqual([expect.stringMatching(/^3\.5\./)]);
  });

  it('public keys: OpenSSL reads ours and writes the same bytes', async () => {
    const ours = KEY_IDS.map(ourSpki);
    expect(await openssl.ask(...ours.map((spki) => ({ op: 'publicKey', spki })))).toEqual(ours);
  });

  it('public keys and private keys: we read OpenSSL’s and write the same bytes', async () => {
    const answers = await openssl.ask(...KEY_IDS.map((id) => ({ op: 'generate', id })));
    for (const [i, answer] of answers.entries()) {
      const { spki, pkcs8 } = pairOf(answer);
      const { key, form } = readPkcs8Der(pkcs8);
      expect([key.id, form]).toEqual([KEY_IDS[i], key.seed === undefined ? 'expanded' : 'both']);
      expect(bytesToHex(toPkcs8Der(key, form))).toBe(bytesToHex(pkcs8));
      expect(bytesToHex(toSpkiDer(readSpkiDer(spki)))).toBe(bytesToHex(spki));
      expect(bytesToHex(toSpkiDer(publicKeyOf(key)))).toBe(bytesToHex(spki));
    }
  });

  it.each(FORMS)('private keys as %s: OpenSSL reads ours to the same public key', async (form) => {
    const questions = SEEDED_IDS.map((id) => ({ op: 'publicHalf', pkcs8: base64(toPkcs8Der(ourKey(id), form)) }));
    expect(await openssl.ask(...questions)).toEqual(SEEDED_IDS.map(ourSpki));
  });

  it('private keys of SLH-DSA: OpenSSL reads ours to the same public key', async () => {
    expect(await openssl.ask(...SLH_DSA_IDS.map((id) => ({ op: 'publicHalf', pkcs8: ourPkcs8(id) })))).toEqual(SLH_DSA_IDS.map(ourSpki));
  });

  it.each(FORMS)('private keys as %s: we read OpenSSL’s (%s) and write the same bytes', async (form, format) => {
    const writer = openOpenssl(format);
    const pairs = await writer.ask(...SEEDED_IDS.map((id) => ({ op: 'generate', id })));
    writer.close();
    for (const answer of pairs) {
      const { spki, pkcs8 } = pairOf(answer);
      const read = readPkcs8Der(pkcs8);
      expect(read.form).toBe(form);
      expect(bytesToHex(toPkcs8Der(read.key, form))).toBe(bytesToHex(pkcs8));
      expect(bytesToHex(toSpkiDer(publicKeyOf(read.key)))).toBe(bytesToHex(spki));
    }
  });

  it.each(EARLIER_FORMATS)(
    'private keys in a form from before RFC 9881 and RFC 9935 (%s): we refuse OpenSSL’s and say where',
    async (format) => {
      const writer = openOpenssl(format);
      const pairs = await writer.ask(...SEEDED_IDS.map((id) => ({ op: 'generate', id })));
      writer.close();
      for (const answer of pairs) {
        expect(() => readPkcs8Der(pairOf(answer).pkcs8)).toThrow(/^ML-(KEM|DSA)-\d+ privateKey: offset \d+: expected .*, found /);
      }
    },
  );

  it('encrypted private keys: OpenSSL opens ours', async () => {
    const encrypted = await Promise.all(KEY_IDS.map((id) => encryptPkcs8(bytesOf(ourPkcs8(id)), PASSPHRASE)));
    const questions = encrypted.map((der) => ({ op: 'publicHalf', pkcs8: base64(der), passphrase: PASSPHRASE }));
    expect(await openssl.ask(...questions)).toEqual(KEY_IDS.map(ourSpki));
  });

  it.each(['aes-128-cbc', 'aes-192-cbc', 'aes-256-cbc'])('encrypted private keys: we open OpenSSL’s with %s', async (cipher) => {
    for (const answer of await openssl.ask(...KEY_IDS.map((id) => ({ op: 'generate', id, cipher, passphrase: PASSPHRASE })))) {
      const { spki, pkcs8 } = pairOf(answer);
      const key = await readPrivateKey(pkcs8, { passphrase: PASSPHRASE });
      expect(bytesToHex(toSpkiDer(publicKeyOf(key)))).toBe(bytesToHex(spki));
    }
  });

  it.each(ML_KEM_IDS)('%s: a secret encapsulated at either end is the same at the other', async (id) => {
    const { expanded } = ourKey(id);
    const ours = encapsulate(id, publicKeyOf(ourKey(id)).bytes);
    const [secret, theirs] = await openssl.ask(
      { op: 'decapsulate', pkcs8: ourPkcs8(id), ciphertext: base64(ours.ciphertext) },
      { op: 'encapsulate', spki: ourSpki(id) },
    );
    expect(secret).toBe(base64(ours.sharedSecret));
    const { ciphertext, sharedSecret } = recordOf(theirs);
    expect(base64(decapsulate(id, expanded, bytesOf(ciphertext)))).toBe(sharedSecret);
  });

  it.each(TLS_HYBRID_IDS)('%s: the shares of either client and server give both one secret', async (id) => {
    const group = TLS_HYBRIDS[id].name;
    const { clientShare, secrets } = makeClientShare(id);
    const [answered, theirShare] = await openssl.ask(
      { op: 'hybridEncapsulate', group, share: base64(clientShare) },
      { op: 'hybridKey', group },
    );
    const [serverShare, theirSecret] = listOf(answered);
    expect(base64(acceptServerShare(id, secrets, bytesOf(serverShare)))).toBe(theirSecret);
    const ours = answerClientShare(id, bytesOf(theirShare));
    expect(await openssl.ask({ op: 'hybridDecapsulate', group, share: base64(ours.serverShare) })).toEqual([base64(ours.sharedSecret)]);
  });

  it.each(COMPLETE === undefined ? QUICK_IDS : SIGNATURE_IDS)(
    '%s: OpenSSL verifies our signature, hedged, and no changed one',
    async (id) => {
      const spki = ourSpki(id);
      const questions = CONTEXTS.flatMap((context) => {
        const form = { form: 'pure', ...(context === undefined ? {} : { context }) } as const;
        const signature = sign(id, { privateKey: ourKey(id).expanded, message: MESSAGE, form });
        const bound = context === undefined ? {} : { context: base64(context) };
        const asked = { op: 'verify', spki, message: base64(MESSAGE), signature: base64(signature), ...bound };
        return [asked, { ...asked, context: base64(utf8ToBytes('another')) }];
      });
      expect(await openssl.ask(...questions)).toEqual([true, false, true, false]);
    },
  );

  it.each(SIGNATURE_IDS)('%s: we verify OpenSSL’s signature, and no changed one', async (id) => {
    const { spki, pkcs8 } = pairOf((await openssl.ask({ op: 'generate', id }))[0]);
    const publicKey = readSpkiDer(spki).bytes;
    for (const context of CONTEXTS) {
      const bound = context === undefined ? {} : { context: base64(context) };
      const [answer] = await openssl.ask({ op: 'sign', pkcs8: base64(pkcs8), message: base64(MESSAGE), ...bound });
      const form = { form: 'pure', ...(context === undefined ? {} : { context }) } as const;
      const request = { publicKey, message: MESSAGE, signature: bytesOf(answer), form };
      expect(verify(id, request)).toEqual({ valid: true });
      expect(verify(id, { ...request, message: utf8ToBytes('firmware 1.4.1') }).valid).toBe(false);
    }
  });
});

function recordOf(answer: unknown): Readonly<Record<string, unknown>> {
  if (typeof answer !== 'object' || answer === null) throw new Error(`expected an object, got ${JSON.stringify(answer)}`);
  return Object.fromEntries(Object.entries(answer));
}

function listOf(answer: unknown): readonly unknown[] {
  if (!Array.isArray(answer)) throw new Error(`expected a list, got ${JSON.stringify(answer)}`);
  return answer;
}

function pairOf(answer: unknown): { readonly spki: Uint8Array; readonly pkcs8: Uint8Array } {
  const { spki, pkcs8 } = recordOf(answer);
  return { spki: bytesOf(spki), pkcs8: bytesOf(pkcs8) };
}
