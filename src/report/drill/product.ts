// The two pages of one product: what is hit, who can change it and what is lost; what still verifies, how fast, and what to decide.

import type { ChainLink, Drill, HitAsset, ProductDrill, RoleHit, WayOut } from '../../model/drill.ts';
import { toThousands } from '../figures.ts';
import { CHANGER_WORDS, DECLARER_WORDS, FIT_WORDS, MARKET_WORDS, ROLE_NAMES } from '../wording.ts';
import { type Cell, type Figure, type ListBlock, type Pages, short, type TableBlock } from './blocks.ts';
import { decisionBlock } from './decisions.ts';
import type { Detail } from './room.ts';
import {
  chainWords,
  consequence,
  dayWords,
  firstOf,
  lossWords,
  questionWords,
  RESPONSE_WORDS,
  reachWords,
  STANDING_WORDS,
  TASK_WORDS,
} from './wording.ts';

/** Title, verdict, figures and blocks of one product. */
export function productPages(drill: Drill, product: ProductDrill, detail: Detail): Pages {
  const { on } = drill.scenario;
  return {
    title: short(product.version === undefined ? product.product : `${product.product} ${product.version}`, 80),
    verdict: verdictOf(product),
    figures: figuresOf(product),
    pages: [
      [rolesBlock(product, detail), lossesBlock(product, detail)],
      [
        chainBlock(product, on, detail),
        speedBlock(product),
        decisionBlock(product.clocks),
        contactsBlock(product, detail),
        questionsBlock(product, detail),
      ],
    ],
  };
}

function capitalised(sentence: string): string {
  return sentence.replace(/^./, (first) => first.toUpperCase());
}

function verdictOf({ standing, roles, onRecord, unseen, gaps }: ProductDrill): string {
  const named = (which: RoleHit['standing']): string =>
    roles
      .filter((role) => role.standing === which)
      .map(({ role }) => ROLE_NAMES[role].toLowerCase())
      .join(', ');
  const said = (['falls', 'may-fall', 'holds'] as const)
    .map((which) => [STANDING_WORDS[which], named(which)] as const)
    .filter(([, names]) => names !== '')
    .map(([word, names]) => `${word}: ${names}`);
  const head = standing === 'not-hit' ? 'Nothing that was seen is hit' : `${said.join(' · ')}`;
  const record = onRecord === 0 ? [] : [`${onRecord} more only in tests, examples or unused dependencies`];
  const blind = unseen.length === 0 ? [] : [`no mechanism seen in ${unseen.map((role) => ROLE_NAMES[role].toLowerCase()).join(', ')}`];
  const unread = gaps === 0 ? [] : [`${toThousands(gaps)} places could not be read`];
  const limits = [...record, ...blind, ...unread];
  const limited = limits.length === 0 ? '' : ` Not seen is not safe: ${limits.join('; ')}.`;
  return capitalised(`${head}.${limited}`);
}

const ASK = 'not declared';

function figuresOf({ units, response, keys }: ProductDrill): Figure[] {
  const { missing, firstImage, fleet, beginBy } = response;
  const imageMissing = missing.filter((step) => step !== 'rollout');
  const markets = units.byMarket.map(({ market, count }) => `${MARKET_WORDS[market]} ${count === undefined ? ASK : toThousands(count)}`);
  const fingerprint = keys.find(({ spkiSha256 }) => spkiSha256 !== undefined)?.spkiSha256;
  return [
    ...(keys.length === 0
      ? []
      : [{ label: 'Key, held in', value: `${fingerprint === undefined ? '' : `${short(fingerprint, 16)}: `}${keys.length} assets` }]),
    { label: 'Units', value: units.count === undefined ? ASK : toThousands(units.count) },
    { label: 'By market', value: markets.length === 0 ? ASK : markets.join(' · ') },
    { label: 'Support until', value: units.supportEnds ?? ASK },
    { label: 'In the field until', value: units.fieldEnds ?? ASK },
    { label: 'First safe image', value: sumWords(firstImage, imageMissing.length, 3) },
    { label: 'Fleet', value: sumWords(fleet, missing.length, 4) },
    { label: 'Begin by, at the longest figures', value: beginBy ?? (missing.length > 0 ? ASK : 'the day has come') },
  ];
}

function sumWords(days: Parameters<typeof dayWords>[0], missing: number, of: number): string {
  if (missing === of) return ASK;
  return missing === 0 ? dayWords(days) : `at least ${dayWords(days)}`;
}

function rolesBlock({ roles }: ProductDrill, detail: Detail): TableBlock {
  return {
    kind: 'table',
    title: 'What is hit, by role',
    note: 'Names of facts lead into the report. “May fall”: a parameter is not known, or it depends on the kind of break.',
    columns: [
      { head: 'Role', width: 13 },
      { head: 'Hit, and through what', width: 31 },
      { head: 'What follows', width: 27 },
      { head: 'Who can change it · way out', width: 29 },
    ],
    rows: roles.map((role): readonly Cell[] => [
      [ROLE_NAMES[role.role], STANDING_WORDS[role.standing]],
      assetsCell(role.assets, detail),
      role.consequences.slice(0, detail.consequences).map((each) => capitalised(consequence(each))),
      wayCell(role, detail),
    ]),
    otherwise: 'No asset that was seen rests on it.',
  };
}

