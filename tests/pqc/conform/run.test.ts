import { describe, expect, it } from 'vitest';
import { PQC_REQUIREMENTS, verdictOfRows } from '../../../src/knowledge/pqc-requirements.ts';
import type { ConformanceRow } from '../../../src/model/conformance.ts';
import { isTestedId, type TestedId } from '../../../src/pqc/conform/capabilities.ts';
import { listCases, parseSlhDsaMaterial } from '../../../src/pqc/conform/catalogue.ts';
import { toRejectionSecret } from '../../../src/pqc/conform/requirement-of.ts';
import { runCases } from '../../../src/pqc/conform/run.ts';
import { openSession } from '../../../src/pqc/conform/session.ts';
import { toRows } from '../../../src/pqc/conform/verdicts.ts';
import { arrangeVectors } from '../../../src/pqc/vectors/collection.ts';
import { parseManifest } from '../../../src/pqc/vectors/manifest.ts';
import { readText, SHIPPED } from '../vector-files.ts';
import { answerWire, connectTo, helloOf, reasonOf, type WireAnswer, type WireRequest } from './fake-driver.ts';

const FILES = parseManifest(readText(`${SHIPPED}manifest.json`)).files.map(({ path }) => path);
const slhDsa = parseSlhDsaMaterial(readText(`${SHIPPED}slh-dsa/openssl.json.gz`), 'openssl');
/** Files whose names say that they are of the family. */
const sourcesOf = (ids: readonly string[]) => {
  const families = ids.map((id) => (id === 'hss' ? 'lms' : id.replace(/-?(\d+|sha).*$/, '').replaceAll('-', '')));
  const names = FILES.filter((path) => families.some((family) => path.replaceAll('-', '').includes(family)));
  const groups = function* () {
    for (const name of names) for (const set of arrangeVectors([{ name, text: readText(`${SHIPPED}${name}`) }]).sets) yield* set.groups;
  };
  return { groups, slhDsa };
};

/** Tests a fake driver of these sets. */
async function examine(
  ids: readonly string[],
  respond: (request: WireRequest) => readonly WireAnswer[],
): Promise<readonly ConformanceRow[]> {
  const session = await openSession(connectTo((request) => (request['op'] === 'hello' ? [helloOf(...ids)] : respond(request))));
  if ('why' in session) throw new Error(session.why);
  const algorithms = new Set<TestedId>(ids.filter(isTestedId));
  return toRows(await runCases(listCases(algorithms, sourcesOf(ids)), session));
}
const unmet = (rows: readonly ConformanceRow[]) =>
  rows.filter(({ verdict }) => verdict === 'not-met').map(({ requirement }) => requirement);
const honest = (request: WireRequest): readonly WireAnswer[] => [answerWire(request)];

describe('an implementation that does what the standards say', () => {
  it.each([['ml-kem-512'], ['ml-kem-1024'], ['ml-dsa-44'], ['slh-dsa-sha2-128f'], ['lms'], ['hss']])(
    '%s: meets every requirement of its family, each examined by a case',
    { timeout: 120_000 },
    async (id) => {
      const rows = await examine([id], honest);
      expect(rows.filter(({ verdict }) => verdict !== 'met')).toEqual([]);
      const family = id === 'hss' ? 'lms' : id.replace(/-(\d+|sha).*$/, '');
      expect(rows.map(({ requirement }) => requirement)).toEqual(
        Object.keys(PQC_REQUIREMENTS).filter((name) => name.startsWith(`${family}-`)),
      );
      expect(verdictOfRows(rows)).toBe('met');
    },
  );
});

