// From a dialect's syntax to its reader: each way of writing lines by the options of the line reader.

import { readBlockDirectives } from '../../formats/block-directives.ts';
import type { Directive, DirectiveFile } from '../../formats/directives.ts';
import { type LineSyntax, readLineDirectives } from '../../formats/line-directives.ts';
import { readYamlDirectives } from '../../formats/yaml-directives.ts';
import type { LineStyle, RuntimeDialect } from '../../knowledge/runtime-configs.ts';

const LINE_STYLES: Readonly<Record<LineStyle, LineSyntax>> = {
  ini: { comments: '#;', trailingComments: '#', assigns: 'equals', sections: 'brackets', continues: 'backslash', global: 'default' },
  toml: { comments: '#', trailingComments: '#', assigns: 'equals', sections: 'brackets', continues: 'list' },
  properties: { comments: '#!', assigns: 'equals', continues: 'backslash' },
  apache: { comments: '#', assigns: 'space', sections: 'angles', continues: 'backslash' },
  ssh: { comments: '#', trailingComments: '#', assigns: 'either', sections: opened(/^(?:host|match)\s.{0,400}/i) },
  words: { comments: '#', assigns: 'space' },
  openvpn: { comments: '#;', trailingComments: '#;', assigns: 'space', inlineFiles: true },
  mosquitto: { comments: '#', assigns: 'space', sections: opened(/^(?:listener|connection)\s.{0,200}/) },
  haproxy: {
    comments: '#',
    trailingComments: '#',
    assigns: 'space',
    sections: opened(/^(?:global|defaults|frontend|backend|listen|peers|resolvers|program|ring|crt-store)\b.{0,200}/),
    global: 'global',
  },
  ipsec: { comments: '#', trailingComments: '#', assigns: 'equals', sections: opened(/^(?:conn|config|ca)\s.{0,200}/) },
  postfix: { comments: '#', assigns: 'equals', continues: 'indent' },
  wpa: { comments: '#', assigns: 'equals', sections: 'braces' },
  uci: { comments: '#', trailingComments: '#', assigns: 'space', sections: opened(/^config\s.{0,200}/) },
  shell: { comments: '#', assigns: 'equals' },
};

/** The statements of a file of a dialect. */
export function readStatements(text: string, lines: readonly string[], { syntax, marks }: RuntimeDialect): DirectiveFile {
  switch (syntax.is) {
    case 'lines': {
      const file = readLineDirectives(lines, LINE_STYLES[syntax.lines]);
      return syntax.lines === 'uci' ? { ...file, directives: file.directives.flatMap(ofUci) } : file;
    }
    case 'blocks':
      return readBlockDirectives(text, syntax);
    case 'yaml':
      return readYamlDirectives(text, marks);
  }
}

function opened(pattern: RegExp): (line: string) => string | undefined {
  return (line) => pattern.exec(line)?.[0].trim();
}

// `option name 'value'`, `list name 'value'`, `config type 'name'`: the name is the second word.
function ofUci(statement: Directive): readonly Directive[] {
  const [name, ...words] = statement.words;
  return name === undefined || !/^(?:option|list|config)$/.test(statement.text) ? [] : [{ ...statement, ...name, words }];
}
