import { describe, expect, it } from 'vitest';
import { REPORTERS } from '../../src/report/index.ts';
import { HOSTILE_REPORT } from './hostile.ts';
import { INVENTORY_ONLY, SAMPLE } from './sample.ts';

describe('every format', () => {
  const formats = Object.entries(REPORTERS);

  it.each(formats)('%s says its media type and extension', (_name, { mediaType, extension }) => {
    expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+(; [a-z-]+=[^;]+)*$/i);
    expect(extension).toMatch(/^[a-z.]+$/);
  });

  it.each(formats)('%s prints an assessed report, an inventory alone and hostile strings, the same each time', (_name, { render }) => {
    for (const report of [SAMPLE, INVENTORY_ONLY, HOSTILE_REPORT]) expect(render(structuredClone(report))).toBe(render(report));
  });
});
