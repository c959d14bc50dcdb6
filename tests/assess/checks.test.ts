import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/knowledge/checks.ts';
import type { CheckResult } from '../../src/model/assessment.ts';
import type { CheckId } from '../../src/model/check.ts';
import type { Evidence, Role } from '../../src/model/evidence.ts';
import type { Product } from '../../src/model/product.ts';
import { assessed, called, certificate, fact, fitRow, key, productOf, protocol, use } from './given.ts';

const P256 = use('ecdsa', { curve: 'secp256r1' }, { functions: ['verify'] });
const ECDH = use('ecdh', { curve: 'secp256r1' }, { functions: ['keyderive'] });
const HYBRID = use('x25519mlkem768', {}, { functions: ['encapsulate'] });
const LMS = use('lms', {}, { functions: ['verify'] });
const AES = use('aes', { keyBits: 256, mode: 'gcm' }, { functions: ['encrypt'] });
const BOARD = fact('board', 'esp32');

function resultOf(
  check: CheckId,
  evidence: readonly Evidence[],
  more: Parameters<typeof assessed>[1] = {},
  role?: Role,
): CheckResult | undefined {
  return assessed(evidence, more).checks.find((result) => result.check === check && (role === undefined || result.role === role));
}

function verdict(
  check: CheckId,
  evidence: readonly Evidence[],
  more: Parameters<typeof assessed>[1] = {},
  role?: Role,
): string | undefined {
  return resultOf(check, evidence, more, role)?.verdict;
}

describe('nothing seen is never a pass', () => {
  // What an empty scan may answer: that it was made, that everything it asked for was read, that no key stood where keys were looked for.
  const ABOUT_THE_SCAN: readonly CheckId[] = ['coverage-complete', 'cbom-present', 'no-private-key-in-tree'];

  it('in an empty inventory', () => {
    const met = assessed([]).checks.filter((result) => result.verdict === 'met');
    expect(met.map((result) => result.check).sort()).toEqual([...ABOUT_THE_SCAN].sort());
  });

  it('in a device of which only the board is known', () => {
    const met = assessed([BOARD]).checks.filter((result) => result.verdict === 'met');
    expect(met.map((result) => result.check).sort()).toEqual([...ABOUT_THE_SCAN].sort());
  });

  it('in an empty inventory with a product file that declares nothing', () => {
    const met = assessed([], { product: productOf() }).checks.filter((result) => result.verdict === 'met');
    expect(met.map((result) => result.check).sort()).toEqual([...ABOUT_THE_SCAN].sort());
  });

  it('and a check is answered for roles or for the product, as its table says', () => {
    for (const result of assessed([called('boot', P256)]).checks) {
      expect(result.role === undefined ? 'product' : 'each-role', result.check).toBe(CHECKS[result.check].of);
    }
  });

  it('and every check is answered', () => {
    const answered = new Set(assessed([called('boot', P256)]).checks.map((result) => result.check));
    expect([...answered].sort()).toEqual(Object.keys(CHECKS).sort());
  });
});

describe('roles', () => {
  it('of every device are asked for a device', () => {
    const roles = assessed([BOARD]).checks.filter((result) => result.check === 'mechanisms-known');
    expect(roles.map(({ role, verdict }) => [role, verdict])).toEqual([
      ['boot', 'indeterminate'],
      ['update', 'indeterminate'],
      ['device-identity', 'indeterminate'],
      ['transport', 'indeterminate'],
      ['storage', 'indeterminate'],
    ]);
  });

  it('of a service are those that were seen', () => {
    const roles = assessed([called('transport', ECDH)]).checks.filter((result) => result.check === 'mechanisms-known');
    expect(roles.map(({ role, verdict }) => [role, verdict])).toEqual([['transport', 'met']]);
  });

  it('are not applicable only where the product file says so', () => {
    expect(verdict('boot-quantum-safe', [BOARD], { product: productOf({ roles: [{ role: 'boot', inScope: false }] }) })).toBe(
      'not-applicable',
    );
    expect(verdict('boot-quantum-safe', [called('transport', ECDH)])).toBe('indeterminate');
  });

  it('that are not known hold weaknesses all the same', () => {
    expect(verdict('no-broken-primitive', [called('other', use('rc4'))], {}, 'other')).toBe('not-met');
  });
});

