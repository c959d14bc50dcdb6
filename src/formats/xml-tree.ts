// XML 1.0 as elements with places, bounded in depth and in count. A document type is not read: no entity but the five of XML is known, so
// none can multiply.

import { SaxesParser } from 'saxes';

/** An element by its local name. */
export interface XmlElement {
  readonly name: string;
  /** by local name */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** the text right inside it, trimmed */
  readonly text: string;
  /** index in the text of the sign after its start tag */
  readonly offset: number;
}

/** A parsed text, or what is wrong with it and where. */
export type XmlRead =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly offset: number; readonly detail: string };

const MAX_DEPTH = 64;
const MAX_ELEMENTS = 500_000;
const LONGEST_TEXT = 4096;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly offset: number;
  text: string;
}

/** Parses one document. Text longer than 4,096 characters in one element is cut. */
export function readXmlTree(text: string): XmlRead {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const builder: Builder = { open: [], count: 0, root: undefined, fault: undefined };
  listen(parser, builder);
  try {
    for (let at = 0; at < text.length; at += CHUNK) parser.write(text.slice(at, at + CHUNK));
    parser.close();
  } catch (error) {
    if (builder.fault === undefined) throw error;
  }
  const { root, fault } = builder;
  if (fault !== undefined) return { ok: false, detail: fault, offset: Math.min(parser.position, text.length) };
  return root === undefined ? { ok: false, offset: 0, detail: 'expected an element, got none' } : { ok: true, root };
}

const CHUNK = 65_536;

interface Builder {
  readonly open: Open[];
  count: number;
  root: XmlElement | undefined;
  fault: string | undefined;
}

function listen(parser: SaxesParser, builder: Builder): void {
  const { open } = builder;
  // The parser would go on after an error, and make another of each character: the first one ends it.
  const stop = (detail: string): never => {
    builder.fault ??= detail;
    throw new Error(detail);
  };
  parser.on('error', () => stop('expected XML, got a syntax error'));
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= MAX_DEPTH) stop(`expected at most ${MAX_DEPTH} levels of nesting`);
    if (++builder.count > MAX_ELEMENTS) stop(`expected at most ${MAX_ELEMENTS} elements`);
    const own = new Map(Object.entries(attributes).map(([key, value]) => [toLocal(key), value] as const));
    open.push({ name: toLocal(name), attributes: own, children: [], offset: parser.position, text: '' });
  });
  const addText = (more: string): void => {
    const inner = open.at(-1);
    if (inner !== undefined && inner.text.length < LONGEST_TEXT) inner.text += more.slice(0, LONGEST_TEXT);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed === undefined) return;
    const element = { ...closed, text: closed.text.trim() };
    const outer = open.at(-1);
    if (outer === undefined) builder.root = element;
    else outer.children.push(element);
  });
}

function toLocal(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The children of that name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first element at a path of names. */
export function elementAt(element: XmlElement | undefined, path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((outer, name) => outer?.children.find((child) => child.name === name), element);
}

/** Every element of that name, at any depth, in the order of the document. */
export function descendantsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => descendantsOf(child, name))];
}
