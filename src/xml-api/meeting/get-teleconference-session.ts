/** GetTeleconferenceSession: one audio-only session, whole. */

import type { AccountWithProfile } from '../../accounts/account.ts';
import { seen } from '../../policies/session.ts';
import type { Attendee } from '../../sessions/attendee.ts';
import { accessCodesOf, isAudioOnly } from '../../sessions/audio-only.ts';
import { repeatEnd } from '../../sessions/series.ts';
import { SessionNotFound, type SessionWithDocument } from '../../sessions/session.ts';
import { ENTRY_EXIT_TONES } from '../../sites/settings/scheduling.ts';
import type { Site } from '../../sites/site.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { label, zoneOf } from '../../time/time-zones.ts';
import { extension, type ValueOf } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { audioOnlyService } from '../service.ts';
import { auo } from '../types/namespaces.ts';
import { HOST_TYPE } from '../types/session/host-type.ts';
import { audioOnlyInstanceType, type auoAttendeeType, oneAudioOnly } from './teleconference-type.ts';

type Value = ValueOf<typeof audioOnlyInstanceType>;

export const getTeleconferenceSession = operation({
  service: audioOnlyService,
  name: 'GetTeleconferenceSession',
  level: '5.5',
  summary: 'Returns an audio-only session to its host, alternate hosts and administrators.',
  may: anyAccount,
  throttled: 'never',
  refuses: [SessionNotFound],
  request: body(audioOnlyService, 'getTeleconferenceSession', oneAudioOnly),
  response: extension(auo, 'getTeleconferenceSessionResponse', audioOnlyInstanceType, {}),
  samples: { sessionKey: '715500236' },
  async run({ site, account, app: { accounts, sessions } }, { sessionKey }) {
    const found = await sessions.required(site, sessionKey);
    if (!isAudioOnly(site, found)) throw new SessionNotFound(sessionKey);
    await seen(sessions, found, account);
    const session = await sessions.withDocument(found);
    const owner = await accounts.findById(session.host);
    if (!owner) throw new SessionNotFound(sessionKey);
    const host = await accounts.withProfile(owner);
    const { document } = session;
    const people = await sessions.attendeesOf(session);
    const { extTelephonyDescription } = document.telephony;
    return {
      accessControl: {
        listing: session.listStatus === 'PUBLIC' ? 'PUBLIC' : 'PRIVATE',
        sessionPassword: document.password ?? '',
      },
      metaData: { confName: session.confName, sessionType: session.sessionType },
      schedule: scheduleValue(session, host),
      teleconference: teleconferenceValue(site, session, host),
      tracking: document.tracking,
      repeat: repeatValue(session),
      remind: remindValue(session),
      fullAccessAttendees: { attendee: people.filter(({ role }) => role !== 'LIMITED').map(attendeeValue) },
      limitedAccessAttendees: {
        attendee: people.filter(({ role }) => role === 'LIMITED').map(attendeeValue),
      },
      attendeeOptions: {
        requireUcfDiagnosis: document.attendeeOptions.requireUcfDiagnosis ?? false,
        excludePassword: document.attendeeOptions.excludePassword,
        requireAccount: document.attendeeOptions.joinRequiresAccount,
        emailInvitations: document.attendeeOptions.emailInvitations,
      },
      telephony: { extTelephonyDescription },
      hostType: HOST_TYPE,
    };
  },
});

function scheduleValue(session: SessionWithDocument, host: AccountWithProfile): Value['schedule'] {
  const zone = zoneOf(session.timeZoneID);
  return {
    startDate: formatSiteTime(session.startAt, zone),
    timeZoneID: zone.id,
    timeZone: label(zone),
    duration: session.duration,
    entryExitTone: ENTRY_EXIT_TONES[session.document.entryExitTone] ?? 'NOTONE',
    hostWebExID: host.webExId,
  };
}

/** The site's numbers, and the codes of the session or of the host's own conference account. */
function teleconferenceValue(
  { settings }: Site,
  { confID, document }: SessionWithDocument,
  host: AccountWithProfile,
): Value['teleconference'] {
  const { telephony } = document;
  const numbers = settings.telephony;
  const accountIndex = telephony.personalAccountIndex;
  const personal =
    accountIndex === undefined
      ? undefined
      : host.profile.personalTeleconf.accounts.find((one) => one.accountIndex === accountIndex);
  const codes = accessCodesOf(document, host);
  const abroad = telephony.intlLocalCallIn && numbers.internationalCallIn ? numbers.globalCallInNumbers : [];
  return {
    personalConferenceNumber: personal !== undefined,
    accountIndex: personal?.accountIndex,
    tollFreeCallInNumber: numbers.tollFree && telephony.tollFree !== false ? numbers.tollFreeNumber : '',
    tollCallInNumber: numbers.tollNumber,
    intlLocalCallInNumber: (abroad.find((number) => number.default) ?? abroad[0])?.phoneNumber ?? '',
    subscriberAccessCode: codes?.subscriberAccessCode ?? '',
    participantFullAccessCode: codes?.participantFullAccessCode ?? '',
    participantLimitedAccessCode: codes?.participantLimitedAccessCode ?? '',
    scheduleConfID: confID,
    extTelephonyDescription: telephony.extTelephonyDescription,
    intlLocalCallIn: telephony.intlLocalCallIn,
    teleconfLocation: telephony.teleconfLocation,
    globalNum: abroad,
  };
}

function repeatValue(session: SessionWithDocument): Value['repeat'] {
  const { repeatType, interval, dayInWeek, dayInMonth, weekInMonth } = session.document.repeat;
  // A session that CreateMeeting made may repeat in ways that this schema has no word for.
  if (repeatType === 'YEARLY' || repeatType === 'CONSTANT' || repeatType === 'IRREGULARLY') return {};
  if (repeatType === 'NO_REPEAT') return { repeatType };
  return {
    repeatType,
    expirationDate: repeatEnd(session),
    dayInWeek: dayInWeek && dayInWeek.length > 0 ? { day: dayInWeek } : undefined,
    dayInMonth,
    interval,
    weekInMonth,
  };
}

function remindValue({ document }: SessionWithDocument): Value['remind'] {
  const { enableReminder, daysAhead, hoursAhead, minutesAhead } = document.remind;
  return { enableReminder, daysAhead, hoursAhead, minutesAhead };
}

function attendeeValue({ name, email, details }: Attendee): ValueOf<typeof auoAttendeeType> {
  return {
    name,
    firstName: details.firstName,
    lastName: details.lastName,
    email,
    phones: details.phones ?? {},
  };
}
