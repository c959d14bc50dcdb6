// Directives that name algorithms outside TLS: SSH lists, IKE proposals, ciphers and digests, keys that are to be made, disks.

import { type ConfigWord, joinWords } from '../../formats/directives.ts';
import { canonicalUse, useOf } from '../../knowledge/algorithms.ts';
import { findDiskCipher } from '../../knowledge/disk-ciphers.ts';
import { findIkeTransform } from '../../knowledge/identifiers/ike.ts';
import { findSshCipher, findSshKex, findSshMac, findSshSignature, isSshCipher, sshNames } from '../../knowledge/identifiers/ssh.ts';
import { parseAlgorithmName } from '../../knowledge/names.ts';
import type { Says } from '../../knowledge/runtime-configs.ts';
import { parseTlsVersion } from '../../knowledge/tls.ts';
import type { AlgorithmUse } from '../../model/algorithm.ts';
import type { CipherSuite, ProtocolName, ProtocolObservation } from '../../model/evidence.ts';
import { isFilledIn, observed, type Statement, type Told, unknownNames } from './told.ts';

type SshList = Extract<Says, { says: 'ssh' }>['list'];

const SSH_USES: Readonly<Record<SshList, (name: string) => AlgorithmUse | undefined>> = {
  kex: findSshKex,
  'host-key': findSshSignature,
  mac: findSshMac,
  cipher: (name) => (isSshCipher(name) ? findSshCipher(name) : undefined),
};
/** Names that are no algorithm: markers of extensions, and none. */
const SSH_MARKERS = /^(?:none|null|ext-info-[cs]|kex-strict-[cs]-v00@openssh\.com|kexguess2@matt\.ucc\.asn\.au)$/;

/** A list of SSH: what it names is on, or, behind `-`, off. Behind `+` and `^` it joins a default that depends on the version. */
export function tellSsh(list: SshList, { at, words }: Statement): readonly Told[] {
  const value = words.map((word) => word.text).join(',');
  const [, sign = '', names = ''] = /^([+^-])?(.*)$/.exec(value) ?? [];
  const all = names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !SSH_MARKERS.test(name))
    .slice(0, 200);
  if (isFilledIn(value)) return [{ kind: 'gap', reason: 'unsupported', detail: `${at.text}: the value is filled in elsewhere` }];
  const named = all.flatMap((name) => matching(list, name));
  const known = [...new Set(named)].flatMap((name) => toNamed(name, SSH_USES[list](name)));
  const gaps = unknownNames(
    at.text,
    all.filter((name) => matching(list, name).length === 0),
  );
  if (sign === '-') return known.map(({ use }) => observed({ kind: 'algorithm', use: canonicalUse(use), symbol: at.text }, 'absent'));
  return known.length === 0 ? gaps : [observed(toSsh(list, known, at.text)), ...gaps];
}

interface Named {
  readonly name: string;
  readonly use: AlgorithmUse;
}

function toNamed(name: string, use: AlgorithmUse | undefined): readonly Named[] {
  return use === undefined ? [] : [{ name, use }];
}

// ssh_config(5), PATTERNS: `*` stands for any run of characters.
function matching(list: SshList, name: string): readonly string[] {
  if (!/[*?]/.test(name)) return SSH_USES[list](name) === undefined ? [] : [name];
  const pieces = name.slice(0, 64).split('*');
  const [first = ''] = pieces;
  const last = pieces.at(-1) ?? '';
  return sshNames(list).filter((one) => one.length >= first.length + last.length && one.startsWith(first) && one.endsWith(last));
}

function toSsh(list: SshList, known: readonly Named[], symbol: string): ProtocolObservation {
  const names = known.map((one) => one.name);
  const suites = known.map(({ name, use }): CipherSuite => ({ name, algorithms: [use] }));
  return {
    ...protocol('ssh', symbol),
    ...(list === 'kex' ? { groups: names } : list === 'host-key' ? { schemes: names } : { suites }),
  };
}

/** An observation of a protocol that says no more than that it is there. */
export function protocol(name: ProtocolName, symbol: string, versions: readonly string[] = []): ProtocolObservation {
  return { kind: 'protocol', protocol: name, versions, suites: [], groups: [], schemes: [], symbol };
}

