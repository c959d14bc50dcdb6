// The two pages of a portfolio: every product with what falls, how many units and how fast; what cannot be saved, and what to decide once
// for all of them.

import type { Drill, ProductDrill, Standing } from '../../model/drill.ts';
import { toThousands } from '../figures.ts';
import { counted, MARKET_WORDS, ROLE_NAMES } from '../wording.ts';
import { type Cell, type Figure, type ListBlock, type Pages, short, type TableBlock } from './blocks.ts';
import { decisionBlock, mergeClocks } from './decisions.ts';
import type { Detail } from './room.ts';
import { chainWords, dayWords, lossWords, questionWords, STANDING_WORDS, TASK_WORDS } from './wording.ts';

const WORST_FIRST: readonly Standing[] = ['falls', 'may-fall', 'holds', 'not-hit'];

/** Title, verdict, figures and blocks of several products; of none, an empty portfolio. */
export function portfolioPages(drill: Drill, detail: Detail): Pages {
  const products = [...drill.products].sort((a, b) => WORST_FIRST.indexOf(a.standing) - WORST_FIRST.indexOf(b.standing));
  return {
    title: `Portfolio of ${counted(products.length, 'product', 'products')}`,
    verdict: verdictOf(drill),
    figures: figuresOf(drill),
    pages: [
      [productsBlock(products, detail)],
      [
        lossesBlock(products, detail),
        updatesBlock(products, drill.scenario.on, detail),
        decisionBlock(mergeClocks(products.map(({ clocks }) => clocks))),
        contactsBlock(products, detail),
        questionsBlock(products, detail),
      ],
    ],
  };
}

function verdictOf({ totals, products }: Drill): string {
  const parts = WORST_FIRST.flatMap((standing) =>
    totals.products[standing] === 0 ? [] : [`${totals.products[standing]} ${STANDING_WORDS[standing]}`],
  );
  const shared = products.filter(({ keys }) => keys.length > 0).length;
  const key = shared > 1 ? ` The key is held by ${shared} products.` : '';
  return `${counted(products.length, 'product', 'products')}: ${parts.join(' · ')}.${key} Not seen is not safe: each product’s own sheet says what was not read.`;
}

function figuresOf({ totals }: Drill): Figure[] {
  const unknown = totals.unitsUnknown === 0 ? '' : `, and ${counted(totals.unitsUnknown, 'product', 'products')} without a number`;
  return [
    { label: 'Units that fall or may fall', value: `${toThousands(totals.units)}${unknown}` },
    ...totals.byMarket.map(({ market, count }) => ({ label: MARKET_WORDS[market], value: toThousands(count) })),
  ];
}

function productsBlock(products: readonly ProductDrill[], detail: Detail): TableBlock {
  const shown = products.slice(0, detail.products);
  const more = products.length - shown.length;
  return {
    kind: 'table',
    title: 'Products',
    ...(more === 0 ? {} : { note: `${more} more stand in the JSON of this drill.` }),
    columns: [
      { head: 'Product', width: 24 },
      { head: 'Roles', width: 28 },
      { head: 'Units', width: 18 },
      { head: 'First safe image · fleet', width: 16 },
      { head: 'Begin by', width: 14 },
    ],
    rows: shown.map((product): readonly Cell[] => [
      [
        short(product.version === undefined ? product.product : `${product.product} ${product.version}`, detail.name),
        STANDING_WORDS[product.standing],
      ],
      [short(rolesWords(product), 2 * detail.name)],
      unitsCell(product),
      [imageWords(product)],
      [product.response.beginBy ?? 'not known'],
    ]),
    otherwise: 'No product was given.',
  };
}

function rolesWords({ roles }: ProductDrill): string {
  if (roles.length === 0) return 'nothing seen is hit';
  return WORST_FIRST.flatMap((standing) => {
    const names = roles.filter((role) => role.standing === standing).map(({ role }) => ROLE_NAMES[role].toLowerCase());
    return names.length === 0 ? [] : [`${STANDING_WORDS[standing]}: ${names.join(', ')}`];
  }).join('; ');
}

function unitsCell({ units }: ProductDrill): Cell {
  const markets = units.byMarket.flatMap(({ market, count }) =>
    count === undefined ? [] : [`${MARKET_WORDS[market]} ${toThousands(count)}`],
  );
  return [units.count === undefined ? 'not declared' : toThousands(units.count), ...markets.slice(0, 2)];
}

function imageWords({ response: { missing, firstImage, fleet } }: ProductDrill): string {
  return missing.length > 0 ? 'not declared' : `${dayWords(firstImage)} · ${dayWords(fleet)}`;
}

function lossesBlock(products: readonly ProductDrill[], detail: Detail): ListBlock {
  const all = products.flatMap(({ product, losses }) =>
    losses.map((loss) => `${short(product, detail.name)}: ${short(lossWords(loss), 3 * detail.name)}`),
  );
  return {
    kind: 'list',
    title: 'What cannot be saved',
    items: all.length > detail.losses ? [...all.slice(0, detail.losses), `And ${all.length - detail.losses} more.`] : all,
    otherwise: 'Nothing that was declared or seen is beyond an update.',
  };
}

// Products by what an update under the old key is worth.
function updatesBlock(products: readonly ProductDrill[], on: string, detail: Detail): ListBlock {
  const groups = new Map<string, string[]>();
  for (const { product, chain } of products) {
    const link = chain.find(({ role }) => role === 'update');
    if (link === undefined) continue;
    const words = chainWords(link, on);
    groups.set(words, [...(groups.get(words) ?? []), product]);
  }
  return {
    kind: 'list',
    title: 'Which update still verifies',
    items: [...groups].slice(0, 4).map(([words, names]) => `${namesOf(names, detail)}: ${short(words, 230)}`),
    otherwise: 'No update verification was seen or is in scope.',
  };
}

function namesOf(names: readonly string[], detail: Detail): string {
  const shown = names
    .slice(0, 3)
    .map((name) => short(name, detail.name))
    .join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}

function contactsBlock(products: readonly ProductDrill[], detail: Detail): ListBlock {
  const all = new Set(
    products.flatMap(({ contacts }) =>
      contacts.map(({ task, name, address, hours }) => {
        const reached = [address, hours].filter((part) => part !== undefined).map((part) => short(part, detail.name));
        return `${short(name, detail.name)}: ${TASK_WORDS[task]}${reached.length === 0 ? '' : ` (${reached.join(', ')})`}`;
      }),
    ),
  );
  const items = [...all].slice(0, detail.contacts);
  return {
    kind: 'list',
    title: 'Whom to call',
    items: all.size > detail.contacts ? [...items, `And ${all.size - detail.contacts} more.`] : items,
    otherwise: 'No contact is declared.',
  };
}

// Each question once, with how many products leave it open.
function questionsBlock(products: readonly ProductDrill[], detail: Detail): ListBlock {
  const open = new Map<string, number>();
  for (const { questions } of products)
    for (const words of new Set(questions.map(questionWords))) open.set(words, (open.get(words) ?? 0) + 1);
  const ranked = [...open].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const items = ranked
    .slice(0, detail.questions)
    .map(([words, count]) => `${short(words, 3 * detail.name)} (${counted(count, 'product', 'products')})`);
  return {
    kind: 'list',
    title: 'What this sheet could not say',
    items: ranked.length > detail.questions ? [...items, `And ${ranked.length - detail.questions} more.`] : items,
    otherwise: 'Everything that it asks of the product files is declared.',
  };
}
