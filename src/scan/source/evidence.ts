// From uses, mentions and inclusions to evidence: state, confidence, condition, and the place at which each is reported.

import { ALGORITHMS } from '../../knowledge/algorithms.ts';
import { findLibrary } from '../../knowledge/languages/row.ts';
import { findCipherSuite } from '../../knowledge/tls.ts';
import type { AlgorithmUse, Parameters } from '../../model/algorithm.ts';
import type { Confidence, Evidence, Execution, Origin, State } from '../../model/evidence.ts';
import type { FileEntry } from '../../model/world.ts';
import { valuesAt } from './arguments.ts';
import { pushTo } from './captures.ts';
import { addSays, asResolved, type Draft, finishUse, startDraft } from './drafts.ts';
import type { Elsewhere } from './elsewhere.ts';
import type { Index } from './expression.ts';
import { findHanded, offerFunctions } from './handed.ts';
import { findReason } from './non-security.ts';
import type { Positions } from './positions.ts';
import { findProtocols, type ProtocolUse } from './protocols.ts';
import type { Reported } from './reported.ts';
import { findRow, findUses, type Reader, readSites, startPlace, type Use } from './uses.ts';

/** Everything a module gives evidence of, in the order of the text, each place and symbol once. */
export function toEvidence(reported: Reported): readonly Evidence[] {
  const found = readSites(reported.reader);
  if (reported.offer !== undefined) offerFunctions(found, { ...reported, offer: reported.offer });
  const uses = settleCiphers(findUses(reported.reader, found));
  const protocols = findProtocols(reported.reader);
  const made = [
    ...withoutInner(uses, reported.positions).flatMap((use) => ofUse(use, reported)),
    ...protocols.map((protocol) => ofProtocol(protocol, reported)),
    ...ofMentions(reported, uses, protocols),
    ...ofInclusions(reported),
    ...ofModules(reported),
  ];
  return inOrder(made);
}

/** What the file hands to functions of other files that give it to a library; what those ask for then is told there too. */
export function toHandedEvidence(reported: Reported, elsewhere: Elsewhere): readonly Evidence[] {
  const handed = findHanded(reported, elsewhere);
  for (const { use, call } of handed) {
    const draft = promoteDigest(use);
    if (draft.algorithm === undefined || draft.none === true) continue;
    const inner = asResolved({ ...draft, open: [] }, reported.where(use.draft.at));
    reported.tell?.({ location: call.location, name: call.name, use: finishUse(inner, call.name) });
  }
  return inOrder(handed.flatMap(({ use, isSaid }) => (isSaid && !isMentioned(use, reported) ? ofUse(use, reported) : [])));
}

// The constant that is handed in is a mention of its own already: the same use is not told twice.
function isMentioned({ site: { call }, draft }: Use, { reader: { module, catalogue } }: Reported): boolean {
  return module.mentions.some(
    ({ name, at }) => at > call.at && at < call.end && catalogue.findConstant(name)?.says.algorithm === (draft.algorithm ?? 'unrecognised'),
  );
}

function inOrder(made: readonly Evidence[]): readonly Evidence[] {
  const unique = new Map(made.map((evidence) => [keyOf(evidence), evidence]));
  return [...unique.values()].sort((a, b) => offsetOf(a) - offsetOf(b));
}

function keyOf({ location, state, observed }: Evidence): string {
  const place = location.at === 'text' ? location.offset : 0;
  const use =
    observed.kind === 'algorithm' ? JSON.stringify([observed.use.algorithm, toValues(observed.use.parameters), observed.condition]) : '';
  const name = observed.kind === 'library' ? observed.name : '';
  return [place, state, observed.kind, 'symbol' in observed && observed.kind !== 'library' ? observed.symbol : '', use, name].join(
    '\u0000',
  );
}

function toValues(parameters: Parameters): readonly unknown[] {
  return Object.entries(parameters).map(([name, { value }]) => [name, value]);
}

function offsetOf({ location }: Evidence): number {
  return location.at === 'text' ? location.offset : 0;
}

// A mode that PSA names apart from its cipher is of the only cipher whose keys the file handles; of two it cannot be told.
function settleCiphers(uses: readonly Use[]): readonly Use[] {
  const ciphers = new Set(uses.flatMap(({ draft }) => (draft.algorithm !== undefined && isBlockCipher(draft) ? [draft.algorithm] : [])));
  const [only, ...others] = ciphers;
  if (only === undefined || others.length > 0) return uses;
  return uses.map((use) =>
    use.draft.algorithm === undefined && use.draft.parameters.mode !== undefined
      ? { ...use, draft: { ...use.draft, algorithm: only, sure: false } }
      : use,
  );
}

