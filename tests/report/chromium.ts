// Opens pages in a real Chromium: `CHROMIUM` or Debian's path. Where there is none, the tests that need one are skipped with a message,
// unless `PQREADY_REQUIRE_ALL=1` says that skipping is a failure.

import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PATH = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const REQUIRED = process.env['PQREADY_REQUIRE_ALL'] === '1';

/** True where a browser is there, or where its absence must fail. */
export const HAS_CHROMIUM: boolean = existsSync(PATH) || REQUIRED;
if (!HAS_CHROMIUM) console.warn(`no Chromium at ${PATH}: the tests of the page in a browser are skipped; set CHROMIUM to its path`);

const ARGUMENTS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a fresh profile; close it when done. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: PATH, args: [...ARGUMENTS] });
}

/** A page that shows the given HTML as a document of its own, with everything it asked for and every error it threw. */
export interface Opened {
  readonly page: Page;
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

const ADDRESS = 'http://report.invalid/index.html';

/** Opens HTML; nothing leaves the machine, since every request is answered or refused here. */
export async function open(browser: Browser, html: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url === ADDRESS) return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' });
    requests.push(url);
    return route.abort();
  });
  await page.goto(ADDRESS);
  return { page, requests, errors };
}