/** Proposals of IKE or ESP: each is a suite with the transforms it names, its groups beside it. */
export function tellProposals(of: 'ike' | 'ipsec', { at, words }: Statement): readonly Told[] {
  const value = words.map((word) => word.text).join(',');
  if (isFilledIn(value)) return [{ kind: 'gap', reason: 'unsupported', detail: `${at.text}: the value is filled in elsewhere` }];
  const proposals = value
    .replaceAll('!', '')
    .split(/[,\s]+/)
    .filter((one) => one !== '')
    .slice(0, 100);
  const read = proposals.map((name) => ({ name, words: name.split(/[-;+]/).filter((word) => word !== '' && word !== 'null') }));
  const unknown = read.flatMap((one) => one.words.filter((word) => findIkeTransform(word) === undefined));
  const suites = read.flatMap(({ name, words: own }) => toProposal(name, own));
  const groups = read.flatMap((one) => one.words.flatMap((word) => groupOf(word)));
  const gaps = unknownNames(at.text, unknown);
  if (suites.length + groups.length === 0) return gaps;
  return [observed({ ...protocol(of, at.text), suites, groups: [...new Set(groups)] }), ...gaps];
}

function toProposal(name: string, words: readonly string[]): readonly CipherSuite[] {
  const transforms = words.flatMap((word) => findIkeTransform(word) ?? []);
  const algorithms = transforms.flatMap((one) => (one.type === 'group' || one.use === undefined ? [] : [one.use]));
  return algorithms.length === 0 ? [] : [{ name: name.slice(0, 200), algorithms }];
}

function groupOf(word: string): readonly string[] {
  const transform = findIkeTransform(word);
  return transform?.type === 'group' ? [transform.name] : [];
}

/** Names of algorithms in a list. What is not known is kept as it is written. */
export function tellAlgorithms(says: Extract<Says, { says: 'algorithms' }>, { at, words }: Statement): readonly Told[] {
  const names = joinWords({ words })
    .split(says.separators ?? /[\s,]+/)
    .map((name) => name.trim());
  return names
    .filter((name) => name !== '' && name.length <= 64 && !isFilledIn(name) && !/^(?:none|default|null|no|false|true)$/i.test(name))
    .slice(0, 40)
    .map((name) => observed({ kind: 'algorithm', use: toUse(name, says), symbol: at.text }));
}

function toUse(name: string, { functions, as }: Extract<Says, { says: 'algorithms' }>): AlgorithmUse {
  const use = parseAlgorithmName(name.replace(/^\?/, ''));
  if (use === undefined) return useOf('unrecognised', { written: /^[\w.@:+/-]{1,64}$/.test(name) ? name : 'a name that is none' });
  if (as !== 'hmac' || use.algorithm === 'hmac') return { ...use, functions };
  return canonicalUse(
    useOf('hmac', {
      written: name,
      parameters: { digest: { value: use.algorithm, from: 'written' } },
      functions,
      parts: [{ ...use, functions: ['digest'] }],
    }),
  );
}

/** A size in bits of a key that is made or asked for. */
export function tellKeyBits(algorithm: 'rsa' | 'ffdh', { at, words }: Statement): readonly Told[] {
  const bits = /(?:^|\s)(?:-s\s*)?(\d{3,5})$/.exec(joinWords({ words }))?.[1];
  if (bits === undefined) return [];
  const use = useOf(algorithm, {
    written: at.text,
    parameters: { keyBits: { value: Number(bits), from: 'written' } },
    functions: ['keygen'],
  });
  return [observed({ kind: 'algorithm', use: canonicalUse(use), symbol: at.text })];
}

/** The type of a host key, by the name of its file: `ssh_host_ed25519_key`, `dropbear_rsa_host_key`. */
export function tellHostKeyFile({ at, words }: Statement): readonly Told[] {
  return words.slice(0, 20).flatMap((word) => {
    const type = /(?:ssh_host|dropbear)_(rsa|dsa|dss|ecdsa|ed25519)(?:_host)?_key/.exec(word.text.slice(0, 1024))?.[1];
    if (type === undefined) return [];
    const algorithm = type === 'dss' ? 'dsa' : (type as 'rsa' | 'dsa' | 'ecdsa' | 'ed25519');
    return [
      observed({
        kind: 'algorithm',
        use: canonicalUse(useOf(algorithm, { written: type, functions: ['sign', 'verify'] })),
        symbol: at.text,
      }),
    ];
  });
}

