// Where the names of a definer come from: what it imports by name, and what it brings in whole.

import type { DialectName } from './dialect.ts';

/** Local names with what they are elsewhere, and modules whose names are all brought in. */
export interface Imports {
  readonly imports: ReadonlyMap<string, string>;
  readonly brings: readonly string[];
}

interface Found {
  readonly imports: Map<string, string>;
  readonly brings: string[];
}

const MOST = 500;

const READERS: Readonly<Record<DialectName, (text: string, into: Found) => void>> = {
  c: () => undefined,
  csharp: (text, { brings }) => {
    for (const [, , name = ''] of text.matchAll(/^[ \t]{0,20}(?:global[ \t])?using[ \t]{1,4}(static[ \t]{1,4})?([\w.]{1,200});/gm))
      brings.push(name);
  },
  go: (text, { imports }) => {
    const head = text.slice(0, 20_000);
    for (const [, local, path = ''] of head.matchAll(
      /^[ \t]{0,20}(?:import[ \t]{1,20})?\(?[ \t]{0,20}(?:(\w{1,100})[ \t]{1,20})?"([\w./~-]{1,300})"/gm,
    ))
      imports.set(
        local ??
          path
            .replace(/\/v\d{1,3}$/, '')
            .split('/')
            .at(-1) ??
          path,
        path,
      );
  },
  java: readJvm,
  kotlin: readJvm,
  javascript: (text, { imports, brings }) => {
    for (const [, names = '', from = ''] of text.matchAll(
      /^(?:import|export)[ \t]{1,4}([^'";]{1,2000}?)[ \t\n]{1,4}from[ \t]{1,4}['"]([^'"\n]{1,200})['"]/gm,
    ))
      readNames(names, from, { imports, brings });
    for (const [, names = '', from = ''] of text.matchAll(
      /^(?:const|let|var)[ \t]{1,4}([\w$]{1,100}|\{[^{}]{1,1000}\})[ \t]{0,4}=[ \t]{0,4}require\([ \t]{0,4}['"]([^'"\n]{1,200})['"]/gm,
    ))
      readNames(names.startsWith('{') ? names.replaceAll(':', ' as ') : `* as ${names}`, from, { imports, brings });
  },
  python: (text, { imports, brings }) => {
    for (const [, module = '', names = ''] of text.matchAll(
      /^from[ \t]{1,4}([\w.]{1,200})[ \t]{1,4}import[ \t]{0,4}(\([^()]{1,4000}\)|[^\n(]{1,1000})/gm,
    )) {
      for (const one of names.replace(/[()\\]/g, ' ').split(',')) {
        const [name = '', as, local = name] = one.trim().split(/\s+/);
        if (name === '*') brings.push(module);
        else if (name !== '' && (as === undefined || as === 'as'))
          imports.set(local, module.endsWith('.') ? `${module}${name}` : `${module}.${name}`);
      }
    }
    for (const [, names = ''] of text.matchAll(/^import[ \t]{1,4}([\w., \t]{1,1000})/gm)) {
      for (const one of names.split(',')) {
        const [name = '', as, local] = one.trim().split(/\s+/);
        const [first = ''] = name.split('.');
        if (as === 'as' && local !== undefined) imports.set(local, name);
        else if (first !== '') imports.set(first, first);
      }
    }
  },
  rust: (text, { imports, brings }) => {
    for (const [, path = ''] of text.matchAll(/^[ \t]{0,40}(?:pub[ \t]{1,4})?use[ \t]{1,4}([^;]{1,2000});/gm)) {
      const [, base = '', group] = /^([^{}]*?)(?:::)?(?:\{([^{}]*)\})?$/.exec(path.replace(/\s+/g, ' ')) ?? [];
      for (const one of group === undefined ? [''] : group.split(',')) {
        const [name = '', local] = [base, one.trim()]
          .filter((part) => part !== '')
          .join('::')
          .split(' as ');
        if (name.endsWith('::*')) brings.push(name.slice(0, -3));
        else imports.set(local ?? name.split('::').at(-1) ?? name, name.replace(/::self$/, ''));
      }
    }
  },
};

function readJvm(text: string, { imports, brings }: Found): void {
  for (const [, path = '', local] of text.matchAll(
    /^[ \t]{0,20}import[ \t]{1,4}(?:static[ \t]{1,4})?([\w.]{1,300}(?:\*)?)(?:[ \t]{1,4}as[ \t]{1,4}(\w{1,100}))?/gm,
  )) {
    if (path.endsWith('.*')) brings.push(path.slice(0, -2));
    else imports.set(local ?? path.split('.').at(-1) ?? path, path);
  }
}

// `a, { b, c as d }`, `* as e`, `*`, with their module.
function readNames(names: string, from: string, { imports, brings }: Found): void {
  const [, whole = '', group = ''] = /^(?:type[ \t]+)?([^{}]*)(?:\{([\s\S]*)\})?[\s\S]*$/.exec(names) ?? [];
  for (const one of group.split(',')) {
    const [name = '', , local = name] = one
      .replace(/\btype\s+/, '')
      .trim()
      .split(/\s+/);
    if (name !== '') imports.set(local, `${from}.${name}`);
  }
  const first = whole.replace(/,\s*$/, '').trim();
  if (first === '*') brings.push(from);
  else if (first.startsWith('* as ')) imports.set(first.slice(5).trim(), from);
  else if (first !== '') imports.set(first, `${from}.default`);
}

/** The imports of a file. */
export function importsIn(text: string, language: DialectName): Imports {
  const found: Found = { imports: new Map(), brings: [] };
  READERS[language](text, found);
  return { imports: found.imports, brings: found.brings.slice(0, MOST) };
}
