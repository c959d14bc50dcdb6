// What a Python file hands on without calling it: `{'sha256': hashlib.sha256}`, `ssl_version=ssl.PROTOCOL_TLSv1`.

import type { Node } from 'web-tree-sitter';
import { normalisePython } from '../../../knowledge/languages/python.ts';
import type { Catalogue } from '../../../knowledge/languages/row.ts';
import type { Mention, Scope } from '../module.ts';

interface Mentioning {
  readonly text: string;
  readonly root: Node | undefined;
  readonly catalogue: Catalogue;
  readonly file: Scope;
}

const MEMBER = /\b([A-Za-z_]\w{0,60})((?:\.[A-Za-z_]\w{0,60}){1,5})(?![\w.]|\s{0,20}[(=])/g;
const MOST = 2000;

/** Functions, classes and versions of libraries that stand outside of the calls that are read. */
export function findMentions({ text, root, catalogue, file }: Mentioning): readonly Mention[] {
  if (root === undefined) return [];
  const found: Mention[] = [];
  for (const { index, 1: head = '', 2: rest = '' } of text.matchAll(MEMBER)) {
    const binding = file.bindings.get(head)?.[0];
    if (binding?.is !== 'import' || found.length >= MOST) continue;
    const name = normalisePython(`${binding.symbol}${rest}`);
    if (!isTelling(name, catalogue)) continue;
    const at = index + head.length + rest.lastIndexOf('.') + 1;
    const node = root.descendantForIndex(at, at);
    if (node !== null && node.type === 'identifier' && isMention(node, catalogue)) found.push({ name, at });
  }
  for (const [local, [binding]] of file.bindings) {
    const name = binding?.is === 'import' ? normalisePython(binding.symbol) : '';
    if (found.length < MOST && /^\w{1,60}$/.test(local) && isTelling(name, catalogue))
      found.push(...findPlain(local, name, { text, root, catalogue }));
  }
  return found;
}

// `from hashlib import sha256`, later `{'class': sha256}`.
function findPlain(local: string, name: string, { text, root, catalogue }: Omit<Mentioning, 'file'>): readonly Mention[] {
  const word = new RegExp(`(?<![\\w.'"])${local}(?![\\w.'"]|\\s{0,20}[(=])`, 'g');
  return [...text.matchAll(word)].slice(0, MOST).flatMap(({ index }) => {
    const node = root?.descendantForIndex(index, index) ?? null;
    return node !== null && node.type === 'identifier' && isMention(node, catalogue) ? [{ name, at: index }] : [];
  });
}

function isTelling(name: string, catalogue: Catalogue): boolean {
  const constant = catalogue.findConstant(name);
  if (constant !== undefined) return constant.protocol !== undefined && constant.version !== undefined;
  const row = catalogue.find(name);
  return row?.uses?.algorithm !== undefined && row.silent !== true && !name.endsWith('()');
}

const HOLDERS: ReadonlySet<string> = new Set([
  'pair',
  'list',
  'tuple',
  'set',
  'default_parameter',
  'typed_default_parameter',
  'keyword_argument',
  'argument_list',
  'return_statement',
  'dictionary',
]);
const PASSED: ReadonlySet<string> = new Set([
  'pair',
  'list',
  'tuple',
  'set',
  'dictionary',
  'keyword_argument',
  'argument_list',
  'call',
  'attribute',
  'conditional_expression',
  'parenthesized_expression',
]);

// An alias is told where it is used; the argument of a call that is read is told there; an annotation says what may come, not what does.
function isMention(node: Node, catalogue: Catalogue): boolean {
  let here: Node | null = node.parent;
  while (here?.type === 'attribute') here = here.parent;
  if (here === null || !HOLDERS.has(here.type)) return false;
  for (let levels = 0; here !== null && levels < 12 && PASSED.has(here.type); levels++, here = here.parent) {
    if (here.type !== 'call') continue;
    const called = here.childForFieldName('function');
    const name = called?.childForFieldName('attribute')?.text ?? called?.text ?? '';
    if (catalogue.names.has(name) || name === 'isinstance' || name === 'issubclass' || name === 'getattr') return false;
  }
  return true;
}
