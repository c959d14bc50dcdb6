// What runs inside the page under test, as source text: the project compiles without the DOM's types, and these are its only users.

import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Opens every disclosure. */
export async function openAll(page: Page): Promise<void> {
  await page.evaluate(`for (const details of document.querySelectorAll('details')) details.open = true;`);
}

/** Violations that axe finds, each with the elements it finds them on. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate<readonly string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')))`);
}

/** Elements that reach past the right edge of the window; what is hidden from sight on purpose does not count. */
export function pastEdge(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(`(() => {
    const edge = document.documentElement.clientWidth + 0.5;
    const past = [...document.querySelectorAll('body *')].filter((element) => {
      if (element.closest('.vh, .skip, .defs, thead') !== null) return false;
      const { right, width } = element.getBoundingClientRect();
      return width > 0 && right > edge;
    });
    const scrolls = document.documentElement.scrollWidth > edge ? ['the page scrolls sideways'] : [];
    return [...scrolls, ...past.slice(0, 5).map((element) => element.outerHTML.slice(0, 140))];
  })()`);
}

/** What is wrong with headings, ids and links. */
export interface Outline {
  /** headings that skip a level */
  readonly skipped: readonly string[];
  /** ids that stand twice or are empty */
  readonly doubled: readonly string[];
  /** fragments that lead nowhere */
  readonly dead: readonly string[];
}

/** Headings, ids and links of the page. */
export function readOutline(page: Page): Promise<Outline> {
  return page.evaluate<Outline>(`(() => {
    const headings = [...document.querySelectorAll('h1, h2, h3, h4')].map((heading) => ({ level: Number(heading.tagName[1]), text: heading.textContent }));
    const skipped = headings.filter(({ level }, index) => level > (index === 0 ? 0 : headings[index - 1].level) + 1).map(({ text }) => text);
    const counts = new Map();
    for (const { id } of document.querySelectorAll('[id]')) counts.set(id, (counts.get(id) ?? 0) + 1);
    const doubled = [...counts].filter(([id, count]) => count > 1 || id === '').map(([id]) => id);
    const links = [...document.querySelectorAll('a[href^="#"], use')].map((link) => link.getAttribute('href').slice(1));
    return { skipped, doubled, dead: links.filter((id) => !counts.has(id)) };
  })()`);
}

/** The colour behind the page, as the browser computes it. */
export function ground(page: Page): Promise<string> {
  return page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
}

/** True where a hostile string was executed. */
export function isOwned(page: Page): Promise<boolean> {
  return page.evaluate<boolean>(`'owned' in globalThis`);
}
