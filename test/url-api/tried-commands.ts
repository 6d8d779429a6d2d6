import type { Declared } from '../../src/browser/parameters/parameter.ts';
import { USUAL_DOCUMENT } from '../../src/recordings/recording.ts';
import { COMMANDS_OF, PARAMETERS_OF } from '../../src/url-api/declared-pages.ts';
import type { Fields } from '../browser/visitor.ts';
import { aRecording } from '../support/a-recording.ts';
import { PASSWORD, type TestSite } from '../support/site.ts';
import { listPortal, meeting } from './portal.ts';

/** Every command of the URL API, with what it needs to get far, and the parameters that it keeps or shows. */

export interface TriedCommand {
  readonly page: string;
  readonly AT?: string;
  /** With these it gets far, for somebody who is signed in as the host; `{n}` is the number of the call. */
  readonly fixed?: Fields;
  /** What may be anything then. */
  readonly free?: readonly string[];
  /** It costs more with every success: one in so many strings is tried. */
  readonly oneIn?: number;
  /** A POST of it hashes a password, which takes its time by design: few are posted. */
  readonly hashes?: boolean;
}

/** Every parameter that a documented page declares, and what other pages read; X is read by none. */
export const PARAMETERS: readonly string[] = [
  ...new Set(
    [
      ...Object.values(COMMANDS_OF).flatMap((commands) =>
        Object.values(commands).flatMap(({ parameters }) => namesOf(parameters)),
      ),
      ...Object.values(PARAMETERS_OF).flatMap(namesOf),
      ...'AT ASKED BU CSRF DO FOR FORM ISUTF8 LOCATION NPW2 PERSON PID RELAYSTATE RS SAMLRESPONSE SITE SITEURL TOKEN URL X'.split(
        ' ',
      ),
    ].map((name) => name.toUpperCase()),
  ),
];

function namesOf(declared: Declared): string[] {
  return Object.entries(declared).flatMap(([name, { others }]) => [name, ...others]);
}

/** Those that are declared, and one that no page has. */
const OTHERS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(COMMANDS_OF).map(([page, commands]) => [page, [...Object.keys(commands), 'ZZ']]),
);

const OWN_PAGES = [
  '',
  'j.php',
  'globalcallin.php',
  'cmr.do',
  'meet/x',
  'join/x',
  'room.php',
  'events.php',
  'registrants.php',
  'signin.php',
  'forgot.php',
  'reset.php',
  'ldr.php',
  'lsr.php',
  'mw3300/mywebex/nbrshared.do',
  'mw3300/mywebex/nbrPrepare.do',
  'svc3300/svccomponents/servicerecordings/recordingpasswordcheck.do',
  'ec3300/eventcenter/recording/recordAction.do',
  'ec3300/eventcenter/enroll/viewrecord.do',
  'nbr/MultiThreadDownloadServlet',
  'webappng/api/v1/recordings/x/stream',
  'apis/html5-pipeline.do',
];

/** Each by its name alone. */
export const COMMANDS: readonly TriedCommand[] = [
  ...Object.entries(OTHERS).flatMap(([page, commands]) => commands.map((AT) => ({ page, AT }))),
  ...[...Object.keys(OTHERS), ...OWN_PAGES].map((page) => ({ page })),
  { page: 'password.php', hashes: true },
];

/** Each page once. */
export const PAGES: readonly string[] = [...new Set(COMMANDS.map(({ page }) => page))];

export const HOST_NAME = 'corpus';

/** What the forms of the site bear in the browser that tries. */
export const FORM = 'a-form-of-our-own-0000000';

export interface Prepared {
  readonly commands: readonly TriedCommand[];
  /** The key of the running meeting, and the cookie of its host's stay. */
  readonly open: string;
  readonly roomCookie: string;
  /** The key of the one that takes registrations. */
  readonly registration: string;
  readonly personalUrl: string;
}

