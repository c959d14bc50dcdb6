// The page in a real browser: accessible in both themes, nothing past the edge, alive with script and whole without, right on paper.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlReport } from '../../src/report/html.ts';
import { HAS_CHROMIUM, launch, open } from './chromium.ts';
import { HOSTILE_REPORT } from './hostile.ts';
import { ground, isOwned, openAll, pastEdge, readOutline, violations } from './in-page.ts';
import { INVENTORY_ONLY, SAMPLE, withFindings } from './sample.ts';

const SAMPLE_HTML = htmlReport.render(SAMPLE);
const HOSTILE_HTML = htmlReport.render(HOSTILE_REPORT);
const BARE_HTML = htmlReport.render(INVENTORY_ONLY);
const LARGE_HTML = htmlReport.render(withFindings(700));

/** A4 less the margins of the print rules, in CSS pixels at 96 per inch. */
const PAPER = { width: Math.round(((210 - 26) / 25.4) * 96), height: Math.round(((297 - 20) / 25.4) * 96) };

describe.skipIf(!HAS_CHROMIUM)('the page in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
  });

  const variants: readonly (readonly [string, string])[] = [
    ['the sample', SAMPLE_HTML],
    ['an inventory alone', BARE_HTML],
    ['a report full of hostile strings', HOSTILE_HTML],
    ['700 findings', LARGE_HTML],
  ];

  describe.each(variants)('for %s', (_name, html) => {
    it.each(['light', 'dark'] as const)('has no accessibility violation in the %s theme with disclosures open', async (colorScheme) => {
      const { page } = await open(browser, html, { colorScheme });
      await openAll(page);
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    });

    it('has nothing past the right edge at any width', async () => {
      const { page } = await open(browser, html);
      await openAll(page);
      for (const width of [1440, 1024, 768, 390, 360]) {
        await page.setViewportSize({ width, height: 900 });
        expect({ width, past: await pastEdge(page) }).toEqual({ width, past: [] });
      }
      await page.context().close();
    });

    it('has headings in order, no id twice and no link to nowhere', async () => {
      const { page } = await open(browser, html);
      expect(await readOutline(page)).toEqual({ skipped: [], doubled: [], dead: [] });
      await page.context().close();
    });

    it('asks for nothing and runs without an error', async () => {
      const { page, requests, errors } = await open(browser, html);
      await page.waitForLoadState('networkidle');
      expect({ requests, errors }).toEqual({ requests: [], errors: [] });
      await page.context().close();
    });
  });

  it('leaves hostile strings inert and shows them', async () => {
    const { page } = await open(browser, HOSTILE_HTML);
    await openAll(page);
    expect(await isOwned(page)).toBe(false);
    expect(await page.locator('img, main [onerror], main [onload], a[href^="javascript"]').count()).toBe(0);
    expect(await page.locator('h1').innerText()).toContain('</script></style><img src=x onerror=');
    expect(await page.locator('h1').innerText()).toContain('[U+202E]');
    await page.context().close();
  });

  it('filters findings, counts them, and clears the filters for a link to one that is filtered out', async () => {
    const { page } = await open(browser, SAMPLE_HTML);
    const total = SAMPLE.assessment?.findings.length ?? 0;
    await expectShown(page, total, total);
    await page.getByLabel('Kind', { exact: true }).selectOption({ label: 'present-day weakness' });
    await expectShown(page, 2, total);
    await page.getByLabel('Seen in', { exact: true }).selectOption({ label: 'dependency' });
    await expectShown(page, 1, total);
    await page.getByLabel('Seen in', { exact: true }).selectOption('');
    await page.getByLabel('Kind', { exact: true }).selectOption('');
    await page.getByLabel('Contains', { exact: true }).fill('x25519');
    await expectShown(page, 1, total);
    await page.evaluate(`location.hash = '#f.weak-hash.2c7e11a0'`);
    await page.locator('[id="f.weak-hash.2c7e11a0"] details[open]').waitFor();
    await expectShown(page, total, total);
    await page.context().close();
  });

  it('opens the disclosure of a fact that the address names', async () => {
    const { page } = await open(browser, SAMPLE_HTML);
    await page.locator('.say ~ .tri a[href="#F-7d0011ee"]').first().click();
    await page.locator('[id="F-7d0011ee"]').waitFor({ state: 'visible' });
    expect(await page.locator('[id="F-7d0011ee"]').innerText()).toContain('src/ota/package.c:131');
    await page.context().close();
  });

  it('turns the theme: system, light, dark', async () => {
    const { page } = await open(browser, SAMPLE_HTML, { colorScheme: 'light' });
    expect(await ground(page)).toBe('rgb(251, 251, 249)');
    await page.getByRole('button', { name: 'Theme: system' }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    expect(await page.getByRole('button', { name: 'Theme: dark' }).count()).toBe(1);
    expect(await ground(page)).toBe('rgb(18, 20, 24)');
    await page.context().close();
  });

  it('shows every finding without script, and neither filters nor the theme button', async () => {
    const { page } = await open(browser, SAMPLE_HTML, { javaScriptEnabled: false });
    expect(await page.locator('.finds tbody[data-f]:visible').count()).toBe(SAMPLE.assessment?.findings.length);
    expect(await page.locator('.filters:visible, .theme:visible').count()).toBe(0);
    await page.context().close();
  });

  it('puts passport, verdict and ladder on the first sheet of paper, in light colours', async () => {
    const { page } = await open(browser, SAMPLE_HTML, { colorScheme: 'dark', viewport: PAPER });
    await page.emulateMedia({ media: 'print' });
    const box = await page.locator('.ladder').boundingBox();
    expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThan(PAPER.height);
    expect(await ground(page)).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.finds tbody[data-f]:visible').count()).toBe(SAMPLE.assessment?.findings.length);
    const first = await firstSheet(page);
    if (first !== undefined) {
      expect(first).toContain('Merrow Door Lock 3');
      expect(first).toContain('Limited by firmware update and provisioning');
    }
    await page.context().close();
  });
});

async function expectShown(page: Page, shown: number, total: number): Promise<void> {
  expect(await page.locator('#shown').innerText()).toBe(`${shown} of ${total} shown`);
  expect(await page.locator('[data-f]:visible').count()).toBe(shown);
}

/** Text of the first printed sheet; absent where pdftotext is not installed. */
async function firstSheet(page: Page): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'pqready-print-'));
  try {
    const path = join(folder, 'report.pdf');
    await writeFile(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const { stdout } = await promisify(execFile)('pdftotext', ['-f', '1', '-l', '1', '-layout', path, '-']);
    return stdout.replace(/\s+/g, ' ');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