function isBlockCipher(draft: Draft): boolean {
  return draft.algorithm !== undefined && ALGORITHMS[draft.algorithm].primitive === 'block-cipher';
}

/** What only names the algorithm for the call around it on the same line is told by that call. */
function withoutInner(uses: readonly Use[], positions: Positions): readonly Use[] {
  const outer = new Map<Index, number[]>();
  for (const { draft, row } of uses) {
    if (draft.algorithm === undefined && row.needs === true) continue;
    for (const at of draft.consumed) pushTo(outer, at, positions.lineAt(draft.at));
  }
  // `P256().GenerateKey(…)`: the curve is told by what is done with it.
  const continued = new Set(uses.flatMap(({ row, site }) => (row.continues === true ? [site.call.at] : [])));
  return uses.filter((use) => {
    if (use.row.silent === true || (use.row.names === true && continued.has(use.site.call.at))) return false;
    const lines = outer.get(use.site.call.at) ?? outer.get(use.site.call.nameAt);
    return lines === undefined || (use.row.specifies !== true && !lines.includes(positions.lineAt(use.draft.at)));
  });
}

function ofUse(use: Use, reported: Reported): readonly Evidence[] {
  const draft = promoteDigest(use);
  if (
    draft.none === true ||
    use.row.brings !== undefined ||
    (use.row.protocol !== undefined && Object.keys(use.row.roles ?? {}).length === 0)
  )
    return [];
  if (draft.algorithm === undefined && (use.row.needs === true || (draft.open.length > 0 && use.reaches !== undefined))) return [];
  if (draft.algorithm === undefined && use.row.labels === true && draft.written !== undefined) return [];
  const finished = finishUse(draft, use.symbol);
  const reason = findReason(use, finished, reported);
  return [
    toItem(reported, {
      at: draft.at,
      state: use.row.names === true ? 'present' : 'called',
      confidence: confidenceOf(use, draft),
      symbol: use.symbol,
      library: use.row.library,
      use: finished,
      ...(reason === undefined ? {} : { reason }),
      ...(draft.execution === undefined ? {} : { execution: draft.execution }),
    }),
  ];
}

// `mbedtls_md_setup(&ctx, info, 0)`: where a digest is all there is and nothing is signed, the digest is the use.
function promoteDigest({ draft }: Use): Draft {
  const digest = draft.parameters.digest?.value;
  const signs = draft.functions.some((one) => one === 'sign' || one === 'verify');
  if ((draft.algorithm !== undefined && draft.algorithm !== 'hash') || digest === undefined || signs) return draft;
  return { ...draft, algorithm: digest, parameters: {}, parts: [] };
}

function confidenceOf({ reaches, row }: Use, draft: Draft): Confidence {
  if (draft.algorithm === undefined) return 'hint';
  return draft.sure && reaches === undefined && row.likely !== true ? 'certain' : 'likely';
}

interface Item {
  readonly at: Index;
  readonly state: State;
  readonly confidence: Confidence;
  readonly symbol: string;
  readonly library: string;
  readonly use: AlgorithmUse;
  readonly reason?: string;
  readonly execution?: Execution;
}

function toItem({ entry, reader, positions }: Reported, item: Item): Evidence {
  const { at, state, confidence, symbol, library, use, reason } = item;
  const condition = reader.module.conditionAt?.(at);
  const execution = item.execution ?? reader.catalogue.executions?.get(library);
  return {
    scanner: 'source',
    location: positions.locate(at),
    grade: 'source',
    confidence,
    state: condition?.dead === true ? 'absent' : state,
    origin: originOf(entry, reader, at),
    observed: {
      kind: 'algorithm',
      use,
      symbol,
      library,
      ...(condition === undefined || condition.text === '' ? {} : { condition: condition.text }),
      ...(reason === undefined ? {} : { nonSecurity: reason }),
      ...(execution === undefined ? {} : { execution }),
    },
  };
}

// Tests that stand beside what they test are tests, in a file of ours.
function originOf({ origin }: FileEntry, { module }: Reader, at: Index): Origin {
  return origin === 'first-party' ? (module.originAt?.(at) ?? origin) : origin;
}

function ofProtocol(protocol: ProtocolUse, { entry, reader, positions }: Reported): Evidence {
  const condition = reader.module.conditionAt?.(protocol.at);
  return {
    scanner: 'source',
    location: positions.locate(protocol.at),
    grade: 'source',
    confidence: protocol.sure ? 'certain' : 'likely',
    state: condition?.dead === true ? 'absent' : protocol.state,
    origin: originOf(entry, reader, protocol.at),
    observed: { ...protocol.observed, ...(condition === undefined || condition.text === '' ? {} : { condition: condition.text }) },
    roleHint: 'transport',
  };
}

