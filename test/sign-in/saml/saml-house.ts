import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { type Accounts, openAccounts } from '../../../src/accounts/accounts.ts';
import type { Database } from '../../../src/database/database.ts';
import { openLinks } from '../../../src/links.ts';
import { systemRandom } from '../../../src/random.ts';
import { openSessionKeys } from '../../../src/sessions/session-keys.ts';
import { openWaitingInvitations } from '../../../src/sessions/waiting-invitations.ts';
import { SsoRefused } from '../../../src/sign-in/failures.ts';
import { openSaml } from '../../../src/sign-in/saml/saml.ts';
import type { Saml } from '../../../src/sign-in/saml/types.ts';
import { openSignOnTests, type SignOnTest } from '../../../src/sign-in/sign-on-tests/sign-on-tests.ts';
import { openTickets, type Tickets } from '../../../src/sign-in/tickets.ts';
import type { SettingsChange } from '../../../src/sites/settings/change.ts';
import type { Site } from '../../../src/sites/site.ts';
import { openSites, type Sites } from '../../../src/sites/sites.ts';
import { TestClock } from '../../support/site.ts';
import {
  base64,
  IdentityProvider,
  ISSUER,
  idIn,
  LOGIN_URL,
  LOGOUT_URL,
  type Said,
  type Signing,
} from './identity-provider.ts';

/** Single sign-on with a real database and an identity provider, without a server around it. */
export interface SamlHouse {
  readonly database: Database;
  readonly clock: TestClock;
  readonly sites: Sites;
  readonly accounts: Accounts;
  readonly tickets: Tickets;
  readonly saml: Saml;
  readonly idp: IdentityProvider;
  /** The SSO site, as it is now. */
  site(): Promise<Site>;
  /** Changes the SSO settings of the site. */
  set(samlSSO: SettingsChange['samlSSO']): Promise<void>;
  /** Begins a sign-in: the ID of the request, and what the browser keeps. */
  begin(target?: string): Promise<{ id: string; binding: string }>;
  /** Posts a Response. */
  post(text: string, target?: string): Promise<{ readonly code: string }>;
  /** Begins a sign-in, has it answered, and takes the answer. */
  answer(said?: Said, signing?: Signing): Promise<{ readonly code: string; readonly binding: string }>;
  /** Begins a sign-in that somebody tries. */
  beginTest(account: { readonly id: number }): Promise<{ readonly id: string; readonly url: string }>;
  /** Posts the answer to it. */
  postTest(text: string, target?: string): Promise<{ readonly home: string } | undefined>;
  /** What came of the newest that somebody has tried. */
  newestTest(account: { readonly id: number }): Promise<SignOnTest | undefined>;
  /** A second process on the same database. */
  secondNode(): Saml;
  /** It must fail with that number, and leave nothing behind: no account, no code, no ticket. */
  refused(number: number, work: () => Promise<unknown>): Promise<SsoRefused>;
}

const SECRET = Buffer.from('the key of an installation in a test');
const PUBLIC_URL = 'https://meet.example.com';

export async function openSamlHouse(
  database: Database,
  settings: SettingsChange['samlSSO'] = {},
): Promise<SamlHouse> {
  const clock = new TestClock();
  const sites = openSites(database, clock);
  const accounts = openAccounts(
    database,
    clock,
    systemRandom,
    openSessionKeys(database, systemRandom),
    openWaitingInvitations(database),
    async () => {},
  );
  const tickets = openTickets(database, clock, systemRandom, SECRET);
  const links = openLinks(() => PUBLIC_URL);
  const parts = { database, clock, random: systemRandom, secret: SECRET, accounts, tickets, links };
  const saml = openSaml(parts);
  const tests = openSignOnTests(database, clock);
  const named = { siteName: 'acme' };
  const idp = new IdentityProvider(clock, links.samlAssertionConsumer(named), links.site(named));
  await sites.create({
    siteID: 1,
    siteName: 'acme',
    type: 2,
    settings: {
      samlSSO: {
        idpIssuer: ISSUER,
        idpLoginUrl: LOGIN_URL,
        idpLogoutUrl: LOGOUT_URL,
        idpCertificates: [idp.key.certificate],
        autoAccountCreation: true,
        singleLogout: true,
        ...settings,
      },
    },
  });

  async function left(): Promise<unknown> {
    const tables = [
      'account',
      'saml_hand_over',
      'session_ticket',
      'browser_session',
      'login_ticket',
    ] as const;
    const counts = tables.map(async (table) => {
      const query = database.builder.selectFrom(table).select(sql<number>`count(*)`.as('count'));
      return [table, Number((await database.first(query.compile()))?.count)];
    });
    return Object.fromEntries(await Promise.all(counts));
  }

  const house: SamlHouse = {
    database,
    clock,
    sites,
    accounts,
    tickets,
    saml,
    idp,
    site: () => sites.required('acme'),
    async set(samlSSO) {
      await sites.change('acme', { settings: { samlSSO } });
    },
    async begin(target) {
      const { url, binding } = await saml.beginSignIn(await house.site(), target);
      return { id: idIn(url), binding };
    },
    async post(text, target) {
      return saml.takeResponse(await house.site(), { SAMLResponse: base64(text), target });
    },
    async answer(said, signing) {
      const { id, binding } = await house.begin();
      return { ...(await house.post(idp.response({ inResponseTo: id, ...said }, signing))), binding };
    },
    async beginTest(account) {
      const { url } = await saml.beginTest(await house.site(), account, 'acme');
      return { id: url.includes('SAMLRequest=') ? idIn(url) : '', url };
    },
    async postTest(text, target) {
      return saml.takeTest(await house.site(), { SAMLResponse: base64(text), target });
    },
    newestTest: async (account) => tests.newestOf(await house.site(), account, 'saml'),
    secondNode: () => openSaml(parts),
    async refused(number, work) {
      const before = await left();
      const failure = await work().then(
        () => assert.fail('it was not refused'),
        (error: unknown) => error,
      );
      if (!(failure instanceof SsoRefused)) throw failure;
      assert.equal(failure.number, number, failure.detail);
      assert.ok(failure.detail.length > 0 && failure.detail.length < 400, 'the log is told why');
      assert.deepEqual(await left(), before, 'nothing is left behind');
      return failure;
    },
  };
  return house;
}
