// `pqready pqc certificate` and `pqready pqc request`: X.509 certificates, self-signed or of a CA, and PKCS #10 requests.

import type { AlternativeName, PublicKey } from '../../index.ts';
import { KEY_FILE_BYTES, readInput, requireFree, withPrivateKey, writeOutput } from '../files.ts';
import { note } from '../print.ts';

interface RequestOptions {
  readonly key: string;
  readonly algorithm?: string;
  readonly passphraseFile?: string;
  readonly subject: string;
  readonly dns: readonly string[];
  readonly ip: readonly string[];
  readonly out: string;
  readonly format: 'pem' | 'der';
  readonly force?: boolean;
}

interface CertificateOptions extends Omit<RequestOptions, 'subject'> {
  readonly subject?: string;
  readonly issuer?: string;
  readonly subjectKey?: string;
  readonly request?: string;
  readonly ca?: boolean;
  readonly notBefore?: string;
  readonly days: number;
}

const DAY_MS = 86_400_000;

/** Runs request. */
export async function runRequest(options: RequestOptions): Promise<void> {
  const { makeRequest } = await import('../../index.ts');
  await requireFree([options.out], options.force === true);
  const alternativeNames = namesOf(options);
  const der = await withPrivateKey(options, (key) => makeRequest(options.subject, key, { alternativeNames }));
  await writeSigned(der, 'CERTIFICATE REQUEST', options);
}

/** Runs certificate. */
export async function runCertificate(options: CertificateOptions): Promise<void> {
  const library = await import('../../index.ts');
  await requireFree([options.out], options.force === true);
  const asked = await readAsked(options);
  const issuerDer = options.issuer === undefined ? undefined : library.openPem(await readInput(options.issuer, KEY_FILE_BYTES));
  const der = await withPrivateKey(options, (key) => {
    const issuer = issuerDer === undefined ? { name: asked.subject, privateKey: key } : library.readIssuer(issuerDer, key);
    const publicKey = asked.publicKey ?? library.publicKeyOf(key);
    return library.issueCertificate({ ...asked, publicKey, ...toValidity(options), isCa: options.ca === true }, issuer);
  });
  await writeSigned(der, 'CERTIFICATE', options);
}

interface Asked {
  readonly subject: string | Uint8Array;
  /** the signer's own where absent */
  readonly publicKey?: PublicKey;
  readonly alternativeNames: readonly AlternativeName[];
}

/** Whom the certificate is for: what the options say goes before what a request asks for. */
async function readAsked(options: CertificateOptions): Promise<Asked> {
  const library = await import('../../index.ts');
  const { issuer, subjectKey, request } = options;
  const isIssued = subjectKey !== undefined || request !== undefined;
  if ((subjectKey !== undefined && request !== undefined) || isIssued !== (issuer !== undefined)) {
    const expected = 'expected --issuer with one of --subject-key and --request, or none of them for a self-signed certificate';
    throw new library.PqreadyError('usage', expected);
  }
  const asking = request === undefined ? undefined : library.readSoundRequest(library.openPem(await readInput(request, KEY_FILE_BYTES)));
  const subject = options.subject ?? asking?.subject;
  if (subject === undefined) throw new library.PqreadyError('usage', '--subject: expected a name such as "CN=device 1,O=Example"');
  const publicKey = subjectKey === undefined ? asking?.publicKey : library.readPublicKey(await readInput(subjectKey, KEY_FILE_BYTES));
  const named = namesOf(options);
  const alternativeNames = named.length > 0 ? named : (asking?.alternativeNames ?? []);
  return { subject, alternativeNames, ...(publicKey === undefined ? {} : { publicKey }) };
}

function namesOf({ dns, ip }: Pick<RequestOptions, 'dns' | 'ip'>): readonly AlternativeName[] {
  return [...dns.map((value) => ({ kind: 'dns', value }) as const), ...ip.map((value) => ({ kind: 'ip', value }) as const)];
}

/** Whole seconds, which are all that a certificate can say. */
function toValidity({ notBefore, days }: CertificateOptions): { readonly notBefore: Date; readonly notAfter: Date } {
  const from = notBefore === undefined ? Math.floor(Date.now() / 1000) * 1000 : Date.parse(`${notBefore}T00:00:00Z`);
  return { notBefore: new Date(from), notAfter: new Date(from + days * DAY_MS) };
}

async function writeSigned(
  der: Uint8Array,
  label: 'CERTIFICATE' | 'CERTIFICATE REQUEST',
  { out, format, force }: RequestOptions | CertificateOptions,
): Promise<void> {
  const { renderPem } = await import('../../index.ts');
  const bytes = format === 'der' ? der : new TextEncoder().encode(renderPem(label, der));
  await writeOutput(out, bytes, { secret: false, force: force === true });
  note(`wrote ${out}: ${label.toLowerCase()}, ${der.length} bytes of DER`);
}
