/** SM, IM and EM: what the parameters of a call wish of a session. */
import { isOwnForm } from '../../browser/own-form.ts';
import { Refused } from '../../browser/reasons.ts';
import { textsIn } from '../../mail/texts.ts';
import { hostFor } from '../../policies/host.ts';
import { judgeOfChange } from '../../policies/session.ts';
import { RuleBroken } from '../../refusal.ts';
import { featuresOf } from '../../sessions/documents/feature-mask.ts';
import { drawnPassword } from '../../sessions/password.ts';
import { reschedule } from '../../sessions/reschedule.ts';
import { schedule } from '../../sessions/schedule.ts';
import { sessionService } from '../../sessions/services.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { TimingWish } from '../../sessions/timing.ts';
import type { DocumentWish, SessionWish } from '../../sessions/wish.ts';
import type { LocalTime } from '../../time/site-time.ts';
import type { SignedInCall } from '../command.ts';
import { rememberedService } from '../o.php.ts';
import { hasService } from '../service-codes.ts';
import type { Scheduling } from './meeting-parameters.ts';

/**
 * SM: schedules a session of the service that o.php has set, at the time that YE, MO, DA, HO and MI say on the clocks
 * of TZ or of the host's zone; without any of them it begins now. It is not in the calendar of the site unless LF asks for it (documented: tips).
 * @throws Refused (MeetingScheduleFail, TheDurationIsExceedTheMaxDuration) for what breaks a rule.
 */
export async function scheduleByParameters(call: SignedInCall<Scheduling>): Promise<SessionWithDocument> {
  const { timing, ...wish } = wishOf(call.parameters);
  checkWholeDate(call.parameters);
  return put(call, { ...wish, timing: { ...timing, start: timing?.start ?? 'now' } });
}

/**
 * IM: schedules a session that begins now, and bears its host's name where it has none. Whoever presses the button of
 * the site cannot name a password: where there must be one, it is drawn.
 * @throws Refused (NoMeetingTypeSupport) where the site does not have the service
 */
export function scheduleNow(
  call: SignedInCall<Scheduling>,
  serviceType = rememberedService(call),
): Promise<SessionWithDocument> {
  const { firstName, lastName } = call.account;
  if (!hasService(call.site, serviceType)) throw new Refused('NoMeetingTypeSupport');
  const wish = wishOf(call.parameters);
  const noun = textsIn(call.site.settings.languageID).nouns[serviceType];
  const confName = wish.confName ?? `${firstName} ${lastName}'s ${noun}`;
  const isPressed = isOwnForm(call) && wish.document?.password === undefined;
  const password =
    isPressed && call.site.settings.security.allMeetingsPassword
      ? drawnPassword(call.site, { confName, host: call.account }, call.context.random)
      : wish.document?.password;
  const usual = {
    ...wish,
    confName,
    timing: { ...wish.timing, start: 'now' },
    document: { ...wish.document, password },
  } as const;
  return put(call, usual, serviceType);
}

async function put(
  call: SignedInCall<Scheduling>,
  wish: SessionWish,
  serviceType = rememberedService(call),
): Promise<SessionWithDocument> {
  const { site, context, account } = call;
  const host = await hostFor(context.accounts, site, account, undefined);
  const service = sessionService(serviceType);
  const listed = { ...wish, listStatus: wish.listStatus ?? ('UNLISTED' as const) };
  return inTheirWords(() => schedule(context, site, { host, creator: account, service, wish: listed }));
}

/** EM: changes what is said. @throws Refused as scheduling does, SessionNotFound, SessionInProgress. */
export async function edit(call: SignedInCall<Scheduling>, sessionKey: number): Promise<void> {
  const { site, context, account, parameters } = call;
  const judge = judgeOfChange(site, account);
  const wish = wishOf(parameters);
  await inTheirWords(() => reschedule(context, site, { sessionKey, caller: account, judge, wish }));
}

function wishOf(parameters: Scheduling): SessionWish {
  const { MN, MT, LF } = parameters;
  return {
    confName: MN,
    sessionType: MT,
    timing: timingOf(parameters),
    listStatus: LF === undefined ? undefined : LF ? 'PUBLIC' : 'UNLISTED',
    document: documentOf(parameters),
  };
}

const DATE = [
  ['YE', 'year'],
  ['MO', 'month'],
  ['DA', 'day'],
  ['HO', 'hour'],
  ['MI', 'minute'],
] as const;

/** A date that lacks a part is no wish to begin now. @throws Refused */
function checkWholeDate(parameters: Scheduling): void {
  const missing = DATE.filter(([name]) => parameters[name] === undefined).map(([name]) => name);
  if (missing.length === 0 || missing.length === DATE.length) return;
  throw new Refused('MeetingScheduleFail', `the date lacks ${missing.join(', ')}`);
}

function timingOf(parameters: Scheduling): TimingWish {
  const parts = DATE.flatMap(([name, part]) => {
    const value = parameters[name];
    return value === undefined ? [] : [[part, value] as const];
  });
  const start: Partial<LocalTime> = { ...Object.fromEntries(parts), second: 0 };
  return {
    start: parts.length === 0 ? undefined : start,
    zone: parameters.TZ,
    duration: parameters.DU,
  };
}

function documentOf({ PW, NA, MF, IP, AutoDeleteAfterMeeting }: Scheduling): DocumentWish {
  return {
    password: PW,
    maxUserNumber: NA === 0 ? undefined : NA,
    enableOptions: {
      ...(MF !== undefined && featuresOf(MF)),
      ...(IP !== undefined && { voip: IP }),
      ...(AutoDeleteAfterMeeting !== undefined && { autoDeleteAfterMeetingEnd: AutoDeleteAfterMeeting }),
    },
  };
}

/** What breaks a rule of scheduling, by the words that the URL API has for it. */
async function inTheirWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    throw new Refused(
      error.element === 'duration' ? 'TheDurationIsExceedTheMaxDuration' : 'MeetingScheduleFail',
      error.message,
    );
  }
}
