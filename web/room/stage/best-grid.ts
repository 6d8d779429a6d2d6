/** How tiles lie on a stage so that they are as large as can be. */

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Tiles on a page; the others are on further pages. */
  readonly perPage: number;
}

/** The most that are told apart at once. */
export const MOST = 49;

/** CSS pixels between two tiles (stage.css). */
export const GAP = 12;

/** The most beside each other, and below each other (stage.css). */
const LONGEST = 12;

/** No tile is smaller: a name and a face could not be told. */
const SMALLEST: Size = { width: 128, height: 80 };

/** Width by height. A stage that is higher than wide has upright tiles. */
const WIDEST = 16 / 9;
const narrowest = ({ width, height }: Size) => (width < height ? 3 / 4 : 4 / 3);

/** @param stage nothing when it is not known yet: a page that the server draws */
export function bestGrid(count: number, stage: Size | undefined): Grid {
  if (!stage || stage.width === 0 || stage.height === 0) {
    const perPage = Math.max(1, Math.min(count, MOST));
    const columns = Math.ceil(Math.sqrt(perPage));
    return { columns, rows: Math.ceil(perPage / columns), perPage };
  }
  const room = fitting(stage.width, SMALLEST.width) * fitting(stage.height, SMALLEST.height);
  const perPage = Math.max(1, Math.min(count, MOST, room));
  let best: Grid = { columns: 1, rows: perPage, perPage };
  let area = 0;
  for (let columns = 1; columns <= Math.min(perPage, LONGEST); columns++) {
    const rows = Math.ceil(perPage / columns);
    if (rows > LONGEST) continue;
    const tile = tileIn(stage, columns, rows);
    if (tile.width * tile.height > area) {
      area = tile.width * tile.height;
      best = { columns, rows, perPage };
    }
  }
  return best;
}

/** A strip that is as wide and as high is none: people have the room of a stage of their own. */
const AS_A_STAGE: Size = { width: 260, height: 200 };

/** Beside what is in front: one row or one column of tiles, whichever way it is longer. */
export function strip(count: number, size: Size | undefined): Grid {
  if (!size || size.width === 0 || size.height === 0) return { columns: 1, rows: 4, perPage: 4 };
  const { width, height } = size;
  if (width >= AS_A_STAGE.width && height >= AS_A_STAGE.height) return bestGrid(count, size);
  const isUpright = height > width;
  const fits = isUpright ? fitting(height, width / WIDEST) : fitting(width, height * (4 / 3));
  const perPage = Math.max(1, Math.min(count, fits));
  return isUpright ? { columns: 1, rows: fits, perPage } : { columns: fits, rows: 1, perPage };
}

function fitting(edge: number, least: number): number {
  return Math.max(1, Math.min(LONGEST, Math.floor((edge + GAP) / (least + GAP))));
}

function tileIn(stage: Size, columns: number, rows: number): Size {
  const width = (stage.width - GAP * (columns - 1)) / columns;
  const height = (stage.height - GAP * (rows - 1)) / rows;
  return { width: Math.min(width, height * WIDEST), height: Math.min(height, width / narrowest(stage)) };
}
