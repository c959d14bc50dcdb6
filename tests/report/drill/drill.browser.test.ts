// The sheet on paper and on screens, in a real Chromium: two sheets of A4 however much there is to say, accessible, inert.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDrill } from '../../../src/report/drill.ts';
import { drilled } from '../../assess/drill/given.ts';
import { HAS_CHROMIUM, launch, open } from '../chromium.ts';
import { HOSTILE_REPORT } from '../hostile.ts';
import { isOwned, pastEdge, readOutline, violations } from '../in-page.ts';
import { SAMPLE } from '../sample.ts';
import { crowded, manyCrowded } from './crowded.ts';

const SHOR = 'broken=shor@2031-01-01';
const SHEETS: readonly (readonly [name: string, html: string])[] = [
  ['the sample', renderDrill(drilled(SHOR, SAMPLE), 'html')],
  ['a sheet that is full to the brim', renderDrill(drilled(SHOR, crowded('Lamp')), 'html')],
  ['a portfolio of forty', renderDrill(drilled(SHOR, ...manyCrowded(40)), 'html')],
  ['hostile strings', renderDrill(drilled(SHOR, HOSTILE_REPORT), 'html')],
  ['nothing hit', renderDrill(drilled('broken=rabbit', SAMPLE), 'html')],
];

describe.skipIf(!HAS_CHROMIUM)('the drill in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
  });

  describe.each(SHEETS)('for %s', (_name, html) => {
    it('is two sheets of A4', async () => {
      const { page } = await open(browser, html);
      const pages = await countSheets(page);
      if (pages !== undefined) expect(pages).toEqual({ pages: 2, size: 'A4' });
      await page.context().close();
    });

    it.each(['light', 'dark'] as const)('has no accessibility violation in the %s theme', async (colorScheme) => {
      const { page } = await open(browser, html, { colorScheme });
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    });

    it('has nothing past the right edge, headings in order, no request and no error', async () => {
      const { page, requests, errors } = await open(browser, html);
      for (const width of [1440, 768, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect({ width, past: await pastEdge(page) }).toEqual({ width, past: [] });
      }
      expect(await readOutline(page)).toEqual({ skipped: [], doubled: [], dead: [] });
      expect({ requests, errors, owned: await isOwned(page) }).toEqual({ requests: [], errors: [], owned: false });
      await page.context().close();
    });
  });
});

/** Sheets of the printed page by poppler; absent where it is not installed. */
async function countSheets(page: Page): Promise<{ pages: number; size: string | undefined } | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'pqready-drill-'));
  try {
    const path = join(folder, 'drill.pdf');
    await writeFile(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const { stdout } = await promisify(execFile)('pdfinfo', [path]);
    return { pages: Number(/^Pages:\s+(\d+)/m.exec(stdout)?.[1]), size: /\((A4)\)/.exec(stdout)?.[1] };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
