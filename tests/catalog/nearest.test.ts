import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearest } from '../../src/catalog/nearest.ts';

const BOARDS = ['esp32', 'esp32c3', 'nrf52840dk', 'rp2040-pico', 'stm32l4r5zi'];

describe('findNearest', () => {
  it.each([
    ['nrf52480dk', 'nrf52840dk'], // two digits swapped
    ['nrf52840', 'nrf52840dk'],
    ['ESP32-C3', 'esp32c3'], // case, one character too many
    ['rp2040pico', 'rp2040-pico'],
    ['esp32', 'esp32'],
  ])('finds for %s the name %s', (written, expected) => {
    expect(findNearest(written, BOARDS)).toBe(expected);
  });

  it('finds nothing for what is like nothing', () => {
    expect(findNearest('raspberry', BOARDS)).toBeUndefined();
    expect(findNearest('', BOARDS)).toBeUndefined();
    expect(findNearest('x'.repeat(1_000_000), BOARDS)).toBeUndefined();
  });

  it('takes what differs in punctuation alone before what is one edit away', () => {
    expect(findNearest('armv7em', ['armv7-m', 'armv7e-m'])).toBe('armv7e-m');
  });

  it('counts a swap of neighbours as one edit', () => {
    expect(findNearest('abdc', ['abcd', 'abxy'])).toBe('abcd');
  });

  it('takes the first by code point of equally near names, in whatever order they come', () => {
    expect(findNearest('cat', ['rat', 'bat', 'hat'])).toBe('bat');
  });

  it('is the name itself for every name in the list', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{3,20}$/), (name) => findNearest(name, [...BOARDS, name]) === name),
      { numRuns: 100 },
    );
  });
});