/** Constants that stand outside of the calls that were read: a table of suites, a comparison, a field of a structure. */
function ofMentions(reported: Reported, uses: readonly Use[], protocols: readonly ProtocolUse[]): readonly Evidence[] {
  const { module, catalogue } = reported.reader;
  const { lineAt } = reported.positions;
  const calls = [...uses.map(({ site, draft }) => ({ call: site.call, at: draft.at })), ...protocols].sort((a, b) => a.call.at - b.call.at);
  const byLine = new Map<number, ProtocolUse['call'][]>();
  for (const { at, call } of calls) pushTo(byLine, lineAt(at), call);
  // A constant among the arguments of a call that is reported on the same line is told there; so is one that stands
  // elsewhere and is the value of a name that the call was given, or is said by a later call on the thing that was made.
  const later = new Set(uses.flatMap(({ site, draft }) => draft.consumed.filter((at) => at >= site.call.end || at < site.call.at)));
  const isTold = (at: Index): boolean => later.has(at) || isInside(byLine.get(lineAt(at)) ?? [], at);
  const free = module.mentions.filter(({ name, at }) => module.defined?.has(name) !== true && !isTold(at));
  return free.flatMap(({ name, at }) => {
    const constant = catalogue.findConstant(name);
    const row = catalogue.find(name);
    const says = constant?.says ?? row?.uses;
    const suite = constant?.suite === undefined ? undefined : findCipherSuite(constant.suite);
    if (suite !== undefined || constant?.group !== undefined || constant?.protocol !== undefined) {
      const observed = {
        kind: 'protocol' as const,
        protocol: constant?.protocol ?? ('tls' as const),
        versions: constant?.version === undefined ? [] : [constant.version],
        suites: suite === undefined ? [] : [suite],
        groups: constant?.group === undefined ? [] : [constant.group],
        schemes: [],
        symbol: name,
      };
      return [ofProtocol({ at, sure: true, state: 'present', observed, call: NO_CALL }, reported)];
    }
    if (says?.algorithm === undefined || (constant === undefined && row?.library === 'unknown')) return [];
    const use = finishUse(addSays(startDraft(at), says), name);
    return [
      toItem(reported, {
        at,
        state: 'present',
        confidence: 'certain',
        symbol: name,
        library: constant?.library ?? row?.library ?? 'unknown',
        use,
      }),
    ];
  });
}

// The calls stand in the order of their starts: what holds a place is among the last that begin before it.
function isInside(calls: readonly ProtocolUse['call'][], at: Index): boolean {
  let end = calls.length;
  for (let low = 0; low < end; ) {
    const middle = (low + end) >> 1;
    if ((calls[middle]?.at ?? 0) <= at) low = middle + 1;
    else end = middle;
  }
  return calls.slice(Math.max(0, end - NEAREST), end).some((call) => at < call.end);
}

const NEAREST = 64;
const NO_CALL: ProtocolUse['call'] = {
  is: 'call',
  callee: { is: 'unknown', at: 0 },
  args: [],
  keywords: new Map(),
  at: 0,
  nameAt: 0,
  end: 0,
};

function ofInclusions({ entry, reader, positions }: Reported): readonly Evidence[] {
  const seen = new Set<string>();
  return reader.module.inclusions.flatMap(({ module, at }): readonly Evidence[] => {
    const name = findLibrary(reader.catalogue.libraries, module);
    if (name === undefined || seen.has(name)) return [];
    seen.add(name);
    const observed = { kind: 'library' as const, name, symbol: module };
    return [
      {
        scanner: 'source',
        location: positions.locate(at),
        grade: 'source',
        confidence: 'certain',
        state: 'present',
        origin: entry.origin,
        observed,
      },
    ];
  });
}

const MODULE_NAME = /^[\w.+-]{1,60}$/;

// A provider or an engine that the code loads by its name.
function ofModules({ entry, reader, positions }: Reported): readonly Evidence[] {
  return reader.module.calls.flatMap((site): readonly Evidence[] => {
    const row = findRow(reader, site);
    if (row?.brings === undefined) return [];
    const names = valuesAt(row.brings, { call: site.call, place: startPlace(reader, site.scope) }).flatMap(({ value }) =>
      value.is === 'string' && MODULE_NAME.test(value.value) ? [value.value] : [],
    );
    const location = positions.locate(site.call.nameAt);
    return names.map((name) => ({
      scanner: 'source',
      location,
      grade: 'source',
      confidence: 'certain',
      state: reader.module.conditionAt?.(site.call.nameAt)?.dead === true ? 'absent' : 'called',
      origin: entry.origin,
      observed: { kind: 'library', name: `${row.library}-module-${name}`, symbol: row.symbol },
    }));
  });
}
