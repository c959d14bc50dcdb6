import { describe, expect, it } from 'vitest';
import { readDevicetreeSlots, readEspPartitions, readManagedPartitions } from '../../src/formats/partition-table.ts';

const sizes = (partitions: readonly { name: string; sizeBytes: number }[]): [string, number][] =>
  partitions.map(({ name, sizeBytes }) => [name, sizeBytes]);

describe('readEspPartitions', () => {
  // ESP-IDF, "Partition Tables": sizes may be decimal, hexadecimal, or with a multiplier K or M.
  it('reads app partitions in all spellings of a size', () => {
    const table = ['factory, app, factory, 0x10000, 1M,', 'a, app, ota_0, , 1048576', 'b,app,ota_15,,0x100000', 'c, 0, 0x10, , 1024k'];
    expect(sizes(readEspPartitions(table)).map(([, size]) => size)).toEqual([1048576, 1048576, 1048576, 1048576]);
  });

  it('passes over data partitions, comments, sizes that are none and tables that are something else', () => {
    expect(
      readEspPartitions(['nvs, data, nvs, , 24K', '# a, app, ota_0, , 1M', 'a, app, ota_0, , big', 'a, app, ota_99, , 1M', 'name;app', '']),
    ).toEqual([]);
  });
});

describe('readDevicetreeSlots', () => {
  it('reads the size cell of reg, in hexadecimal, decimal and DT_SIZE_K', () => {
    const text =
      'slot0_partition: partition@c000 {\n reg = <0xc000 0x000076000>; };\n&slot1_partition {\n reg = <DT_SIZE_K(1) DT_SIZE_M(1)>;\n};\nslot0_ns_partition: p@1 { reg = <1 4096>; };';
    expect(sizes(readDevicetreeSlots(text.split('\n')))).toEqual([
      ['slot0_partition', 483328],
      ['slot1_partition', 1048576],
      ['slot0_ns_partition', 4096],
    ]);
  });

  it('takes no size from another node, a reference or an expression', () => {
    const text =
      'slot0_partition: p@0 { label = "x"; };\nq@1 { reg = <0 64>; };\nchosen { zephyr,code-partition = &slot0_partition; };\nslot1_partition: p@2 { reg = <0 (4 * 1024)>; };';
    expect(readDevicetreeSlots(text.split('\n'))).toEqual([]);
  });
});

describe('readManagedPartitions', () => {
  it('reads the sizes of the image partitions', () => {
    expect(
      sizes(readManagedPartitions('mcuboot_primary:\n  address: 0x1\n  size: 0x68000\nother:\n  size: 1\napp:\n  region: x\n'.split('\n'))),
    ).toEqual([['mcuboot_primary', 425984]]);
  });
});
