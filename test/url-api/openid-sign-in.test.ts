import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';
import { generateKeyPair, SignJWT } from 'jose';
import { trustDemoIdentity } from '../../src/demo-identity/identity.ts';
import type { SignOnResult } from '../../src/sign-in/sign-on-tests/sign-on-result.ts';
import { DEMO_PROVIDER } from '../demo-identity/provider.ts';
import { Issuer, says, staysSilent } from '../sign-in/access-tokens/issuer.ts';
import { describeInBrowser } from '../support/browser.ts';
import { forProtocol, forSqlite } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';

/** Signing in to a CI site by browser, at its OpenID provider: sso.php, there and back. */

forSqlite('In a real browser', (open) => {
  // The identity provider is oidc-provider, as the demo serves it.
  const site = sharedSite(open, { clock: 'now', beside: DEMO_PROVIDER });
  before(async () => {
    // Files before this one may have taken longer than clocks may be apart.
    site().clock.turnTo(Date.now());
    await trustDemoIdentity(site().context, 'acme-ci');
  });

  describeInBrowser('a person of a CI site', (browser) => {
    test('signs in at the provider, after a wrong password, and comes to where they wanted', async () => {
      await using visit = await browser.visit();
      const { page } = visit;
      const target = `${site().url}/acme-ci/p.php?AT=nothing`;
      await page.goto(`${site().url}/acme-ci/sso.php?TARGET=${encodeURIComponent(target)}`);
      assert.match(page.url(), /\/identity\/interaction\//);
      const signIn = async (password: string) => {
        await page.getByLabel('E-mail').fill('hostid@acme.com');
        await page.getByLabel('Password').fill(password);
        await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Sign in' }).click()]);
      };
      await signIn('wrong');
      assert.match(await page.getByRole('alert').innerText(), /do not sign anybody in/);
      const came = page.waitForRequest(/\/acme-ci\/.*RS=UnknownATCommand/);
      await signIn(PASSWORD);
      await came;
      // The page takes the result out of its address.
      await page.waitForURL(`${site().url}/acme-ci/`);
      const cookies = await page.context().cookies();
      const ticket = cookies.find(({ name, path }) => name === 'ticket' && path === '/acme-ci');
      assert.deepEqual([ticket?.httpOnly, ticket?.sameSite], [true, 'Lax']);
      assert.ok(!cookies.some(({ name }) => name === 'openid_request'));
      const session = await site().context.tickets.browserSession(
        ticket?.value ?? '',
        await site().context.sites.required('acme-ci'),
      );
      assert.equal(session?.account.webExId, 'hostid@acme.com');
    });

    test('grants an app what it asks for, by way of the provider', async () => {
      const { sites, apiTokens } = site().context;
      const back = 'https://planner.example.com/back';
      const { clientId, secret = '' } = await apiTokens.integrations.register(
        await sites.required('acme-ci'),
        { name: 'Planner', redirectUris: [back], scopes: ['meeting:schedules_read'], isPublic: false },
      );
      await using visit = await browser.visit();
      const { page } = visit;
      const asked = new URLSearchParams({
        ...{ client_id: clientId, redirect_uri: back, response_type: 'code', state: 'a & b' },
        scope: 'meeting:schedules_read',
      });
      await page.goto(`${site().url}/v1/authorize?${asked}`);
      if (!page.url().includes('/identity/')) {
        await page
          .getByRole('link', { name: /single sign-on|company|Sign in/i })
          .first()
          .click();
      }
      await page.waitForURL(/\/identity\/interaction\//);
      await page.getByLabel('E-mail').fill('hostid@acme.com');
      await page.getByLabel('Password').fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(/authorize\.php/);
      // Nobody answers there: the address that the browser is sent to is what counts.
      const came = page.waitForRequest((request) => request.url().startsWith(back));
      await page.getByRole('button', { name: 'Allow' }).click();
      const { searchParams } = new URL((await came).url());
      assert.equal(searchParams.get('state'), 'a & b');
      const answer = await fetch(`${site().url}/v1/access_token`, {
        method: 'POST',
        body: new URLSearchParams({
          ...{ grant_type: 'authorization_code', client_id: clientId, client_secret: secret },
          ...{ code: searchParams.get('code') ?? '', redirect_uri: back },
        }),
      });
      const { access_token } = (await answer.json()) as { readonly access_token: string };
      const found = await apiTokens.find(access_token);
      assert.deepEqual([found?.account.webExId, found?.site.siteName], ['hostid@acme.com', 'acme-ci']);
    });
  });
});

/** Where the provider sends somebody back. */
const CODE = 'the-code';

forProtocol('sso.php of a CI site', (open) => {
  const site = sharedSite(open);
  let issuer: Issuer;
  /** What the provider was asked for the code. */
  let exchanged: URLSearchParams;
  before(async () => {
    issuer = await new Issuer(site().clock).start();
  });
  after(() => issuer.stop());
  beforeEach(() => {
    issuer.manners.clear();
    return issuer.trustedBy(site().context);
  });

  const visit = (query: string, cookie = '', siteName = 'acme-ci') =>
    fetch(`${site().url}/${siteName}/sso.php${query}`, { redirect: 'manual', headers: { Cookie: cookie } });

  const cookieIn = (answer: Response, name: string) =>
    answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0] ?? '')
      .find((cookie) => cookie.startsWith(`${name}=`) && cookie !== `${name}=`);

  /** To the provider's door. */
  async function begun(query = '', siteName = 'acme-ci') {
    const answer = await visit(query, '', siteName);
    assert.equal(answer.status, 303);
    const door = new URL(answer.headers.get('location') ?? '');
    const asked = Object.fromEntries(door.searchParams);
    return { door, asked, cookie: cookieIn(answer, 'openid_request') ?? '', answer };
  }

  /** Has the provider give that ID token for the code. */
  function gives(idToken: string): void {
    issuer.manners.set('/token', async (request: IncomingMessage, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      exchanged = new URLSearchParams(Buffer.concat(chunks).toString());
      const body = { access_token: 'x', token_type: 'Bearer', id_token: idToken };
      says(200, JSON.stringify(body))(request, response);
    });
  }

  const idToken = (nonce: string | undefined, claims: Record<string, unknown> = {}) =>
    issuer.token({ aud: 'parlance', nonce, ...claims }, { typ: 'JWT' });

  async function refused(answer: Response, detail: RegExp): Promise<void> {
    assert.ok(answer.status >= 400, String(answer.status));
    assert.equal(cookieIn(answer, 'ticket'), undefined);
    const line = site().log.findLast((written) => written.includes('single sign-on refused'));
    assert.match(line ?? '', detail);
  }

  test('asks by PKCE, with a state and a nonce, and keeps what it has to in a sealed cookie', async () => {
    const { door, asked, cookie, answer } = await begun();
    assert.equal(door.origin + door.pathname, `${issuer.url}/authorize`);
    const { state, nonce, code_challenge, ...rest } = asked;
    for (const random of [state, nonce, code_challenge]) assert.match(random ?? '', /^[\w-]{43}$/);
    assert.deepEqual(rest, {
      client_id: 'parlance',
      response_type: 'code',
      redirect_uri: `${site().url}/acme-ci/sso.php`,
      scope: 'openid email',
      code_challenge_method: 'S256',
    });
    const [written] = answer.headers.getSetCookie();
    assert.match(written ?? '', /; Path=\/acme-ci; HttpOnly; SameSite=Lax; Max-Age=600$/);
    assert.ok(!Buffer.from(cookie, 'base64url').includes(state ?? ''));
  });

  test('ends in an ordinary session of the site, and the verifier is that of the challenge', async () => {
    const { asked, cookie } = await begun();
    gives(await idToken(asked.nonce));
    const answer = await visit(`?code=${CODE}&state=${asked.state}`, cookie);
    assert.equal(answer.status, 302);
    assert.equal(answer.headers.get('location'), `${site().url}/acme-ci/`);
    assert.equal(exchanged.get('code'), CODE);
    const verifier = exchanged.get('code_verifier') ?? '';
    assert.equal(createHash('sha256').update(verifier).digest('base64url'), asked.code_challenge);
    const ticket = cookieIn(answer, 'ticket')?.slice('ticket='.length) ?? '';
    const { tickets, sites } = site().context;
    const session = await tickets.browserSession(ticket, await sites.required('acme-ci'));
    assert.equal(session?.account.webExId, 'hostid@acme.com');
  });

  describe('that an administrator tries', () => {
    /** Begun at the console of that site. */
    async function tested(home = 'acme-ci') {
      const { sites, accounts, signOnTests, random } = site().context;
      const ci = await sites.required('acme-ci');
      const account = await accounts.required(ci, 'hostid@acme.com');
      const name = random.bytes(32).toString('base64url');
      await signOnTests.begin(ci, account, 'openid', name, home);
      const newest = async () => (await signOnTests.newestOf(ci, account, 'openid')) ?? assert.fail();
      return { name, newest };
    }
    const brokenIn = (result: SignOnResult | undefined) =>
      result?.steps.filter(({ state }) => state === 'bad').map(({ id }) => id);

    test('is explained, leads back to the console, and signs nobody in', async () => {
      const { name, newest } = await tested();
      const { asked, cookie } = await begun(`?TEST=${name}`);
      assert.equal((await newest()).state, 'waiting');
      gives(await idToken(asked.nonce));
      const answer = await visit(`?code=${CODE}&state=${asked.state}`, cookie);
      assert.equal(answer.status, 303);
      assert.equal(answer.headers.get('location'), `${site().url}/acme-ci/console/site/openid`);
      assert.equal(cookieIn(answer, 'ticket'), undefined);
      const { state, result } = await newest();
      assert.equal(state, 'ended');
      assert.deepEqual(brokenIn(result), []);
      assert.deepEqual(result?.account, { webExID: 'hostid@acme.com', outcome: 'found' });
      assert.ok(result.attributes.some(({ values }) => values.includes('hostid@acme.com')));
      // What the browser has kept ends no second one.
      await refused(await visit(`?code=${CODE}&state=${asked.state}`, cookie), /answered before/);
      await refused(await visit(`?TEST=${name}`), /answered before/);
    });

    test('leads an owner back to their own console', async () => {
      const { name } = await tested('acme');
      const { asked, cookie } = await begun(`?TEST=${name}`);
      gives(await idToken(asked.nonce));
      const answer = await visit(`?code=${CODE}&state=${asked.state}`, cookie);
      assert.equal(answer.headers.get('location'), `${site().url}/acme/console/at/acme-ci/site/openid`);
    });

    test('tells the step that broke', async () => {
      const cases: readonly [step: string, said: (nonce: string) => Promise<string>, query?: string][] = [
        ['tokens', () => idToken('another')],
        ['tokens', async (nonce) => `${await idToken(nonce)}x`],
        ['person', (nonce) => idToken(nonce, { email: undefined })],
        ['account', (nonce) => idToken(nonce, { email: 'nobody@acme.com' })],
      ];
      for (const [step, said] of cases) {
        const { name, newest } = await tested();
        const { asked, cookie } = await begun(`?TEST=${name}`);
        gives(await said(asked.nonce ?? ''));
        await visit(`?code=${CODE}&state=${asked.state}`, cookie);
        const { result } = await newest();
        assert.deepEqual(brokenIn(result), [step], result?.failure?.detail);
      }
      const { name, newest } = await tested();
      const { asked, cookie } = await begun(`?TEST=${name}`);
      await visit(`?error=access_denied&state=${asked.state}`, cookie);
      assert.deepEqual(brokenIn((await newest()).result), ['answer']);
    });

    test('tells that the provider cannot be asked', async () => {
      const commonIdentity = { issuer: 'http://127.0.0.1:1' };
      await site().context.sites.change('acme-ci', { settings: { commonIdentity } });
      const { name, newest } = await tested();
      const answer = await visit(`?TEST=${name}`);
      assert.equal(answer.headers.get('location'), `${site().url}/acme-ci/console/site/openid`);
      assert.deepEqual(brokenIn((await newest()).result), ['provider']);
    });

    test('is unknown to whoever makes one up, and to another browser', async () => {
      await refused(await visit('?TEST=made-up'), /no such test/);
      const { name, newest } = await tested();
      const { asked } = await begun(`?TEST=${name}`);
      await refused(await visit(`?code=${CODE}&state=${asked.state}`), /has begun no sign-in/);
      assert.equal((await newest()).state, 'waiting');
    });
  });

  test('goes on to an address of the site alone', async () => {
    for (const [TARGET, location] of [
      ['password.php', '/acme-ci/password.php'],
      ['https://else.example/', '/acme-ci/'],
      ['sso.php', '/acme-ci/'],
    ] as const) {
      const { asked, cookie } = await begun(`?TARGET=${encodeURIComponent(TARGET)}`);
      gives(await idToken(asked.nonce));
      const answer = await visit(`?code=${CODE}&state=${asked.state}`, cookie);
      assert.equal(answer.headers.get('location'), site().url + location);
    }
  });

  describe('signs nobody in', () => {
    test('with an answer to what another browser has asked', async () => {
      const [mine, other] = [await begun(), await begun()];
      gives(await idToken(mine.asked.nonce));
      const query = `?code=${CODE}&state=${mine.asked.state}`;
      await refused(await visit(query), /has begun no sign-in/);
      await refused(await visit(query, other.cookie), /state/);
    });

    test('with a cookie that was made up, changed, or is of another site', async () => {
      const { asked, cookie } = await begun();
      gives(await idToken(asked.nonce));
      const query = `?code=${CODE}&state=${asked.state}`;
      const last = cookie.at(-3) === 'A' ? 'B' : 'A';
      for (const forged of ['openid_request=x', `${cookie.slice(0, -3)}${last}${cookie.slice(-2)}`]) {
        await refused(await visit(query, forged), /has begun no sign-in/);
      }
      const { sites } = site().context;
      await sites.create({ siteName: 'second-ci', siteID: 4712, type: 1 });
      const { commonIdentity } = (await sites.required('acme-ci')).settings;
      await sites.change('second-ci', { settings: { commonIdentity } });
      await refused(await visit(query, cookie, 'second-ci'), /has begun no sign-in/);
    });

    test('who has stayed away for ten minutes', async () => {
      const { asked, cookie } = await begun();
      gives(await idToken(asked.nonce));
      site().clock.advance({ minutes: 10 });
      await refused(await visit(`?code=${CODE}&state=${asked.state}`, cookie), /too long ago/);
    });

    test('with an ID token that was made for another sign-in, client or issuer, or has expired', async () => {
      for (const claims of [
        { nonce: 'of-another' },
        { nonce: undefined },
        { aud: 'somebody-else' },
        { iss: 'https://else.example' },
        { exp: issuer.now - 60 },
      ]) {
        const { asked, cookie } = await begun();
        gives(await idToken(asked.nonce, claims));
        await refused(await visit(`?code=${CODE}&state=${asked.state}`, cookie), /"ssoError":13/);
      }
    });

    test('with an ID token that the provider has not signed', async () => {
      const { privateKey } = await generateKeyPair('RS256');
      const { asked, cookie } = await begun();
      const forged = new SignJWT(issuer.claims({ aud: 'parlance', nonce: asked.nonce }));
      gives(await forged.setProtectedHeader({ alg: 'RS256', kid: issuer.kid }).sign(privateKey));
      await refused(await visit(`?code=${CODE}&state=${asked.state}`, cookie), /"ssoError":13/);
    });

    test('who has no account, or one that may not be used', async () => {
      const locked = await site().person({ siteName: 'acme-ci' });
      const { accounts, sites } = site().context;
      await accounts.change(await sites.required('acme-ci'), locked.webExID, () => ({ locked: true }));
      for (const [email, number] of [
        ['nobody@acme.com', 3],
        [locked.webExID, 16],
      ] as const) {
        const { asked, cookie } = await begun();
        gives(await idToken(asked.nonce, { email }));
        const answer = await visit(`?code=${CODE}&state=${asked.state}`, cookie);
        await refused(answer, new RegExp(`"ssoError":${number},`));
      }
    });

    test('whom the provider has refused', async () => {
      const { asked, cookie } = await begun();
      await refused(await visit(`?error=access_denied&state=${asked.state}`, cookie), /"ssoError":13/);
    });

    test('while the provider does not answer, and answers instead', async () => {
      const silent = await new Issuer(site().clock).start();
      await silent.trustedBy(site().context, { answerWithin: 100 });
      silent.manners.set('*', staysSilent);
      await refused(await visit(''), /"ssoError":11,/);
      await silent.stop();
    });

    test('on a site that has no provider, or is no client of it', async () => {
      await issuer.trustedBy(site().context, { clientID: '' });
      await refused(await visit(''), /clientID is not set/);
      await issuer.trustedBy(site().context, { issuer: '' });
      await refused(await visit(''), /issuer is not set/);
    });
  });
});
