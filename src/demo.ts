/** The demo: five sites of the five types with sample accounts, and the table that tells of them. */
import type { Profile } from './accounts/account-profile.ts';
import type { NewAccount } from './accounts/accounts.ts';
import type { Context } from './context.ts';
import { tokenCommand } from './demo-identity/identity.ts';
import type { Partially } from './merge.ts';
import type { SettingsChange } from './sites/settings/change.ts';
import type { Site, SiteType } from './sites/site.ts';

export const DEMO_PASSWORD = 'P@ssword123';

interface DemoSite {
  readonly siteName: string;
  readonly type: SiteType;
  readonly siteID: number;
  readonly kind: string;
}

/** The demo's identity provider is that of this site. */
export const DEMO_CI_SITE = 'acme-ci';

/** Who works on all of them in the console. */
export const DEMO_OWNER = { siteName: 'acme', webExId: 'admin' };

export const DEMO_SITES: readonly DemoSite[] = [
  { siteName: 'acme', type: 3, siteID: 5941234563, kind: 'Train Non-SSO' },
  { siteName: DEMO_CI_SITE, type: 1, siteID: 5941234567, kind: 'CI (Common Identity)' },
  { siteName: 'acme-sso', type: 2, siteID: 5941234562, kind: 'SSO' },
  { siteName: 'acme-w11', type: 4, siteID: 5941234564, kind: 'W11 SSO' },
  { siteName: 'acme-basic', type: 5, siteID: 5941234565, kind: 'Non-SSO' },
];

/** Numbers of the range that is kept for fiction, and any number of calls. */
const DEMO_SETTINGS = {
  telephony: { tollNumber: '4085550100', tollFreeNumber: '8005550100' },
  throttling: {
    userOperations: 0,
    meetingWrites: 0,
    meetingLists: 0,
    strangers: 0,
    registrations: 0,
    registrationsOfSession: 0,
  },
};

interface Person {
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly profile?: Partially<Profile>;
}

const PEOPLE: readonly Person[] = [
  { name: 'admin', firstName: 'Ada', lastName: 'Admin', profile: { privileges: { siteAdmin: true } } },
  { name: 'hostid', firstName: 'Holly', lastName: 'Host' },
  {
    name: 'guest',
    firstName: 'Gus',
    lastName: 'Guest',
    profile: { privileges: { host: false, attendeeOnly: true, isEnablePMR: false, isEnableCET: false } },
  },
];

/**
 * Founds what is missing of the demo; what is there stays as it is.
 * @param settings of the sites, beside the demo's own
 */
export async function foundDemo(
  { sites, accounts, passwords, owners }: Context,
  settings: SettingsChange = {},
): Promise<void> {
  // One hash serves all: the password is printed on the screen.
  let passwordHash: string | undefined;
  for (const demo of DEMO_SITES) {
    if (await sites.byName(demo.siteName)) continue;
    passwordHash ??= await passwords.hash(DEMO_PASSWORD);
    const site = await sites.create({ ...demo, settings: { ...DEMO_SETTINGS, ...settings } });
    for (const person of PEOPLE) await accounts.create(site, newAccount(site, person, passwordHash));
    if (demo.siteName === DEMO_OWNER.siteName) {
      await owners.add(await accounts.required(site, DEMO_OWNER.webExId));
    }
  }
}

/** On a CI site the webExID is the e-mail address. */
function newAccount(site: Site, person: Person, passwordHash: string): NewAccount {
  const email = `${person.name}@acme.com`;
  const { firstName, lastName, profile } = person;
  return {
    webExId: site.type === 1 ? email : person.name,
    email,
    firstName,
    lastName,
    passwordHash,
    profile,
  };
}

/** What a newcomer needs: the sites, the accounts, and one command to paste. */
export function demoTable(url: string): string {
  const rows = DEMO_SITES.map(
    ({ siteName, type, siteID, kind }) =>
      `  ${siteName.padEnd(12)}${String(type).padEnd(6)}${siteID}   ${kind}`,
  );
  const body =
    '<message><header><securityContext><siteName>acme</siteName><webExID>hostid</webExID>' +
    `<password>${DEMO_PASSWORD}</password></securityContext></header>` +
    '<body><bodyContent xsi:type="java:com.webex.service.binding.user.GetUser">' +
    '<webExId>hostid</webExId></bodyContent></body></message>';
  return [
    '',
    '  This is a demo: everybody who reaches it may sign in.',
    '',
    '  site        type  siteID       kind',
    ...rows,
    '',
    '  meetings    Product demo (tomorrow) and Weekly team meeting, host hostid, password demo1234',
    '  recording   Safety at work, host hostid: LstRecording tells the links that play and fetch it',
    `  accounts    admin (site administrator; on acme the installation's owner), hostid (host), guest (attendee-only), password ${DEMO_PASSWORD}`,
    '              on acme-ci the webExID is the e-mail: admin@acme.com, hostid@acme.com, guest@acme.com',
    '',
    '  Try it:',
    '',
    `  curl ${url}/WBXService/XMLService -d '${body}'`,
    '',
    `  An access token of ${DEMO_CI_SITE}, for AuthenticateUser or as webExAccessToken:`,
    '',
    `  ${tokenCommand(url, 'hostid@acme.com', DEMO_PASSWORD)}`,
    '',
  ].join('\n');
}
