/** An event as the elements of `event:eventInstanceType`. */
import { type Attendee, isPanelist } from '../../sessions/attendee.ts';
import type { EventSession } from '../../sessions/event.ts';
import { ENTRY_EXIT_TONES } from '../../sites/settings/scheduling.ts';
import type { Site } from '../../sites/site.ts';
import { formatSiteTime } from '../../time/site-time.ts';
import { zoneOf } from '../../time/time-zones.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { attendeeValue } from '../types/person.ts';
import { callInNumValue } from '../types/session/session-telephony.ts';
import { emailTemplatesValue } from './email-templates-type.ts';
import type { eventInstanceType } from './event-type.ts';

export interface WholeEvent {
  readonly site: Site;
  readonly session: EventSession;
  readonly hostWebExID: string;
  readonly attendees: readonly Attendee[];
}

type EventValue = ValueOf<typeof eventInstanceType>;

export function eventValue({ site, session, hostWebExID, attendees }: WholeEvent): EventValue {
  const { document } = session;
  const personOf = (one: Attendee) => attendeeValue(one, session.sessionKey).person;
  const panel = attendees.filter(isPanelist);
  const audience = attendees.filter((one) => !isPanelist(one));
  return {
    accessControl: {
      listing: session.listStatus,
      sessionPassword: document.password ?? '',
      enforcePassword: document.enforcePassword ?? true,
    },
    metaData: {
      sessionName: session.confName,
      sessionType: session.sessionType,
      description: document.description,
      defaultHighestMT: document.defaultHighestMT,
      sessionTemplate: document.sessionTemplate,
      programID: document.programID,
      postEventSurvey: document.postEventSurvey,
    },
    schedule: scheduleValue(session, hostWebExID),
    telephony: telephonyOf(session, site),
    tracking: document.tracking,
    remind: { minutesAhead: document.remind.minutesAhead },
    panelists: {
      panelistPassword: document.panelistPassword,
      panelist: panel.map(personOf),
      panelistsInfo: document.panelistsInfo,
    },
    attendees: {
      attendee: audience.map((one) => ({ ...personOf(one), joinStatus: one.joinStatus })),
    },
    extOptions: extOptionsValue(session),
    emailTemplates: emailTemplatesValue(document.emailTemplates),
    assistService: document.assistService,
    sessionKey: session.sessionKey,
  };
}

function scheduleValue(
  { startAt, timeZoneID, duration, document }: EventSession,
  hostWebExID: string,
): EventValue['schedule'] {
  const zone = zoneOf(timeZoneID);
  return {
    startDate: formatSiteTime(startAt, zone),
    timeZoneID: zone.id,
    duration,
    openTime: Math.round(document.openTime / 60),
    hostWebExID,
    entryExitTone: ENTRY_EXIT_TONES[document.entryExitTone],
    extURL: document.extURL,
    extNotifyTime: document.extNotifyTime,
    joinNotifyURL: document.joinNotifyURL,
    joinTeleconfBeforeHost: document.joinTeleconfBeforeHost,
  };
}

/** With NONE nothing else is told, as of meetings. */
function telephonyOf({ document: { telephony } }: EventSession, site: Site): EventValue['telephony'] {
  if (telephony.telephonySupport === 'NONE') return { telephonySupport: 'NONE' };
  return { ...telephony, callInNum: callInNumValue(telephony, site) };
}

function extOptionsValue({ document }: EventSession): EventValue['extOptions'] {
  const { extOptions, enableOptions, attendeeOptions } = document;
  return {
    ...extOptions,
    participantLimit: attendeeOptions.participantLimit,
    displayQuickStartHost: enableOptions.displayQuickStartHost,
    voip: enableOptions.voip,
    emailInvitations: attendeeOptions.emailInvitations,
    registration: attendeeOptions.registration,
  };
}