/** The cipher of a disk: the fourth column of a line of crypttab. */
export function tellDisk({ words }: Statement): readonly Told[] {
  const options = new Map(
    (words[2]?.text ?? '')
      .split(',')
      .slice(0, 60)
      .map((option) => split(option)),
  );
  const cipher = options.get('cipher');
  if (cipher === undefined || isFilledIn(cipher)) return [];
  const bits = Number(options.get('size') ?? '');
  const use = findDiskCipher(cipher, Number.isInteger(bits) && bits > 0 ? bits : undefined);
  const hash = parseAlgorithmName(options.get('hash') ?? '');
  if (use === undefined) return unknownNames('cipher', [cipher]);
  return [
    observed({ kind: 'algorithm', use, symbol: 'cipher' }),
    ...(hash === undefined ? [] : [observed({ kind: 'algorithm', use: { ...hash, functions: ['keyderive'] }, symbol: 'hash' })]),
  ];
}

function split(option: string): readonly [string, string] {
  const cut = option.indexOf('=');
  return cut < 0 ? [option, ''] : [option.slice(0, cut), option.slice(cut + 1)];
}

/** What is switched off: versions, and algorithms that stand without a condition. `DH keySize < 1024` bounds, and switches nothing off. */
export function tellDisabled({ at, words }: Statement): readonly Told[] {
  const entries = joinWords({ words })
    .split(',')
    .map((entry) => entry.trim())
    .slice(0, 200);
  return entries.flatMap((entry): readonly Told[] => {
    if (entry === '' || /\s/.test(entry)) return [];
    const version = parseTlsVersion(entry);
    if (version !== undefined) return [observed(protocol(version.protocol, at.text, [version.version]), 'absent')];
    // `ECDH` and `DH` are the suites with static keys, `anon` and `NULL` those without authentication or encryption.
    if (/^(?:ECDH|DH|anon|NULL|include)$/i.test(entry)) return [];
    const use = parseAlgorithmName(entry.replace(/^3DES_EDE_CBC$/, '3DES-CBC'));
    return use === undefined ? [] : [observed({ kind: 'algorithm', use: canonicalUse(use), symbol: at.text }, 'absent')];
  });
}

/** A key pair to be made, of what its block says: `algorithm`, a size, a curve. */
export function tellKeyPair(block: readonly Statement[], path: string): readonly { readonly statement: Statement; readonly told: Told }[] {
  return block.flatMap((statement) => {
    const use = /algorithm|type/i.test(statement.at.text) ? parseAlgorithmName(joinWords(statement)) : undefined;
    if (use === undefined || !['rsa', 'ec', 'ecdsa', 'ed25519', 'ed448', 'ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87'].includes(use.algorithm))
      return [];
    const bits = block.find((one) => /size|bits/i.test(one.at.text))?.words[0];
    const curve = block.find((one) => /curve/i.test(one.at.text))?.words[0];
    const made = withSize(use, { bits, curve, path });
    return [
      {
        statement,
        told: observed({ kind: 'algorithm', use: canonicalUse({ ...made, functions: ['keygen'] }), symbol: statement.at.text }),
      },
    ];
  });
}

interface Sizes {
  readonly bits: ConfigWord | undefined;
  readonly curve: ConfigWord | undefined;
  readonly path: string;
}

const CURVE_OF_BITS: ReadonlyMap<string, string> = new Map([
  ['256', 'P-256'],
  ['384', 'P-384'],
  ['521', 'P-521'],
]);

function withSize(use: AlgorithmUse, { bits, curve, path }: Sizes): AlgorithmUse {
  if (use.algorithm === 'rsa') {
    const value = Number(bits?.text);
    if (bits === undefined || !Number.isInteger(value) || value < 256 || value > 65_536) return use;
    return { ...use, parameters: { ...use.parameters, keyBits: { value, from: 'resolved', at: `${path}:${bits.line}` } } };
  }
  const name = curve?.text ?? CURVE_OF_BITS.get(bits?.text ?? '') ?? '';
  const found = parseAlgorithmName(name.replace(/^P(\d)/, 'P-$1'))?.parameters.curve;
  const at = (curve ?? bits)?.line;
  if (found === undefined || at === undefined || (use.algorithm !== 'ec' && use.algorithm !== 'ecdsa')) return use;
  return { ...use, parameters: { ...use.parameters, curve: { value: found.value, from: 'resolved', at: `${path}:${at}` } } };
}
