/** A meeting of the demo, and the links that its people follow, by the XML API. */
import { HOST, message, post } from './messages.ts';

export interface RoomLinks {
  readonly key: string;
  readonly host: string;
  /** One's own, so that nothing is asked on the way. */
  guest(name: string): Promise<string>;
}

export async function newRoom(url: string): Promise<RoomLinks> {
  const ask = async (operation: string, content: string, element: string) =>
    within((await post(url, message(HOST, `meeting.${operation}`, content))).body, element);
  const schedule =
    '<metaData><confName>Room</confName></metaData><schedule><startDate>01/01/2035 10:00:00</startDate>' +
    '<duration>30</duration><timeZoneID>20</timeZoneID></schedule>';
  const key = await ask('CreateMeeting', schedule, 'meetingkey');
  const session = `<sessionKey>${key}</sessionKey>`;
  return {
    key,
    host: await ask('GethosturlMeeting', session, 'hostMeetingURL'),
    guest(name) {
      const email = `${name.replaceAll(' ', '').toLowerCase()}@example.com`;
      const who = `<attendeeName>${name}</attendeeName><attendeeEmail>${email}</attendeeEmail>`;
      return ask('GetjoinurlMeeting', session + who, 'joinMeetingURL');
    },
  };
}

function within(text: string, element: string): string {
  const found = new RegExp(`<(?:\\w+:)?${element}>([^<]*)<`).exec(text)?.[1];
  if (found === undefined) throw new Error(`no ${element} in:\n${text}`);
  return found.replaceAll('&amp;', '&');
}