describe('an implementation that breaks one rule of FIPS 203', () => {
  const kem = (change: (request: WireRequest, honestly: WireAnswer) => WireAnswer) =>
    examine(['ml-kem-512'], (request) => [change(request, answerWire(request))]);
  const isRejected = (answer: WireAnswer, reason: string) => typeof answer === 'object' && answer['rejected'] === reason;

  it('no modulus check: an overflowing key is taken', async () => {
    const rows = await kem((request, answer) =>
      request['op'] === 'encaps' && isRejected(answer, 'ek-modulus') ? { c: '00', k: '00' } : answer,
    );
    expect(unmet(rows)).toEqual(['ml-kem-ek-modulus']);
    expect(verdictOfRows(rows)).toBe('not-met');
    expect(rows.find(({ verdict }) => verdict === 'not-met')?.notes[0]).toMatchObject({ why: 'accepted, expected a rejection' });
  });

  it('a modulus check with > for ≥: a coefficient of q is taken', async () => {
    const rows = await kem((request, answer) => {
      const isOnlyQ = isRejected(answer, 'ek-modulus') && /^010d|01.d/.test(String(request['ek']).slice(0, 4));
      return request['op'] === 'encaps' && isOnlyQ ? { c: '00', k: '00' } : answer;
    });
    expect(unmet(rows)).toEqual(['ml-kem-ek-modulus']);
  });

  it('no implicit rejection: a changed ciphertext is an error', async () => {
    const rows = await kem((request, answer) => {
      if (request['op'] !== 'decaps' || typeof answer === 'string' || answer['k'] === undefined) return answer;
      const bytes = (name: string) => new Uint8Array(Buffer.from(String(request[name] ?? ''), 'hex'));
      const secret = Buffer.from(toRejectionSecret(request['seed'] === undefined ? bytes('dk') : bytes('seed'), bytes('c'))).toString(
        'hex',
      );
      return answer['k'] === secret ? { rejected: 'decryption failure' } : answer;
    });
    expect(unmet(rows)).toEqual(['ml-kem-implicit-rejection']);
  });

  it('no hash check of the decapsulation key', async () => {
    const rows = await kem((_request, answer) => (isRejected(answer, 'dk-hash') ? { k: '00'.repeat(32) } : answer));
    expect(unmet(rows)).toEqual(['ml-kem-dk-hash']);
  });

  it('no check of lengths', async () => {
    const rows = await kem((_request, answer) => (isRejected(answer, 'ciphertext-length') ? { k: '00'.repeat(32) } : answer));
    expect(unmet(rows)).toEqual(['ml-kem-ciphertext-length']);
  });

  it('the same m each time', async () => {
    const rows = await kem((request, answer) =>
      request['op'] === 'encaps' && request['m'] === undefined ? answerWire({ ...request, m: '11'.repeat(32) }) : answer,
    );
    expect(unmet(rows)).toEqual(['ml-kem-randomness']);
  });

  it('another secret: one bit of K', async () => {
    const flipped = (text: unknown) => String(text).replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    const rows = await kem((request, answer) =>
      request['op'] === 'encaps' && typeof answer === 'object' && 'k' in answer ? { ...answer, k: flipped(answer['k']) } : answer,
    );
    expect(unmet(rows)).toEqual(['ml-kem-encaps']);
  });
});

describe('an implementation that breaks one rule of FIPS 204', () => {
  const verifying = (accepts: (reason: string) => boolean) =>
    examine(['ml-dsa-44'], (request) => {
      if (request['op'] !== 'verify') return [answerWire(request)];
      const reason = reasonOf(request);
      return [{ valid: reason === undefined || accepts(reason) }];
    });

  it.each([
    ['hint-encoding', 'ml-dsa-hint-encoding'],
    ['z-norm', 'ml-dsa-z-norm'],
    ['signature-length', 'ml-dsa-signature-length'],
    ['public-key-length', 'ml-dsa-public-key-length'],
    ['context-length', 'ml-dsa-context'],
  ])('no check of %s: only that requirement is not met', { timeout: 60_000 }, async (missing, requirement) => {
    const rows = await verifying((reason) => reason === missing);
    expect(unmet(rows)).toEqual([requirement]);
  });

  it('a verifier that says yes to everything meets no rejection', async () => {
    const rows = await verifying(() => true);
    expect(unmet(rows)).toEqual([
      'ml-dsa-reject-modified',
      'ml-dsa-separation',
      'ml-dsa-z-norm',
      'ml-dsa-hint-encoding',
      'ml-dsa-context',
      'ml-dsa-signature-length',
      'ml-dsa-public-key-length',
    ]);
  });

  it('a verifier that says no to everything does not verify', async () => {
    const rows = await examine(['ml-dsa-44'], (request) => [request['op'] === 'verify' ? { valid: false } : answerWire(request)]);
    expect(unmet(rows)).toEqual(['ml-dsa-verify', 'ml-dsa-verify-pre-hash']);
  });

  it('signing without randomness is a recommendation, and does not make the whole unmet', async () => {
    const rows = await examine(['ml-dsa-44'], (request) => [
      answerWire(request['op'] === 'sign' && request['rnd'] === undefined ? { ...request, deterministic: true } : request),
    ]);
    expect(unmet(rows)).toEqual(['ml-dsa-hedged']);
    expect(verdictOfRows(rows)).toBe('met');
  });
});

describe('what is not offered', () => {
  it('is not asked, counts as such, and is never met', async () => {
    const hello = { protocol: 1, implementation: 'verifier', algorithms: { 'ml-dsa-44': ['verify', 'context'] } };
    const session = await openSession(connectTo((request) => [request['op'] === 'hello' ? hello : answerWire(request)]));
    if ('why' in session) throw new Error(session.why);
    const rows = toRows(await runCases(listCases(new Set<TestedId>(['ml-dsa-44']), sourcesOf(['ml-dsa-44'])), session));
    expect(rows.find(({ requirement }) => requirement === 'ml-dsa-sign')).toMatchObject({ verdict: 'indeterminate', passed: 0, failed: 0 });
    expect(rows.find(({ requirement }) => requirement === 'ml-dsa-hint-encoding')).toMatchObject({ verdict: 'met' });
    expect(verdictOfRows(rows)).toBe('met');
  });

  it('an empty test has no verdict', () => {
    expect(verdictOfRows([])).toBe('indeterminate');
  });
});
