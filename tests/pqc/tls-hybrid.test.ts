import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PqreadyError } from '../../src/model/errors.ts';
import {
  acceptServerShare,
  answerClientShare,
  isTlsHybridId,
  makeClientShare,
  TLS_HYBRID_IDS,
  TLS_HYBRIDS,
} from '../../src/pqc/tls-hybrid.ts';
import { tlsExchanges } from './openssl.ts';

/** RFC 8446 §7.1: from the (EC)DHE secret to server_handshake_traffic_secret. */
function toTrafficSecret(sharedSecret: Uint8Array, messages: Uint8Array): string {
  const expandLabel = (secret: Uint8Array, label: string, hash: Uint8Array) => {
    const name = utf8ToBytes(`tls13 ${label}`);
    return expand(sha256, secret, concatBytes(Uint8Array.of(0, 32, name.length), name, Uint8Array.of(32), hash), 32);
  };
  const early = extract(sha256, new Uint8Array(32), new Uint8Array(32));
  const handshake = extract(sha256, sharedSecret, expandLabel(early, 'derived', sha256(new Uint8Array())));
  return bytesToHex(expandLabel(handshake, 's hs traffic', sha256(messages)));
}

/** The key_exchange of the key_share extension (type 51) of a ServerHello with an empty session id: RFC 8446 §4.1.3, §4.2.8. */
function serverShareOf(serverHello: Uint8Array): Uint8Array {
  const view = new DataView(serverHello.buffer, serverHello.byteOffset, serverHello.byteLength);
  for (let at = 4 + 2 + 32 + 1 + 2 + 1 + 2; at < serverHello.length; at += 4 + view.getUint16(at + 2)) {
    if (view.getUint16(at) === 51) return serverHello.subarray(at + 8, at + 8 + view.getUint16(at + 6));
  }
  throw new Error('no key_share');
}

describe('the hybrid groups of TLS 1.3', () => {
  it.each(tlsExchanges())('$group: our client and OpenSSL’s server come to the same handshake secret', (exchange) => {
    const seeds = { mlKem: hexToBytes(exchange.seeds.mlKem), classical: hexToBytes(exchange.seeds.classical) };
    const { clientShare, secrets } = makeClientShare(exchange.group, seeds);
    expect(exchange.clientHello.endsWith(bytesToHex(clientShare))).toBe(true);
    const serverHello = hexToBytes(exchange.serverHello);
    const sharedSecret = acceptServerShare(exchange.group, secrets, serverShareOf(serverHello));
    expect(toTrafficSecret(sharedSecret, concatBytes(hexToBytes(exchange.clientHello), serverHello))).toBe(
      exchange.serverHandshakeTrafficSecret,
    );
  });

  it('has such an exchange for each group', () => {
    expect(tlsExchanges().map(({ group }) => group)).toEqual(TLS_HYBRID_IDS);
  });

  it.each(TLS_HYBRID_IDS)('%s: both sides come to the same secret, of the lengths of the table', (id) => {
    const { clientShareBytes, serverShareBytes, sharedSecretBytes } = TLS_HYBRIDS[id];
    const { clientShare, secrets } = makeClientShare(id);
    const { serverShare, sharedSecret } = answerClientShare(id, clientShare);
    expect([clientShare.length, serverShare.length, sharedSecret.length]).toEqual([clientShareBytes, serverShareBytes, sharedSecretBytes]);
    expect(bytesToHex(acceptServerShare(id, secrets, serverShare))).toBe(bytesToHex(sharedSecret));
  });

  it('puts ML-KEM first with X25519 and the curve first with the NIST groups', () => {
    const point = (id: 'secp256r1mlkem768' | 'secp384r1mlkem1024') => makeClientShare(id).clientShare[0];
    expect([point('secp256r1mlkem768'), point('secp384r1mlkem1024')]).toEqual([4, 4]); // SEC 1 §2.3.3: an uncompressed point
    const first = answerClientShare('x25519mlkem768', makeClientShare('x25519mlkem768').clientShare, {
      mlKem: new Uint8Array(32),
      classical: new Uint8Array(32).fill(9),
    });
    const again = answerClientShare('x25519mlkem768', makeClientShare('x25519mlkem768').clientShare, {
      mlKem: new Uint8Array(32),
      classical: new Uint8Array(32).fill(9),
    });
    expect(bytesToHex(first.serverShare.subarray(1088))).toBe(bytesToHex(again.serverShare.subarray(1088)));
  });

  it('refuses what TLS answers with illegal_parameter', () => {
    const { clientShare } = makeClientShare('x25519mlkem768');
    expect(() => answerClientShare('x25519mlkem768', clientShare.subarray(1))).toThrow(
      'X25519MLKEM768 client share: expected 1216 bytes, got 1215',
    );
    expect(() => answerClientShare('x25519mlkem768', clientShare.slice().fill(0, 1184))).toThrow('a point that is not of low order');
    expect(() => answerClientShare('x25519mlkem768', clientShare.slice().fill(0xff, 0, 3))).toThrow('the modulus check of FIPS 203 §7.2');
    const nist = makeClientShare('secp256r1mlkem768').clientShare;
    expect(() => answerClientShare('secp256r1mlkem768', nist.with(0, 2))).toThrow('a point on the curve, uncompressed');
    expect(() => answerClientShare('secp256r1mlkem768', nist.with(64, (nist[64] ?? 0) ^ 1))).toThrow('a point on the curve, uncompressed');
  });

  it('answers arbitrary shares with a secret or with bad-input', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TLS_HYBRID_IDS), fc.nat(255), fc.boolean(), (id, fill, exact) => {
        try {
          answerClientShare(id, new Uint8Array(exact ? TLS_HYBRIDS[id].clientShareBytes : fill).fill(fill));
        } catch (error) {
          expect(error instanceof PqreadyError && error.code).toBe('bad-input');
        }
      }),
      { numRuns: 30 },
    );
  });

  it('knows no group by a name of Object.prototype', () => {
    expect(isTlsHybridId('constructor')).toBe(false);
  });
});
