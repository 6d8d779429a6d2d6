/** What a visitor may show of themselves to join, and how it goes along from page to page. */
import { LED } from '../../browser/meetings/shown-beside.ts';
import type { VisitedMeeting } from '../../browser/meetings/visited-meeting.ts';
import { type Asked, digits, flag, text } from '../../browser/parameters/parameter.ts';
import type { CommandCall } from '../command.ts';

export const JOINING = {
  AN: text('the name; or FN and LN'),
  AE: text('the e-mail address; or EM'),
  FN: text('the first name'),
  LN: text('the last name'),
  EM: text('the e-mail address'),
  PW: text('the password of the meeting'),
  RID: digits('the registration id'),
  ...LED,
  KEPT: flag('1 reads the rest from the cookie of somebody who waits'),
};

export type Joining = Asked<typeof JOINING>;

const CARRIED = ['AN', 'AE', 'FN', 'LN', 'PW', 'RID', 'LED'] as const;

/** The hidden fields for what was shown. @param seen the fields that are asked for again */
export function carried(joining: Joining, seen: ReadonlySet<string> = new Set()): Record<string, string> {
  return Object.fromEntries(
    CARRIED.flatMap((name) => {
      const value = joining[name];
      return value === undefined || seen.has(name) ? [] : [[name, value]];
    }),
  );
}

/** The command and the back URL that the room reports to when it is left. */
export function wayBack({ command, back }: CommandCall): Record<string, string> {
  return { AT: command, ...(back !== undefined && { BU: back }) };
}

/** The address of a page that answers a form; one that answers an address is there already. */
export function atByGet(
  { request, folder }: CommandCall,
  { sessionKey }: VisitedMeeting,
): string | undefined {
  if (request.method !== 'POST') return undefined;
  return folder.address('m.php', { AT: 'JM', MK: String(sessionKey) });
}
