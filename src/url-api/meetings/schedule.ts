/** SM, IM and EM: scheduling by the parameters of a call, by the rules of CreateMeeting and SetMeeting. */

import type { AccountWithProfile } from '../../accounts/account.ts';
import type { Parameters } from '../../browser/parameters.ts';
import { Refused } from '../../browser/reasons.ts';
import { hostFor } from '../../policies/host.ts';
import { managed } from '../../policies/session.ts';
import { RuleBroken } from '../../refusal.ts';
import { localTimeAt } from '../../sessions/recurrence/clock.ts';
import { scheduleSession } from '../../sessions/schedule-session.ts';
import {
  audioPasswordFor,
  checkSchedule,
  type NewDocument,
  newDocument,
  typeFor,
  USUAL_DURATION,
} from '../../sessions/scheduling.ts';
import {
  ENABLE_OPTIONS,
  type EnableOption,
  SessionInProgress,
  type SessionWithDocument,
} from '../../sessions/session.ts';
import { sessionType } from '../../sites/session-types.ts';
import { type LocalTime, parseSiteTime, toInstant } from '../../time/site-time.ts';
import { type TimeZone, timeZone, zoneOf } from '../../time/time-zones.ts';
import type { SignedInCall } from '../command.ts';
import { rememberedService } from '../o.php.ts';

/** Where bit n of MF is: the options in their order (the original's table), but bit 5 is the telephone. */
const FEATURES: readonly (EnableOption | undefined)[] = [
  ...ENABLE_OPTIONS.slice(0, 5),
  undefined,
  ...ENABLE_OPTIONS.slice(5, 23),
];

const LONGEST_NAME = 512;

/**
 * SM: schedules a session of the service that o.php has set.
 * @param startAt without it YE, MO, DA, HO and MI say when, on the clocks of TZ or of the host's zone
 * Errors: `Refused` (MeetingScheduleFail, TheDurationIsExceedTheMaxDuration), those of scheduling.
 */
export async function schedule(call: SignedInCall, startAt?: number): Promise<SessionWithDocument> {
  const { site, context, account, parameters } = call;
  const host = await hostFor(context.accounts, site, account, undefined);
  const confName = parameters.get('MN') ?? (startAt === undefined ? undefined : instantName(host));
  if (confName === undefined || confName.length > LONGEST_NAME) throw new Refused('MeetingScheduleFail');
  const service = rememberedService(call);
  const type = typeFor(site, host, service, numberIn(parameters, 'MT'));
  const zone = zoneAsked(parameters) ?? zoneOf(host.timeZoneID);
  const startLocal = startAt === undefined ? startAsked(parameters) : localTimeAt(startAt, zone);
  if (!startLocal) throw new Refused('MeetingScheduleFail');
  const duration = numberIn(parameters, 'DU') ?? USUAL_DURATION;
  const document = documentAsked({ ...newDocument(site, host, type), startLocal }, parameters);
  return inTheirWords(() =>
    scheduleSession(context, site, {
      host,
      creator: account,
      type,
      confName,
      startAt: startAt ?? toInstant(startLocal, zone),
      duration,
      timeZoneID: zone.id,
      // Not in the calendar of the site unless it is asked for (documented: tips).
      listStatus: parameters.get('LF') === '1' ? 'PUBLIC' : 'UNLISTED',
      document,
    }),
  );
}

