/** Meetings as clients ask for them. */
import { type Answer, type Caller, HOST, type TestSite, xml } from '../../support/site.ts';

/** What a request says of a meeting; what is absent is not sent. */
export interface Asked {
  readonly confName?: string;
  readonly meetingType?: number;
  readonly agenda?: string;
  readonly password?: string;
  readonly startDate?: string;
  readonly timeZoneID?: number;
  readonly timeZone?: string;
  readonly duration?: number | string;
  readonly hostWebExID?: string;
  /** E-mail addresses, or persons as elements. */
  readonly attendees?: readonly string[];
  /** Elements inside `schedule`. */
  readonly schedule?: string;
  readonly repeat?: string;
  /** Elements beside those above. */
  readonly more?: string;
}

/** The elements of `asked`, as CreateMeeting and SetMeeting take them. */
export function meeting(asked: Asked): string {
  const { startDate, timeZoneID, timeZone, duration, hostWebExID, attendees } = asked;
  return [
    element('accessControl', element('meetingPassword', text(asked.password))),
    element(
      'metaData',
      element('confName', text(asked.confName)) +
        element('meetingType', text(asked.meetingType)) +
        element('agenda', text(asked.agenda)),
    ),
    element(
      'schedule',
      element('startDate', text(startDate)) +
        element('timeZoneID', text(timeZoneID)) +
        element('timeZone', text(timeZone)) +
        element('duration', text(duration)) +
        element('hostWebExID', text(hostWebExID)) +
        (asked.schedule ?? ''),
    ),
    element('participants', element('attendees', attendees?.map(attendee).join(''))),
    element('repeat', asked.repeat),
    asked.more ?? '',
  ].join('');
}

export function alternateHost(email: string): string {
  return `<attendee><person><email>${email}</email></person><role>HOST</role></attendee>`;
}

/** A meeting on 1 June 2026 at ten in San Francisco, unless it is asked for otherwise; its key. */
export async function scheduled(site: TestSite, asked: Asked = {}, caller: Caller = HOST): Promise<string> {
  const usual = { confName: 'Review', startDate: '06/01/2026 10:00:00' };
  const answer = await site.ok('meeting.CreateMeeting', meeting({ ...usual, ...asked }), caller);
  return answer.value('meetingkey') ?? '';
}

export function getMeeting(site: TestSite, key: string, caller: Caller = HOST): Promise<Answer> {
  return site.ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, caller);
}

export function setMeeting(
  site: TestSite,
  key: string,
  asked: Asked,
  caller: Caller = HOST,
): Promise<Answer> {
  return site.ok('meeting.SetMeeting', `<meetingkey>${key}</meetingkey>${meeting(asked)}`, caller);
}

function attendee(given: string): string {
  if (given.startsWith('<')) return given;
  return `<attendee><person><name>${given}</name><email>${given}</email></person></attendee>`;
}

function element(name: string, content: string | undefined): string {
  return content ? `<${name}>${content}</${name}>` : '';
}

function text(given: string | number | undefined): string | undefined {
  return given === undefined ? undefined : xml(given).replaceAll('>', '&gt;');
}
