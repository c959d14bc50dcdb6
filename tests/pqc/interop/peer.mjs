// OpenSSL 3.5 as it stands in Node 24. Run by that Node: on each line of standard input a JSON array of questions, on standard
// output a line with the answers; bytes are base64. The argument is the addon that openssl.c gives.
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  decapsulate,
  encapsulate,
  generateKeyPairSync,
  sign,
  verify,
  X509Certificate,
} from 'node:crypto';
import { createInterface } from 'node:readline';
import { connect, createServer } from 'node:tls';

const addon = { exports: {} };
process.dlopen(addon, process.argv[2]);
const native = addon.exports;

const bytes = (text) => Buffer.from(text, 'base64');
const base64 = (data) => Buffer.from(data).toString('base64');
const publicKey = (spki) => createPublicKey({ key: bytes(spki), format: 'der', type: 'spki' });
const privateKey = (pkcs8, passphrase) => createPrivateKey({ key: bytes(pkcs8), format: 'der', type: 'pkcs8', passphrase });
const toSpki = (key) => base64(key.export({ format: 'der', type: 'spki' }));
const keyFor = (key, context) => (context === undefined ? key : { key, context: bytes(context) });

/** As openssl.c numbers what a message is. */
const FORMS = { internal: 0, pure: 1, 'external-mu': 2 };
/** FIPS 204 §5.4.1, FIPS 205 §10.2.2: what the extendable-output functions give. */
const OUTPUT_BYTES = { 'SHAKE-128': 32, 'SHAKE-256': 64 };

/**
 * What OpenSSL is given to sign. It knows no pre-hash: M′ = 1 ‖ |ctx| ‖ ctx ‖ OID ‖ PH(M) of FIPS 204 Algorithm 4 and FIPS 205 Algorithm 23
 * is put together here from its hash functions and its object identifiers, and goes through the internal form.
 */
function toSigned({ message, form, context, hash }) {
  const bound = context === undefined ? null : bytes(context);
  if (form !== 'pre-hash') return [bytes(message), FORMS[form], bound];
  const outputLength = OUTPUT_BYTES[hash];
  const digest = createHash(hash, outputLength === undefined ? {} : { outputLength })
    .update(bytes(message))
    .digest();
  const head = Buffer.concat([Buffer.of(1, bound?.length ?? 0), bound ?? Buffer.alloc(0)]);
  return [Buffer.concat([head, native.hashIdentifier(hash), digest]), FORMS.internal, null];
}

/** What a client keeps between its share and the server's, by group. */
const hybridKeys = new Map();

const OPERATIONS = {
  version: () => process.versions.openssl,
  generate: ({ id, cipher, passphrase }) => {
    const pair = generateKeyPairSync(id);
    const encryption = cipher === undefined ? {} : { cipher, passphrase };
    return { spki: toSpki(pair.publicKey), pkcs8: base64(pair.privateKey.export({ format: 'der', type: 'pkcs8', ...encryption })) };
  },
  publicKey: ({ spki }) => toSpki(publicKey(spki)),
  publicHalf: ({ pkcs8, passphrase }) => toSpki(createPublicKey(privateKey(pkcs8, passphrase))),
  encapsulate: ({ spki }) => {
    const { ciphertext, sharedKey } = encapsulate(publicKey(spki));
    return { ciphertext: base64(ciphertext), sharedSecret: base64(sharedKey) };
  },
  decapsulate: ({ pkcs8, ciphertext }) => base64(decapsulate(privateKey(pkcs8), bytes(ciphertext))),
  sign: ({ pkcs8, message, context }) => base64(sign(null, bytes(message), keyFor(privateKey(pkcs8), context))),
  verify: ({ spki, message, context, signature }) => verify(null, bytes(message), keyFor(publicKey(spki), context), bytes(signature)),
  signMessage: ({ pkcs8, randomness, ...signed }) =>
    base64(native.signMessage(bytes(pkcs8), ...toSigned(signed), randomness === undefined ? null : bytes(randomness))),
  verifyMessage: ({ spki, signature, ...signed }) => native.verifyMessage(bytes(spki), ...toSigned(signed), bytes(signature)),
  certificate: ({ certificate, issuer, pkcs8, host = '' }) => {
    const [read, above] = [certificate, issuer].map((der) => new X509Certificate(bytes(der)));
    return {
      verifies: read.verify(above.publicKey),
      issued: read.checkIssued(above),
      ca: read.ca,
      spki: toSpki(read.publicKey),
      ownKey: read.checkPrivateKey(privateKey(pkcs8)),
      chain: native.verifyChain(read.raw, above.raw, host),
    };
  },
  issue: ({ spki, name, keyUsage, issuerKey, issuer }) =>
    base64(native.issue(bytes(spki), name, keyUsage, bytes(issuerKey), issuer === undefined ? null : bytes(issuer))),
  request: ({ pkcs8, name }) => base64(native.request(bytes(pkcs8), name)),
  verifyRequest: ({ request }) => native.verifyRequest(bytes(request)),
  hybridKey: ({ group }) => {
    const [share, kept] = native.hybridKey(group);
    hybridKeys.set(group, kept);
    return base64(share);
  },
  hybridEncapsulate: ({ group, share }) => native.hybridEncapsulate(group, bytes(share)).map(base64),
  hybridDecapsulate: ({ group, share }) => base64(native.hybridDecapsulate(hybridKeys.get(group), bytes(share))),
  handshake,
};

for await (const line of createInterface({ input: process.stdin })) {
  const answers = [];
  for (const { op, ...question } of JSON.parse(line)) answers.push(await OPERATIONS[op](question));
  process.stdout.write(`${JSON.stringify(answers)}\n`);
}

/** TLS 1.3 with OpenSSL at both ends, one group allowed; the client trusts the root alone and checks the host's name. */
async function handshake({ key, certificate, root, group }) {
  const server = createServer({ key, cert: certificate, ecdhCurve: group, minVersion: 'TLSv1.3' }, (socket) => socket.end('hello'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const options = { host: '127.0.0.1', port, servername: 'localhost', ca: root, ecdhCurve: group };
  const socket = connect(options);
  try {
    const received = await new Promise((resolve, reject) => {
      socket.on('data', (data) => resolve(data.toString()));
      socket.on('error', reject);
      server.on('tlsClientError', reject);
    });
    return { protocol: socket.getProtocol(), authorized: socket.authorized, received, subject: socket.getPeerX509Certificate().subject };
  } catch (error) {
    return { refused: error.code ?? error.message };
  } finally {
    socket.destroy();
    server.close();
  }
}
