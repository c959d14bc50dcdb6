// The languages that are read. A new one is a catalogue beside these and a line here.

export { C_CATALOGUE } from './c.ts';
export { CSHARP_CATALOGUE } from './csharp.ts';
export { GO_CATALOGUE } from './go.ts';
export { JAVA_CATALOGUE } from './java.ts';
export { JAVASCRIPT_CATALOGUE } from './javascript.ts';
export { PYTHON_CATALOGUE } from './python.ts';
export type { CallRow, Catalogue, Constant } from './row.ts';
export { RUST_CATALOGUE } from './rust.ts';
