/** GET /admin/meetings: administrators find a meeting by its number or its address, and see no secret of it. */
import { relationOf } from '../../sessions/relation.ts';
import type { Session } from '../../sessions/session.ts';
import { bool, group, many, optional, text } from '../../xml/schema.ts';
import { meetingType } from '../meetings/meeting-shape.ts';
import { type MeetingValue, presentMeeting } from '../meetings/present-meeting.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { TEXTS } from '../rest-problems.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';

const SCOPES = {
  admin: ['meeting:admin_schedule_read', 'spark-compliance:meetings_read'],
} as const;

export const listAdminMeetings = endpoint({
  method: 'GET',
  path: 'admin/meetings',
  tag: 'Meetings',
  summary: 'Finds a meeting of the site by its number or its address. Passwords and keys are left out.',
  scopes: SCOPES,
  query: {
    meetingNumber: optional(text({ max: 40 })),
    webLink: optional(text({ max: 2_000 })),
    current: optional(bool()),
  },
  answer: group({ items: many(meetingType) }),
  async run(call, { query }) {
    const { meetingNumber, webLink, current } = query;
    if ((meetingNumber === undefined) === (webLink === undefined)) {
      throw new InvalidItem("Exactly one of 'meetingNumber' and 'webLink' must be specified.");
    }
    const found = await sessionOf(call, meetingNumber, webLink);
    return { items: found ? [await withoutSecrets(call, found, current ?? true)] : [] };
  },
});

export const getAdminMeeting = endpoint({
  method: 'GET',
  path: 'admin/meetings/:meetingId',
  tag: 'Meetings',
  summary: 'Tells an administrator of a meeting of the site. Passwords and keys are left out.',
  scopes: SCOPES,
  query: { current: optional(bool()) },
  answer: meetingType,
  async run(call, { params, query: { current = false } }) {
    const named = call.ids.meeting(call.site.id, params.meetingId);
    const found = named && (await call.app.sessions.find(call.site, named.sessionKey));
    if (!found) throw new RestFailure(404, TEXTS.noData);
    return withoutSecrets(call, found, current);
  },
});

async function sessionOf(
  { app, site }: RestCall,
  meetingNumber: string | undefined,
  webLink: string | undefined,
): Promise<Session | undefined> {
  if (meetingNumber !== undefined) {
    const digits = meetingNumber.replace(/[\s-]/g, '');
    return /^\d{1,15}$/.test(digits) ? app.sessions.find(site, Number(digits)) : undefined;
  }
  const [, token] = /[?&]MTID=[mte]([0-9a-f]{32})(?:&|$)/.exec(webLink ?? '') ?? [];
  return token === undefined ? undefined : (await app.sessions.findByToken(site, token))?.session;
}

async function withoutSecrets(call: RestCall, row: Session, current: boolean): Promise<MeetingValue> {
  const { app, account } = call;
  const session = await app.sessions.withDocument(row);
  const host = await app.accounts.findById(row.host);
  const relation = await relationOf(app.sessions, row, account);
  const {
    password: _password,
    phoneAndVideoSystemPassword: _audioPassword,
    panelistPassword: _panelistPassword,
    hostKey: _hostKey,
    telephony: _telephony,
    registration: _registration,
    integrationTags: _tags,
    ...told
  } = presentMeeting(call, { session, host, relation, current });
  return told;
}
