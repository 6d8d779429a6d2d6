/**
 * The tones of a site's accent: the colour that somebody has chosen, made lighter or darker as little as it takes to be
 * read (WCAG 2.2, 1.4.3 and 1.4.11) wherever the pages use it, on light and on dark ground.
 */

export interface Tones {
  readonly accent: string;
  readonly accentDeep: string;
  readonly onAccent: string;
  readonly accentWash: string;
  readonly link: string;
  readonly focus: string;
}

export interface AccentTones {
  readonly light: Tones;
  readonly dark: Tones;
  /** The colour could not be used as it was given, on light ground or on dark. */
  readonly isChanged: { readonly light: boolean; readonly dark: boolean };
}

type Rgb = readonly [red: number, green: number, blue: number];

/** What the pages' own tones stand on (`web/styles/tokens.css`). */
const GROUNDS = {
  light: ['#f4f6fa', '#ffffff', '#f1f4f9'],
  dark: ['#0f1319', '#181d26', '#10151d'],
} as const;
const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
const DARK_INK: Rgb = [8, 17, 31];

const TEXT_CONTRAST = 4.5;
/** Of what is no text: an edge, a button's shape. */
const SHAPE_CONTRAST = 3;

/** @param colour `#rrggbb` */
export function accentTones(colour: string): AccentTones {
  const chosen = rgbOf(colour);
  const light = lightTones(chosen);
  const dark = darkTones(chosen);
  const given = hexOf(chosen);
  return { light, dark, isChanged: { light: light.accent !== given, dark: dark.accent !== given } };
}

/** White words on the accent, the accent's own words on the page. */
function lightTones(chosen: Rgb): Tones {
  const grounds = GROUNDS.light.map(rgbOf);
  const accent = toned(chosen, BLACK, (tone) => contrast(tone, WHITE) >= TEXT_CONTRAST);
  const wash = mixed(accent, WHITE, 0.9);
  const link = toned(accent, BLACK, (tone) =>
    [...grounds, wash].every((ground) => contrast(tone, ground) >= TEXT_CONTRAST),
  );
  return {
    accent: hexOf(accent),
    accentDeep: hexOf(mixed(accent, BLACK, 0.2)),
    onAccent: hexOf(WHITE),
    accentWash: hexOf(wash),
    link: hexOf(link),
    focus: hexOf(link),
  };
}

/** Dark words on the accent, lighter words on the page. */
function darkTones(chosen: Rgb): Tones {
  const grounds = GROUNDS.dark.map(rgbOf);
  const accent = toned(
    chosen,
    WHITE,
    (tone) =>
      contrast(tone, DARK_INK) >= TEXT_CONTRAST &&
      grounds.every((ground) => contrast(tone, ground) >= SHAPE_CONTRAST),
  );
  const wash = mixed(accent, rgbOf(GROUNDS.dark[1]), 0.78);
  const link = toned(accent, WHITE, (tone) =>
    [...grounds, wash].every((ground) => contrast(tone, ground) >= TEXT_CONTRAST),
  );
  return {
    accent: hexOf(accent),
    accentDeep: hexOf(mixed(accent, WHITE, 0.18)),
    onAccent: hexOf(DARK_INK),
    accentWash: hexOf(wash),
    link: hexOf(link),
    focus: hexOf(link),
  };
}

const STEPS = 50;

/** The first tone on the way there that is good; the way ends at black or white, which are. */
function toned(from: Rgb, to: Rgb, isGood: (tone: Rgb) => boolean): Rgb {
  for (let step = 0; step < STEPS; step += 1) {
    const tone = mixed(from, to, step / STEPS);
    if (isGood(tone)) return tone;
  }
  return to;
}

function mixed(a: Rgb, b: Rgb, share: number): Rgb {
  const part = (at: 0 | 1 | 2) => Math.round(a[at] + (b[at] - a[at]) * share);
  return [part(0), part(1), part(2)];
}

/** From 1 to 21. */
export function contrastOf(a: string, b: string): number {
  return contrast(rgbOf(a), rgbOf(b));
}

function contrast(a: Rgb, b: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

function rgbOf(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
