// The text of a new `pqready.yaml`, filled with what a scan could read. Every line says where it comes from; what is not known stands as a
// question, commented out.

import type { Evidence, Location, ProductFactName } from '../model/evidence.ts';
import type { Inventory } from '../model/inventory.ts';
import { compareText } from '../model/order.ts';
import type { ProductPart } from '../model/product.ts';
import type { TargetProfile } from '../model/target.ts';
import { detectTargets } from './choose-targets.ts';
import { quote } from './problems.ts';

/** What is known before the file is written. `targets` are the profiles to choose from. */
export interface DraftFacts {
  readonly name: string;
  readonly inventory: Inventory;
  readonly targets: readonly TargetProfile[];
}

/** YAML that `parseProduct` reads; its comments are for the person who completes it. */
export function draftProduct(facts: DraftFacts): string {
  const lines = [
    '# yaml-language-server: $schema=node_modules/pqready/profiles/schemas/product.schema.json',
    '# A draft by `pqready init`. Each line says where it comes from; take the # away from a line to answer its question.',
    'schemaVersion: 1',
    `name: ${quote(facts.name.trim() === '' ? 'product' : facts.name)} # the name of what was scanned`,
    ...draftVersion(facts.inventory),
    ...draftTargets(facts),
    ...draftParts(facts.inventory),
    ...QUESTIONS,
  ];
  return `${lines.join('\n')}\n`;
}

const QUESTIONS: readonly string[] = [
  '# units: { placedFrom: YYYY-MM-DD, placedTo: YYYY-MM-DD } # From when until when are units placed on the market?',
  '# supportEnds: YYYY-MM-DD # Until when are security updates promised?',
  '# fieldLifeYears: 10 # How long does a unit stay in use?',
  '# markets: [eu, us-consumer] # Where is it sold? eu, us-consumer, us-federal, us-national-security',
  '# highRiskUse: false # Does it control, protect or meter critical infrastructure?',
  '# data:',
  '#   - { id: telemetry, secretYears: 5, roles: [transport] } # Which data must stay secret, and for how long after it was sent?',
  '# roles:',
  '#   - { role: update, changedBy: vendor-ota, verifierImmutable: false } # Who can change the key that verifies updates?',
  '#   - { role: boot, changedBy: nobody, verifierImmutable: true } # And the key that verifies what boots?',
];

function draftVersion(inventory: Inventory): readonly string[] {
  const found = valuesOf(inventory, 'image-version');
  const only = found.size === 1 ? [...found][0] : undefined;
  if (only !== undefined) return [`version: ${quote(only[0])} # image version in ${only[1]}`];
  const seen = [...found].map(([version, place]) => `${comment(version)} in ${place}`).join(', ');
  return [`# version: "1.0.0" # Which version is this?${seen === '' ? '' : ` Images say ${seen}`}`];
}

function draftTargets({ inventory, targets }: DraftFacts): readonly string[] {
  const detected = detectTargets(targets, inventory);
  const named = [...valuesOf(inventory, 'board'), ...valuesOf(inventory, 'soc')].map(([value, place]) => `${comment(value)} in ${place}`);
  if (detected.length === 0) {
    const seen = named.length === 0 ? '' : ` The build names ${named.slice(0, 3).join(', ')}; no profile has that name.`;
    return [`# targets: [] # Which chip or board is it?${seen} \`pqready list targets\` lists the known ones`];
  }
  const slots = [...valuesOf(inventory, 'slot-bytes')].map(([bytes, place]) => `; an image slot has ${comment(bytes)} bytes in ${place}`);
  return [
    'targets:',
    ...detected.flatMap((id) => [
      `  - target: ${id} # the build names ${named.slice(0, 3).join(', ')}`,
      `  #   budget: { flashBytes: 64 KiB, ramBytes: 32 KiB, bootMs: 500, handshakeMs: 2000 } # What is left for new cryptography${slots[0] ?? ''}?`,
    ]),
  ];
}

/** Folder names that say by themselves what is in them. */
const FOLDER_KINDS: ReadonlyMap<string, ProductPart['kind']> = new Map([
  ['firmware', 'firmware'],
  ['fw', 'firmware'],
  ['bootloader', 'bootloader'],
  ['mcuboot', 'bootloader'],
  ['radio', 'radio'],
  ['modem', 'radio'],
  ['cloud', 'cloud'],
  ['backend', 'cloud'],
  ['server', 'cloud'],
  ['android', 'app'],
  ['ios', 'app'],
]);

/** The first-party folders at the top with cryptography in them. A folder whose name says nothing is asked about. */
function draftParts(inventory: Inventory): readonly string[] {
  const folders = [...new Set(inventory.assets.flatMap((asset) => asset.facts.flatMap(toFolder)))].sort();
  const known = folders.filter((folder) => FOLDER_KINDS.has(folder));
  const asked = folders.filter((folder) => !FOLDER_KINDS.has(folder)).slice(0, 10);
  return [
    known.length === 0 ? '# parts:' : 'parts:',
    ...known.map(
      (folder) => `  - { id: ${folder}, kind: ${FOLDER_KINDS.get(folder)}, paths: [${quote(folder)}] } # named so, with cryptography in it`,
    ),
    ...asked.map((folder) => `#   - { kind: firmware, paths: [${quote(folder)}] } # What is in this folder? ${KINDS}`),
  ];
}

const KINDS = 'firmware, bootloader, radio, companion, cloud, app';

function toFolder({ origin, location }: Evidence): readonly string[] {
  if (origin !== 'first-party' || location.at === 'endpoint') return [];
  const [folder, ...rest] = location.path.split('/');
  return folder !== undefined && rest.length > 0 && /^\w[\w .+-]{0,63}$/.test(folder) ? [folder] : [];
}

/** The distinct values of a product fact with the place of the first, dependencies aside, in the order of the values. */
function valuesOf(inventory: Inventory, name: ProductFactName): ReadonlyMap<string, string> {
  const found = inventory.productFacts
    .filter((fact) => fact.observed.fact === name && fact.origin !== 'dependency' && fact.observed.value.trim() !== '')
    .map((fact) => [fact.observed.value, toPlace(fact.location)] as const)
    .sort(([a], [b]) => compareText(a, b));
  const values = new Map<string, string>();
  for (const [value, place] of found) if (!values.has(value)) values.set(value, place);
  return values;
}

function toPlace(location: Location): string {
  if (location.at === 'endpoint') return comment(`${location.host}:${location.port}`);
  return comment(location.at === 'text' ? `${location.path}:${location.line}` : location.path);
}

/** Text that came from a scanned file, as a comment may hold it: one line, printable, bounded. */
function comment(text: string): string {
  const short = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  return quote(short).slice(1, -1);
}