/** EM: changes what is given. Errors: `SessionNotFound`, `SessionInProgress`, and those of `schedule`. */
export async function edit(call: SignedInCall, sessionKey: number): Promise<void> {
  const { site, context, account, parameters } = call;
  const { accounts, sessions, random } = context;
  const found = await sessions.required(site, sessionKey);
  await managed(sessions, found, account);
  const owner = await accounts.findById(found.host);
  const host = await accounts.withProfile(owner ?? account);
  await sessions.change(site, sessionKey, async (current) => {
    if (current.inProgress) throw new SessionInProgress(sessionKey);
    const zone = zoneAsked(parameters) ?? zoneOf(current.timeZoneID);
    const kept = current.document.startLocal ?? localTimeAt(current.startAt, zoneOf(current.timeZoneID));
    const moved = DATE.some((name) => parameters.get(name) !== undefined);
    const startLocal = moved ? startAsked(parameters, kept) : kept;
    if (!startLocal) throw new Refused('MeetingScheduleFail');
    const asked = numberIn(parameters, 'MT');
    const type =
      (asked === undefined || asked === current.sessionType
        ? sessionType(site, current.sessionType)
        : undefined) ?? typeFor(site, host, current.service, asked);
    const confName = parameters.get('MN') ?? current.confName;
    if (confName.length > LONGEST_NAME) throw new Refused('MeetingScheduleFail');
    const duration = numberIn(parameters, 'DU') ?? current.duration;
    const document = documentAsked({ ...current.document, startLocal }, parameters);
    await inTheirWords(() => checkSchedule({ site, host, type, confName, duration, document }));
    const LF = parameters.get('LF');
    const listed = LF === '1' && !site.settings.security.allMeetingsUnlisted;
    return {
      sessionType: type.meetingTypeID,
      confName,
      startAt: toInstant(startLocal, zone),
      duration,
      timeZoneID: zone.id,
      ...(LF !== undefined && { listStatus: listed ? ('PUBLIC' as const) : ('UNLISTED' as const) }),
      document: { ...document, audioPassword: audioPasswordFor(site, document, random) },
    };
  });
}

function instantName({ firstName, lastName }: AccountWithProfile): string {
  return `${firstName} ${lastName}'s meeting`;
}

function documentAsked<D extends NewDocument>(before: D, parameters: Parameters): D {
  const password = parameters.get('PW');
  const people = numberIn(parameters, 'NA');
  const MF = numberIn(parameters, 'MF');
  return {
    ...before,
    ...(password !== undefined && { password }),
    ...(people !== undefined && people > 0 && { maxUserNumber: people }),
    enableOptions: {
      ...before.enableOptions,
      ...(MF !== undefined && featuresOf(MF)),
      ...(parameters.get('IP') !== undefined && { voip: parameters.get('IP') === '1' }),
      ...(parameters.get('AUTODELETEAFTERMEETING') !== undefined && {
        autoDeleteAfterMeetingEnd: isOn(parameters.get('AUTODELETEAFTERMEETING')),
      }),
    },
  };
}

function featuresOf(mask: number): Partial<Record<EnableOption, boolean>> {
  return Object.fromEntries(
    FEATURES.flatMap((name, bit) =>
      name !== undefined ? [[name, Math.floor(mask / 2 ** bit) % 2 === 1]] : [],
    ),
  );
}

function isOn(value: string | undefined): boolean {
  return /^(on|1|true|yes)$/i.test(value ?? '');
}

const DATE = ['YE', 'MO', 'DA', 'HO', 'MI'] as const;

/** Padded or not; what is not given is that of `before`. Nothing for a date that is none. */
function startAsked(parameters: Parameters, before?: LocalTime): LocalTime | undefined {
  const kept = [before?.year, before?.month, before?.day, before?.hour, before?.minute];
  const parts = DATE.map((name, at) => parameters.get(name) ?? kept[at]?.toString());
  if (parts.some((part) => part === undefined || !/^\d{1,4}$/.test(part))) return undefined;
  const [year = '', month, day, hour, minute] = parts;
  return parseSiteTime(`${month}/${day}/${year.padStart(4, '0')} ${hour}:${minute}:00`);
}

/** Errors: `Refused` for an index that is none. */
function zoneAsked(parameters: Parameters): TimeZone | undefined {
  const index = numberIn(parameters, 'TZ');
  if (index === undefined) return undefined;
  const found = timeZone(index);
  if (!found) throw new Refused('MeetingScheduleFail');
  return found;
}

/** Errors: `Refused` for what is no number. */
function numberIn(parameters: Parameters, name: string): number | undefined {
  const value = parameters.get(name)?.trim();
  if (value === undefined) return undefined;
  if (!/^\d{1,15}$/.test(value)) throw new Refused('MeetingScheduleFail');
  return Number(value);
}

/** What breaks a rule of scheduling, by the words that the URL API has for it. */
async function inTheirWords<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    throw new Refused(
      error.element === 'duration' ? 'TheDurationIsExceedTheMaxDuration' : 'MeetingScheduleFail',
    );
  }
}
