/** GET /meetings/sessionTypes: the session types that a host may schedule with. */
import type { AccountWithProfile } from '../../accounts/account.ts';
import { isSchedulable, type SessionType, sessionTypes } from '../../sites/session-types.ts';
import type { Site } from '../../sites/site.ts';
import { complex, group, integer, many, oneOf, text } from '../../xml/schema.ts';
import { SCHEDULED_TYPE_OF } from '../meetings/present-meeting.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { TEXTS } from '../rest-problems.ts';
import { RestFailure } from '../rest-refusals.ts';
import { WHOSE, whose } from './host-asked-about.ts';

const sessionTypeType = complex(rest, 'MeetingSessionType', {
  id: text({ sample: '3' }),
  name: text({ sample: 'Meeting Center Pro Meeting' }),
  type: oneOf(['meeting', 'webinar', 'privateMeeting']),
  attendeesCapacity: integer(),
});

const SCOPES = { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' } as const;

export const listSessionTypes = endpoint({
  method: 'GET',
  path: 'meetings/sessionTypes',
  tag: 'Meetings',
  summary: 'Lists the session types that a host may schedule with.',
  scopes: SCOPES,
  query: WHOSE,
  answer: group({ items: many(sessionTypeType) }),
  run: async (call, { query }) => ({
    items: typesOf(call.site, await whose(call, query)).map(sessionTypeValue),
  }),
});

export const getSessionType = endpoint({
  method: 'GET',
  path: 'meetings/sessionTypes/:sessionTypeId',
  tag: 'Meetings',
  summary: 'Tells of one session type that a host may schedule with.',
  scopes: SCOPES,
  query: WHOSE,
  answer: sessionTypeType,
  async run(call, { params, query }) {
    const types = typesOf(call.site, await whose(call, query));
    const found = types.find(({ meetingTypeID }) => String(meetingTypeID) === params.sessionTypeId);
    if (!found) throw new RestFailure(404, TEXTS.noData);
    return sessionTypeValue(found);
  },
});

function typesOf(site: Site, { profile }: AccountWithProfile): SessionType[] {
  const own = new Set(profile.meetingTypes);
  return sessionTypes(site).filter((type) => own.has(type.meetingTypeID) && isSchedulable(site, type));
}

function sessionTypeValue({ meetingTypeID, displayName, serviceType, limits }: SessionType) {
  return {
    id: String(meetingTypeID),
    name: displayName,
    type: SCHEDULED_TYPE_OF[serviceType],
    attendeesCapacity: limits.maxMeetingUser,
  };
}
