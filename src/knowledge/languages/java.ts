// The cryptographic APIs of Java and Kotlin, joined; one spelling for classes that have moved between packages; and what the names of
// constants say.

import { findCipherSuite, findTlsGroup } from '../tls.ts';
import { findCConstant } from './c/constants.ts';
import {
  BOUNCY_CASTLE_CONSTANT_CLASSES,
  BOUNCY_CASTLE_CONSTANTS,
  BOUNCY_CASTLE_ROWS,
  readBouncyCastleConstant,
} from './java/bouncy-castle.ts';
import { JCA_CONSTANTS, JCA_ROWS } from './java/jca.ts';
import { parseJavaName } from './java/names.ts';
import { JAVA_PACKAGE_CONSTANTS, JAVA_PACKAGE_ROWS, NAMED_CONSTANTS } from './java/packages.ts';
import { readTinkName } from './java/tink.ts';
import { JAVA_TLS_CONSTANTS, JAVA_TLS_ROWS } from './java/tls.ts';
import { type Catalogue, type Constant, type LibraryName, toCatalogue } from './row.ts';
import { toSays } from './says.ts';

const ROWS = [...JCA_ROWS, ...JAVA_TLS_ROWS, ...BOUNCY_CASTLE_ROWS, ...JAVA_PACKAGE_ROWS];
const CONSTANTS = new Map([...JCA_CONSTANTS, ...JAVA_TLS_CONSTANTS, ...BOUNCY_CASTLE_CONSTANTS, ...JAVA_PACKAGE_CONSTANTS]);
const BC_CLASSES = new Set(BOUNCY_CASTLE_CONSTANT_CLASSES.map((name) => `org.bouncycastle.${name}`));

const MODULES: readonly LibraryName[] = (
  [
    ['javax.crypto', 'javax.crypto'],
    ['java.security', 'java.security'],
    ['javax.net.ssl', 'javax.net.ssl'],
    ['org.bouncycastle', 'bouncycastle'],
    ['org.spongycastle', 'spongycastle'],
    ['com.google.crypto.tink', 'tink'],
    ['com.nimbusds.jose', 'nimbus-jose-jwt'],
    ['io.jsonwebtoken', 'jjwt'],
    ['org.jose4j', 'jose4j'],
    ['com.auth0.jwt', 'java-jwt'],
    ['org.conscrypt', 'conscrypt'],
    ['org.springframework.security.crypto', 'spring-security'],
    ['org.apache.commons.codec.digest', 'commons-codec'],
    ['com.google.common.hash', 'guava'],
    ['android.security.keystore', 'android-keystore'],
    ['androidx.security.crypto', 'androidx.security'],
    ['org.eclipse.californium.scandium', 'californium'],
    ['org.wildfly.openssl', 'wildfly-openssl'],
    ['de.mkammerer.argon2', 'argon2-jvm'],
    ['org.mindrot.jbcrypt', 'jbcrypt'],
    ['at.favre.lib.crypto', 'bcrypt'],
    ['com.lambdaworks.crypto', 'scrypt'],
    ['org.openquantumsafe', 'liboqs-java'],
    ['com.goterl.lazysodium', 'lazysodium'],
    ['net.i2p.crypto.eddsa', 'net.i2p.crypto.eddsa'],
    ['com.amazon.corretto.crypto', 'amazon-corretto-crypto-provider'],
    ['org.apache.shiro.crypto', 'shiro'],
    ['org.jasypt', 'jasypt'],
  ] as const
).map(([module, library]) => ({ module, library }));

/** Java; Kotlin calls the same libraries. */
export const JAVA_CATALOGUE: Catalogue = toCatalogue({
  rows: ROWS,
  findConstant,
  parseName: (written) => (TINK_NAME.test(written) ? readTinkName(written) : parseJavaName(written)),
  libraries: MODULES,
  literals: [
    ...['javax.crypto', 'java.security', 'javax.net.ssl', 'org.bouncycastle', 'org.spongycastle', 'com.google.crypto.tink', 'com.nimbusds'],
    ...['io.jsonwebtoken', 'org.jose4j', 'com.auth0.jwt', 'org.conscrypt', 'security.crypto', 'codec.digest', 'common.hash'],
    ...['android.security', 'androidx.security', 'SslContextBuilder', 'GrpcSslContexts', 'okhttp3', 'californium.scandium', 'okio.Hashing'],
    ...['SSLContext', 'SslContextFactory', 'jbcrypt', 'at.favre.lib', 'mkammerer', 'lambdaworks', 'openquantumsafe', 'jsch', 'DigestUtils'],
    ...['setEnabledProtocols', 'setEnabledCipherSuites', 'enabledProtocols', 'TLS_ECDH', 'TLS_RSA_', 'TLS_PSK', 'TLS_AES_', 'TLS_DHE'],
    ...['shiro.crypto', 'hivemq.client', 'SecureTransportProtocols', 'apache.http', 'apache.hc', 'rabbitmq.client', 'CKM_'],
  ],
});

