import * as nodeCrypto from 'node:crypto';
import { createPublicKey, createSign, randomBytes, sign as rawSign, verify as rawVerify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect, createSecureContext } from 'node:tls';
import { Router } from 'express';
import jsonwebtoken from 'jsonwebtoken';

type HashName = 'sha256' | 'sha384';

interface Image {
  readonly version: string;
  readonly md5sum?: string; // expect: none
  readonly body: Buffer;
}

const DEFAULT_HASH: HashName = 'sha384';
const CONTENT = { cipher: 'chacha20-poly1305', tag: 16 } as const;
const SIGN_OPTIONS: jsonwebtoken.SignOptions = { algorithm: 'ES512', expiresIn: 3600 };
const RSA_PAD = nodeCrypto.constants.RSA_PKCS1_PSS_PADDING;

export class OtaService {
  readonly #router = Router();
  readonly #keyPath: string;

  constructor(keyPath: string) {
    this.#keyPath = keyPath;
    this.#router.get('/images/:version/sha256', (_request, response) => response.sendStatus(404)); // expect: none
  }

  hash(image: Image): string {
    return nodeCrypto.createHash(DEFAULT_HASH).update(image.body).digest('hex'); // expect: sha-384 *via
  }

  etag({ body }: Image): string {
    const hash = nodeCrypto.createHash('md5'); // expect: md5
    return hash.update(body).digest('base64url');
  }

  async sign(image: Image): Promise<Buffer> {
    const key = await readFile(this.#keyPath);
    return rawSign('sha256', image.body, { key, padding: RSA_PAD }); // expect: rsassa-pss digest=sha-256 *via
  }

  async signOld(image: Image): Promise<Buffer> {
    const signer = createSign('RSA-SHA512'); // expect: rsassa-pkcs1 digest=sha-512
    signer.update(image.body);
    return signer.sign(await readFile(this.#keyPath));
  }

  seal(key: Buffer, body: Buffer): Buffer {
    const nonce = randomBytes(12); // expect: csprng
    const cipher = nodeCrypto.createCipheriv(CONTENT.cipher, key, nonce, { authTagLength: CONTENT.tag }); // expect: chacha20-poly1305 *via
    return Buffer.concat([nonce, cipher.update(body), cipher.final(), cipher.getAuthTag()]);
  }

  unsealDelta(bits: 128 | 256, key: Buffer, iv: Buffer, body: Buffer): Buffer {
    const decipher = nodeCrypto.createDecipheriv('aes-256-ctr', key, iv); // expect: aes keyBits=256 mode=ctr
    console.debug('delta with aes-%d-ctr', bits); // expect: none
    return Buffer.concat([decipher.update(body), decipher.final()]);
  }

  token(device: string, key: string): string {
    return jsonwebtoken.sign({ device }, key, SIGN_OPTIONS); // expect: ecdsa curve=secp521r1 digest=sha-512 *via
  }

  wrapKey(pem: string, contentKey: Buffer): Buffer {
    return nodeCrypto.publicEncrypt({ key: pem, padding: nodeCrypto.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, contentKey); // expect: rsaes-oaep digest=sha-256
  }

  newTrialKey() {
    return nodeCrypto.generateKeyPairSync('ml-dsa-65'); // expect: ml-dsa-65
  }

  newExchange() {
    return nodeCrypto.generateKeyPairSync('x25519'); // expect: x25519
  }

  newFleetKey(): Promise<nodeCrypto.KeyPairKeyObjectResult> {
    return new Promise((resolve, reject) => {
      nodeCrypto.generateKeyPair('rsa', { modulusLength: 2048 }, (error, publicKey, privateKey) => // expect: rsa keyBits=2048
        error ? reject(error) : resolve({ publicKey, privateKey }),
      );
    });
  }

  storageMac(key: Buffer, body: Buffer): string {
    const { createHmac: mac } = nodeCrypto;
    return mac('sha3-256', key).update(body).digest('hex'); // expect: hmac digest=sha3-256 *via
  }

  pushTo(host: string): void {
    const secureContext = createSecureContext({ minVersion: 'TLSv1.3' }); // expect: tls version=1.3
    const socket = connect({ host, port: 8443, secureContext }); // expect: tls
    socket.end();
  }
}

export function describeImage(image: Image): string {
  const sha = image.version.split('+')[1] ?? 'none'; // expect: none
  return `${image.version} (git ${sha}, RSA-PSS)`; // expect: none
}

export const isKnownKey = (pem: string): boolean => createPublicKey(pem).asymmetricKeyType !== undefined;
export const unused = rawVerify;
