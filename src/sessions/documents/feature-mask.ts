/** The options of a session as one number: the parameter MF of the URL API. */
import { ENABLE_OPTIONS, type EnableOption } from './enable-options.ts';

/** Where bit n is: the options in their order (the original's table), but bit 5 is the telephone. */
const FEATURES: readonly (EnableOption | undefined)[] = [
  ...ENABLE_OPTIONS.slice(0, 5),
  undefined,
  ...ENABLE_OPTIONS.slice(5, 23),
];

/** What a mask turns on, and off. */
export function featuresOf(mask: number): Partial<Record<EnableOption, boolean>> {
  return Object.fromEntries(
    FEATURES.flatMap((name, bit) =>
      name !== undefined ? [[name, Math.floor(mask / 2 ** bit) % 2 === 1]] : [],
    ),
  );
}

/** The mask that turns those on, as far as it has bits for them, and every other off. */
export function maskOf(options: readonly EnableOption[]): number {
  return FEATURES.reduce(
    (mask, name, bit) => mask + (name !== undefined && options.includes(name) ? 2 ** bit : 0),
    0,
  );
}
