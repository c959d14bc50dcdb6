// What falls in a product when a mechanism falls: roles, certificate chains, protocols, hybrids, data that was recorded; and what nobody saw.

import { describe, expect, it } from 'vitest';
import { called, certificate, protocol, use } from '../given.ts';
import { roleOf, sheetOf } from './given.ts';

const P256 = use('ecdsa', { curve: 'secp256r1', digest: 'sha-256' }, { functions: ['verify'] });
const ON_2031 = 'broken=ecdsa-p256@2031-01-01';

describe('a broken signature', () => {
  it('lets images be forged in boot and update, and units be imitated elsewhere', () => {
    const sheet = sheetOf(ON_2031, [called('boot', P256), called('update', P256), called('device-identity', P256)]);
    expect(sheet.standing).toBe('falls');
    expect(sheet.roles.map(({ role, consequences }) => [role, consequences.map(({ code, retroactive }) => [code, retroactive])])).toEqual([
      ['boot', [['images-forgeable', false]]],
      ['update', [['images-forgeable', false]]],
      ['device-identity', [['identity-forgeable', false]]],
    ]);
  });

  it('holds where a second one is declared to be required, falls where it is declared not to be, and may fall where nobody said', () => {
    const evidence = [called('update', P256), called('update', use('ml-dsa-65', {}, { functions: ['verify'] }))];
    const declared = (answer: string): Record<string, unknown> => ({
      declarations: [{ id: 'both-signatures-required', answer, statement: 'said', declaredBy: 'vendor', date: '2026-01-01' }],
    });
    expect(roleOf(sheetOf(ON_2031, evidence, declared('yes')), 'update')).toMatchObject({ standing: 'holds', consequences: [] });
    expect(roleOf(sheetOf(ON_2031, evidence, declared('no')), 'update').standing).toBe('falls');
    const open = sheetOf(ON_2031, evidence, {});
    expect(roleOf(open, 'update').standing).toBe('may-fall');
    expect(open.questions).toContainEqual(expect.objectContaining({ code: 'both-signatures', role: 'update', names: ['ML-DSA-65'] }));
  });

  it('may fall, and no more, where the use is only a hint, and is on record where only a test has it', () => {
    expect(roleOf(sheetOf(ON_2031, [called('update', P256, { confidence: 'hint' })]), 'update').standing).toBe('may-fall');
    expect(sheetOf(ON_2031, [called('update', P256, { origin: 'test' })])).toMatchObject({ standing: 'not-hit', roles: [], onRecord: 1 });
  });

  it('asks for the curve where it is not known', () => {
    const sheet = sheetOf(ON_2031, [called('update', use('ecdsa', {}, { functions: ['verify'] }))], {});
    expect(roleOf(sheet, 'update').standing).toBe('may-fall');
    expect(sheet.questions).toContainEqual({ code: 'parameters-unknown', names: ['ECDSA'] });
  });
});

describe('a certificate chain', () => {
  const root = certificate(
    {
      subject: 'CN=root',
      issuer: 'CN=root',
      isCa: true,
      selfSigned: true,
      subjectKeyId: 'aa',
      publicKey: { algorithm: use('ec', { curve: 'secp256r1' }), sizeBits: 256, spkiSha256: 'e'.repeat(64) },
      signature: use('ecdsa', { digest: 'sha-256' }),
    },
    { roleHint: 'device-identity' },
  );
  const issuing = certificate(
    {
      subject: 'CN=issuing',
      issuer: 'CN=root',
      isCa: true,
      subjectKeyId: 'bb',
      authorityKeyId: 'aa',
      publicKey: { algorithm: use('rsa', { keyBits: 4096 }), sizeBits: 4096, spkiSha256: 'd'.repeat(64) },
      signature: use('ecdsa', { digest: 'sha-256' }),
    },
    { roleHint: 'device-identity' },
  );
  const leaf = certificate(
    {
      subject: 'CN=unit',
      issuer: 'CN=issuing',
      authorityKeyId: 'bb',
      publicKey: { algorithm: use('rsa', { keyBits: 4096 }), sizeBits: 4096, spkiSha256: 'c'.repeat(64) },
      signature: use('rsassa-pkcs1', { digest: 'sha-256' }),
    },
    { roleHint: 'device-identity' },
  );

  it('falls below a root whose key can be computed, though its own keys stand', () => {
    const { assets } = roleOf(sheetOf(ON_2031, [root, issuing, leaf]), 'device-identity');
    const chain = assets.filter(({ kind }) => kind === 'certificate').map(({ name, reach, through }) => [name, reach, through]);
    expect(chain).toEqual([
      ['EC-secp256r1 certificate “root”', 'key', []],
      ['certificate “issuing”', 'issuer', ['certificate “root”']],
      ['certificate “unit”', 'issuer', ['certificate “root”']],
    ]);
  });

  it('stands where only a leaf’s own key could be computed', () => {
    const { assets } = roleOf(sheetOf('broken=rsa@2031-01-01', [root, issuing, leaf]), 'device-identity');
    expect(assets.filter(({ kind }) => kind === 'certificate').map(({ name }) => name)).toEqual([
      'RSA-4096 certificate “issuing”',
      'RSA-4096 certificate “unit”',
    ]);
  });
});