describe('weaknesses of today', () => {
  it('are met where something was looked at and nothing found', () => {
    expect(resultOf('no-broken-primitive', [called('storage', AES)], {}, 'storage')).toMatchObject({
      verdict: 'met',
      reason: { code: 'none-among', args: { examined: 1, role: 'storage' } },
    });
  });

  it('are not met with the finding that says so', () => {
    const result = resultOf('no-broken-primitive', [called('storage', use('rc4'))], {}, 'storage');
    expect(result?.verdict).toBe('not-met');
    expect(result?.findings[0]).toMatch(/^weak-cipher\//);
  });

  it.each([
    ['under a condition that nobody evaluated', { condition: 'CONFIG_LEGACY' }],
    ['as a hint', { confidence: 'hint' as const }],
    ['as a table in an image', { state: 'present' as const, grade: 'binary' as const }],
  ])('are indeterminate %s', (_name, over) => {
    expect(verdict('no-broken-primitive', [called('storage', use('rc4'), over)], {}, 'storage')).toBe('indeterminate');
  });

  it('are indeterminate for a bare MD5, and untouched by one that is no security use', () => {
    expect(verdict('no-broken-primitive', [called('storage', use('md5')), called('storage', AES)], {}, 'storage')).toBe('indeterminate');
    expect(
      verdict('no-broken-primitive', [called('storage', use('md5'), { nonSecurity: 'an ETag' }), called('storage', AES)], {}, 'storage'),
    ).toBe('met');
  });

  it('are indeterminate for an algorithm that nobody knows', () => {
    expect(verdict('no-broken-primitive', [called('storage', use('unrecognised'))], {}, 'storage')).toBe('indeterminate');
  });

  it('of key size need the size', () => {
    const rsa = (keyBits?: number) =>
      called('update', use('rsassa-pss', keyBits === undefined ? {} : { keyBits }, { functions: ['verify'] }));
    expect(verdict('no-short-key', [rsa()], {}, 'update')).toBe('indeterminate');
    expect(verdict('no-short-key', [rsa(1024)], {}, 'update')).toBe('not-met');
    expect(verdict('no-short-key', [rsa(3072)], {}, 'update')).toBe('met');
    expect(verdict('no-short-key', [called('storage', AES)], {}, 'storage')).toBe('not-applicable');
  });

  it('of mode need the mode, except from a switch or a call that makes a key', () => {
    const bare = (over: Partial<Evidence>) => [called('storage', use('aes', { keyBits: 128 }, { functions: ['encrypt'] }), over)];
    expect(verdict('no-unsafe-mode', bare({}), {}, 'storage')).toBe('indeterminate');
    expect(verdict('no-unsafe-mode', bare({ state: 'enabled' }), {}, 'storage')).toBe('met');
    expect(verdict('no-unsafe-mode', [called('storage', use('aes', { keyBits: 128 }, { functions: ['keygen'] }))], {}, 'storage')).toBe(
      'met',
    );
    expect(verdict('no-unsafe-mode', [called('storage', use('aes', { keyBits: 128, mode: 'ecb' }))], {}, 'storage')).toBe('not-met');
  });
});

describe('protocols', () => {
  it.each([
    ['tls', '1.2', 'met'],
    ['tls', 'TLSv1.1', 'not-met'],
    ['tls', 'SSLv3', 'not-met'],
    ['tls', '1.3', 'met'],
    ['dtls', '1.0', 'not-met'],
    ['dtls', '1.2', 'met'],
    ['ssh', '2.0', 'met'],
    ['ssh', '1.5', 'not-met'],
  ] as const)('%s %s: no withdrawn version is %s', (name, version, expected) => {
    expect(verdict('no-legacy-protocol', [protocol(name, [version])])).toBe(expected);
  });

  it('without a version are indeterminate', () => {
    expect(verdict('no-legacy-protocol', [protocol('tls', [])])).toBe('indeterminate');
    expect(verdict('tls13-available', [protocol('tls', [])])).toBe('indeterminate');
  });

  it('offer TLS 1.3 or do not', () => {
    expect(verdict('tls13-available', [protocol('tls', ['1.2', '1.3'])])).toBe('met');
    expect(verdict('tls13-available', [protocol('tls', ['1.2'])])).toBe('not-met');
    expect(verdict('tls13-available', [protocol('tls', ['1.3'], {}, { origin: 'test' }), protocol('tls', ['1.2'])])).toBe('not-met');
  });

  it('have forward secrecy by their suites, or by being TLS 1.3 alone', () => {
    expect(verdict('forward-secrecy', [protocol('tls', ['1.2'], { suites: ['TLS_RSA_WITH_AES_128_CBC_SHA'] })])).toBe('not-met');
    expect(verdict('forward-secrecy', [protocol('tls', ['1.2'], { suites: ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'] })])).toBe('met');
    expect(verdict('forward-secrecy', [protocol('tls', ['1.3'])])).toBe('met');
    expect(verdict('forward-secrecy', [protocol('tls', ['1.2'])])).toBe('indeterminate');
  });
});

describe('certificates and keys', () => {
  it('are sound as far as certificates were read', () => {
    expect(verdict('certificate-signature-sound', [certificate()])).toBe('met');
    expect(verdict('certificate-signature-sound', [])).toBe('indeterminate');
    expect(verdict('certificate-signature-sound', [certificate({ signature: use('ecdsa', { digest: 'sha-1' }) })])).toBe('not-met');
  });

  it('need the scanner for keys to have run', () => {
    expect(verdict('no-private-key-in-tree', [], { scanners: ['source'] })).toBe('indeterminate');
    expect(verdict('no-private-key-in-tree', [key()])).toBe('not-met');
    expect(verdict('no-private-key-in-tree', [key({ encrypted: true })])).toBe('indeterminate');
  });
});

describe('the update chain', () => {
  it('is authenticated by a signature or a MAC, not by a digest', () => {
    expect(verdict('update-authenticated', [BOARD, called('update', P256)])).toBe('met');
    expect(verdict('update-authenticated', [BOARD, called('boot', use('hmac', { digest: 'sha-256' }, { functions: ['tag'] }))])).toBe(
      'met',
    );
    expect(verdict('update-authenticated', [BOARD, called('update', use('sha-256'))])).toBe('indeterminate');
    // That somebody could sign with it does not show that anything is refused.
    expect(verdict('update-authenticated', [BOARD, certificate({}, { roleHint: 'update' })])).toBe('indeterminate');
    expect(verdict('update-authenticated', [BOARD, called('update', use('rsa', { keyBits: 2048 }, { functions: ['keygen'] }))])).toBe(
      'indeterminate',
    );
    expect(verdict('update-authenticated', [BOARD, fact('image-hash-only', 'sha256')])).toBe('not-met');
  });

  it.each([
    ['vendor-ota', 'met'],
    ['vendor-recall', 'not-met'],
    ['silicon-vendor', 'not-met'],
    ['nobody', 'not-met'],
  ])('is movable by %s: %s', (changedBy, expected) => {
    expect(verdict('update-movable', [called('update', P256)], { product: productOf({ roles: [{ role: 'update', changedBy }] }) })).toBe(
      expected,
    );
  });

  it('is not known to be movable where nobody says so', () => {
    expect(verdict('update-movable', [called('update', P256)])).toBe('indeterminate');
  });

  it('refuses older images where the switch is on', () => {
    expect(verdict('anti-rollback', [BOARD, fact('anti-rollback', 'y')])).toBe('met');
    expect(verdict('anti-rollback', [BOARD, fact('anti-rollback', 'n')])).toBe('not-met');
    expect(verdict('anti-rollback', [BOARD, fact('anti-rollback', '', { state: 'absent' })])).toBe('not-met');
    expect(verdict('anti-rollback', [BOARD])).toBe('indeterminate');
  });
});

describe('quantum exposure', () => {
  it('of signatures', () => {
    expect(verdict('update-quantum-safe', [called('update', P256)])).toBe('not-met');
    expect(verdict('update-quantum-safe', [called('update', LMS)])).toBe('met');
    expect(verdict('update-quantum-safe', [called('update', LMS), called('update', P256)])).toBe('indeterminate');
    expect(verdict('update-quantum-safe', [called('update', use('hmac', { digest: 'sha-256' }))])).toBe('met');
    expect(verdict('update-quantum-safe', [called('update', AES)])).toBe('indeterminate');
  });

  it('of session keys', () => {
    expect(verdict('transport-quantum-safe', [called('transport', ECDH)])).toBe('not-met');
    expect(verdict('transport-quantum-safe', [called('transport', HYBRID)])).toBe('met');
    expect(verdict('transport-quantum-safe', [called('transport', AES)])).toBe('indeterminate');
    expect(verdict('transport-quantum-safe', [protocol('dtls', ['1.2'], { suites: ['TLS_PSK_WITH_AES_128_CCM_8'] })])).toBe('met');
  });

  it('of hybrids that are built in, and of hybrids that were negotiated', () => {
    const tls = (over: Partial<Evidence>) => protocol('tls', ['1.3'], { groups: ['X25519MLKEM768'] }, over);
    expect(verdict('transport-hybrid-default', [tls({})])).toBe('indeterminate');
    expect(verdict('transport-hybrid-default', [tls({ state: 'negotiated', grade: 'observed' })])).toBe('met');
    expect(verdict('transport-hybrid-default', [called('transport', ECDH)])).toBe('not-met');
  });

  it('of stored keys', () => {
    expect(verdict('storage-wrap-quantum-safe', [called('storage', AES)])).toBe('met');
    expect(verdict('storage-wrap-quantum-safe', [called('storage', use('rsaes-oaep', {}, { functions: ['encrypt'] }))])).toBe('not-met');
  });

  it('of a classical way beside the hybrid', () => {
    expect(verdict('no-classical-fallback', [called('transport', HYBRID)], {}, 'transport')).toBe('met');
    expect(verdict('no-classical-fallback', [called('transport', HYBRID), called('transport', ECDH)], {}, 'transport')).toBe('not-met');
    expect(verdict('no-classical-fallback', [called('boot', LMS), called('boot', P256)], {}, 'boot')).toBe('indeterminate');
  });

  it('of drafts of the competition', () => {
    expect(verdict('pq-standard-version', [called('transport', use('kyber'))])).toBe('not-met');
    expect(verdict('pq-standard-version', [called('transport', use('ml-kem-768'))])).toBe('met');
    expect(verdict('pq-standard-version', [called('transport', ECDH)])).toBe('not-applicable');
  });

  it('within the budget of the target', () => {
    const rows = (kem: 'fits' | 'indeterminate') => [
      fitRow('lms', 'verify', 'fits'),
      fitRow('ml-kem-768', 'keygen', kem),
      fitRow('ml-kem-768', 'decaps', kem),
    ];
    expect(verdict('pq-fits-target', [], { fit: rows('fits') })).toBe('met');
    expect(verdict('pq-fits-target', [], { fit: rows('indeterminate') })).toBe('indeterminate');
    expect(verdict('pq-fits-target', [])).toBe('indeterminate');
  });
});

describe('dates', () => {
  const IN_EU = { markets: ['eu'], supportEnds: '2033-06-30' };
  const product = (over: Record<string, unknown> = {}): Product => productOf({ ...IN_EU, ...over });

  it('of a final row read in its document decide', () => {
    expect(verdict('support-within-sunset', [called('transport', ECDH)], { product: product() })).toBe('not-met');
    expect(verdict('support-within-sunset', [called('transport', ECDH)], { product: product({ supportEnds: '2031-12-31' }) })).toBe('met');
  });

  it('of a draft inform', () => {
    const us = product({ markets: ['us-federal'], supportEnds: '2036-06-30' });
    expect(resultOf('support-within-sunset', [called('transport', ECDH)], { product: us })).toMatchObject({
      verdict: 'indeterminate',
      reason: { code: 'past-sunset-informative', args: { rows: 1 } },
    });
  });

  it('of a policy that is not known to apply inform', () => {
    expect(verdict('support-within-sunset', [called('transport', ECDH)], { product: product({ markets: [] }) })).toBe('indeterminate');
  });

  it('are not compared without an end of support', () => {
    expect(verdict('support-within-sunset', [called('transport', ECDH)], { product: productOf({ markets: ['eu'] }) })).toBe(
      'indeterminate',
    );
  });

  it('of certificates decide on the same terms', () => {
    const late = certificate({
      notAfter: '2045-02-28T00:00:00Z' as never,
      publicKey: { algorithm: use('ec', { curve: 'secp256r1' }), sizeBits: 256 },
    });
    expect(verdict('certificate-within-sunset', [late], { product: product() })).toBe('not-met');
    expect(verdict('certificate-within-sunset', [late], { product: product({ markets: ['us-federal'] }) })).toBe('indeterminate');
    expect(verdict('certificate-within-sunset', [certificate()], { product: product() })).toBe('met');
  });
});

describe('declarations', () => {
  const declare = (id: string, over: Record<string, string> = {}): Product =>
    productOf({ declarations: [{ id, statement: 's', declaredBy: 'vendor', date: '2026-10-01', ...over }] });

  it.each([
    ['quantum-risk-recorded', 'quantum-risk'],
    ['update-process-declared', 'update-process'],
    ['incident-contact-declared', 'incident-contact'],
  ] as const)('%s is met by its declaration, and unknown without a product file', (check, id) => {
    expect(verdict(check, [], { product: declare(id) })).toBe('met');
    expect(verdict(check, [], { product: productOf() })).toBe('not-met');
    expect(verdict(check, [])).toBe('indeterminate');
  });

  it('dated after the report do not count', () => {
    expect(verdict('quantum-risk-recorded', [], { product: declare('quantum-risk', { date: '2026-11-24' }) })).toBe('not-met');
  });

  it('of independence count from a third party only', () => {
    expect(verdict('independently-verified', [], { product: declare('independent-verification') })).toBe('not-met');
    expect(verdict('independently-verified', [], { product: declare('independent-verification', { declaredBy: 'third-party' }) })).toBe(
      'met',
    );
  });

  it('of an SBOM do not stand in for one that was not read', () => {
    expect(verdict('sbom-present', [], { product: declare('sbom-delivery') })).toBe('indeterminate');
    expect(verdict('sbom-present', [], { scanners: ['sbom'] })).toBe('indeterminate');
  });
});
