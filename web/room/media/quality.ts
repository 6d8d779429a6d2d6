/** How much of a picture is sent to somebody: by what they draw of it, how many it goes to, and what the line takes. */

/** Lines of a picture, and the bits a second with which so many look good. */
const STEPS = [
  [90, 100_000],
  [180, 200_000],
  [360, 600_000],
  [720, 1_500_000],
  [1080, 2_500_000],
] as const;

/** Bits a second that all pictures of one sender have together: what a usual line at home sends. */
const TOGETHER = 3_000_000;
const LEAST = 100_000;

/** Of what the line is thought to take: voices and what it takes of others have to fit in too. */
const PART = 0.85;

export interface Encoding {
  readonly active: boolean;
  readonly scaleResolutionDownBy: number;
  readonly maxBitrate: number;
}

interface Asked {
  /** Lines that the receiver draws; null when they draw none; nothing when they have not said. */
  readonly wanted: number | null | undefined;
  /** Lines that the track has. */
  readonly lines: number;
  /** How many this one sends to. */
  readonly receivers: number;
  /** Bits a second that the line takes, where that is known. */
  readonly available: number | undefined;
}

/** The least step that so many lines fit in: a tile that grows by a pixel is not news. */
export function stepOf(lines: number): number {
  return (STEPS.find(([most]) => lines <= most) ?? STEPS[STEPS.length - 1])?.[0] ?? lines;
}

/** A screen keeps its size, whoever draws it how: its letters are to be read. */
export function encodingFor(
  medium: 'camera' | 'screen',
  { wanted, lines, receivers, available }: Asked,
): Encoding {
  const sent = medium === 'screen' || !wanted ? lines : Math.min(lines, wanted);
  const good = STEPS.find(([most]) => sent <= most)?.[1] ?? TOGETHER;
  const share = TOGETHER / Math.max(1, receivers);
  const fits = available === undefined ? share : Math.min(share, available * PART);
  return {
    active: wanted !== null,
    scaleResolutionDownBy: Math.max(1, lines / Math.max(1, sent)),
    maxBitrate: Math.round(Math.max(LEAST, Math.min(good, fits))),
  };
}
