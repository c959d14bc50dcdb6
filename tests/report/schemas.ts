// The official schemas as validators. `format` is asserted: a `oneOf` in JSF turns on `format: uri`. The stock `uniqueItems` compares every
// pair; this one compares canonical JSON, in linear time.

import { readFileSync } from 'node:fs';
import { Ajv, type AnySchemaObject, type ValidateFunction } from 'ajv';
import AjvDraft04Module from 'ajv-draft-04';
import addFormatsModule from 'ajv-formats';
import addFormats2019Module from 'ajv-formats-draft2019';

// CommonJS packages: under `nodenext` their default export is one level down.
const addFormats = addFormatsModule.default;
const AjvDraft04 = AjvDraft04Module.default;

/** Errors of a document against CycloneDX, empty when it is valid. */
export function cyclonedxErrors(version: '1.6' | '1.7', document: unknown): readonly string[] {
  return errorsOf(CYCLONEDX[version], document);
}

/** Errors of a document against SARIF 2.1.0, empty when it is valid. */
export function sarifErrors(document: unknown): readonly string[] {
  return errorsOf(SARIF, document);
}

const CYCLONEDX = { '1.6': compileCyclonedx('1.6'), '1.7': compileCyclonedx('1.7') };
const SARIF = compileSarif();

function compileCyclonedx(version: '1.6' | '1.7'): ValidateFunction {
  const ajv = withFormats(new Ajv({ strict: false, allErrors: true }));
  ajv.removeKeyword('uniqueItems');
  ajv.addKeyword({ keyword: 'uniqueItems', type: 'array', schemaType: 'boolean', validate: hasUniqueItems });
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) ajv.addSchema(readSchema(`cyclonedx/${name}.schema.json`));
  return ajv.compile(readSchema(`cyclonedx/bom-${version}.schema.json`));
}

function compileSarif(): ValidateFunction {
  return withFormats(new AjvDraft04({ strict: false, allErrors: true })).compile(readSchema('sarif/sarif-schema-2.1.0.json'));
}

function withFormats<T extends Ajv>(ajv: T): T {
  addFormats(ajv);
  addFormats2019Module(ajv);
  return ajv;
}

function hasUniqueItems(wanted: boolean, items: readonly unknown[]): boolean {
  return !wanted || new Set(items.map((item) => JSON.stringify(item))).size === items.length;
}

function readSchema(path: string): AnySchemaObject {
  return JSON.parse(readFileSync(new URL(`../fixtures/schemas/${path}`, import.meta.url), 'utf8'));
}

function errorsOf(validate: ValidateFunction, document: unknown): readonly string[] {
  return validate(document) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
