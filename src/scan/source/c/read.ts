// A C or C++ file as a module: what its names are bound to and which calls may matter.

import type { Node, QueryMatch } from 'web-tree-sitter';
import type { Catalogue } from '../../../knowledge/languages/row.ts';
import { toSite } from '../binder.ts';
import { type CallSite, type Condition, compareSites, type Module, nestScopes, type Reading, scopeAt } from '../module.ts';
import { parseWith } from '../parser.ts';
import { readReturns } from '../returns.ts';
import { type Binds, bindParameters, bindValues, type Captures, functionName, rangeOf } from './bindings.ts';
import { type Composite, composeC } from './composite.ts';
import { findRegion, type Region } from './conditions.ts';
import { lowerC, lowerCallC, type Source } from './lower.ts';
import { asksForSize, type Interest } from './mentions.ts';
import { type CView, viewC } from './preprocessor.ts';
import { findNamespaces, type ResolveName, toResolver } from './scoped-names.ts';
import { FIELD_QUERY, readTypeSites, TYPE_QUERY } from './types.ts';

const QUERY = `
(call_expression function: (_) @callee) @call
(init_declarator declarator: (_) @declarator value: (_) @value)
(declaration declarator: (array_declarator) @array)
(field_declaration declarator: (array_declarator) @array)
(field_declaration declarator: (field_identifier) @declarator default_value: (_) @value)
(return_statement (_) @returned)
(assignment_expression left: (_) @left right: (_) @right)
(enumerator name: (identifier) @enumerator)
(function_definition declarator: (_) @head) @function
`;

/** Reads a file and hands its module to `use`; undefined when the parser gave up on it. */
export function readC<T>(text: string, { catalogue, use }: Reading<T>): T | undefined {
  const view = viewC(text);
  const namespaces = findNamespaces(view, catalogue);
  const fields = fieldsIn(view.text, catalogue);
  const composite = composeC(
    view,
    toInterest(catalogue, { fields, words: namespaces === undefined ? undefined : catalogue.scoped?.words }),
  );
  const facts = { view, composite, catalogue, fields, ...(namespaces === undefined ? {} : { resolve: toResolver(namespaces, catalogue) }) };
  if (composite.empty) return use(toModule({ ...facts, matches: [] }));
  const query = `${QUERY}${namespaces === undefined ? '' : TYPE_QUERY}${fields.size === 0 ? '' : FIELD_QUERY}`;
  return parseWith('cpp', composite.text, { query, read: (matches) => use(toModule({ ...facts, matches })) });
}

const FIELDS = new WeakMap<Catalogue, readonly string[]>();

/** Fields whose values rows speak of (`.salg_name=`), as far as they stand in a text. */
function fieldsIn(text: string, catalogue: Catalogue): ReadonlySet<string> {
  const all = FIELDS.get(catalogue) ?? [...catalogue.names].flatMap((name) => (name.endsWith('=') ? [name.slice(0, -1)] : []));
  FIELDS.set(catalogue, all);
  return new Set(all.filter((name) => text.includes(name)));
}

interface More {
  readonly fields: ReadonlySet<string>;
  readonly words: ReadonlySet<string> | undefined;
}

function toInterest(catalogue: Catalogue, { fields, words }: More): Interest {
  const known = interestIn(catalogue);
  return {
    isCall: (name) => known(name) === 'call' || words?.has(name) === true || fields.has(name),
    isConstant: (name) => known(name) === 'constant',
  };
}

type Kind = 'call' | 'constant' | 'nothing';

const KINDS = new WeakMap<Catalogue, Map<string, Kind>>();
const MOST_KINDS = 200_000;

// The same words stand in every file of a tree: what each is, is found once.
function interestIn(catalogue: Catalogue): (name: string) => Kind {
  const kinds = KINDS.get(catalogue) ?? new Map<string, Kind>();
  KINDS.set(catalogue, kinds);
  if (kinds.size > MOST_KINDS) kinds.clear();
  return (name) => {
    const known = kinds.get(name);
    if (known !== undefined) return known;
    const kind = kindOf(name, catalogue);
    kinds.set(name, kind);
    return kind;
  };
}

