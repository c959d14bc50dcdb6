// The package carries no types.
declare module 'ajv-formats-draft2019' {
  import type { Ajv } from 'ajv';
  /** Adds `iri`, `iri-reference`, `idn-email`, `idn-hostname`, `duration`, `uuid` to a validator. */
  export default function addFormats(ajv: Ajv): Ajv;
}
