/** What a request wishes of a meeting, in the words of the domain. */
import type { NewAttendee } from '../../sessions/attendee.ts';
import type { RestFields } from '../../sessions/documents/base-document.ts';
import type { EnableOption } from '../../sessions/documents/enable-options.ts';
import type { DocumentWish, SessionWish } from '../../sessions/wish.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import type { Site } from '../../sites/site.ts';
import { isAddress } from '../../text-rules.ts';
import type { ValueOf } from '../../xml/schema.ts';
import type { RestCall } from '../rest-caller.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { OPTION_PAIRS, PRIVILEGE_PAIRS, TONES } from './document-words.ts';
import { clientOf } from './integration-tags.ts';
import type { createMeetingBody, meetingInvitee, patchMeetingBody, putMeetingBody } from './meeting-body.ts';

export type MeetingBody = Partial<
  ValueOf<typeof createMeetingBody> & ValueOf<typeof patchMeetingBody> & ValueOf<typeof putMeetingBody>
>;

/** All but when it takes place and who is invited. @param tags those that other clients have there */
export function wishOf(
  call: Pick<RestCall, 'site' | 'token'>,
  body: MeetingBody,
  service: ServiceType,
  tags: RestFields['integrationTags'] = [],
): SessionWish {
  const { title, publicMeeting, sessionTypeId } = body;
  return {
    confName: title,
    sessionType: sessionTypeId,
    ...(publicMeeting !== undefined && { listStatus: publicMeeting ? 'PUBLIC' : 'PRIVATE' }),
    document: documentOf(call, body, service, tags),
  };
}

function documentOf(
  { site, token }: Pick<RestCall, 'site' | 'token'>,
  body: MeetingBody,
  service: ServiceType,
  tags: NonNullable<RestFields['integrationTags']>,
): DocumentWish {
  const { agenda, sendEmail, excludePassword, reminderTime } = body;
  const audio = body.audioConnectionOptions;
  const tone = audio?.entryAndExitTone;
  const { panelistPassword } = body;
  if (panelistPassword !== undefined && service !== 'EventCenter') {
    throw new InvalidItem("'panelistPassword' applies to webinars alone.", 'panelistPassword');
  }
  return {
    agenda: agenda === null ? '' : agenda,
    password: body.password,
    ...(panelistPassword !== undefined && { panelistPassword }),
    openTime: openTimeOf(body, service),
    joinTeleconfBeforeHost: body.enableConnectAudioBeforeHost,
    entryExitTone: tone === undefined ? undefined : TONES.indexOf(tone),
    enableOptions: optionsOf(body),
    telephony: audio && telephonyOf(audio),
    tracking: trackingOf(site, body.trackingCodes),
    remind: reminderTime === undefined ? undefined : remindOf(reminderTime),
    attendeeOptions: {
      ...(sendEmail !== undefined && { emailInvitations: sendEmail }),
      ...(excludePassword !== undefined && { excludePassword }),
      ...securityOf(body.unlockedMeetingJoinSecurity),
    },
    rest: restOf(token, body, tags),
  };
}

/** Minutes before the start at which attendees may come in before the host (rest-console.md, 1.5: create rules). */
const EARLY_MINUTES = { meeting: [0, 5, 10, 15], webinar: [0, 15, 30, 45, 60] } as const;

/** Seconds; a second where they may come in at the start and no earlier. */
function openTimeOf(
  { enabledJoinBeforeHost, joinBeforeHostMinutes }: MeetingBody,
  service: ServiceType,
): number | undefined {
  if (enabledJoinBeforeHost === false) return 0;
  if (joinBeforeHostMinutes === undefined) return enabledJoinBeforeHost ? 1 : undefined;
  const allowed: readonly number[] = EARLY_MINUTES[service === 'MeetingCenter' ? 'meeting' : 'webinar'];
  if (!allowed.includes(joinBeforeHostMinutes)) {
    throw new InvalidItem(
      `'joinBeforeHostMinutes' must be one of ${allowed.join(', ')}.`,
      'joinBeforeHostMinutes',
    );
  }
  return joinBeforeHostMinutes === 0 ? (enabledJoinBeforeHost ? 1 : 0) : joinBeforeHostMinutes * 60;
}

function optionsOf({ meetingOptions, attendeePrivileges, audioConnectionOptions }: MeetingBody) {
  const options: Partial<Record<EnableOption, boolean>> = {};
  const take = (pairs: Readonly<Record<string, EnableOption>>, sent: object | undefined) => {
    for (const [name, option] of Object.entries(pairs)) {
      const value = (sent as Readonly<Record<string, unknown>> | undefined)?.[name];
      if (typeof value === 'boolean') options[option] = value;
    }
  };
  take(OPTION_PAIRS, meetingOptions);
  take(PRIVILEGE_PAIRS, attendeePrivileges);
  if (meetingOptions?.noteType !== undefined) options.singleNote = meetingOptions.noteType === 'allowOne';
  const audio = audioConnectionOptions?.audioConnectionType;
  if (audio === 'VoIP' || audio === 'none') options.voip = audio === 'VoIP';
  return Object.keys(options).length > 0 ? options : undefined;
}

