// What a PEM block says: by the shape of its body, and by its label and RFC 1421 headers where the body is encrypted or no DER.

import { isMalformed } from '../../formats/der.ts';
import { readSshPrivateKey } from '../../formats/openssh-key.ts';
import type { PemBlock, PemProblem } from '../../formats/pem.ts';
import { readPki } from '../../formats/pki.ts';
import { useOf } from '../../knowledge/algorithms.ts';
import { findPemCipher } from '../../knowledge/identifiers/pem-cipher.ts';
import { findSshCipher } from '../../knowledge/identifiers/ssh.ts';
import type { AlgorithmId } from '../../model/algorithm.ts';
import type { Evidence, Gap } from '../../model/evidence.ts';
import { algorithm, toEncryptedKey, toItems } from './facts.ts';
import { toSshKeyFacts } from './key-facts.ts';
import { toOpenPgpItems } from './openpgp-facts.ts';
import { type Place, toEvidence, toGap } from './place.ts';

/** Containers of OpenSSL's traditional private keys, by label. */
const TRADITIONAL: ReadonlyMap<string, { readonly algorithm: AlgorithmId; readonly container: string }> = new Map([
  ['RSA PRIVATE KEY', { algorithm: 'rsa', container: 'PKCS#1' }],
  ['EC PRIVATE KEY', { algorithm: 'ec', container: 'SEC1' }],
  ['DSA PRIVATE KEY', { algorithm: 'dsa', container: 'DSA' }],
] as const);

const OPENVPN_STATIC_KEY_BITS = 2048;

/** Everything that one block has to say. A body that is not what it should be is a gap. */
export function toPemItems(block: PemBlock, place: Place): readonly (Evidence | Gap)[] {
  if (block.label.startsWith('PGP ')) return toOpenPgpItems(block.body, block.label, place);
  if (block.label === 'OPENSSH PRIVATE KEY') return sshPrivateKey(block, place);
  if (block.label === 'OpenVPN Static key V1') return staticKey(place);
  const cipher = block.headers.get('DEK-Info');
  if (cipher !== undefined) return traditionalEncrypted(block.label, cipher, place);
  const read = readPki(block.body);
  if (!isMalformed(read)) return toItems(read.object, place);
  return [toGap(place, 'malformed', `${block.label}: octet ${read.offset} of the body: expected ${read.expected}, found ${read.found}`)];
}

/** A BEGIN line without a block. A text that OpenPGP signs has no end of its own: its signature follows. */
export function toProblemGaps(problem: PemProblem, place: Place): readonly Gap[] {
  if (problem.label === 'PGP SIGNED MESSAGE') return [];
  return [toGap(place, 'malformed', `${problem.label}: expected ${problem.expected}, found ${problem.found}`)];
}

function sshPrivateKey({ body, label }: PemBlock, place: Place): readonly (Evidence | Gap)[] {
  const read = readSshPrivateKey(body);
  if (isMalformed(read))
    return [toGap(place, 'malformed', `${label}: octet ${read.offset} of the body: expected ${read.expected}, found ${read.found}`)];
  const key = toEvidence(place, {
    kind: 'key',
    material: 'private-key',
    key: toSshKeyFacts(read.publicKey),
    encrypted: read.encrypted,
    container: 'OpenSSH',
  });
  if (!read.encrypted) return [key];
  const kdf =
    read.kdf === 'bcrypt' ? useOf('bcrypt', { written: 'bcrypt', functions: ['keyderive'] }) : useOf('unrecognised', { written: read.kdf });
  return [
    key,
    toEvidence(place, algorithm(findSshCipher(read.cipher), 'openssh-key-v1 ciphername')),
    toEvidence(place, algorithm(kdf, 'openssh-key-v1 kdfname')),
  ];
}

// RFC 1421 section 4.6.1.3. OpenSSL derives the key with EVP_BytesToKey: MD5, one round (PEM_do_header).
function traditionalEncrypted(label: string, dekInfo: string, place: Place): readonly (Evidence | Gap)[] {
  const known = TRADITIONAL.get(label);
  const key = useOf(known?.algorithm ?? 'unrecognised', { written: label });
  const md5 = useOf('md5', { written: 'EVP_BytesToKey' });
  const kdf = useOf('evp-bytes-to-key', {
    written: 'EVP_BytesToKey',
    parameters: { digest: { value: 'md5', from: 'default' }, iterations: { value: 1, from: 'default' } },
    functions: ['keyderive'],
    parts: [md5],
  });
  return [
    ...toEncryptedKey({ algorithm: key }, known?.container ?? 'PEM', place),
    toEvidence(place, algorithm(findPemCipher(dekInfo.split(',')[0] ?? ''), 'DEK-Info')),
    toEvidence(place, algorithm(kdf, 'DEK-Info')),
  ];
}

// OpenVPN's static key: 2,048 bits of shared secret, used for HMAC and cipher keys. No fingerprint of a symmetric secret is made.
function staticKey(place: Place): readonly Evidence[] {
  const use = useOf('unrecognised', { written: 'OpenVPN Static key V1' });
  const key = { algorithm: use, sizeBits: OPENVPN_STATIC_KEY_BITS };
  return [toEvidence(place, { kind: 'key', material: 'secret-key', key, encrypted: false, container: 'OpenVPN static key' })];
}
