/** A participant as it is told: from the room while it runs, from the history afterwards. */
import type { Attendance, Usage } from '../../history/usage.ts';
import type { Stay } from '../../live/live.ts';
import { masked } from '../../policies/caller-name.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import type { Audience } from '../meetings/present-meeting.ts';
import { siteUrlOf } from '../site-url.ts';
import { participantId } from './participant-ids.ts';
import type { participantType } from './participant-type.ts';

export type ParticipantValue = ValueOf<typeof participantType>;

/** Somebody who is in, or waits at the door. */
export function presentStay(to: Audience, usage: Usage, stay: Stay): ParticipantValue {
  const isIn = stay.state === 'IN';
  const joinedTime = isIn ? isoTime(stay.joinedAt, to.zone) : undefined;
  const hosts = stay.role === 'HOST';
  return {
    ...common(to, usage, stay),
    host: hosts,
    coHost: stay.isHost && !hosts,
    muted: !stay.sends.microphone,
    video: stay.sends.camera ? 'on' : 'off',
    state: isIn ? (stay.breakout > 0 ? 'breakoutSession' : 'joined') : 'lobby',
    joinedTime,
    devices: [{ ...deviceOf(to, usage, stay), joinedTime }],
  };
}

/** Somebody who was in, for the time of one stay. */
export function presentAttendance(to: Audience, usage: Usage, attendance: Attendance): ParticipantValue {
  const { joinedAt, leftAt, isHost, coHosted, account } = attendance;
  const joinedTime = isoTime(joinedAt, to.zone);
  const leftTime = leftAt === null ? undefined : isoTime(leftAt, to.zone);
  const isTheHost = isHost && account === usage.host.id;
  return {
    ...common(to, usage, attendance),
    host: isTheHost,
    coHost: (isHost || coHosted) && !isTheHost,
    state: 'end',
    joinedTime,
    leftTime,
    devices: [
      {
        ...deviceOf(to, usage, attendance),
        joinedTime,
        leftTime,
        durationSecond: leftAt === null ? undefined : Math.round((leftAt - joinedAt) / 1000),
      },
    ],
  };
}

type Somebody = Pick<Attendance, 'id' | 'via' | 'name' | 'email' | 'attendee'>;

function common({ app, ids, site, zone }: Audience, usage: Usage, somebody: Somebody) {
  const { sessionKey, confID, startedAt, host } = usage;
  return {
    id: participantId(ids, site.id, { sessionKey, stay: somebody.id }),
    orgId: ids.spark('organization', site.id, site.siteID),
    spaceModerator: false,
    email: somebody.email || undefined,
    // The number that somebody calls from is nobody's to read.
    displayName: somebody.via === 'WEB' ? somebody.name : masked(somebody.name),
    invitee: somebody.attendee !== null,
    meetingStartTime: isoTime(startedAt, zone),
    siteUrl: siteUrlOf(app, site),
    meetingId: ids.instance(site.id, sessionKey, confID, startedAt),
    hostEmail: host.email,
  };
}

function deviceOf({ ids, site }: Audience, { hasVoices }: Usage, { id, via }: Pick<Somebody, 'id' | 'via'>) {
  const correlationId = ids.uuid('participant', site.id, id);
  if (via !== 'WEB') {
    return { correlationId, deviceType: 'phone', audioType: 'pstn' as const, callType: 'callIn' as const };
  }
  return {
    correlationId,
    deviceType: 'webex_meeting_center_browser',
    audioType: hasVoices ? ('voip' as const) : ('inactive' as const),
  };
}
