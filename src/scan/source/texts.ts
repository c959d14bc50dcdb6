// What common methods of strings make of a text, the same in every language: parts of it, and what is put in the place of others.

const PLAIN = /^[\w /;:,.|$#@!_-]{1,40}$/;

/** The changed text, the parts of a text that is split, or undefined where it cannot be told. */
export function changeText(name: string, text: string, args: readonly string[]): string | readonly string[] | undefined {
  const [first = '', second = ''] = args;
  switch (name) {
    case 'reverse':
      return [...text].reverse().join('');
    case 'substring':
    case 'slice':
      return part(text, args.map(Number));
    case 'split':
      return PLAIN.test(first) ? text.split(first).slice(0, 20) : undefined;
    case 'replace':
      return first === '' ? undefined : text.replaceAll(first, () => second);
    case 'replaceFirst':
      return PLAIN.test(first) ? text.replace(first, () => second) : undefined;
    case 'replaceAll':
      return PLAIN.test(first) || /^\\[^\w]$/.test(first) ? text.replaceAll(first.replace(/^\\/, ''), () => second) : undefined;
    default:
      return undefined;
  }
}

function part(text: string, [from, to]: readonly number[]): string | undefined {
  if (from === undefined || !Number.isSafeInteger(from) || (to !== undefined && !Number.isSafeInteger(to))) return undefined;
  return text.slice(from, to);
}
