/** Where what is recorded stands in the picture. All numbers are points of the picture. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 8;

/** Width by height of a tile. */
const SHAPE = 16 / 9;

/** Boxes for so many tiles, as large as they can be, in rows whose last one is in the middle. */
export function tilesIn(area: Box, count: number): readonly Box[] {
  const columns = bestColumns(area, count);
  const rows = Math.ceil(count / columns);
  const { width, height } = tileSize(area, columns, rows);
  const top = area.y + (area.height - (rows * (height + GAP) - GAP)) / 2;
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / columns);
    const inRow = Math.min(columns, count - row * columns);
    const left = area.x + (area.width - (inRow * (width + GAP) - GAP)) / 2;
    return { x: left + (at % columns) * (width + GAP), y: top + row * (height + GAP), width, height };
  });
}

function bestColumns(area: Box, count: number): number {
  let best = 1;
  for (let columns = 2; columns <= count; columns++) {
    const size = (of: number) => tileSize(area, of, Math.ceil(count / of)).width;
    if (size(columns) > size(best)) best = columns;
  }
  return best;
}

function tileSize({ width, height }: Box, columns: number, rows: number) {
  const widest = (width - (columns - 1) * GAP) / columns;
  const highest = (height - (rows - 1) * GAP) / rows;
  const fits = Math.max(1, Math.min(widest, highest * SHAPE));
  return { width: fits, height: fits / SHAPE };
}

/** The whole picture, for tiles alone, or in two: a shared screen, and the tiles beside it. */
export function areasOf(
  width: number,
  height: number,
  isShared: boolean,
): { readonly screen?: Box; readonly tiles: Box } {
  const inner = { x: GAP, y: GAP, width: width - 2 * GAP, height: height - 2 * GAP };
  if (!isShared) return { tiles: inner };
  const side = Math.round(inner.width / 5);
  return {
    screen: { ...inner, width: inner.width - side - GAP },
    tiles: { ...inner, x: inner.x + inner.width - side, width: side },
  };
}

/** All of something of that size in a box, or as much of it as fills the box. */
export function fitted(
  size: { readonly width: number; readonly height: number },
  box: Box,
  fills: boolean,
): Box {
  const [wide, high] = [box.width / size.width, box.height / size.height];
  const scale = fills ? Math.max(wide, high) : Math.min(wide, high);
  const [width, height] = [size.width * scale, size.height * scale];
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}
