/** Reads the link of a cancelled session (recorded 2016-07): its row is gone, so everything stands in the link. */

import { type Asked, key, text } from '../browser/parameters/parameter.ts';
import type { CancelledSession } from '../links.ts';
import { parseSiteTime, toInstant } from '../time/site-time.ts';
import { timeZone } from '../time/time-zones.ts';

/** Bytes of a name of 512 characters. */
const LONGEST_NAME = 2048;
const LONGEST_DURATION = 366 * 24 * 60;

const HEX_BYTES = /^[0-9a-f]{2}(?::[0-9a-f]{2})*$/i;
const MOMENT = /^(\d{4})-(\d{2})-(\d{2})-(\d{2})-(\d{2})-(\d{2})$/;

export const CANCELLED_SESSION = {
  ED: key("the number of the session's event"),
  UID: key("the number of the host's account"),
  LD: text("the host's language"),
  RD: text('the sequence of the cancellation'),
  CN: text('the name of the session, its bytes in hexadecimal'),
  STI: text('when it begins: 2016-07-28-14-30-00'),
  ETI: text('when it ends'),
  TD: text('the index of its time zone'),
};

/** Nothing for a link that we did not write. */
export function cancelledSessionIn(
  parameters: Asked<typeof CANCELLED_SESSION>,
): Omit<CancelledSession, 'userId' | 'languageID'> | undefined {
  const { ED: eventID, UID: userId } = parameters;
  const [languageID, sequence] = [numberIn(parameters.LD, 2), numberIn(parameters.RD, 9)];
  const timeZoneID = numberIn(parameters.TD, 2);
  const confName = nameIn(parameters.CN ?? '');
  const zone = timeZoneID === undefined ? undefined : timeZone(timeZoneID);
  const local = [momentIn(parameters.STI), momentIn(parameters.ETI)];
  if (userId === undefined || languageID === undefined) return undefined;
  if (eventID === undefined || sequence === undefined || confName === undefined) return undefined;
  if (timeZoneID === undefined || !zone || !local[0] || !local[1]) return undefined;
  const startAt = toInstant(local[0], zone);
  const duration = Math.round((toInstant(local[1], zone) - startAt) / 60_000);
  if (duration < 0 || duration > LONGEST_DURATION) return undefined;
  return { eventID, sequence, confName, startAt, duration, timeZoneID };
}

function numberIn(value = '', digits: number): number | undefined {
  return /^\d+$/.test(value) && value.length <= digits ? Number(value) : undefined;
}

function nameIn(hex: string): string | undefined {
  if (hex.length > LONGEST_NAME * 3 || !HEX_BYTES.test(hex)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      Buffer.from(hex.replaceAll(':', ''), 'hex'),
    );
  } catch {
    return undefined;
  }
}

function momentIn(text: string | undefined) {
  const match = MOMENT.exec(text ?? '');
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  return parseSiteTime(`${month}/${day}/${year} ${hour}:${minute}:${second}`);
}
