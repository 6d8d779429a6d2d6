/** POST /meetings: schedules a meeting, or a webinar. */
import { TemplateNotFound } from '../../accounts/session-templates.ts';
import { merged } from '../../merge.ts';
import { hostFor } from '../../policies/host.ts';
import { AccessDenied } from '../../refusal.ts';
import { drawnPassword } from '../../sessions/password.ts';
import { REFUSED_WISHES } from '../../sessions/refused-wishes.ts';
import { relationOf } from '../../sessions/relation.ts';
import { schedule } from '../../sessions/schedule.ts';
import { sessionService } from '../../sessions/services.ts';
import { AlternateHostNotFound } from '../../sessions/session.ts';
import type { DocumentWish, SessionWish } from '../../sessions/wish.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import { sessionType } from '../../sites/session-types.ts';
import type { Site } from '../../sites/site.ts';
import { checkMayBeRegistered, registrationWish } from '../registration/change-registration.ts';
import { formAsked } from '../registration/form-words.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { isSiteUrl } from '../site-url.ts';
import { zoneNamed } from '../zone-header.ts';
import { createMeetingBody } from './meeting-body.ts';
import { meetingType } from './meeting-shape.ts';
import { newTiming } from './meeting-timing.ts';
import { presentMeeting } from './present-meeting.ts';
import { templateNameOf } from './template-id.ts';
import { type MeetingBody, peopleOf, wishOf } from './wish-by-rest.ts';

export const createByRest = endpoint({
  method: 'POST',
  path: 'meetings',
  tag: 'Meetings',
  summary: 'Schedules a meeting or a webinar, for the caller or by an administrator for a host.',
  description:
    'Without a password one is made up that the site accepts. Times are cut to the minute. `recurrence` is a rule of ' +
    'RFC 2445 without DTSTART. With `enabledAutoRecordMeeting` the recording begins when the host comes in, where the ' +
    'meeting may be recorded; with `enableAutomaticLock` nobody comes in `automaticLockMinutes` (10) after it began, and ' +
    'not before they have passed since its start where people are early. With `allowAnyUserToBeCoHost` whoever comes ' +
    'in signed in, with a host account of the site, is a co-host; with `allowFirstUserToBeCoHost` the first of them is. ' +
    'The host may take it back. `allowAuthenticatedDevices` is kept and told, and does nothing in the room.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  body: createMeetingBody,
  answer: meetingType,
  throttled: 'meetingWrites',
  refuses: [...REFUSED_WISHES, AccessDenied, TemplateNotFound, AlternateHostNotFound],
  sample: {
    body: { title: 'Sprint review', start: '2030-01-15T10:00:00Z', end: '2030-01-15T11:00:00Z' },
  },
  async run(call, { body }) {
    const { app, site, account } = call;
    checkKind(site, body);
    const named = await call.host(body.hostEmail);
    const host = await hostFor(
      app.accounts,
      site,
      account,
      named.id === account.id ? undefined : named.webExId,
    );
    const service = serviceOf(site, body);
    const password = body.password ?? drawnPassword(site, { confName: body.title, host }, app.random);
    const said = { ...body, password, sendEmail: body.sendEmail ?? true };
    const session = await schedule(app, site, {
      host,
      creator: account,
      service: sessionService(service),
      wish: {
        ...withRegistration(wishOf(call, said, service), said, service),
        ...(body.templateId !== undefined && { template: templateNameOf(body.templateId) }),
        timing: newTiming(call, body),
        ...peopleOf(site, body.invitees, service),
      },
    });
    const zone = body.timezone === undefined ? call.zone : zoneNamed(body.timezone);
    const relation = await relationOf(app.sessions, session, account);
    return presentMeeting({ ...call, zone }, { session, host, relation });
  },
});

/** @throws RestFailure, InvalidItem where the meeting takes no registrations, or not such ones */
function withRegistration(
  wish: SessionWish,
  { registration, recurrence, password }: MeetingBody,
  service: ServiceType,
): SessionWish {
  if (!registration) return wish;
  if (service !== 'EventCenter') checkMayBeRegistered(Boolean(recurrence), password);
  const { autoAcceptRequest: auto, maxRegisterNum: most } = registration;
  const opened = registrationWish(service, formAsked(registration, undefined), { auto, most });
  return { ...wish, document: merged<DocumentWish>(wish.document ?? {}, opened) };
}

/** What excludes each other. @throws InvalidItem */
function checkKind(site: Site, body: MeetingBody): void {
  const { scheduledType, siteUrl } = body;
  if (siteUrl !== undefined && !isSiteUrl(site, siteUrl)) {
    throw new InvalidItem("'siteUrl' is not the site of the token.", 'siteUrl');
  }
  if (scheduledType === 'webinar' && body.sessionTypeId === undefined) {
    throw new InvalidItem("'sessionTypeId' is required for a webinar.", 'sessionTypeId');
  }
  if (scheduledType !== 'personalRoomMeeting') return;
  for (const name of ['templateId', 'integrationTags', 'enabledAutoRecordMeeting', 'registration'] as const) {
    if (body[name] !== undefined)
      throw new InvalidItem(`'${name}' is not of a meeting in a personal room.`, name);
  }
}

/** The service that the type belongs to. @throws InvalidItem when the type is of another kind than is asked for */
export function serviceOf(site: Site, { scheduledType, sessionTypeId }: MeetingBody): ServiceType {
  const type = sessionTypeId === undefined ? undefined : sessionType(site, sessionTypeId);
  if (sessionTypeId !== undefined && !type) {
    throw new InvalidItem("'sessionTypeId' is not a session type of this site.", 'sessionTypeId');
  }
  const service = type?.serviceType ?? 'MeetingCenter';
  const isWebinar = service === 'EventCenter' || service === 'TrainingCenter';
  if (scheduledType !== undefined && isWebinar !== (scheduledType === 'webinar')) {
    throw new InvalidItem("'sessionTypeId' is not a type of that 'scheduledType'.", 'sessionTypeId');
  }
  return service;
}
