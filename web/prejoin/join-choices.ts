/**
 * What somebody comes into a room with: what was on when they tried their devices, and what they have turned on and off
 * since, so that a page that is loaded anew is as it was. It is kept as long as the tab.
 */
import { deviceChoices, type OwnDevice } from './device-choices.ts';

type On = Readonly<Record<OwnDevice, boolean>>;

const KEY = 'parlance.on';

/** Of a tab that keeps nothing. */
let unkept: string | undefined;

/** Kept for the room that comes next, or for that of a session: `key` is its MK. */
export function comeWith(on: On, key?: number): void {
  const text = JSON.stringify({ ...on, key });
  unkept = text;
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // The page itself still knows.
  }
}

/** What to turn on in the room of a session; what was chosen last, where nothing was tried before it. */
export function comesWith(key: number): On {
  const { on } = deviceChoices();
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? unkept ?? 'null');
    if (typeof kept !== 'object' || kept === null) return on;
    const found = new Map(Object.entries(kept));
    const of = found.get('key');
    if (of !== undefined && of !== key) return on;
    return { microphone: found.get('microphone') === true, camera: found.get('camera') === true };
  } catch {
    return on;
  }
}
