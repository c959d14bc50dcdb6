// TLS of orchestrated services and of Java: keys of YAML (Kubernetes, Traefik, Envoy, Istio, cert-manager, Spring), of Terraform, of
// java.security and property files. The keys stand at any depth; a key that has another meaning elsewhere is read only where its value
// is a name of TLS.

import { CIPHERS, directives, GROUPS, LEAST, LIST, MOST, on, type RuntimeDialect, type Says, SUITES } from './row.ts';

const KEY: Says = { says: 'key-algorithm' };

const KEYS = directives({
  // Kubernetes components and operators
  tlsminversion: LEAST,
  'tls-min-version': LEAST,
  mintlsversion: LEAST,
  minversion: LEAST,
  maxversion: MOST,
  min_version: LEAST,
  max_version: MOST,
  tlsciphersuites: SUITES,
  'tls-cipher-suites': SUITES,
  ciphersuites: SUITES,
  'cipher-suites': SUITES,
  curvepreferences: GROUPS,
  // Istio, Gateway API, Contour
  minprotocolversion: LEAST,
  maxprotocolversion: MOST,
  minimumprotocolversion: LEAST,
  maximumprotocolversion: MOST,
  ecdhcurves: GROUPS,
  // Envoy
  tls_minimum_protocol_version: LEAST,
  tls_maximum_protocol_version: MOST,
  cipher_suites: SUITES,
  ecdh_curves: GROUPS,
  // ingress-nginx: a ConfigMap's keys
  'ssl-protocols': LIST,
  'ssl-ciphers': CIPHERS,
  'ssl-ecdh-curve': GROUPS,
  // Spring, Kafka, Elasticsearch
  'enabled-protocols': LIST,
  enabledprotocols: LIST,
  supported_protocols: LIST,
  // cert-manager, step-ca, Terraform's tls provider
  algorithm: KEY,
  keyalgorithm: KEY,
  size: KEY,
  rsa_bits: KEY,
  ecdsa_curve: KEY,
});

export const CLOUD_DIALECTS: readonly RuntimeDialect[] = [
  {
    id: 'yaml',
    maybe: /\.ya?ml(?:\.[a-z0-9]{1,10})?$/,
    marks:
      /\b(?:tls-?(?:min(?:imum)?-?version|cipher-?suites)|min(?:imum)?-?(?:tls-?|protocol-?)?version\s*:\s*["']?(?:version)?tls|(?:cipher-?suites|curve-?preferences|ecdh-?curves)\s*:|ssl-(?:protocols|ciphers|ecdh-curve)|tls_(?:minimum|maximum)_protocol_version|cipher_suites|enabled-?protocols|kind:\s*(?:cluster)?(?:issuer|certificate)\b)/i,
    syntax: { is: 'yaml' },
    protocol: 'tls',
    role: 'transport',
    directives: KEYS,
    patterns: [
      [/\/ssl-ciphers$/, CIPHERS],
      [/\/ssl-protocols$/, LIST],
      [/\/proxy-ssl-ciphers$/, on('proxy', CIPHERS)],
      [/\/proxy-ssl-protocols$/, on('proxy', LIST)],
    ],
    source:
      'Kubernetes kubelet and API server flags; ingress-nginx annotations; Traefik "TLS"; Envoy v3 TlsParameters; cert-manager Certificate',
  },
  {
    id: 'traefik-toml',
    paths: /(?:^|\/)traefik[^/]{0,40}\.toml$/,
    maybe: /\.toml$/,
    marks: /^[ \t]*\[tls\.options/m,
    syntax: { is: 'lines', lines: 'toml' },
    protocol: 'tls',
    role: 'transport',
    directives: KEYS,
    source: 'Traefik, "TLS"',
  },
  {
    id: 'terraform',
    paths: /\.tf$/,
    syntax: { is: 'blocks', ends: 'line', slashComments: true },
    protocol: 'tls',
    role: 'transport',
    directives: directives({
      min_tls_version: LEAST,
      minimum_tls_version: LEAST,
      minimum_protocol_version: LEAST,
      security_policy: LEAST,
      ssl_policy: LEAST,
      tls_version: LIST,
      algorithm: KEY,
      key_algorithm: { says: 'algorithms', functions: ['keygen'] },
      customer_master_key_spec: { says: 'algorithms', functions: ['keygen'] },
      key_spec: { says: 'algorithms', functions: ['keygen'] },
      rsa_bits: KEY,
      ecdsa_curve: KEY,
      key_type: KEY,
      key_size: KEY,
      curve: KEY,
    }),
    source: 'Terraform providers aws, azurerm, google, tls',
  },
  {
    id: 'java-security',
    paths: /(?:^|\/)java\.security(?:\.[a-z0-9-]{1,20})?$|(?:^|\/)[^/]{0,60}security[^/]{0,20}\.properties$/,
    maybe: /\.properties(?:\.[a-z0-9]{1,10})?$/,
    marks:
      /^[ \t]*(?:jdk\.(?:tls|certpath|jar)\.|https\.(?:protocols|cipherSuites)|server\.ssl\.|spring\.[a-z.]{1,60}ssl\.|ssl\.(?:enabled\.protocols|protocol|cipher\.suites))/m,
    syntax: { is: 'lines', lines: 'properties' },
    protocol: 'tls',
    role: 'transport',
    directives: directives({
      'jdk.tls.disabledalgorithms': { says: 'disabled' },
      'jdk.certpath.disabledalgorithms': { says: 'disabled' },
      'jdk.jar.disabledalgorithms': { says: 'disabled' },
      'jdk.tls.client.protocols': on('client', LIST),
      'jdk.tls.server.protocols': on('server', LIST),
      'https.protocols': on('https', LIST),
      'https.ciphersuites': on('https', SUITES),
      'jdk.tls.client.ciphersuites': on('client', SUITES),
      'jdk.tls.server.ciphersuites': on('server', SUITES),
      'jdk.tls.namedgroups': GROUPS,
      'server.ssl.enabled-protocols': on('spring', LIST),
      'server.ssl.protocol': on('spring', LIST),
      'server.ssl.ciphers': on('spring', SUITES),
      'ssl.enabled.protocols': on('kafka', LIST),
      'ssl.protocol': on('kafka', LIST),
      'ssl.cipher.suites': on('kafka', SUITES),
    }),
    source: 'java.security of OpenJDK 21; JSSE Reference Guide; Spring Boot common properties; Kafka configuration',
  },
];
