// The identity provider is samlp 8.0.0 by Auth0, from npm, which this project did not write.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { type BrowserOfSuite, describeInBrowser } from '../support/browser.ts';
import { forProtocol } from '../support/databases.ts';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { RealClock } from '../support/real-clock.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';

/**
 * How people whom their organisation knows come into a site and out of it, in a real browser. The provider is at
 * `localhost` and the site at 127.0.0.1, which are two sites for a browser: it sends no Lax cookie with a POST from
 * one to the other. What samlp cannot do (encrypted assertions, signed Responses, logout by POST) is tested message by
 * message in `test/sign-in/saml/`.
 */

const SITE = 'acme-sso';
const IDP_SITE = 'acme-w11';

const MEMBERS = [
  {
    user: 'hostid',
    attributes: { uid: 'hostid', firstname: 'Holly', lastname: 'Host', email: 'hostid@acme.com' },
  },
  {
    user: 'zoe',
    attributes: { uid: 'zoe', firstname: 'Zoë', lastname: 'Ångström', email: 'zoe@acme.com' },
  },
];

forProtocol('With an identity provider', (open) => {
  describeInBrowser('a person', (browser) => suite(open, browser));
});

function suite(open: Parameters<Parameters<typeof forProtocol>[1]>[0], browser: BrowserOfSuite): void {
  const shared = sharedSite(open, { clock: new RealClock() });
  const page = (path = '', site = SITE) => `${shared().url}/${site}/${path}`;
  let provider: IdentityProvider | undefined;

  const there = (): IdentityProvider => {
    assert.ok(provider, 'the provider is there while tests run');
    return provider;
  };

  before(async () => {
    provider = await startIdentityProvider(MEMBERS);
    const base = { ...provider.settings, singleLogout: true, autoAccountCreation: true };
    const { sites } = shared().context;
    await sites.change(SITE, { settings: { samlSSO: { ...base, signAuthnRequests: true } } });
    await sites.change(IDP_SITE, {
      settings: { samlSSO: { ...base, profile: 'IdP', targetParameter: 'RelayState' } },
    });
    for (const site of [SITE, IDP_SITE]) {
      await provider.learn(`${shared().url}/dispatcher/SAML2Metadata?siteurl=${site}`);
    }
  });
  after(() => provider?.[Symbol.asyncDispose]());

  const heading = (at: Page) => at.getByRole('heading', { level: 1 }).innerText();

  /** At the provider's form, and on to where it leads. */
  async function goIn(at: Page, user: string, end: string): Promise<void> {
    assert.equal(await heading(at), 'Your organisation');
    await at.getByLabel('Name').fill(user);
    await at.getByRole('button', { name: 'Go in' }).click();
    await at.waitForURL(end);
  }

  /** From the site's own page. */
  async function signIn(at: Page, user: string): Promise<void> {
    await at.goto(page());
    await at.getByRole('link', { name: 'Sign in with your organisation' }).click();
    await goIn(at, user, page());
  }

  /** The page greets them by their name. */
  async function assertGreeted(at: Page, user: string): Promise<void> {
    const firstname = MEMBERS.find((member) => member.user === user)?.attributes.firstname;
    assert.match(await heading(at), new RegExp(`^Hello ${firstname}(?: |$)`, 'u'));
  }

  describe('who begins at the site', () => {
    test('signs in at their organisation, and comes to the page that they wanted', async () => {
      await using visit = await browser.visit();
      const at = visit.page;
      await at.goto(page('sso.php?TARGET=%3Ffrom%3Dportal'));
      await goIn(at, 'hostid', page('?from=portal'));
      await assertGreeted(at, 'hostid');
      const cookies = await at.context().cookies(page());
      assert.deepEqual(
        cookies.filter(({ name }) => name === 'ticket' || name.startsWith('saml')).map(({ name }) => name),
        ['ticket'],
      );
      assert.deepEqual(visit.complaints, []);
    });

    test('has an account from then on, as the XML API tells', async () => {
      const admin = { siteName: SITE, webExID: 'admin', password: PASSWORD };
      await shared().refused('030001', 'user.GetUser', '<webExId>zoe</webExId>', admin);
      await using visit = await browser.visit();
      await signIn(visit.page, 'zoe');
      await assertGreeted(visit.page, 'zoe');
      const got = await shared().ok('user.GetUser', '<webExId>zoe</webExId>', admin);
      assert.equal(got.value('firstName'), 'Zoë');
      assert.equal(got.value('lastName'), 'Ångström');
      assert.equal(got.value('email'), 'zoe@acme.com');
      assert.equal(got.value('active'), 'ACTIVATED');
    });

    test('is asked for nothing where their organisation knows them already', async () => {
      await using visit = await browser.visit();
      await signIn(visit.page, 'hostid');
      await visit.page.context().clearCookies({ name: 'ticket' });
      await visit.page.goto(page());
      await visit.page.getByRole('link', { name: 'Sign in with your organisation' }).click();
      await visit.page.waitForURL(page());
      await assertGreeted(visit.page, 'hostid');
    });

    test('needs no JavaScript here', async () => {
      await using visit = await browser.visit({ javaScriptEnabled: false });
      const at = visit.page;
      await at.goto(page('sso.php'));
      await at.getByLabel('Name').fill('hostid');
      await at.getByRole('button', { name: 'Go in' }).click();
      // The provider's own page has a button where scripts are off.
      await at.getByRole('button', { name: 'Submit' }).click();
      await at.waitForURL(page());
      await assertGreeted(at, 'hostid');
    });

    test('cannot be signed in as a stranger by a link', async () => {
      await using stranger = await browser.visit();
      const { page: at } = stranger;
      let link = '';
      await at.route('**/SAML2AuthService*', async (route) => {
        link = (await route.fetch({ maxRedirects: 0 })).headers().location ?? '';
        await route.abort();
      });
      await at.goto(page('sso.php'));
      await at.getByLabel('Name').fill('hostid');
      const stopped = at.waitForEvent('requestfailed', (request) =>
        request.url().includes('SAML2AuthService'),
      );
      await at.getByRole('button', { name: 'Go in' }).click();
      await stopped;
      assert.match(link, /\/sso\.php\?code=/);

      await using victim = await browser.visit();
      await victim.page.goto(link);
      assert.match(await victim.page.locator('main').innerText(), /error 28/i);
      await victim.page.goto(page());
      assert.equal(await victim.page.getByRole('button', { name: 'Sign out' }).count(), 0);
    });
  });

  describe('an app that asks to act for somebody', () => {
    const BACK = 'https://planner.example.com/back';
    let client: { readonly client_id: string; readonly client_secret: string };
    before(async () => {
      const { sites, apiTokens } = shared().context;
      const { clientId, secret = '' } = await apiTokens.integrations.register(await sites.required(SITE), {
        ...{ name: 'Planner', redirectUris: [BACK], scopes: ['meeting:schedules_read'], isPublic: false },
      });
      client = { client_id: clientId, client_secret: secret };
    });

    /** From the app to the page that asks, by way of the organisation; what the organisation has posted. */
    async function toGrantPage(at: Page, state: string): Promise<string> {
      const { client_id } = client;
      const asked = {
        client_id,
        redirect_uri: BACK,
        response_type: 'code',
        state,
        scope: 'meeting:schedules_read',
      };
      await at.goto(`${shared().url}/v1/authorize?${new URLSearchParams(asked)}`);
      await at.getByRole('link', { name: 'Sign in with your organisation' }).click();
      const posted = at.waitForRequest((request) => request.url().includes('SAML2AuthService'));
      assert.equal(await heading(at), 'Your organisation');
      await at.getByLabel('Name').fill('hostid');
      await at.getByRole('button', { name: 'Go in' }).click();
      const answer = (await posted).postData() ?? '';
      await at.waitForURL(/authorize\.php/);
      assert.match(await at.locator('main').innerText(), /Planner/);
      return answer;
    }

    /** What the app is told. Nobody answers there: the address that the browser is sent to is what counts. */
    async function told(at: Page, button: 'Allow' | 'Deny'): Promise<URLSearchParams> {
      const came = at.waitForRequest((request) => request.url().startsWith(BACK));
      await at.getByRole('button', { name: button }).click();
      return new URL((await came).url()).searchParams;
    }

    const exchange = (code: string) =>
      fetch(`${shared().url}/v1/access_token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'authorization_code', ...client, code, redirect_uri: BACK }),
      });

    test('is granted a token by whoever their organisation knows, for what it has asked alone', async () => {
      await using visit = await browser.visit();
      await toGrantPage(visit.page, 'a & b=c');
      const answer = await told(visit.page, 'Allow');
      assert.deepEqual(
        [...answer.keys()].sort(),
        ['code', 'iss', 'state'].filter((name) => answer.has(name)),
      );
      assert.equal(answer.get('state'), 'a & b=c');
      const code = answer.get('code') ?? '';
      const { access_token } = (await (await exchange(code)).json()) as { readonly access_token: string };
      const { apiTokens } = shared().context;
      const found = await apiTokens.find(access_token);
      assert.deepEqual([found?.account.webExId, found?.site.siteName], ['hostid', SITE]);
      assert.deepEqual([...(found?.scopes ?? [])].sort(), ['meeting:schedules_read', 'spark:kms']);
      // A code that comes twice was stolen: what it has opened is closed.
      assert.equal((await exchange(code)).status, 400);
      assert.equal(await apiTokens.find(access_token), undefined);
    });

    test('is told that they have said no, and nothing else', async () => {
      await using visit = await browser.visit();
      await toGrantPage(visit.page, 'denied');
      const answer = await told(visit.page, 'Deny');
      assert.deepEqual([answer.get('error'), answer.get('state')], ['access_denied', 'denied']);
      assert.equal(answer.has('code'), false);
    });

    test("gains nothing by the organisation's answer of before, in this browser or in another", async () => {
      await using visit = await browser.visit();
      const at = visit.page;
      const posted = new URLSearchParams(await toGrantPage(at, 'first'));
      assert.ok(posted.get('SAMLResponse'));
      await at.context().clearCookies();
      await using stranger = await browser.visit();
      for (const one of [at, stranger.page]) {
        await one.goto(`${shared().url}/${SITE}/forgot.php`);
        // As a page of the organisation posts it.
        const sent = {
          action: `${shared().url}/dispatcher/SAML2AuthService?siteurl=${SITE}`,
          fields: Object.fromEntries(posted),
        };
        await one.evaluate(`(({ action, fields }) => {
          const form = Object.assign(document.createElement('form'), { method: 'post', action });
          for (const [name, value] of Object.entries(fields)) {
            form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
          }
          document.body.append(form);
          form.submit();
        })(${JSON.stringify(sent)})`);
        await one.waitForURL(/sso\.php|SAML2AuthService/);
        assert.match(await one.locator('main').innerText(), /error \d+/i);
        const cookies = await one.context().cookies(page());
        assert.deepEqual(
          cookies.filter(({ name }) => name === 'ticket'),
          [],
        );
      }
    });
  });

  test('who begins at their organisation comes to the page that it names', async () => {
    await using visit = await browser.visit();
    const at = visit.page;
    const target = page('?from=intranet', IDP_SITE);
    const query = new URLSearchParams({ sp: `${shared().url}/${IDP_SITE}`, RelayState: target });
    await at.goto(`${there().url}/sso?${query}`);
    await goIn(at, 'hostid', target);
    await assertGreeted(at, 'hostid');
  });

  describe('who signs out', () => {
    test('here, is signed out at their organisation too', async () => {
      await using visit = await browser.visit();
      const at = visit.page;
      await signIn(at, 'hostid');
      await at.goto(there().url);
      assert.equal(await heading(at), 'You are hostid here');

      await at.goto(page());
      await at.getByRole('button', { name: 'Sign out' }).click();
      await at.waitForURL(/AT=LO&ST=SUCCESS/);
      assert.equal(at.url(), page(`?siteurl=${SITE}&AT=LO&ST=SUCCESS`));
      assert.match(await at.locator('main').innerText(), /You are signed out/);
      await at.goto(there().url);
      assert.equal(await heading(at), 'You are nobody here');
      assert.deepEqual(visit.complaints, []);
    });

    test('by a link of a portal, comes back to where it leads', async () => {
      await using visit = await browser.visit();
      const at = visit.page;
      await signIn(at, 'hostid');
      await at.goto(page(`p.php?AT=LO&BU=${encodeURIComponent('?bye=1')}`));
      assert.equal(at.url(), page('?bye=1&AT=LO&ST=SUCCESS'));
    });

    test('at their organisation, is signed out here too', async () => {
      await using visit = await browser.visit();
      const at = visit.page;
      await signIn(at, 'hostid');
      await at.goto(`${there().url}/logout`);
      assert.equal(new URL(at.url()).origin, there().url);
      await at.goto(there().url);
      assert.equal(await heading(at), 'You are nobody here');
      await at.goto(page());
      assert.equal(await at.getByRole('link', { name: 'Sign in with your organisation' }).count(), 1);
    });
  });
}