function assetsCell(assets: readonly HitAsset[], detail: Detail): Cell {
  const lines = assets.slice(0, detail.assets).map(({ name, standing, reach, through, left, facts }) => {
    const how = short(reachWords(reach, through.slice(0, 3), left.slice(0, 3)), detail.name);
    const notes = [standing === 'falls' ? '' : STANDING_WORDS[standing], how, firstFact(facts)].filter((note) => note !== '');
    return `${short(name, detail.name)}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
  });
  return assets.length > detail.assets ? [...lines, `and ${assets.length - detail.assets} more`] : lines;
}

function firstFact(facts: readonly string[]): string {
  const [first] = facts;
  if (first === undefined) return '';
  return facts.length > 1 ? `${short(first, 16)} +${facts.length - 1}` : short(first, 16);
}

function wayCell({ changedBy, beside, wayOut }: RoleHit, detail: Detail): Cell {
  return [
    changedBy === undefined ? 'Who can change it is not declared.' : `Changed by ${CHANGER_WORDS[changedBy]}.`,
    ...(beside.length === 0 ? [] : [`Beside it, not hit: ${short(firstOf(beside, detail.assets), detail.name)}.`]),
    ...(wayOut === undefined ? [] : [wayWords(wayOut)]),
  ];
}

function wayWords({ item, to, fit, stranded, effort }: WayOut): string {
  if (stranded) return `Plan ${short(item)}: stranded, no software way out.`;
  if (to.length === 0) return `Plan ${short(item)}: what it moves to falls with this scenario.`;
  return `Plan ${short(item)}: to ${short(to.join(' or '), 60)} (${FIT_WORDS[fit]}), ${dayWords(effort)} of work estimated by pqready.`;
}

function lossesBlock({ losses }: ProductDrill, detail: Detail): ListBlock {
  const items = losses.slice(0, detail.losses).map((loss) => short(lossWords(loss), 4 * detail.name));
  return {
    kind: 'list',
    title: 'What cannot be saved',
    items: losses.length > detail.losses ? [...items, `And ${losses.length - detail.losses} more.`] : items,
    otherwise: 'Nothing that was declared or seen is beyond an update.',
  };
}

const IMMUTABLE: Readonly<Record<ChainLink['immutable'], string>> = {
  yes: 'cannot be replaced',
  no: 'can be replaced',
  unknown: 'not known whether it can be replaced',
};

function chainBlock({ chain }: ProductDrill, on: string, detail: Detail): TableBlock {
  return {
    kind: 'table',
    title: 'Which update still verifies',
    columns: [
      { head: 'Link', width: 12 },
      { head: 'Verifies with', width: 26 },
      { head: 'Verifier', width: 22 },
      { head: 'Under the old key', width: 40 },
    ],
    rows: chain.map((link): readonly Cell[] => [
      [ROLE_NAMES[link.role], link.standing === 'unknown' ? 'unknown' : STANDING_WORDS[link.standing]],
      [
        link.verifiers.length === 0 ? 'not seen' : short(firstOf(link.verifiers, 3), 2 * detail.name),
        ...(link.facts.length === 0 ? [] : [firstFact(link.facts)]),
      ],
      [IMMUTABLE[link.immutable], slotWords(link)],
      [chainWords(link, on)],
    ]),
    otherwise: 'Neither boot nor update verification was seen or is in scope.',
  };
}

function slotWords({ keySlots, keysRevocable }: ChainLink): string {
  const slots = keySlots === undefined ? 'key slots not declared' : `${keySlots} key ${keySlots === 1 ? 'slot' : 'slots'}`;
  if (keysRevocable === undefined) return `${slots}, revocation not declared`;
  return `${slots}, ${keysRevocable ? 'revocable' : 'not revocable'}`;
}

function speedBlock({ response }: ProductDrill): TableBlock {
  const { steps, firstImage, fleet, missing, reachesPercent, declaredBy, declaredOn } = response;
  const who =
    declaredBy === undefined
      ? 'No figure is declared; nothing is assumed in its place.'
      : `Declared by ${DECLARER_WORDS[declaredBy]} on ${declaredOn ?? ASK}.`;
  return {
    kind: 'table',
    title: 'Days to the first safe image, and to the fleet',
    note: `${who} Design and review of a new mechanism are not in these figures.`,
    columns: [
      ...steps.map(({ step }) => ({ head: RESPONSE_WORDS[step], width: 14 })),
      { head: 'first image', width: 15 },
      { head: 'fleet', width: 29 },
    ],
    rows: [
      [
        ...steps.map(({ days }): Cell => [days === undefined ? '?' : dayWords(days)]),
        [sumWords(firstImage, missing.filter((step) => step !== 'rollout').length, 3)],
        [`${sumWords(fleet, missing.length, 4)}${reachesPercent === undefined ? '' : `, ${reachesPercent} % reached`}`],
      ],
    ],
    otherwise: '',
  };
}

function contactsBlock({ contacts }: ProductDrill, detail: Detail): ListBlock {
  const items = contacts.slice(0, detail.contacts).map(({ task, name, address, hours }) => {
    const reached = [address, hours].filter((part) => part !== undefined).map((part) => short(part, detail.name));
    return `${short(name, detail.name)}: ${TASK_WORDS[task]}${reached.length === 0 ? '' : ` (${reached.join(', ')})`}`;
  });
  return {
    kind: 'list',
    title: 'Whom to call',
    items: contacts.length > detail.contacts ? [...items, `And ${contacts.length - detail.contacts} more.`] : items,
    otherwise: 'No contact is declared.',
  };
}

function questionsBlock({ questions }: ProductDrill, detail: Detail): ListBlock {
  const items = questions.slice(0, detail.questions).map((question) => short(questionWords(question), 4 * detail.name));
  return {
    kind: 'list',
    title: 'What this sheet could not say',
    note: 'Lines to paste into pqready.yaml stand in the JSON of this drill.',
    items: questions.length > detail.questions ? [...items, `And ${questions.length - detail.questions} more.`] : items,
    otherwise: 'Everything that it asks of a product file is declared.',
  };
}
