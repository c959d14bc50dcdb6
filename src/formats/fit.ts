// The images of a FIT: where the data of each stands. U-Boot documentation, doc/usage/fit/source_file_format.rst ("data", "External data").

import { cellOf, childOf, type Fdt, type FdtNode, propertyOf } from './fdt.ts';

/** One image. `data` is undefined where it lies outside the file. */
export interface FitImage {
  readonly node: FdtNode;
  readonly data: Uint8Array | undefined;
}

/** Whether a devicetree is a FIT: it has images. */
export function isFit({ root }: Fdt): boolean {
  return childOf(root, 'images') !== undefined;
}

/** The images, in the order of the file. */
export function fitImagesOf(bytes: Uint8Array, { root, totalBytes }: Fdt): readonly FitImage[] {
  const external = Math.ceil(totalBytes / 4) * 4;
  return (childOf(root, 'images')?.children ?? []).map((node) => {
    const inside = propertyOf(node, 'data');
    if (inside !== undefined) return { node, data: inside.value };
    const size = cellOf(node, 'data-size');
    const position = cellOf(node, 'data-position');
    const offset = cellOf(node, 'data-offset');
    const start = position ?? (offset === undefined ? undefined : external + offset);
    const held = size !== undefined && start !== undefined && start + size <= bytes.length;
    return { node, data: held ? bytes.subarray(start, start + size) : undefined };
  });
}
