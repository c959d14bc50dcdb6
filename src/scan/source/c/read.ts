// A C or C++ file as a module: what its names are bound to and which calls may matter.

import type { QueryMatch } from 'web-tree-sitter';
import type { Catalogue } from '../../../knowledge/languages/row.ts';
import { type CallSite, type Condition, type Module, nestScopes, type Reading, scopeAt } from '../module.ts';
import { parseWith } from '../parser.ts';
import { type Binds, bindParameters, bindValues, type Captures, functionName, rangeOf } from './bindings.ts';
import { type Composite, composeC } from './composite.ts';
import { findRegion, type Region } from './conditions.ts';
import { lowerCallC, type Source } from './lower.ts';
import { asksForSize } from './mentions.ts';
import { type CView, viewC } from './preprocessor.ts';

const QUERY = `
(call_expression function: (_) @callee) @call
(init_declarator declarator: (_) @declarator value: (_) @value)
(declaration declarator: (array_declarator) @array)
(field_declaration declarator: (array_declarator) @array)
(assignment_expression left: (_) @left right: (_) @right)
(enumerator name: (identifier) @enumerator)
(function_definition declarator: (_) @head) @function
`;

/** Reads a file and hands its module to `use`; undefined when the parser gave up on it. */
export function readC<T>(text: string, { catalogue, use }: Reading<T>): T | undefined {
  const view = viewC(text);
  const composite = composeC(view, toInterest(catalogue));
  if (composite.empty) return use(toModule({ view, composite, catalogue, matches: [] }));
  return parseWith('cpp', composite.text, { query: QUERY, read: (matches) => use(toModule({ view, composite, catalogue, matches })) });
}

function toInterest(catalogue: Catalogue): { isCall: (name: string) => boolean; isConstant: (name: string) => boolean } {
  const constants = new Map<string, boolean>();
  return {
    isCall: (name) => catalogue.find(name) !== undefined,
    isConstant: (name) => {
      let known = constants.get(name);
      if (known === undefined) {
        const constant = catalogue.findConstant(name);
        known = constant !== undefined && constant.quiet !== true && catalogue.find(name) === undefined;
        constants.set(name, known);
      }
      return known;
    },
  };
}

interface Parsed {
  readonly view: CView;
  readonly composite: Composite;
  readonly catalogue: Catalogue;
  readonly matches: readonly QueryMatch[];
}

function toModule({ view, composite, catalogue, matches }: Parsed): Module {
  const source: Source = { text: composite.text, toFileIndex: composite.toFileIndex };
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
  const defined = new Set(named.map(({ name }) => name).filter((name) => name !== ''));
  const sites = readCalls({
    all,
    scopes,
    source,
    targets,
    wanted: (name) => catalogue.find(name) !== undefined || defined.has(name) || file.bindings.has(name),
  });
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
    mentions: composite.mentions.filter(({ at }) => !enumerators.has(at)),
    defined,
    conditionAt: (at) => conditionAt(view.regions, at),
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
    const name = callee.type === 'identifier' ? callee.text : (callee.text.split('::').at(-1) ?? '');
    if (!wanted(name) || asksForSize(source.text, node.startIndex)) continue;
    const call = lowerCallC(node, source);
    const target = targets.get(call.at);
    sites.push({ call, scope: scopeAt(scopes, call.at), ...(target === undefined ? {} : { target }) });
  }
  return sites.sort((a, b) => a.call.at - b.call.at || b.call.end - a.call.end);
}

function conditionAt(regions: readonly Region[], at: number): Condition | undefined {
  const around = findRegion(regions, at);
  return around === undefined ? undefined : { text: around.condition, dead: around.dead };
}
