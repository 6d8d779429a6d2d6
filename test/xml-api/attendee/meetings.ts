import { type Caller, HOST, type TestSite, xml } from '../../support/site.ts';

/** Schedules a meeting; `attendeeOptions` and the like come as elements. Gives its key. */
export async function schedule(
  site: TestSite,
  { caller = HOST, accessControl = '', attendees = '', options = '' } = {} as {
    readonly caller?: Caller;
    readonly accessControl?: string;
    readonly attendees?: string;
    readonly options?: string;
  },
): Promise<string> {
  const answer = await site.ok(
    'meeting.CreateMeeting',
    `<accessControl>${accessControl}</accessControl><metaData><confName>Planning</confName></metaData>` +
      '<schedule><startDate>05/31/2027 10:00:00</startDate><timeZoneID>4</timeZoneID></schedule>' +
      `<participants><attendees>${attendees}</attendees></participants>` +
      `<attendeeOptions>${options}</attendeeOptions>`,
    caller,
  );
  return answer.value('meetingkey') ?? '';
}

/** The elements of somebody: a name and an e-mail, and whatever follows. */
export function somebody(name: string, email = `${name.toLowerCase()}@example.com`, rest = ''): string {
  return `<person><name>${xml(name)}</name><email>${xml(email)}</email></person>${rest}`;
}

/** Each in an element of that name. */
export function each(element: string, contents: readonly string[]): string {
  return contents.map((content) => `<${element}>${content}</${element}>`).join('');
}

/** The e-mail addresses of a meeting's people, in the order in which they came. */
export async function peopleOf(site: TestSite, key: string, caller: Caller = HOST): Promise<string[]> {
  const answer = await site.call(
    'attendee.LstMeetingAttendee',
    `<listControl><maximumNum>500</maximumNum></listControl><sessionKey>${key}</sessionKey>`,
    caller,
  );
  return answer.texts('attendee/person/email');
}

export async function confIDOf({ context }: TestSite, key: string): Promise<number> {
  const session = await context.sessions.required(await context.sites.required('acme'), Number(key));
  return session.confID;
}
