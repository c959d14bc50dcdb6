// From the statements of a file to what each says, by the rows of its dialect. Which reader a row asks for stands here once.

import { type Directive, joinWords } from '../../formats/directives.ts';
import type { Directed, Directives, RuntimeDialect } from '../../knowledge/runtime-configs.ts';
import {
  protocol,
  tellAlgorithms,
  tellDisabled,
  tellDisk,
  tellHostKeyFile,
  tellKeyBits,
  tellKeyPair,
  tellProposals,
  tellSsh,
} from './names.ts';
import { tellSecret } from './secrets.ts';
import { tellTls } from './tls.ts';
import { observed, type Statement, type Told } from './told.ts';
import { tellWifi } from './wifi.ts';

/** Something said, and the statement that says it. */
export interface Said {
  readonly statement: Statement;
  readonly told: Told;
}

/** Everything that the statements of a file say, in their order. */
export function tellAll(directives: readonly Directive[], dialect: RuntimeDialect, path: string): readonly Said[] {
  const known = directives.flatMap((directive) => toStatements(directive, dialect));
  return known.flatMap(({ statement, says }, index) => {
    if (says.says !== 'key-algorithm') return tell(says, statement, dialect).map((told) => ({ statement, told }));
    // The first of a block's words on a key pair speaks for all of them.
    const block = known.filter((one) => one.says.says === 'key-algorithm' && isSameBlock(one.statement, statement));
    return known.indexOf(block[0] ?? known[index] ?? { statement, says }) === index && isKeyBlock(statement)
      ? tellKeyPair(
          block.map((one) => one.statement),
          path,
        )
      : [];
  });
}

interface Known {
  readonly statement: Statement;
  readonly says: Directed;
}

function toStatements(directive: Directive, dialect: RuntimeDialect): readonly Known[] {
  const name = directive.text.toLowerCase();
  const says = dialect.each ?? dialect.directives.get(name) ?? dialect.patterns?.find(([pattern]) => pattern.test(name))?.[1];
  if (says === undefined) return [];
  const channel = says.channel ?? '';
  const statement: Statement = { at: directive, words: directive.words, scopes: directive.scopes, channel };
  return says.says === 'keywords' ? toKeywords(statement, says.of) : [{ statement, says }];
}

// A keyword takes the next word, but for those that say all by standing there. stunnel writes `config = Groups:X25519`.
function toKeywords(statement: Statement, of: Directives): readonly Known[] {
  const { words, scopes, channel } = statement;
  return words.flatMap((word, at) => {
    const cut = word.text.indexOf(':');
    const whole = of.get(word.text.toLowerCase());
    const head = whole === undefined && cut > 0 ? of.get(word.text.slice(0, cut).toLowerCase()) : undefined;
    const says = whole ?? head;
    if (says === undefined) return [];
    const isAlone = says.says === 'protocol' || says.says === 'no-versions';
    const value = isAlone
      ? []
      : head === undefined
        ? words.slice(at + 1, at + 2)
        : [{ ...word, text: word.text.slice(cut + 1), index: word.index + cut + 1 }];
    const name = head === undefined ? word.text : word.text.slice(0, cut);
    return [{ says, statement: { at: { ...word, text: name }, words: value, scopes, channel } }];
  });
}

function tell(says: Directed, statement: Statement, dialect: RuntimeDialect): readonly Told[] {
  const symbol = statement.at.text;
  switch (says.says) {
    case 'versions':
    case 'no-versions':
    case 'suites':
    case 'groups':
    case 'schemes':
      return tellTls(says, statement);
    case 'ssh':
      return tellSsh(says.list, statement);
    case 'proposals':
      return tellProposals(says.of, statement);
    case 'named-versions': {
      const value = joinWords(statement).toLowerCase();
      const version = Object.hasOwn(says.of, value) ? says.of[value] : undefined;
      return version === undefined ? [] : [observed(protocol(dialect.protocol, symbol, [version]))];
    }
    case 'algorithms':
      return tellAlgorithms(says, statement);
    case 'key-bits':
      return tellKeyBits(says.algorithm, statement);
    case 'secret':
      return tellSecret(says, statement);
    case 'protocol': {
      if (says.when !== undefined && !says.when.test(joinWords(statement))) return [];
      const name = says.protocol ?? dialect.protocol;
      return name === 'tls' || name === 'dtls'
        ? [{ kind: 'tls', protocol: name, said: {}, confidence: 'certain' }]
        : [observed(protocol(name, symbol))];
    }
    case 'disabled':
      return tellDisabled(statement);
    case 'wifi':
      return tellWifi(says.part, statement);
    case 'disk':
      return tellDisk(statement);
    case 'host-key-file':
      return tellHostKeyFile(statement);
    case 'keywords':
    case 'key-algorithm':
      return [];
  }
}

function isSameBlock(a: Statement, b: Statement): boolean {
  return (a.scopes.at(-1)?.id ?? 0) === (b.scopes.at(-1)?.id ?? 0);
}

/** `algorithm: round_robin` stands in many files: only in a block that is about a key is it the algorithm of one. */
function isKeyBlock({ scopes }: Statement): boolean {
  return /private_?key|key_properties|^config cert|^resource (?:tls_private_key|azurerm_key_vault_(?:key|certificate))/i.test(
    scopes.at(-1)?.name ?? '',
  );
}