describe('a certificate whose issuer was not seen', () => {
  const leaf = (signature: ReturnType<typeof use>): ReturnType<typeof certificate> =>
    certificate({ publicKey: { algorithm: use('ec', { curve: 'secp384r1' }), sizeBits: 384 }, signature }, { roleHint: 'device-identity' });
  const found = (scenario: string, signature: ReturnType<typeof use>): unknown =>
    sheetOf(scenario, [leaf(signature)]).roles.flatMap(({ assets }) =>
      assets.map(({ standing, reach, through }) => [standing, reach, through]),
    );

  it('falls with the kind of key that signed it, as far as the signature says it', () => {
    const rsa = use('rsassa-pkcs1', { digest: 'sha-256' }, { parts: [use('sha-256')] });
    expect(found('broken=rsa@2031-01-01', rsa)).toEqual([['falls', 'issuer', ['RSA-PKCS1-1.5-SHA-256']]]);
    expect(found('broken=rsa-2048@2031-01-01', rsa)).toEqual([['may-fall', 'issuer', ['RSA-PKCS1-1.5-SHA-256']]]);
    expect(found('broken=p256@2031-01-01', rsa)).toEqual([]);
  });

  it('may fall with the digest under its signature, by the kind of break', () => {
    const sha1 = use('rsassa-pkcs1', { digest: 'sha-1' }, { parts: [use('sha-1')] });
    expect(found('broken=sha-1', sha1)).toEqual([['may-fall', 'part', ['SHA-1']]]);
    expect(sheetOf('broken=sha-1', [leaf(sha1)]).roles[0]?.consequences.map(({ code }) => code)).toEqual(['depends-on-kind']);
  });
});

describe('a broken key agreement', () => {
  const TLS13 = protocol(
    'tls',
    ['1.3'],
    { groups: ['x25519', 'X25519MLKEM768'], suites: ['TLS_AES_128_GCM_SHA256'] },
    { state: 'offered', grade: 'observed' },
  );
  const data = [{ id: 'log', name: 'Log', secretYears: 10, roles: ['transport'] }];

  it('opens what was recorded, and says since when it still had to be secret', () => {
    const sheet = sheetOf('broken=x25519@2031-06-30', [called('transport', use('x25519', {}, { functions: ['keyderive'] }))], {
      data,
      units: { placedFrom: '2026-03-01', placedTo: '2028-12-31' },
    });
    expect(roleOf(sheet, 'transport').consequences).toEqual([{ code: 'recorded-readable', retroactive: true, certain: true }]);
    // 10 years before 2031-06-30
    expect(sheet.data).toEqual([
      { id: 'log', name: 'Log', secretYears: 10, roles: ['transport'], sentFrom: '2026-03-01', stillSecretFrom: '2021-06-30' },
    ]);
    expect(sheet.losses.map(({ what }) => what)).toEqual(['sent-data']);
  });

  it('leaves a hybrid group standing and names what a protocol has left', () => {
    const { assets } = roleOf(sheetOf('broken=x25519@2031-01-01', [TLS13]), 'transport');
    expect(assets.find(({ kind }) => kind === 'protocol')).toMatchObject({
      standing: 'falls',
      through: ['x25519'],
      left: ['X25519MLKEM768'],
    });
    expect(assets.find(({ name }) => name === 'X25519MLKEM768')).toMatchObject({ standing: 'holds', left: ['ML-KEM-768'] });
  });

  it('is no loss where only a hybrid was offered: it holds, and nothing is asked', () => {
    const only = protocol('tls', ['1.3'], { groups: ['X25519MLKEM768'] }, { state: 'offered', grade: 'observed' });
    const sheet = sheetOf('broken=x25519@2031-01-01', [only], {});
    expect(sheet).toMatchObject({ standing: 'holds', losses: [], questions: [] });
  });

  it('asks for the life of data where none is declared, and says that what was recorded is not known', () => {
    const sheet = sheetOf('broken=x25519@2031-01-01', [called('transport', use('x25519', {}, { functions: ['keyderive'] }))], {});
    expect(sheet.losses).toContainEqual({ what: 'recorded-unknown' });
    expect(sheet.questions).toContainEqual(expect.objectContaining({ code: 'data-life', role: 'transport' }));
  });
});

describe('a sheet', () => {
  it('says of stored data that its copies become readable', () => {
    const sheet = sheetOf('broken=aes-128@2031-01-01', [
      called('storage', use('aes', { keyBits: 128, mode: 'gcm' }, { functions: ['encrypt'] })),
    ]);
    expect(roleOf(sheet, 'storage').consequences).toEqual([{ code: 'stored-readable', retroactive: true, certain: true }]);
  });

  it('names roles in scope of which nothing was seen: not seen is not safe', () => {
    const sheet = sheetOf('broken=md5', [called('update', P256)], { targets: ['esp32'] });
    expect(sheet.standing).toBe('not-hit');
    expect(sheet.unseen).toContain('boot');
  });

  it('takes the way out from the plan, without what would fall with it', () => {
    const evidence = [called('transport', use('x25519', {}, { functions: ['keyderive'] }))];
    const broken = roleOf(sheetOf('broken=x25519@2031-01-01', evidence, { markets: ['eu'] }), 'transport').wayOut;
    expect(broken?.to).toContain('X25519MLKEM768');
    const both = roleOf(sheetOf('broken=x25519,ml-kem-768@2031-01-01', evidence, { markets: ['eu'] }), 'transport').wayOut;
    expect(both?.to).not.toContain('X25519MLKEM768');
  });

  it('is the same whatever the order of the evidence', () => {
    const evidence = [
      called('boot', P256),
      called('update', P256),
      called('transport', use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] })),
    ];
    const order = (list: typeof evidence): string => JSON.stringify(sheetOf(ON_2031, list, {}));
    expect(order([...evidence].reverse())).toBe(order(evidence));
  });
});
