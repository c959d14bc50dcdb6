// The inventory as a CycloneDX CBOM (ECMA-424), versions 1.6 and 1.7. Written by hand and exact: the serialiser of the CycloneDX library
// drops `cryptoProperties`. `tests/cbom-contract.test.ts` reads it as others do.

import { identityOf } from '../knowledge/algorithms.ts';
import type { AssetId, Inventory } from '../model/inventory.ts';
import type { Report, Reporter } from '../model/report.ts';
import { toComponent } from './cyclonedx/asset.ts';
import { SUBJECT_REF, toDependencies, toPartComponents } from './cyclonedx/dependencies.ts';
import { toBomProperties, toCoverageProperties, toProductProperties } from './cyclonedx/properties.ts';
import { toSerialNumber } from './cyclonedx/serial-number.ts';
import type { BomContent, Component, SpecVersion, Writing } from './cyclonedx/shapes.ts';

/** CBOM in CycloneDX 1.6. */
export const cyclonedx16: Reporter = reporter('1.6');

/** CBOM in CycloneDX 1.7. */
export const cyclonedx17: Reporter = reporter('1.7');

function reporter(spec: SpecVersion): Reporter {
  return {
    mediaType: `application/vnd.cyclonedx+json; version=${spec}`,
    extension: 'cdx.json',
    render: (report) => renderBom(toContent(report, spec)),
  };
}

function renderBom(content: BomContent): string {
  const { specVersion, ...rest } = content;
  const serialNumber = toSerialNumber(JSON.stringify(content));
  const $schema = `http://cyclonedx.org/schema/bom-${specVersion}.schema.json`;
  return `${JSON.stringify({ $schema, bomFormat: 'CycloneDX', specVersion, serialNumber, ...rest }, null, 2)}\n`;
}

function toContent(report: Report, spec: SpecVersion): BomContent {
  const { inventory, tool, asOf } = report;
  const writing: Writing = { spec, refOf: refReader(inventory) };
  return {
    specVersion: spec,
    version: 1,
    metadata: {
      timestamp: `${asOf}T00:00:00Z`,
      lifecycles: [{ phase: 'discovery' }],
      tools: { components: [{ type: 'application', name: tool.name, version: tool.version }] },
      component: toSubject(report),
      properties: toCoverageProperties(inventory.coverage),
    },
    components: inventory.assets.map((asset) => toComponent(asset, writing)),
    dependencies: toDependencies(inventory, report.product),
    properties: toBomProperties(inventory),
  };
}

// An algorithm asset and every use of it have one identity.
function refReader({ assets }: Inventory): Writing['refOf'] {
  const refs = new Map<string, AssetId>(assets.flatMap((asset) => (asset.kind === 'algorithm' ? [[identityOf(asset.use), asset.id]] : [])));
  return (use) => refs.get(identityOf(use));
}

function toSubject({ inventory, product }: Report): Component {
  const parts = toPartComponents(product);
  return {
    type: product === undefined ? 'application' : 'device',
    'bom-ref': SUBJECT_REF,
    ...(product?.vendor === undefined ? {} : { manufacturer: { name: product.vendor } }),
    name: product?.name ?? inventory.subject,
    ...(product?.version === undefined ? {} : { version: product.version }),
    ...(parts.length === 0 ? {} : { components: parts }),
    properties: toProductProperties(inventory),
  };
}