/** A host with a running meeting and one that takes registrations, on a site with a portal and a partner id. */
export async function prepare(site: TestSite): Promise<Prepared> {
  const { sites, accounts, live } = site.context;
  await listPortal(site);
  await sites.change('acme', { settings: { partnerID: 'partner' } });
  await site.person({ webExId: HOST_NAME, email: 'corpus@acme.com' });
  const open = await meeting(site, HOST_NAME);
  const takes = '<attendeeOptions><registration>true</registration></attendeeOptions>';
  const registration = await meeting(site, HOST_NAME, takes);
  const another = await meeting(site, HOST_NAME, takes);
  const acme = await sites.required('acme');
  const account = await accounts.required(acme, HOST_NAME);
  const session = await site.context.sessions.required(acme, Number(open.key));
  const { token } = await live.enter(
    acme,
    { kind: 'session', session: await site.context.sessions.withDocument(session) },
    { name: 'Host', email: account.email, account, isHost: true, address: undefined, agent: undefined },
  );
  const when = { YE: '2026', MO: '3', DA: '9', HO: '14', MI: '05' };
  const MK = open.key;
  const who = { MK, PW: open.password, AE: 'ann{n}@example.com' };
  const asking = { ...USUAL_DOCUMENT, fileAccess: { ...USUAL_DOCUMENT.fileAccess, registration: true } };
  const [recording, locked] = [
    await aRecording(site.context, { document: asking }),
    await aRecording(site.context, { document: { ...USUAL_DOCUMENT, password: 'open-sesame' } }),
  ];
  const { personalUrl } = account;
  return {
    open: open.key,
    roomCookie: `room_${open.key}=${token}`,
    registration: registration.key,
    personalUrl,
    commands: [
      { page: 'room.php', fixed: { MK }, free: ['AT', 'BU', 'DO', 'PERSON'] },
      { page: 'p.php', AT: 'LI', fixed: { WID: HOST_NAME, PW: PASSWORD }, free: ['MU', 'BU'] },
      { page: 'p.php', AT: 'EU', fixed: { PID: 'partner' }, free: ['FN', 'LN', 'BU'] },
      { page: 'p.php', AT: 'LO', free: ['BU'] },
      { page: 'm.php', AT: 'SM', fixed: when, free: ['MN', 'PW', 'BU'] },
      { page: 'm.php', AT: 'EM', fixed: { MK: another.key }, free: ['MN', 'PW', 'BU'] },
      { page: 'm.php', AT: 'HM', fixed: { MK }, free: ['BU', 'X'] },
      { page: 'm.php', AT: 'JM', fixed: who, free: ['AN', 'BU'] },
      // A registration id that is nobody's is a guess: after some of them nobody comes into that meeting.
      { page: 'm.php', AT: 'JM', fixed: { MK: another.key }, free: ['AN', 'AE', 'FN', 'LN', 'RID'] },
      { page: 'm.php', AT: 'MD', fixed: { MK }, free: ['BU'] },
      {
        page: 'm.php',
        AT: 'AA',
        fixed: { MK: another.key, EM: 'bea{n}@example.com' },
        free: ['FN', 'LN', 'BU'],
      },
      {
        page: 'm.php',
        AT: 'GF',
        fixed: { MK: registration.key },
        free: 'BU FN LN EM PH CY JT A1 A2 CI ST PZ CN'.split(' '),
      },
      {
        page: 'm.php',
        AT: 'RM',
        oneIn: 4,
        fixed: { MK: registration.key, EM: 'rita{n}@example.com' },
        free: 'BU FN LN PH CY JT A1 CI PZ CN'.split(' '),
      },
      { page: 'w.php', AT: 'SO', free: ['TP', 'PW', 'BU'] },
      { page: 'w.php', AT: 'JO', fixed: who, free: ['AN', 'BU'] },
      { page: 'e.php', AT: 'SI', fixed: { MK: another.key }, free: ['AN', 'AE', 'PW', 'BU'] },
      { page: 'e.php', AT: 'SI', fixed: { MK: another.key }, free: ['AN', 'AE', 'RID'] },
      { page: 'o.php', AT: 'ST', fixed: { SP: 'MC' }, free: ['BU'] },
      { page: '', fixed: { ST: 'FAIL' }, free: ['RS', 'WID', 'AT'] },
      { page: 'signin.php', free: ['MU', 'WID', 'BU'] },
      { page: 'forgot.php', fixed: { FORM }, free: ['WID'] },
      { page: 'registrants.php', fixed: { MK: another.key }, free: ['PERSON', 'DO', 'FORM'] },
      {
        page: 'ldr.php',
        fixed: { RCID: recording.streamToken, FORM, EM: 'ada{n}@example.com' },
        free: 'FN LN CY JT PH CN AT SP'.split(' '),
      },
      { page: 'lsr.php', fixed: { RCID: recording.downloadToken, FORM, FN: 'Ada', LN: 'L' }, free: ['EM'] },
      { page: 'lsr.php', fixed: { rID: String(recording.id) }, free: ['rKey', 'AT'] },
      {
        page: 'svc3300/svccomponents/servicerecordings/recordingpasswordcheck.do',
        fixed: { RCID: locked.streamToken, AT: 'pb' },
        free: ['password'],
      },
      { page: `meet/${personalUrl}`, free: ['BU', 'AT', 'X'] },
      { page: `join/${personalUrl}`, free: ['BU', 'AT', 'X'] },
      { page: 'cmr.do', fixed: { USERNAME: HOST_NAME }, free: ['AT', 'BU', 'MU'] },
      { page: 'password.php', free: ['WID', 'MU', 'BU'], hashes: true },
    ],
  };
}
