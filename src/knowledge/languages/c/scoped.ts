// Scoped names and types of the C++ libraries, as the reader of C needs them: which words they are made of, and what a file that has any of
// them cannot be without.

import type { ScopedNames } from '../row.ts';
import { NAMESPACES } from './cplusplus.ts';

// Types that stand without a scope.
const PLAIN_TYPE = /^(?:Q[A-Z]\w+|\w+(?:Secure|SSLClient))$/;

/** From the symbols of rows: `CryptoPP::GCM<>::Encryption`, `ssl::context`, `WiFiClientSecure`. */
export function toScoped(symbols: readonly string[]): ScopedNames {
  const scoped = symbols.filter((symbol) => symbol.includes('::') || PLAIN_TYPE.test(symbol));
  const words = new Set(scoped.flatMap((symbol) => symbol.match(/\w+/g) ?? []));
  const namespaces = new Set(NAMESPACES.values());
  const marks = scoped.map((symbol) => {
    const [first = ''] = symbol.split(/::|</);
    return namespaces.has(first) ? `${first}::` : (symbol.split('<')[0] ?? '');
  });
  const plain = new Set(scoped.filter((symbol) => !symbol.includes('::')));
  return { words, plain, mark: new RegExp([...new Set(marks)].join('|')), namespaces: NAMESPACES };
}
