// Reports that fill every row of a drill sheet: nine roles, long names, many classes of data, contacts of every task.

import type { Evidence } from '../../../src/model/evidence.ts';
import { ROLES } from '../../../src/model/order.ts';
import type { Report } from '../../../src/model/report.ts';
import { reportOf } from '../../assess/drill/given.ts';
import { called, certificate, inventoryOf, productOf, protocol, use } from '../../assess/given.ts';

const LONG = 'with a name that goes on and on for longer than anybody would want to read it in a table';

const EVIDENCE: readonly Evidence[] = ROLES.flatMap((role) => [
  ...(['secp256r1', 'secp384r1', 'secp521r1', 'brainpoolP256r1', 'brainpoolP384r1', 'secp256k1'] as const).flatMap((curve) => [
    called(role, use('ecdsa', { curve, digest: 'sha-384' }, { functions: ['verify'] })),
    called(role, use('ecdh', { curve }, { functions: ['keyderive'] })),
  ]),
  called(role, use('rsa', { keyBits: 2048 })),
  called(role, use('ml-dsa-65', {}, { functions: ['verify'] })),
  called(role, use('x25519mlkem768', {}, { functions: ['encapsulate'] })),
  certificate(
    { subject: `CN=${role} ${LONG}`, publicKey: { algorithm: use('rsa', { keyBits: 2048 }), sizeBits: 2048 } },
    { roleHint: role },
  ),
  protocol(
    'tls',
    ['1.2', '1.3'],
    {
      groups: ['x25519', 'secp256r1', 'X25519MLKEM768', 'secp384r1'],
      suites: ['TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
    },
    { roleHint: role },
  ),
]);

const TASKS = ['decides', 'reports', 'signing-keys', 'release', 'vulnerabilities', 'customers', 'authority', 'decides', 'reports'];

function declared(name: string): Record<string, unknown> {
  return {
    name: `${name} ${LONG}`,
    version: `2.4.1-${'rc'.repeat(30)}`,
    markets: ['eu', 'us-consumer', 'us-federal', 'us-national-security'],
    traits: { 'critical-sector': true },
    units: {
      placedFrom: '2026-01-01',
      placedTo: '2031-12-31',
      count: 123_456_789,
      byMarket: { eu: 50_000_000, 'us-consumer': 40_000_000, 'us-federal': 1, 'us-national-security': 2 },
    },
    supportEnds: '2032-12-31',
    fieldLifeYears: 15,
    data: Array.from({ length: 12 }, (_, index) => ({
      id: `d${index}`,
      name: `${LONG} ${index}`,
      secretYears: 10,
      roles: ['transport', 'storage', 'radio'],
    })),
    roles: ROLES.map((role) => ({ role, changedBy: role === 'radio' ? 'standards-body' : role === 'boot' ? 'nobody' : 'silicon-vendor' })),
    contacts: TASKS.map((task, index) => ({
      task,
      name: `${LONG} ${index}`,
      address: `desk-${index}-${'x'.repeat(80)}@example.com`,
      hours: '24/7, in writing and by telephone, all year round',
    })),
    response: {
      build: [10, 200],
      sign: [10, 200],
      test: [10, 200],
      rollout: [10, 2000],
      rolloutReachesPercent: 93.5,
      declaredBy: 'third-party',
      date: '2026-01-01',
    },
    declarations: [{ id: 'both-signatures-required', answer: 'no', statement: LONG, declaredBy: 'vendor', date: '2026-01-01' }],
  };
}

/** One product whose sheet has no room left. */
export function crowded(name: string): Report {
  return reportOf(EVIDENCE, declared(name));
}

/** Many such products, without an assessment of each. */
export function manyCrowded(count: number): readonly Report[] {
  const { assessment: _, ...report } = crowded('0');
  const inventory = inventoryOf(EVIDENCE);
  return Array.from({ length: count }, (_none, index) => ({
    ...report,
    inventory,
    product: productOf(declared(`Product ${String(index).padStart(3, '0')}`)),
  }));
}