type Audio = NonNullable<MeetingBody['audioConnectionOptions']>;

function telephonyOf(audio: Audio): NonNullable<DocumentWish['telephony']> {
  const { audioConnectionType: type, enabledAudienceCallBack: callBack } = audio;
  const support =
    type === 'other'
      ? 'OTHER'
      : type === 'VoIP' || type === 'none'
        ? 'NONE'
        : callBack
          ? 'CALLBACK'
          : type === 'webexAudio' || callBack === false
            ? 'CALLIN'
            : undefined;
  return {
    ...(support !== undefined && { telephonySupport: support }),
    ...(audio.enabledTollFreeCallIn !== undefined && { tollFree: audio.enabledTollFreeCallIn }),
    ...(audio.enabledGlobalCallIn !== undefined && { intlLocalCallIn: audio.enabledGlobalCallIn }),
    ...(audio.muteAttendeeUponEntry !== undefined && { muteUponEntry: audio.muteAttendeeUponEntry }),
  };
}

/** @throws InvalidItem for a name that the site has no code of */
function trackingOf(
  { settings }: Site,
  codes: MeetingBody['trackingCodes'],
): DocumentWish['tracking'] | undefined {
  if (codes === undefined) return undefined;
  const values = Object.fromEntries(settings.trackingCodes.map(({ index }) => [`trackingCode${index}`, '']));
  for (const { name, value } of codes) {
    const code = settings.trackingCodes.find((one) => one.name.toLowerCase() === name.trim().toLowerCase());
    if (!code) throw new InvalidItem(`'trackingCodes' has no code ${name.slice(0, 100)}.`, 'trackingCodes');
    values[`trackingCode${code.index}`] = value;
  }
  return values;
}

function remindOf(minutes: number): NonNullable<DocumentWish['remind']> {
  return { enableReminder: minutes > 0, daysAhead: 0, hoursAhead: 0, minutesAhead: minutes };
}

function securityOf(security: MeetingBody['unlockedMeetingJoinSecurity']) {
  if (security === undefined) return {};
  return { request: security === 'allowJoinWithLobby', joinRequiresAccount: security === 'blockFromJoin' };
}

function restOf(
  token: RestCall['token'],
  body: MeetingBody,
  tags: NonNullable<RestFields['integrationTags']>,
): RestFields {
  const client = clientOf(token);
  const { integrationTags: own, audioConnectionOptions: audio, scheduledType } = body;
  const others = tags.filter((one) => one.client !== client);
  return {
    ...(own !== undefined && {
      integrationTags: own.length > 0 ? [...others, { client, tags: own }] : others,
    }),
    autoRecord: body.enabledAutoRecordMeeting,
    anyUserToBeCoHost: body.allowAnyUserToBeCoHost,
    firstUserToBeCoHost: body.allowFirstUserToBeCoHost,
    authenticatedDevices: body.allowAuthenticatedDevices,
    automaticLock: body.enableAutomaticLock,
    automaticLockMinutes: body.automaticLockMinutes,
    hostUnmutes: audio?.allowHostToUnmuteParticipants,
    attendeeUnmutes: audio?.allowAttendeeToUnmuteSelf,
    inPersonalRoom: scheduledType === undefined ? undefined : scheduledType === 'personalRoomMeeting',
  };
}

/** Who is invited: co-hosts are alternate hosts, panelists are of a webinar alone. */
export function peopleOf(
  { settings }: Site,
  invitees: readonly ValueOf<typeof meetingInvitee>[] | undefined,
  service: ServiceType,
): Pick<SessionWish, 'invited' | 'audience' | 'panelists'> {
  if (invitees === undefined) return {};
  const people = invitees.map(({ email, displayName, coHost, panelist }): NewAttendee => {
    if (!isAddress(email))
      throw new InvalidItem(`'email' must be one e-mail address: ${email.slice(0, 100)}`, 'invitees');
    if (panelist && service !== 'EventCenter') {
      throw new InvalidItem("'panelist' applies to webinars alone.", 'invitees');
    }
    return {
      email,
      name: displayName ?? email,
      role: coHost ? 'HOST' : panelist ? 'PRESENTER' : 'ATTENDEE',
      details: { type: panelist ? 'PANELIST' : 'VISITOR', languageID: settings.languageID },
    };
  });
  if (service !== 'EventCenter') return { invited: people };
  return {
    audience: people.filter(({ details }) => details.type !== 'PANELIST'),
    panelists: people.filter(({ details }) => details.type === 'PANELIST'),
  };
}
