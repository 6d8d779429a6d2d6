/** CreateMeeting: schedules a meeting. */

import type { Account } from '../../accounts/account.ts';
import { merged } from '../../merge.ts';
import { hostFor } from '../../policies/host.ts';
import { scheduleSession } from '../../sessions/schedule-session.ts';
import {
  checkAlternateHosts,
  type NewDocument,
  newDocument,
  typeFor,
  USUAL_DURATION,
} from '../../sessions/scheduling.ts';
import { NO_REPEAT } from '../../sessions/series.ts';
import { zoneOf } from '../../time/time-zones.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, extension, long, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { type AccountCall, body, operation } from '../operation.ts';
import { meetingService } from '../service.ts';
import { meet } from '../types/namespaces.ts';
import { iCalendarURL, iCalendarURLType } from '../types/session/calendar-links.ts';
import {
  attendeesAsked,
  documentAsked,
  listStatusAsked,
  type MeetingRequest,
  otherHostAsked,
  whenAsked,
} from './meeting-request.ts';
import { meetingType } from './meeting-type.ts';

export const createMeeting = operation({
  service: meetingService,
  name: 'CreateMeeting',
  level: '5.5',
  summary: 'Schedules a meeting, for the caller or for a host who lets him.',
  may: anyAccount,
  throttled: 'meetingWrites',
  request: extension(meet, 'createMeeting', meetingType, { validateFormat: optional(bool()) }),
  response: body(meetingService, 'createMeetingResponse', {
    meetingkey: optional(long()),
    iCalendarURL: optional(iCalendarURLType),
    guestToken: optional(text()),
  }),
  async run(call, request) {
    const { site, account } = call;
    const { accounts } = call.app;
    const confName = request.metaData?.confName;
    if (confName === undefined) throw new InvalidElement('metaData/confName', 'missing', 'is required');
    const host = await hostFor(accounts, site, account, otherHostAsked(request, account));
    const when = whenAsked(request, { zone: zoneOf(host.timeZoneID), repeat: NO_REPEAT });
    if (!when) throw new InvalidElement('schedule/startDate', 'missing', 'is required');
    const type = typeFor(site, host, 'MeetingCenter', request.metaData?.meetingType);
    const usual = await startingPoint(call, host, newDocument(site, host, type), request);
    const attendees = attendeesAsked(request) ?? [];
    await checkAlternateHosts(accounts, site, attendees);
    const session = await scheduleSession(
      call.app,
      site,
      {
        host,
        creator: account,
        type,
        confName,
        startAt: when.startAt,
        duration: request.schedule?.duration ?? USUAL_DURATION,
        timeZoneID: when.zone.id,
        listStatus: listStatusAsked(request) ?? 'PUBLIC',
        document: documentAsked(usual, request, when),
      },
      attendees,
    );
    return {
      meetingkey: session.sessionKey,
      iCalendarURL: iCalendarURL(call.app, site, session),
      guestToken: session.document.guestToken,
    };
  },
});

/** The defaults, and over them what the template says that the request names. Errors: `TemplateNotFound`. */
async function startingPoint(
  { app: { sessionTemplates } }: AccountCall,
  host: Account,
  defaults: NewDocument,
  { metaData }: MeetingRequest,
): Promise<NewDocument> {
  const name = metaData?.sessionTemplate?.use;
  if (name === undefined) return defaults;
  return merged<NewDocument>(
    defaults,
    await sessionTemplates.document(host, { name, serviceType: 'MeetingCenter' }),
  );
}
