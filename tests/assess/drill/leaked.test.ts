// A key in other hands: what holds it, what it signed, what it opens, and what it does not.

import { describe, expect, it } from 'vitest';
import { drillReports } from '../../../src/api/drill.ts';
import { findKeys } from '../../../src/assess/drill.ts';
import { parseScenario } from '../../../src/catalog/scenario.ts';
import { called, certificate, inventoryOf, key, protocol, use } from '../given.ts';
import { AS_OF, drilled, reportOf, roleOf, sheetOf } from './given.ts';

const SPKI = 'f0c9a51f4d167463d56a70b65d62edd508d1f60e2cda2c85420d2c098f6cef89';
const EC = { algorithm: use('ec', { curve: 'secp256r1' }), sizeBits: 256, spkiSha256: SPKI };
const signingKey = key({ key: EC }, { roleHint: 'update' });
const verifyingKey = key({ material: 'public-key', container: 'SPKI', key: EC }, { roleHint: 'boot' });
const LEAKED = `leaked=${SPKI.slice(0, 16)}@2027-01-01`;

describe('a key id', () => {
  const inventory = inventoryOf([signingKey, verifyingKey, key()]);

  it.each([
    ['the asset id', `crypto/key/private-key/${SPKI.slice(0, 16)}`],
    ['the fingerprint', SPKI],
    ['the fingerprint with colons and in capitals', (SPKI.match(/../g) ?? []).join(':').toUpperCase()],
    ['its first eight digits', SPKI.slice(0, 8)],
    ['a fingerprint with its hash', `SHA256:${SPKI}`],
  ])('may be %s: private and public half are one key', (_name, written) => {
    expect(findKeys(inventory, written)).toMatchObject({ fingerprints: [SPKI], holders: [{ kind: 'key' }, { kind: 'key' }] });
  });

  it('is not met by fewer digits, by part of a path or by nothing', () => {
    for (const written of [SPKI.slice(0, 7), 'crypto/key', '', 'key', 'zzzzzzzz']) expect(findKeys(inventory, written).holders).toEqual([]);
  });

  it('finds the key of a certificate by its digest or its subject key id', () => {
    const held = inventoryOf([certificate({ sha256: '9'.repeat(64), subjectKeyId: 'ab'.repeat(20), publicKey: EC })]);
    for (const written of ['9'.repeat(64), `${'AB:'.repeat(19)}AB`, SPKI.slice(0, 12)])
      expect(findKeys(held, written).fingerprints).toEqual([SPKI]);
  });

  it('that nobody knows is refused with the nearest, one that is not clear with the choices', () => {
    const report = reportOf([signingKey]);
    const ask = (written: string, ...reports: (typeof report)[]): unknown =>
      drillReports(reports, parseScenario(`leaked=${written}`, AS_OF), AS_OF);
    expect(() => ask('crypto/key/private-key/f0c9a51f4d167464', report)).toThrow('(nearest: "crypto/key/private-key/f0c9a51f4d167463")');
    expect(() => ask('00000000', reportOf([]))).toThrow('the inventory holds no key');
    const alike = reportOf([key({ key: { ...EC, spkiSha256: `${SPKI.slice(0, 8)}${'0'.repeat(56)}` } })]);
    expect(() => ask(SPKI.slice(0, 8), report, alike)).toThrow('stands for 2 keys');
  });
});

describe('a leaked signing key', () => {
  it('hits every role that holds either half, and no mechanism', () => {
    const sheet = sheetOf(LEAKED, [
      signingKey,
      verifyingKey,
      called('update', use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] })),
    ]);
    expect(sheet.roles.map(({ role, assets }) => [role, assets.map(({ kind, reach }) => [kind, reach])])).toEqual([
      ['boot', [['key', 'itself']]],
      ['update', [['key', 'itself']]],
    ]);
    expect(sheet.keys.map(({ spkiSha256 }) => spkiSha256)).toEqual([SPKI, SPKI]);
  });

  it('leaves a way out where units hold a second key and can refuse the lost one', () => {
    const evidence = [signingKey, called('update', use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] }))];
    const word = (role: Record<string, unknown>): unknown =>
      sheetOf(LEAKED, evidence, { roles: [{ role: 'update', ...role }] }).chain.find((link) => link.role === 'update')?.word;
    expect(word({ keySlots: 2, keysRevocable: true })).toBe('second-key');
    expect(word({ keySlots: 2, keysRevocable: false, changedBy: 'vendor-ota' })).toBe('until-the-day');
    expect(word({ keySlots: 1, keysRevocable: true, changedBy: 'vendor-ota' })).toBe('until-the-day');
    expect(word({ verifierImmutable: true })).toBe('fixed');
  });

  it('asks for key slots and revocation where they are not declared', () => {
    const { questions } = sheetOf(
      LEAKED,
      [signingKey, called('update', use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] }))],
      {},
    );
    expect(questions.map(({ code }) => code)).toEqual(expect.arrayContaining(['key-slots', 'keys-revocable']));
  });
});

describe('a leaked key of a server', () => {
  const RSA = { algorithm: use('rsa', { keyBits: 2048 }), sizeBits: 2048, spkiSha256: SPKI };
  const server = certificate({ publicKey: RSA }, { roleHint: 'transport' });

  it('imitates it, and opens nothing that was recorded under ephemeral keys', () => {
    const tls = protocol('tls', ['1.2'], { suites: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'] });
    expect(roleOf(sheetOf(LEAKED, [server, tls]), 'transport').consequences.map(({ code }) => code)).toEqual(['identity-forgeable']);
  });

  // RFC 5246 §7.4.7.1: the premaster secret is encrypted to the key of the certificate
  it('opens what was recorded where a suite encrypts the session key to it', () => {
    const tls = protocol('tls', ['1.2'], { suites: ['TLS_RSA_WITH_AES_128_CBC_SHA'] });
    const { consequences } = roleOf(sheetOf(LEAKED, [server, tls]), 'transport');
    expect(consequences.map(({ code, retroactive }) => [code, retroactive])).toEqual([
      ['identity-forgeable', false],
      ['recorded-readable', true],
    ]);
  });
});

it('a leaked secret key reads and forges', () => {
  const shared = key({ material: 'secret-key', key: { algorithm: use('aes', { keyBits: 128 }), sizeBits: 128 } }, { roleHint: 'radio' });
  const asset = inventoryOf([shared]).assets.find(({ kind }) => kind === 'key');
  const sheet = sheetOf(`leaked=${asset?.id ?? ''}`, [shared]);
  expect(roleOf(sheet, 'radio').consequences.map(({ code }) => code)).toEqual(['messages-forgeable', 'recorded-readable']);
});

it('one key in two products is told in both', () => {
  const other = { ...reportOf([verifyingKey], { name: 'Other' }) };
  const { products, totals } = drilled(LEAKED, reportOf([signingKey], { name: 'One' }), other, reportOf([key()], { name: 'Third' }));
  expect(products.map(({ product, standing, keys }) => [product, standing, keys.length])).toEqual([
    ['One', 'falls', 1],
    ['Other', 'falls', 1],
    ['Third', 'not-hit', 0],
  ]);
  expect(totals.products).toEqual({ falls: 2, 'may-fall': 0, holds: 0, 'not-hit': 1 });
});
