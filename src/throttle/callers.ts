/**
 * Wrong numbers and wrong host PINs of callers, whom nobody knows: counted by the caller, and all together. Each process
 * counts for itself. Wrong passwords of a session are counted with those of browsers (`guesses.ts`).
 */
import type { Clock } from '../clock.ts';
import type { Site } from '../sites/site.ts';
import { type Bound, WindowCounts } from './window-counts.ts';

const MINUTE = 60_000;

/** Numbers that lead nowhere, in a quarter of an hour: from one caller, and from all. */
const MOST_FROM_ONE = 10;
const MOST_FROM_ALL = 200;

/** PINs have four digits: so many of them in a day are a thousandth. */
const MOST_PINS = 10;

const MOST_NAMES = 20_000;

export type CallerCounts = ReturnType<typeof openCallerCounts>;

export function openCallerCounts(clock: Clock) {
  const numbers = new WindowCounts(clock, 15 * MINUTE, MOST_NAMES);
  const pins = new WindowCounts(clock, 24 * 60 * MINUTE, MOST_NAMES);
  const ofNumbers = (caller: string): readonly Bound[] => [
    { kind: 'from', name: caller, most: MOST_FROM_ONE },
    { kind: 'from all', name: '', most: MOST_FROM_ALL },
  ];
  const ofPins = (sessionKey: number): readonly Bound[] => [
    { kind: 'for', name: String(sessionKey), most: MOST_PINS },
  ];

  return {
    /** Whether a number of theirs is looked up: otherwise a right one leads nowhere too. */
    mayDial: (site: Site, caller: string): boolean => numbers.hasRoom(site, ofNumbers(caller)),
    wrongNumber(site: Site, caller: string): void {
      numbers.count(site, ofNumbers(caller));
    },
    /** Whether a PIN is compared: otherwise a right one is wrong too. */
    mayTryPin: (site: Site, sessionKey: number): boolean => pins.hasRoom(site, ofPins(sessionKey)),
    wrongPin(site: Site, sessionKey: number): void {
      pins.count(site, ofPins(sessionKey));
    },
  };
}
