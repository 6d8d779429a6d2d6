/** SetMeeting: changes what is given of a meeting. */

import type { AccountWithProfile } from '../../accounts/account.ts';
import { hostFor } from '../../policies/host.ts';
import { managed } from '../../policies/session.ts';
import { audioPasswordFor, checkAlternateHosts, checkSchedule, typeFor } from '../../sessions/scheduling.ts';
import { type Session, SessionInProgress, SessionNotFound } from '../../sessions/session.ts';
import { type SessionType, sessionType } from '../../sites/session-types.ts';
import type { Site } from '../../sites/site.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { bool, extension, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingService } from '../service.ts';
import { meet } from '../types/namespaces.ts';
import { iCalendarURL, iCalendarURLType } from '../types/session/calendar-links.ts';
import {
  attendeesAsked,
  documentAsked,
  listStatusAsked,
  otherHostAsked,
  startLocalOf,
  whenAsked,
} from './meeting-request.ts';
import { meetingInstanceType } from './meeting-type.ts';

export const setMeeting = operation({
  service: meetingService,
  name: 'SetMeeting',
  level: '5.5',
  summary: 'Changes what is given of a meeting; people who are named replace those who were invited.',
  may: anyAccount,
  throttled: 'meetingWrites',
  request: extension(meet, 'setMeeting', meetingInstanceType, { validateFormat: optional(bool()) }),
  response: body(meetingService, 'setMeetingResponse', { iCalendarURL: optional(iCalendarURLType) }),
  async run(call, request) {
    const { site, account } = call;
    const { accounts, sessions, random } = call.app;
    const found = await sessions.required(site, request.meetingkey);
    await managed(sessions, found, account);
    if (found.service !== 'MeetingCenter') throw new SessionNotFound(request.meetingkey);
    const owner = await accounts.findById(found.host);
    const other = otherHostAsked(request, owner ?? account);
    const host =
      other === undefined
        ? owner && (await accounts.withProfile(owner))
        : await hostFor(accounts, site, account, other);
    if (!host) throw new SessionNotFound(request.meetingkey);
    const attendees = attendeesAsked(request);
    await checkAlternateHosts(accounts, site, attendees ?? []);

    const session = await sessions.change(site, request.meetingkey, (current) => {
      if (current.inProgress) throw new SessionInProgress(current.sessionKey);
      const zone = zoneOf(current.timeZoneID);
      const when = whenAsked(request, {
        zone,
        startLocal: startLocalOf(current.startAt, zone, current.document.startLocal),
        repeat: current.document.repeat,
      });
      if (!when) throw new SessionNotFound(current.sessionKey);
      const type = typeAfter(site, host, current, request.metaData?.meetingType);
      const confName = request.metaData?.confName ?? current.confName;
      const duration = request.schedule?.duration ?? current.duration;
      const document = documentAsked(current.document, request, when);
      checkSchedule({ site, host, type, confName, duration, document });
      return {
        host,
        sessionType: type.meetingTypeID,
        confName,
        startAt: when.startAt,
        duration,
        timeZoneID: when.zone.id,
        listStatus: site.settings.security.allMeetingsUnlisted ? 'UNLISTED' : listStatusAsked(request),
        document: { ...document, audioPassword: audioPasswordFor(site, document, random) },
        attendees,
      };
    });
    return { iCalendarURL: iCalendarURL(call.app, site, session) };
  },
});

/** A type that stays is not asked whether the host may still use it. */
function typeAfter(
  site: Site,
  host: AccountWithProfile,
  { sessionType: kept }: Session,
  asked: number | undefined,
): SessionType {
  const stays = asked === undefined || asked === -1 || asked === kept;
  return (stays ? sessionType(site, kept) : undefined) ?? typeFor(site, host, 'MeetingCenter', asked);
}