function kindOf(name: string, catalogue: Catalogue): Kind {
  if (catalogue.find(name) !== undefined || catalogue.watched?.has(name) === true) return 'call';
  const constant = catalogue.findConstant(name);
  return constant !== undefined && constant.quiet !== true ? 'constant' : 'nothing';
}

interface Parsed {
  readonly view: CView;
  readonly composite: Composite;
  readonly catalogue: Catalogue;
  readonly fields: ReadonlySet<string>;
  readonly resolve?: ResolveName;
  readonly matches: readonly QueryMatch[];
}

function toModule({ view, composite, catalogue, fields, resolve, matches }: Parsed): Module {
  const source: Source = { text: composite.text, toFileIndex: composite.toFileIndex, ...(resolve === undefined ? {} : { resolve }) };
  const all = matches.map(({ captures }): Captures => new Map(captures.map(({ name, node }) => [name, node])));
  const functions = all.filter((captures) => captures.has('function'));
  const named = functions.map((captures) => ({ captures, name: functionName(captures.get('head')) }));
  const { file, scopes } = nestScopes(
    named.map(({ captures, name }) => ({ kind: 'function', name, ...rangeOf(captures.get('function'), source) }) as const),
    composite.toFileIndex(composite.text.length),
  );
  const targets = new Map<number, string>();
  bindParameters({ named, scopes, source, targets });
  bindValues({ all, scopes, source, file, targets });
  const returned = all.flatMap((captures) => captures.get('returned') ?? []);
  const defined = new Set(named.map(({ name }) => name).filter((name) => name !== ''));
  const called = readCalls({
    all,
    scopes,
    source,
    targets,
    wanted: (name) =>
      catalogue.find(name) !== undefined || catalogue.watched?.has(name) === true || defined.has(name) || file.bindings.has(name),
  });
  const typed =
    resolve === undefined && fields.size === 0 ? [] : readTypeSites({ all, scopes, source, isField: (name) => fields.has(name) });
  const sites = [...called, ...typed].sort(compareSites);
  const enumerators = new Set(
    all
      .flatMap((captures) => [captures.get('enumerator')].filter((node) => node !== undefined))
      .map((node) => source.toFileIndex(node.startIndex)),
  );
  return {
    file,
    calls: sites,
    callers: (name) => (defined.has(name) ? sites.filter(({ call }) => call.callee.is === 'name' && call.callee.name === name) : []),
    inclusions: view.includes.map(({ header, at }) => ({ module: header, at })),
    results: readReturns({
      returned,
      scopeAt: (at) => scopeAt(scopes, composite.toFileIndex(at)),
      lower: (node) => lowerC(node, source),
    }),
    mentions: composite.mentions.filter(({ at }) => !enumerators.has(at)),
    defined,
    conditionAt: (at) => conditionAt(view.regions, at),
    isPrivate: ({ start }) => STATIC.test(view.text.slice(start, start + LONGEST_HEAD)),
    toGlobal: (name) => name,
    normalise: (symbol) => symbol,
  };
}

function readCalls({
  all,
  scopes,
  source,
  targets,
  wanted,
}: Binds & { readonly all: readonly Captures[]; readonly wanted: (name: string) => boolean }): readonly CallSite[] {
  const sites: CallSite[] = [];
  for (const captures of all) {
    const node = captures.get('call');
    const callee = captures.get('callee');
    if (node === undefined || callee === undefined) continue;
    const name = source.resolve?.(callee.text) ?? nameOfCallee(callee);
    if (!wanted(name) || asksForSize(source.text, node.startIndex)) continue;
    sites.push(toSite(lowerCallC(node, source), { targets, scopeAt: (at) => scopeAt(scopes, at) }));
  }
  return sites;
}

// A method keeps the mark of one: `engine->aes_encrypt` is looked for as `.aes_encrypt`.
function nameOfCallee(callee: Node): string {
  if (callee.type === 'identifier') return callee.text;
  const field = callee.type === 'field_expression' ? callee.childForFieldName('field') : null;
  return field === null ? (callee.text.split('::').at(-1) ?? '') : `.${field.text}`;
}

const STATIC = /^[^({;]{0,200}\bstatic\b/;
const LONGEST_HEAD = 240;

function conditionAt(regions: readonly Region[], at: number): Condition | undefined {
  const around = findRegion(regions, at);
  return around === undefined ? undefined : { text: around.condition, dead: around.dead };
}