// Packages whose classes are known by their own names, wherever in them they stand.
const ROOTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:com\.android\.)?org\.(?:bouncycastle|spongycastle)\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'org.bouncycastle.'],
  [/^com\.google\.crypto\.tink\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'com.google.crypto.tink.'],
  [/^com\.nimbusds\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'com.nimbusds.'],
  [/^org\.jose4j\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'org.jose4j.'],
  [/^io\.jsonwebtoken\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'io.jsonwebtoken.'],
  [/^com\.auth0\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'com.auth0.'],
  [/^org\.springframework\.security\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'org.springframework.security.'],
  [/^org\.apache\.commons\.codec\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'org.apache.commons.codec.'],
  [/^com\.google\.common\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'com.google.common.'],
  [/^android\.security\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'android.security.'],
  [/^androidx\.security\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'androidx.security.'],
  [/^io\.netty\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'io.netty.'],
  [/^io\.vertx\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'io.vertx.'],
  [/^org\.eclipse\.californium\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'org.eclipse.californium.'],
  [/^org\.eclipse\.jetty\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'org.eclipse.jetty.'],
  [/^org\.eclipse\.paho\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'org.eclipse.paho.'],
  [/^org\.apache\.http\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'org.apache.http.'],
  [/^org\.apache\.hc\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'org.apache.hc.'],
  [/^org\.apache\.shiro\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'org.apache.shiro.'],
  [/^com\.hivemq\.client\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'com.hivemq.client.'],
  [/^at\.favre\.lib\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'at.favre.lib.'],
  [/^de\.mkammerer\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'de.mkammerer.'],
  [/^com\.lambdaworks\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'com.lambdaworks.'],
  [/^org\.openquantumsafe\.(?:[a-z_]\w*\.)*(?=[A-Z])/, 'org.openquantumsafe.'],
];

const LONGEST = 200;

/** One spelling for the full name of a class or member. */
export function normaliseJava(symbol: string): string {
  if (symbol.length > LONGEST || !/^(?:com|org|io|android|androidx|at|de)\./.test(symbol)) return symbol;
  const root = ROOTS.find(([pattern]) => pattern.test(symbol));
  return root === undefined ? symbol : symbol.replace(root[0], root[1]);
}

const TOP: ReadonlySet<string> = new Set(['java', 'javax', 'org', 'com', 'io', 'android', 'androidx', 'at', 'de', 'okhttp3', 'okio']);

/** True for the first word of the full names that the catalogue has. */
export function isJavaRoot(name: string): boolean {
  return TOP.has(name);
}

const OWNERS: readonly string[] = [...[...CONSTANTS.keys()].map(ownerOf), ...Object.keys(NAMED_CONSTANTS), ...BC_CLASSES];
const CLASSES: ReadonlySet<string> = new Set([
  ...ROWS.flatMap(({ symbol, returns }) => [symbol, ownerOf(symbol), ownerOf(ownerOf(symbol)), returns ?? symbol]).filter(isClassName),
  ...OWNERS,
  'io.jsonwebtoken.Jwts',
  'okhttp3.CipherSuite',
  'org.bouncycastle.CipherSuite',
  'org.eclipse.californium.CipherSuite',
  'javax.net.ssl.SSLServerSocketFactory',
  'javax.net.ssl.SSLSocketFactory',
]);

// Names of key templates that no other provider has.
const TINK_NAME = /^(?:ECDSA_P\d{3}|RSA_SSA_P|ECIES_P|DHKEM_)/;

function ownerOf(symbol: string): string {
  return symbol.slice(0, Math.max(0, symbol.lastIndexOf('.')));
}

function isClassName(symbol: string): boolean {
  return /(?:^|\.)[A-Z]\w*$/.test(symbol);
}

/** True for a class that the catalogue speaks of, by its full name. */
export function isJavaClass(symbol: string): boolean {
  return CLASSES.has(symbol);
}

/** Classes of constants that may stand anywhere, by the name before the constant. */
export const CONSTANT_CLASSES: ReadonlySet<string> = new Set(OWNERS.map((owner) => owner.slice(owner.lastIndexOf('.') + 1)));

function findConstant(name: string): Constant | undefined {
  return CONSTANTS.get(name) ?? ofName(name);
}

const MOST_KNOWN = 20_000;
const KNOWN = new Map<string, Constant | undefined>();

// What the name of a constant says by itself.
function ofName(name: string): Constant | undefined {
  if (name.length > LONGEST) return undefined;
  if (!KNOWN.has(name)) {
    if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
    KNOWN.set(name, readName(name));
  }
  return KNOWN.get(name);
}

function readName(name: string): Constant | undefined {
  const owner = ownerOf(name);
  const last = owner === '' ? name : name.slice(owner.length + 1);
  if (last.startsWith('CKM_')) return findCConstant(last);
  if (/^(?:TLS|SSL)_[A-Z0-9_]+$/.test(last)) {
    const suite = findCipherSuite(last.replace(/^SSL_/, 'TLS_'));
    return suite === undefined ? undefined : { library: 'tls', says: {}, suite: suite.name };
  }
  if (owner.endsWith('.NamedGroup') || owner.endsWith('.SupportedGroup')) {
    const group = findTlsGroup(last);
    return group === undefined ? undefined : { library: 'tls', says: {}, group: group.name };
  }
  if (BC_CLASSES.has(owner)) return readBouncyCastleConstant(owner.slice(owner.lastIndexOf('.') + 1), last);
  const library = Object.hasOwn(NAMED_CONSTANTS, owner) ? NAMED_CONSTANTS[owner] : undefined;
  if (library === undefined) return undefined;
  const use = library === 'tink' ? readTinkName(last) : parseJavaName(last.replaceAll('_', '-'));
  return use === undefined ? undefined : { library, says: toSays(use) };
}
