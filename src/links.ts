/** The addresses that the site hands out: every one of them leads to a page of the URL API. */
import { formatSiteTime, GMT } from './time/site-time.ts';
import { timeZone } from './time/time-zones.ts';

/** What an address says of a site. */
interface Site {
  readonly siteName: string;
}

/** What an address says of an account. */
interface Person {
  readonly webExId: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly personalUrl: string;
}

/** What the calendar file of a cancelled session is made from, since its row is gone. */
export interface CancelledSession {
  readonly eventID: number;
  /** The SEQUENCE of the cancellation: one more than the last that people were sent. */
  readonly sequence: number;
  readonly confName: string;
  /** Epoch milliseconds; of a series the first start. */
  readonly startAt: number;
  /** Minutes. */
  readonly duration: number;
  readonly timeZoneID: number;
  /** Of the host: account.userId and the profile's languageID. */
  readonly userId: number;
  readonly languageID: number;
}

/** What a join link says of who comes. */
export interface JoinDetails {
  readonly attendeeName?: string | undefined;
  readonly attendeeEmail?: string | undefined;
  readonly meetingPW?: string | undefined;
  readonly RegID?: string | undefined;
}

/** A service as an address knows it. */
type Service = 'MeetingCenter' | 'TrainingCenter' | 'EventCenter' | 'SupportCenter' | 'SalesCenter';

/** What a link to a session is made from. */
export interface SessionLink {
  readonly service: Service;
  /** One of the tokens of its links. */
  readonly token: string;
}

/** What a link to a recording is made from. */
export interface RecordingLink {
  /** The recordID. */
  readonly id: number;
  readonly service: Service;
  readonly streamToken: string;
  readonly downloadToken: string;
}

export type RecordingPurpose = 'stream' | 'download';

/** `SP` of the older links. */
const SERVICE_LETTERS: Readonly<Record<Service, string>> = {
  MeetingCenter: 'MC',
  TrainingCenter: 'TC',
  EventCenter: 'EC',
  SupportCenter: 'SC',
  SalesCenter: 'SaC',
};

/** Digits of an older link's `rKey`: the first of the token that opens the newer one. */
export const OLDER_KEY = 16;

/** The letter before the token; training sessions stand in a segment of their own (seen: k2/j.php?MTID=t…). */
const LINKS_OF: Readonly<Record<Service, { readonly letter: string; readonly segment?: string }>> = {
  MeetingCenter: { letter: 'm' },
  TrainingCenter: { letter: 't', segment: 'k2/' },
  EventCenter: { letter: 'e' },
  SupportCenter: { letter: 'm' },
  SalesCenter: { letter: 'm' },
};

export type CalendarReader = 'host' | 'attendee';

export type Links = ReturnType<typeof openLinks>;

