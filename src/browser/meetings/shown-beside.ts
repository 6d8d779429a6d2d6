/**
 * What a stranger shows beside the number of a meeting, where numbers are guessed: a password, a registration id, or what
 * a page of the site has written that has told them of the meeting. What is wrong is counted, and costs the same work
 * whether there is such a meeting or not.
 */

import { holderOf } from '../../sessions/attendee.ts';
import { isPanelPassword, isSame, isSessionPassword, panelPasswordOf } from '../../sessions/password.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import { TooManyGuesses } from '../../throttle/guesses.ts';
import type { Asked } from '../parameters/parameter.ts';
import { text } from '../parameters/parameter.ts';
import type { PageCall } from '../site-page.ts';
import { isHeldBack } from './by-number.ts';
import { ownStay } from './own-stay.ts';
import type { VisitedMeeting } from './visited-meeting.ts';

export const LED = {
  LED: text('what a page of the site has written that has told of the meeting, while others guess numbers'),
};

/** Milliseconds for which somebody who was told of a meeting goes on from there. */
const LED_FOR = 60 * 60_000;

/** No session has this number: what is wrong of one that is not there is counted here. */
const NOBODYS = 0;

/** The field that lets whoever was told of a meeting go on, where numbers alone would not. */
export async function ledOn(call: PageCall, sessionKey: number): Promise<Readonly<Record<string, string>>> {
  return (await isHeldBack(call)) ? ledBy(call, sessionKey) : {};
}

/** The same, whoever guesses or not: the link of a session has told more of it than its number would. */
export function ledBy({ context, site }: PageCall, sessionKey: number): Readonly<Record<string, string>> {
  return { LED: context.joinTickets.give(site, sessionKey, {}, context.clock.now() + LED_FOR) };
}

/** Whether what such a field holds was written for this meeting. */
export function isLedTo({ context, site }: PageCall, sessionKey: number, LED: string | undefined): boolean {
  const led = LED === undefined ? undefined : context.joinTickets.read(site, LED);
  return led !== undefined && !led.isOver && led.sessionKey === sessionKey;
}

export interface ShownBeside extends Partial<Asked<typeof LED>> {
  readonly PW?: string | undefined;
  readonly RID?: string | undefined;
  /** The password is that for registering. */
  readonly registers?: boolean;
}

/** Whether everybody is told of it, or whoever calls shows what is right. */
export async function isToldBeside(
  call: PageCall,
  meeting: VisitedMeeting | undefined,
  shown: ShownBeside,
): Promise<boolean> {
  const { context, site } = call;
  if (meeting?.session?.listStatus === 'PUBLIC') return true;
  if (meeting && isLedTo(call, meeting.sessionKey, shown.LED)) return true;
  if (meeting && (await ownStay(call, meeting.sessionKey))) return true;
  if (shown.PW === undefined && shown.RID === undefined) return false;
  const session = meeting?.session;
  const isRight = session !== undefined && (await opens(call, session, shown));
  const address = context.callerAddress(call.request.raw);
  try {
    if (isRight) await context.guesses.check(site, session.sessionKey, address);
    else await context.guesses.wrong(site, session?.sessionKey ?? NOBODYS, address);
  } catch (error) {
    if (error instanceof TooManyGuesses) return false;
    throw error;
  }
  return isRight;
}

async function opens(
  { context }: PageCall,
  session: SessionWithDocument,
  { PW, RID, registers = false }: ShownBeside,
): Promise<boolean> {
  if (PW !== undefined) {
    const { registrationPWD } = session.document.attendeeOptions;
    if (registers) return registrationPWD !== undefined && isSame(registrationPWD, PW);
    const ofPanel = panelPasswordOf(session) !== undefined && isPanelPassword(session, PW);
    if (ofPanel || (Boolean(session.document.password) && isSessionPassword(session, PW))) return true;
  }
  return RID !== undefined && holderOf(await context.sessions.attendeesOf(session), RID) !== undefined;
}
