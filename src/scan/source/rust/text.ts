// The text of a Rust file as the parser gets it, of the same length: macros whose arguments are expressions stand as calls, and what a few
// macros declare stands as declarations. The parser sees only tokens in a macro otherwise.

const CALLED = /\b([a-z_]\w{0,60})!(?=\()/g;
const LAZY = /\b(?:lazy_static::)?lazy_static!(?=\s{0,20}\{)/g;
const THREAD = /\bthread_local!(?=\s{0,20}\{)/g;
const STATIC_REF = /\bstatic ref\b/g;

/** The text with `assert_eq!(a, b)` as `assert_eq (a, b)`, `lazy_static! { static ref X … }` as a module with a static in it. */
export function openMacros(written: string): string {
  const text = closeRaw(written);
  let opened = text.includes('!(') ? text.replace(CALLED, '$1 ') : text;
  if (opened.includes('lazy_static!')) opened = opened.replace(LAZY, toModule).replace(STATIC_REF, 'static    ');
  return opened.includes('thread_local!') ? opened.replace(THREAD, toModule) : opened;
}

// For every raw string that nothing ends the parser looks through the rest of the text: thousands of them take minutes.
const RAW = /\br(#{1,255})"/g;

function closeRaw(text: string): string {
  if (!text.includes('r#')) return text;
  const ends = new Map<string, number>();
  return text.replace(RAW, (start, hashes: string, at: number) => {
    const end = ends.get(hashes) ?? text.lastIndexOf(`"${hashes}`);
    ends.set(hashes, end);
    return end > at + start.length - 1 ? start : start.replaceAll('#', ' ');
  });
}

function toModule(macro: string): string {
  return `mod ${'m'.repeat(macro.length - 4)}`;
}
