// YAML as statements: each key with the scalars or the list that it holds, in the mappings it stands in. For configurations of Kubernetes,
// Traefik, Envoy and Spring, which say the same things as other daemons in another dress.

import { type ConfigScope, type ConfigWord, type Directive, type DirectiveFile, MAX_DIRECTIVES } from './directives.ts';
import { readYamlTree, type YamlNode } from './yaml-tree.ts';

const MAX_DOCUMENTS = 200;

/** Reads the documents of a stream in which `marks` is met. A document that is no YAML is a fault, and the others are read. */
export function readYamlDirectives(text: string, marks?: RegExp): DirectiveFile {
  const reading: Reading = { directives: [], opened: 0 };
  let fault: DirectiveFile['fault'];
  for (const part of splitDocuments(text).slice(0, MAX_DOCUMENTS)) {
    if (marks?.test(part.text) === false) continue;
    const read = readYamlTree(part.text);
    if (read.ok) walk(read.root, { reading, scopes: [{ id: ++reading.opened, name: '' }], before: part.lines });
    else fault ??= { line: part.lines + read.line, detail: read.detail };
  }
  return { directives: reading.directives, ...(fault === undefined ? {} : { fault }) };
}

interface Part {
  readonly text: string;
  /** lines of the stream before it */
  readonly lines: number;
}

function splitDocuments(text: string): readonly Part[] {
  const parts: Part[] = [];
  let [lines, start, startLine] = [0, 0, 0];
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at);
    const stop = end < 0 ? text.length : end;
    if (/^---\s*(?:#.*)?$/.test(text.slice(at, Math.min(stop, at + 200)))) {
      parts.push({ text: text.slice(start, at), lines: startLine });
      [start, startLine] = [stop + 1, lines + 1];
    }
    lines++;
    at = stop + 1;
  }
  return [...parts, { text: text.slice(start), lines: startLine }].filter((part) => /\S/.test(part.text));
}

interface Reading {
  readonly directives: Directive[];
  opened: number;
}

interface Walk {
  readonly reading: Reading;
  readonly scopes: readonly ConfigScope[];
  readonly before: number;
}

function walk(node: YamlNode, { reading, scopes, before }: Walk): void {
  for (const item of node.items) {
    if (item.entries.length > 0 || item.items.length > 0)
      walk(item, { reading, before, scopes: [...scopes, { id: ++reading.opened, name: '-' }] });
  }
  for (const { key, line, index, value } of node.entries) {
    if (reading.directives.length >= MAX_DIRECTIVES) return;
    const words = [value, ...value.items].flatMap((each): readonly ConfigWord[] =>
      each.text === undefined ? [] : [{ text: unquoted(each.text), line: each.line + before, index: each.index }],
    );
    reading.directives.push({ text: key, line: line + before, index, scopes, words }, ...words.flatMap((word) => toFlag(word, scopes)));
    if (value.entries.length > 0 || value.items.length > 0)
      walk(value, { reading, before, scopes: [...scopes, { id: ++reading.opened, name: key }] });
  }
}

// `- --tls-min-version=VersionTLS12` in the arguments of a container.
function toFlag(word: ConfigWord, scopes: readonly ConfigScope[]): readonly Directive[] {
  const [, signs = '', name, value = ''] = /^(--?)([a-z][a-z0-9-]{1,80})=(.*)$/.exec(word.text.slice(0, 4096)) ?? [];
  if (name === undefined) return [];
  const index = word.index + signs.length + name.length + 1;
  return [{ text: name, line: word.line, index: word.index, scopes, words: [{ text: value, line: word.line, index }] }];
}

// The tree keeps a scalar as it is written.
function unquoted(text: string): string {
  return /^(["'])([\s\S]*)\1$/.exec(text.trim())?.[2] ?? text;
}