/** @param publicUrl where the installation is reached, without a slash at its end; known once it listens */
export function openLinks(publicUrl: () => string) {
  const folder = (site: Site): string => `${publicUrl()}/${site.siteName}`;
  return {
    publicUrl,

    /** The folder of a site, without a slash at its end. */
    site: folder,

    /** The host that a room system calls a personal room at. */
    sipAddress: (site: Site, account: Person): string =>
      `${account.personalUrl}@${site.siteName}.${new URL(publicUrl()).hostname}`,

    /** What a room system calls to join a session. */
    sipMeeting: (site: Site, sessionKey: number): string =>
      `${sessionKey}@${site.siteName}.${new URL(publicUrl()).hostname}`,

    personalRoom: (site: Site, account: Person): string => `${folder(site)}/meet/${account.personalUrl}`,

    /** A picture of a personal room, by the token that changes with the picture. */
    image: (site: Site, token: string): string => `${folder(site)}/image/${token}`,

    /**
     * Signs in with a login ticket. Clients replace the literal `&MU=GoBack` and the empty `&BU=`, so each
     * stands in it once (Moodle's plugin).
     */
    login: (site: Site, account: Person, ticket: string, backURL: string | undefined): string =>
      `${folder(site)}/p.php?AT=LI` +
      `&FN=${encodeURIComponent(account.firstName)}` +
      `&LN=${encodeURIComponent(account.lastName)}` +
      `&EM=${encodeURIComponent(account.email)}` +
      `&WID=${encodeURIComponent(account.webExId)}` +
      `&TK=${ticket}&MU=GoBack&BU=${encodeURIComponent(backURL ?? '')}`,

    /** The page of a session by its number, with what is known of who comes. */
    join: (site: Site, sessionKey: number, who: JoinDetails = {}): string =>
      `${folder(site)}/e.php?AT=SI&MK=${sessionKey}` +
      parameter('AN', who.attendeeName) +
      parameter('AE', who.attendeeEmail) +
      parameter('PW', who.meetingPW) +
      parameter('RID', who.RegID),

    /** The door of a session, with what its ticket shows there; it expires with the ticket. */
    joinByTicket: (site: Site, ticket: string): string => `${folder(site)}/e.php?AT=SI&JT=${ticket}`,

    /** Where somebody registers for a session, by the token of its registration. */
    register: (site: Site, token: string): string => `${folder(site)}/j.php?RGID=r${token}`,

    /** Plays a recording. */
    recordingStream: (site: Site, { streamToken }: RecordingLink): string =>
      `${folder(site)}/ldr.php?RCID=${streamToken}`,

    /** Fetches the file of a recording. */
    recordingFile: (site: Site, { downloadToken }: RecordingLink): string =>
      `${folder(site)}/lsr.php?RCID=${downloadToken}`,

    /**
     * The older links: `AT=pb` plays it, `AT=dw` fetches it. Those of events stand at `lsr.php`, where their form is
     * (seen: `lsr.php?AT=pb&SP=EC&rID=…&rKey=…`).
     */
    olderRecording: (site: Site, recording: RecordingLink, purpose: RecordingPurpose): string => {
      const { id, service, streamToken, downloadToken } = recording;
      const [action, token] = purpose === 'stream' ? ['pb', streamToken] : ['dw', downloadToken];
      const page = service === 'EventCenter' || purpose === 'download' ? 'lsr.php' : 'ldr.php';
      const key = token.slice(0, OLDER_KEY);
      return `${folder(site)}/${page}?AT=${action}&SP=${SERVICE_LETTERS[service]}&rID=${id}&rKey=${key}`;
    },

    /** Where the people of a training find its tests. */
    tests: (site: Site, sessionKey: number): string => `${folder(site)}/tests.php?MK=${sessionKey}`,
    /** The page of a program of events, by its token. */
    program: (site: Site, token: string): string => `${folder(site)}/program.php?P=${token}`,

    /** The picture of an event, by the token that changes with the picture. */
    /** The site's logo, and the stylesheet with its accent; of that version. */
    logo: (site: Site, token: string): string => `${folder(site)}/logo/${token}`,
    brandStyle: (site: Site, version: string): string => `${folder(site)}/brand.css?v=${version}`,
    eventImage: (site: Site, token: string): string => `${folder(site)}/event-image/${token}`,

    /** Where a host changes a session, or takes it off. */
    change: (site: Site, sessionKey: number): string => `${folder(site)}/schedule.php?MK=${sessionKey}`,

    /** The same, with the question whether to take it off: no fragment, which a sign-in on the way would lose. */
    cancel: (site: Site, sessionKey: number): string =>
      `${folder(site)}/schedule.php?MK=${sessionKey}&DO=CANCEL`,

    /** Where a host accepts and rejects those who have registered. */
    registrants: (site: Site, sessionKey: number): string =>
      `${folder(site)}/registrants.php?MK=${sessionKey}`,

    /** Signs the host in with a login ticket and starts the session; callers append `&PW=` or `&BU=`. */
    host: (site: Site, account: Person, ticket: string, sessionKey: number): string => {
      const start = `${folder(site)}/m.php?AT=HM&MK=${sessionKey}`;
      return (
        `${folder(site)}/p.php?AT=LI&WID=${encodeURIComponent(account.webExId)}` +
        `&TK=${ticket}&MU=${encodeURIComponent(start)}`
      );
    },

    /** The calendar file of a session for programs, its page for browsers. */
    session: (site: Site, { service, token }: SessionLink, RegID?: string): string => {
      const { letter, segment = '' } = LINKS_OF[service];
      return `${folder(site)}/${segment}j.php?MTID=${letter}${token}${parameter('RID', RegID)}`;
    },

    /** The calendar file that takes a deleted session out of a calendar (recorded 2016-07). */
    cancelledCalendar: (site: Site, session: CancelledSession, reader: CalendarReader): string =>
      `${folder(site)}/j.php?ED=${session.eventID}&UID=${session.userId}` +
      `&LD=${session.languageID}&RD=${session.sequence}&ST=1` +
      `&CN=${hexBytes(session.confName)}` +
      `&STI=${dashed(session.startAt, session.timeZoneID)}` +
      `&ETI=${dashed(session.startAt + session.duration * 60_000, session.timeZoneID)}` +
      `&TD=${session.timeZoneID}&ICS=${reader === 'host' ? 'CMC' : 'MC'}`,

    /** Where somebody chooses a new password, by a token that came by mail. */
    resetPassword: (site: Site, token: string): string => `${folder(site)}/reset.php?TOKEN=${token}`,

    /** Where somebody confirms an e-mail address, by a token that came by mail. */
    confirmEmail: (site: Site, token: string): string => `${folder(site)}/confirm.php?TOKEN=${token}`,

    logout: (site: Site, backURL: string | undefined): string =>
      `${folder(site)}/p.php?AT=LO&BU=${encodeURIComponent(backURL ?? '')}`,

    /** Where an identity provider's answer is posted to (live metadata of a site). */
    samlAssertionConsumer: (site: Site): string =>
      `${publicUrl()}/dispatcher/SAML2AuthService?siteurl=${site.siteName}`,

    samlMetadata: (site: Site): string => `${publicUrl()}/dispatcher/SAML2Metadata?siteurl=${site.siteName}`,

    samlLogout: (site: Site): string =>
      `${publicUrl()}/dispatcher/SAML2LogoutService?siteurl=${site.siteName}`,

    /** Begins a single sign-on. @param target an address of the site to come to afterwards */
    ssoBegin: (site: Site, target: string | undefined): string =>
      `${folder(site)}/sso.php${target === undefined ? '' : `?TARGET=${encodeURIComponent(target)}`}`,

    /** Where the browser carries the code of a sign-in that has been verified. */
    ssoHandOver: (site: Site, code: string): string =>
      `${folder(site)}/sso.php?code=${encodeURIComponent(code)}`,

    /** Where a browser is back that was signed out at the identity provider. */
    ssoLoggedOut: (site: Site): string => `${folder(site)}/sso.php?AT=LO`,
  };
}

function parameter(name: string, value: string | undefined): string {
  return value === undefined ? '' : `&${name}=${encodeURIComponent(value)}`;
}

/** `54:65:73:74` for `Test`: the bytes of its UTF-8. */
function hexBytes(text: string): string {
  return (Buffer.from(text).toString('hex').toUpperCase().match(/../g) ?? []).join(':');
}

/** `2016-07-28-14-30-00` on the clocks of the zone. */
function dashed(epochMs: number, timeZoneID: number): string {
  const [date = '', time = ''] = formatSiteTime(epochMs, timeZone(timeZoneID) ?? GMT).split(' ');
  const [month, day, year] = date.split('/');
  return [year, month, day, ...time.split(':')].join('-');
}
