// What tells the languages apart for one who only reads constants: their files, comments, strings and declarations.

/** A language that gives constants to other files. */
export type DialectName = 'c' | 'csharp' | 'go' | 'java' | 'javascript' | 'kotlin' | 'python' | 'rust';

/** How constants of a language are written. */
export interface Dialect {
  readonly name: DialectName;
  readonly lineComment: '//' | '#';
  /** characters that quote a string */
  readonly quotes: string;
  /** a value ends with its line, but inside of brackets */
  readonly endsWithLine: boolean;
  /** begins a declaration: its last group is the name, and the value begins where it ends; absent where blocks are read line by line */
  readonly declaration: RegExp;
  /** `class X`, `object X`, `mod x`: names inside are reached through it; without a name (`namespace`, `const (`) they are not */
  readonly owner?: RegExp;
}

// Modifiers, then a type, then the name: the type may have arguments and brackets.
const JVM_TYPE = String.raw`(?:[\w.]{1,100}(?:<[^<>;{}()=]{0,100}>)?(?:\[\])?[ \t]{1,20})`;

const C_DECLARATION =
  /^[ \t]{0,40}(?:(?:static|extern|inline|const|constexpr|unsigned|std::)[ \t]{0,20}){1,6}[\w:]{1,60}[ \t*]{1,20}(?:const[ \t]{1,20})?([A-Za-z_]\w{0,100})[ \t]{0,20}(?:\[\w{0,20}\])?[ \t]{0,20}=(?!=)/gm;
const C_OWNER = /\b(?:namespace\b[^{};()]{0,100}|extern[ \t]{1,4}"C"\s{0,20}|(?:class|struct)[ \t]{1,20}\w{1,100}[^{};()]{0,200})\{/g;
const CSHARP_DECLARATION = new RegExp(
  String.raw`^[ \t]{0,80}(?:(?:public|internal|private|protected|static|readonly|const|new)[ \t]{1,20}){1,5}${JVM_TYPE}([A-Za-z_]\w{0,100})[ \t]{0,20}(?:\{[ \t]{0,4}get;[^{}\n]{0,20}\}[ \t]{0,20})?(?:=>?)(?![=])`,
  'gm',
);
const JAVA_DECLARATION = new RegExp(
  String.raw`^[ \t]{0,80}(?:(?:public|private|protected|static|final)[ \t]{1,20}){0,4}${JVM_TYPE}([A-Za-z_$][\w$]{0,100})(?:\[\])?[ \t]{0,20}=(?!=)`,
  'gm',
);

const DIALECTS: Readonly<Record<DialectName, Dialect>> = {
  c: { name: 'c', lineComment: '//', quotes: '"', endsWithLine: false, declaration: C_DECLARATION, owner: C_OWNER },
  csharp: {
    name: 'csharp',
    lineComment: '//',
    quotes: '"',
    endsWithLine: false,
    declaration: CSHARP_DECLARATION,
    owner: /\b(?:namespace[ \t]{1,20}[\w.]{1,200}\s{0,40}|(?:class|struct|record|interface)[ \t]{1,20}(\w{1,100})[^{};()]{0,200})\{/g,
  },
  go: {
    name: 'go',
    lineComment: '//',
    quotes: '"`',
    endsWithLine: true,
    declaration: /^(?:[ \t]{0,20}(?:const|var)[ \t]{1,20}|\t| {2,4})([A-Za-z_]\w{0,100})(?:[ \t]{1,20}[\w.*[\]]{1,80})?[ \t]{0,20}=(?!=)/gm,
    owner: /^(?:const|var)[ \t]{0,20}()\(/gm,
  },
  java: {
    name: 'java',
    lineComment: '//',
    quotes: '"',
    endsWithLine: false,
    declaration: JAVA_DECLARATION,
    owner: /\b(?:class|interface|enum|record)[ \t]{1,20}(\w{1,100})[^{};]{0,300}\{/g,
  },
  javascript: {
    name: 'javascript',
    lineComment: '//',
    quotes: '"\'`',
    endsWithLine: true,
    declaration:
      /^[ \t]{0,40}(?:(?:export[ \t]{1,20})?const[ \t]{1,20}|(?:(?:public|static|readonly)[ \t]{1,20}){1,3}|(?=(?:module\.)?exports\b))((?:module\.exports|exports)(?:\.[\w$]{1,100})?|[A-Za-z_$][\w$]{0,100})[ \t]{0,20}(?::[ \t]{0,20}[^=;\n]{1,100})?=(?![=>])|^export[ \t]{1,20}(default)[ \t]{1,20}(?!function|class|async)/gm,
    owner: /\b(?:class)[ \t]{1,20}([\w$]{1,100})[^{};()]{0,200}\{/g,
  },
  kotlin: {
    name: 'kotlin',
    lineComment: '//',
    quotes: '"',
    endsWithLine: true,
    declaration:
      /^[ \t]{0,80}(?:(?:public|internal|private|const|@JvmField|@JvmStatic)[ \t]{1,20}){0,4}val[ \t]{1,20}([A-Za-z_]\w{0,100})[ \t]{0,20}(?::[ \t]{0,20}[^=\n]{1,80})?=(?!=)/gm,
    owner: /\b(?:class|companion|object|interface)[ \t]{1,20}(\w{1,100})?[^{};()]{0,200}\{/g,
  },
  python: {
    name: 'python',
    lineComment: '#',
    quotes: '"\'',
    endsWithLine: true,
    declaration: /^([A-Za-z_]\w{0,100})[ \t]{0,20}(?::[ \t]{0,20}[^=\n]{1,80})?=(?!=)/gm,
    owner: /^class[ \t]{1,20}(\w{1,100})[^:\n]{0,200}:/gm,
  },
  rust: {
    name: 'rust',
    lineComment: '//',
    quotes: '"',
    endsWithLine: false,
    declaration:
      /^[ \t]{0,80}(?:pub(?:\([\w: ]{1,40}\))?[ \t]{1,20})?(?:const|static)[ \t]{1,20}([A-Za-z_]\w{0,100})[ \t]{0,20}:[^=;\n]{1,120}=(?!=)/gm,
    owner: /\b(?:mod|impl)[ \t]{1,20}(\w{1,100})[ \t]{0,20}\{/g,
  },
};

const C_FILES = ['c', 'h', 'cc', 'cpp', 'cxx', 'c++', 'hh', 'hpp', 'hxx', 'h++', 'inc', 'inl', 'ipp', 'ino', 'm', 'mm'];

const BY_EXTENSION: ReadonlyMap<string, Dialect> = new Map([
  ...C_FILES.map((extension) => [extension, DIALECTS.c] as const),
  ...['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'].map((extension) => [extension, DIALECTS.javascript] as const),
  ['cs', DIALECTS.csharp],
  ['csx', DIALECTS.csharp],
  ['java', DIALECTS.java],
  ['kt', DIALECTS.kotlin],
  ['kts', DIALECTS.kotlin],
  ['py', DIALECTS.python],
  ['pyw', DIALECTS.python],
  ['go', DIALECTS.go],
  ['rs', DIALECTS.rust],
]);

/** The language of a file by its name. */
export function dialectOf(path: string): Dialect | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? undefined : BY_EXTENSION.get(name.slice(dot + 1).toLowerCase());
}
