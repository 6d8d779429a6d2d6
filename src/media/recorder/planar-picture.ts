/** A picture of many, put together from pictures as decoders give them: I420, a plane of light and two of colour of half its size. */
import type { Box } from '../../recordings/picture-layout.ts';

export interface Planar {
  readonly width: number;
  readonly height: number;
  /** The planes one behind the other. */
  readonly data: Uint8Array;
}

/** Light of what is behind, and of a tile without a picture; colourless. */
const GROUND = 24;
const TILE = 52;
const NO_COLOUR = 128;

export class PlanarPicture implements Planar {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;

  /** Both even. */
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.data = new Uint8Array((width * height * 3) / 2);
    this.clear();
  }

  clear(): void {
    const points = this.width * this.height;
    this.data.fill(GROUND, 0, points);
    this.data.fill(NO_COLOUR, points);
  }

  /** A box without a picture. */
  fill(box: Box): void {
    const { x, y, width, height } = even(box);
    for (let row = y; row < y + height; row++) {
      this.data.fill(TILE, row * this.width + x, row * this.width + x + width);
    }
  }

  /** The part of a picture that a box shows: all of it in `to`, as much as lies within `within`. */
  draw(from: Planar, to: Box, within: Box): void {
    const [target, clip] = [even(to), even(within)];
    const chroma = { width: (from.width + 1) >> 1, height: (from.height + 1) >> 1 };
    const light = from.width * from.height;
    const points = this.width * this.height;
    const plane = { at: 0, width: from.width, height: from.height };
    this.#copy(from.data, plane, { at: 0, width: this.width }, target, clip);
    for (const second of [0, 1]) {
      const source = { at: light + second * chroma.width * chroma.height, ...chroma };
      const own = { at: points + (second * points) / 4, width: this.width / 2 };
      this.#copy(from.data, source, own, halved(target), halved(clip));
    }
  }

  #copy(
    from: Uint8Array,
    source: { readonly at: number; readonly width: number; readonly height: number },
    own: { readonly at: number; readonly width: number },
    target: Box,
    clip: Box,
  ): void {
    const left = Math.max(target.x, clip.x);
    const right = Math.min(target.x + target.width, clip.x + clip.width);
    const top = Math.max(target.y, clip.y);
    const bottom = Math.min(target.y + target.height, clip.y + clip.height);
    const columns = new Int32Array(Math.max(0, right - left));
    for (let x = left; x < right; x++) {
      columns[x - left] = Math.floor(((x - target.x) * source.width) / target.width);
    }
    for (let y = top; y < bottom; y++) {
      const row = source.at + Math.floor(((y - target.y) * source.height) / target.height) * source.width;
      let to = own.at + y * own.width + left;
      for (const column of columns) this.data[to++] = from[row + column] ?? 0;
    }
  }
}

function even({ x, y, width, height }: Box): Box {
  const down = (value: number) => Math.floor(value / 2) * 2;
  return { x: down(x), y: down(y), width: down(width), height: down(height) };
}

function halved({ x, y, width, height }: Box): Box {
  return { x: x / 2, y: y / 2, width: width / 2, height: height / 2 };
}
