// Declarations and constructions whose type is what uses an algorithm (`GCM<AES>::Encryption e;`, `new CBC<AES128>()`), and fields whose
// value names one (`.salg_name = "cbc(aes)"`), as calls.

import type { Node } from 'web-tree-sitter';
import type { CallExpression, Expression } from '../expression.ts';
import type { CallSite, Scope } from '../module.ts';
import { scopeAt } from '../module.ts';
import type { Captures } from './bindings.ts';
import { lowerC, type Source } from './lower.ts';

/** The part of the query that finds typed declarations; only files that may have them pay for it. */
export const TYPE_QUERY = `
(declaration type: [(qualified_identifier) (template_type) (type_identifier)] @type declarator: (_) @declared)
(field_declaration type: [(qualified_identifier) (template_type) (type_identifier)] @type declarator: (_) @declared)
(new_expression type: [(qualified_identifier) (template_type) (type_identifier)] @type arguments: (_)? @declared)
`;

/** The part of the query that finds named fields of initialisers. */
export const FIELD_QUERY = '(initializer_pair designator: (field_designator (field_identifier) @field) value: (_) @given)\n';

/** What reading types and fields needs. */
export interface TypeReading {
  readonly all: readonly Captures[];
  readonly scopes: readonly Scope[];
  readonly source: Source;
  readonly isField: (name: string) => boolean;
}

/** Calls that stand for types and fields, in the order of the text. */
export function readTypeSites({ all, scopes, source, isField }: TypeReading): readonly CallSite[] {
  return all.flatMap((captures): readonly CallSite[] => {
    const call = toTypeCall(captures, source) ?? toFieldCall(captures, source, isField);
    return call === undefined ? [] : [{ call, scope: scopeAt(scopes, call.at) }];
  });
}

function toTypeCall(captures: Captures, source: Source): CallExpression | undefined {
  const type = captures.get('type');
  const declared = captures.get('declared');
  const name = type === undefined ? undefined : source.resolve?.(type.text);
  if (type === undefined || name === undefined || isIndirect(declared)) return undefined;
  const own = templateArguments(type);
  const args = own.length > 0 ? own : constructorArguments(declared);
  return toCall(name, { node: type, args: args.map((arg) => lowerC(arg, source)), source });
}

// A pointer or a reference to something is not its construction; neither is the type of what a function returns.
function isIndirect(declared: Node | undefined): boolean {
  if (declared === undefined || declared.type === 'argument_list') return false;
  const inner = declared.type === 'init_declarator' ? declared.childForFieldName('declarator') : declared;
  if (inner === null || /^(?:pointer|reference)_declarator$/.test(inner.type)) return true;
  return inner.type === 'function_declarator' && !isConstruction(inner);
}

// `T x(a::b);` reads as a function without a body: inside a function it is a construction.
function isConstruction(declarator: Node): boolean {
  const parameters = declarator.childForFieldName('parameters')?.namedChildren ?? [];
  const isLocal = declarator.parent?.parent?.type === 'compound_statement';
  return isLocal && parameters.length > 0 && parameters.every((one) => one.childForFieldName('declarator') === null);
}

function templateArguments(type: Node): readonly Node[] {
  const list = type.descendantsOfType('template_argument_list')[0];
  return list === null || list === undefined ? [] : list.namedChildren.map((child) => child.childForFieldName('type') ?? child);
}

function constructorArguments(declared: Node | undefined): readonly Node[] {
  if (declared === undefined) return [];
  if (declared.type === 'argument_list') return declared.namedChildren;
  if (declared.type === 'function_declarator')
    return (declared.childForFieldName('parameters')?.namedChildren ?? []).flatMap((one) => one.childForFieldName('type') ?? []);
  const value = declared.childForFieldName('value');
  return value?.type === 'argument_list' || value?.type === 'initializer_list' ? value.namedChildren : [];
}

function toFieldCall(captures: Captures, source: Source, isField: (name: string) => boolean): CallExpression | undefined {
  const field = captures.get('field') ?? lastField(captures.get('left'));
  const value = captures.get('given') ?? captures.get('right');
  if (field === undefined || value === undefined || !isField(field.text)) return undefined;
  return toCall(`.${field.text}=`, { node: field, args: [lowerC(value, source)], source });
}

function lastField(left: Node | undefined): Node | undefined {
  return left?.type === 'field_expression' ? (left.childForFieldName('field') ?? undefined) : undefined;
}

interface Made {
  readonly node: Node;
  readonly args: readonly Expression[];
  readonly source: Source;
}

function toCall(name: string, { node, args, source }: Made): CallExpression {
  const at = source.toFileIndex(node.startIndex);
  const callee: Expression = { is: 'name', name, at };
  return { is: 'call', callee, args, keywords: new Map(), at, nameAt: at, end: source.toFileIndex(node.endIndex) };
}
