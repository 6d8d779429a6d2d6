import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { ACCESS_LIFE, REFRESH_LIFE } from '../../src/sign-in/api-tokens/grants.ts';
import type { NewIntegration } from '../../src/sign-in/api-tokens/integration.ts';
import { MOST_WRONG_PROOFS } from '../../src/throttle/client-guesses.ts';
import { type Fields, Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';

/** OAuth 2 as a program and its person meet it, and as a thief would like it. */

const BACK = 'https://planner.example.com/back?kept=1';
const READ = 'meeting:schedules_read';
const WRITE = 'meeting:schedules_write';
const ADMIN = 'meeting:admin_schedule_write';

const VERIFIER = randomBytes(32).toString('base64url');
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');
const PKCE = { code_challenge: CHALLENGE, code_challenge_method: 'S256' };

type Json = Readonly<Record<string, unknown>>;

interface Client {
  readonly id: number;
  readonly clientId: string;
  readonly secret: string;
}

forProtocol('OAuth 2', (open) => {
  const shared = sharedSite(open, { settings: { trustedProxies: '127.0.0.1' } });
  let networks = 1;

  const acme = () => shared().context.sites.required('acme');
  const integrations = () => shared().context.apiTokens.integrations;

  async function registered(more: Partial<NewIntegration> = {}): Promise<Client> {
    const wished = {
      name: 'Room planner',
      redirectUris: [BACK],
      scopes: [READ, WRITE, ADMIN],
      isPublic: false,
    };
    const { id, clientId, secret = '' } = await integrations().register(await acme(), { ...wished, ...more });
    return { id, clientId, secret };
  }

  async function signedIn(more: Parameters<ReturnType<typeof shared>['person']>[0] = {}) {
    const { webExID } = await shared().person(more);
    const visitor = new Visitor(shared().url);
    const signIn = () => visitor.post('/acme/p.php', { AT: 'LI', WID: webExID, PW: PASSWORD });
    await signIn();
    return { visitor, webExID };
  }

  const asking = ({ clientId }: Client, more: Fields = {}) => ({
    client_id: clientId,
    redirect_uri: BACK,
    response_type: 'code',
    scope: `${READ} ${WRITE}`,
    state: 'xyz & more',
    ...more,
  });

  /** What the form of the shown page holds. */
  function hidden(text: string): Record<string, string> {
    const unescaped = (value: string) =>
      value.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'");
    const [, form = ''] = /<form [^>]*action="[^"]*authorize\.php"[^>]*>(.*?)<\/form>/s.exec(text) ?? [];
    return Object.fromEntries(
      [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']) => [name, unescaped(value)],
      ),
    );
  }

  async function allowed(visitor: Visitor, client: Client, more: Fields = {}): Promise<string> {
    const shown = await visitor.get('/acme/authorize.php', asking(client, more));
    assert.equal(shown.status, 200, shown.location);
    const answer = await visitor.post('/acme/authorize.php', { ...hidden(shown.text), DO: 'ALLOW' });
    assert.equal(answer.status, 303);
    const code = answer.target?.searchParams.get('code');
    assert.ok(code, answer.location);
    return code;
  }

  async function posted(
    path: string,
    fields: Fields | string,
    headers: Fields = {},
    network = `198.51.100.${networks}`,
  ): Promise<{ status: number; body: Json; headers: Headers }> {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    const type = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Forwarded-For': network };
    const answer = await fetch(shared().url + path, {
      method: 'POST',
      headers: { ...type, ...headers },
      body,
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: text === '' ? {} : (JSON.parse(text) as Json),
    };
  }

  const proof = ({ clientId, secret }: Client) => ({ client_id: clientId, client_secret: secret });

  const exchanging = (client: Client, code: string, more: Fields = {}) => ({
    ...{ grant_type: 'authorization_code', code, redirect_uri: BACK },
    ...proof(client),
    ...more,
  });

  async function granted(client: Client, visitor: Visitor) {
    const { body } = await posted('/v1/access_token', exchanging(client, await allowed(visitor, client)));
    return { access: String(body.access_token), refresh: String(body.refresh_token) };
  }

  const works = async (token: string) => (await shared().context.apiTokens.find(token)) !== undefined;

  function assertRefused(answer: { status: number; body: Json }, error: string, status = 400) {
    assert.deepEqual([answer.status, answer.body.error], [status, error], JSON.stringify(answer.body));
    assert.equal(typeof answer.body.error_description, 'string');
    assert.match(String(answer.body.trackingID), /^ROUTER_[0-9A-F-]{36}$/);
  }

  test('leads from the address of the interface to the page of the site, by way of the sign-in', async () => {
    const client = await registered();
    const { webExID } = await shared().person();
    const visitor = new Visitor(shared().url);
    const first = await visitor.get('/v1/authorize', asking(client));
    assert.deepEqual([first.status, first.target?.pathname], [302, '/acme/authorize.php']);
    const asked = await visitor.get(`${first.target?.pathname}${first.target?.search}`);
    assert.match(asked.text, /"page":"sign-in"/);
    const [, MU = ''] = /name="MU" value="([^"]*)"/.exec(asked.text) ?? [];
    const way = MU.replaceAll('&amp;', '&');
    const signed = await visitor.post('/acme/p.php', {
      ...{ AT: 'LI', WID: webExID, PW: PASSWORD, MU: way },
      FORM: visitor.cookies.get('form') ?? '',
    });
    assert.equal(signed.target?.pathname, '/acme/authorize.php');
    const shown = await visitor.get(`${signed.target?.pathname}${signed.target?.search}`);
    assert.match(shown.text, /Room planner/);
    assert.match(shown.text, /planner\.example\.com/);
    assert.match(shown.text, /Schedule, change and cancel your meetings/);
    assert.equal(hidden(shown.text).state, 'xyz & more');
  });

  test('gives tokens by the letter of the interface, and the same refresh token again', async () => {
    const client = await registered();
    const { visitor, webExID } = await signedIn();
    const shown = await visitor.get('/acme/authorize.php', asking(client));
    const { target } = await visitor.post('/acme/authorize.php', { ...hidden(shown.text), DO: 'ALLOW' });
    assert.equal(`${target?.origin}${target?.pathname}`, 'https://planner.example.com/back');
    assert.equal(target?.searchParams.get('kept'), '1');
    assert.equal(target?.searchParams.get('state'), 'xyz & more');
    assert.equal(target?.searchParams.get('iss'), shared().url);
    const code = target?.searchParams.get('code') ?? '';
    const answer = await posted('/v1/access_token', exchanging(client, code));
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-type') ?? '', /application\/json/);
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    const { access_token, refresh_token, ...rest } = answer.body;
    assert.deepEqual(rest, {
      expires_in: ACCESS_LIFE,
      refresh_token_expires_in: REFRESH_LIFE,
      token_type: 'Bearer',
      scope: `spark:kms ${READ} ${WRITE}`,
    });
    const found = await shared().context.apiTokens.find(String(access_token));
    assert.equal(found?.account.webExId, webExID);
    assert.deepEqual(found?.integration, { id: client.id, name: 'Room planner' });
    const again = await posted('/v1/access_token', {
      ...{ grant_type: 'refresh_token', refresh_token: String(refresh_token) },
      ...proof(client),
    });
    assert.equal(again.body.refresh_token, refresh_token);
    assert.notEqual(again.body.access_token, access_token);
    assert.ok(await works(String(again.body.access_token)));
  });

  test('takes the secret by HTTP Basic too, and never both ways', async () => {
    const client = await registered();
    const { visitor } = await signedIn();
    const basic = { Authorization: `Basic ${btoa(`${client.clientId}:${client.secret}`)}` };
    const { client_secret: _secret, ...open } = exchanging(client, await allowed(visitor, client));
    assertRefused(
      await posted('/v1/access_token', { ...open, client_secret: client.secret }, basic),
      'invalid_request',
    );
    assert.equal((await posted('/v1/access_token', open, basic)).status, 200);
  });

  test('tells a stranger nothing, and sends nobody to an address that is not registered', async () => {
    const client = await registered();
    const { visitor } = await signedIn();
    for (const redirect_uri of [
      'https://evil.example.com/back',
      'https://planner.example.com/back',
      `${BACK}&more=1`,
      BACK.replace('https', 'http'),
      BACK.replace('planner.', 'PLANNER.'),
      'https://planner.example.com@evil.example.com/back?kept=1',
      `${BACK}#fragment`,
      'javascript:alert(1)',
      '',
    ]) {
      const shown = await visitor.get('/acme/authorize.php', asking(client, { redirect_uri }));
      assert.deepEqual([shown.status, shown.location], [400, undefined], redirect_uri);
      assert.match(shown.text, /is not registered for it/);
    }
    for (const client_id of ['unknown', '', "' or 1=1 --", client.clientId.slice(0, -1)]) {
      for (const path of ['/v1/authorize', '/acme/authorize.php']) {
        const shown = await visitor.get(path, asking(client, { client_id }));
        assert.deepEqual([shown.status, shown.location], [400, undefined]);
        assert.match(shown.text, /is not known on this site/);
      }
    }
    // Twice the parameter on which everything hangs: two readers could take two of them.
    const twice = new URLSearchParams(asking(client)).toString();
    const doubled = await visitor.get(
      `/acme/authorize.php?${twice}&redirect_uri=https%3A%2F%2Fevil.example.com%2F`,
    );
    assert.deepEqual([doubled.status, doubled.location], [400, undefined]);
    // Of another site.
    const elsewhere = await visitor.get('/acme-ci/authorize.php', asking(client));
    assert.equal(elsewhere.status, 400);
  });

  test('sends every other mistake back, with the state', async () => {
    const client = await registered();
    const { visitor } = await signedIn();
    const mistakes: readonly (readonly [Fields, string])[] = [
      [{ response_type: 'token' }, 'unsupported_response_type'],
      [{ response_type: '' }, 'unsupported_response_type'],
      [{ scope: 'meeting:everything' }, 'invalid_scope'],
      [{ scope: 'meeting:recordings_read' }, 'invalid_scope'],
      [{ scope: '' }, 'invalid_scope'],
      [{ code_challenge: CHALLENGE, code_challenge_method: 'plain' }, 'invalid_request'],
      [{ code_challenge: CHALLENGE }, 'invalid_request'],
      [{ code_challenge_method: 'S256' }, 'invalid_request'],
      [{ code_challenge: 'short', code_challenge_method: 'S256' }, 'invalid_request'],
    ];
    for (const [more, error] of mistakes) {
      const { status, target } = await visitor.get('/acme/authorize.php', asking(client, more));
      assert.deepEqual([status, target?.host], [303, 'planner.example.com']);
      const { searchParams } = target ?? new URL('http://x');
      assert.deepEqual([searchParams.get('error'), searchParams.get('state')], [error, 'xyz & more']);
      assert.equal(searchParams.get('code'), null);
    }
    const site = await acme();
    await integrations().change(site, client.id, 1, { enabled: false });
    const off = await visitor.get('/acme/authorize.php', asking(client));
    assert.equal(off.target?.searchParams.get('error'), 'unauthorized_client');
  });

  test('takes no for an answer', async () => {
    const client = await registered();
    const { visitor } = await signedIn();
    const shown = await visitor.get('/acme/authorize.php', asking(client));
    const { target } = await visitor.post('/acme/authorize.php', { ...hidden(shown.text), DO: 'DENY' });
    assert.equal(target?.searchParams.get('error'), 'access_denied');
    assert.equal(target?.searchParams.get('state'), 'xyz & more');
  });

  test('grants administrators alone what is done to the whole site', async () => {
    const client = await registered();
    const host = await signedIn();
    const shown = await host.visitor.get(
      '/acme/authorize.php',
      asking(client, { scope: `${READ} ${ADMIN}` }),
    );
    assert.match(shown.text, /only an administrator can allow/);
    const code = await allowed(host.visitor, client, { scope: `${READ} ${ADMIN}` });
    const { body } = await posted('/v1/access_token', exchanging(client, code));
    assert.equal(body.scope, `spark:kms ${READ}`);
    // Nothing is left: also when the form is sent as if there were.
    const form = hidden(shown.text);
    const forged = await host.visitor.post('/acme/authorize.php', { ...form, scope: ADMIN, DO: 'ALLOW' });
    assert.equal(forged.target?.searchParams.get('error'), 'invalid_scope');
    const admin = await signedIn({ privileges: { siteAdmin: true } });
    const theirs = await allowed(admin.visitor, client, { scope: `${READ} ${ADMIN}` });
    const wide = await posted('/v1/access_token', exchanging(client, theirs));
    assert.equal(wide.body.scope, `spark:kms ${READ} ${ADMIN}`);
  });

  test('is granted by nobody but the person who sees the page', async () => {
    const client = await registered();
    const { visitor } = await signedIn();
    const shown = await visitor.get('/acme/authorize.php', asking(client));
    // In no frame, and its form ends at the site and at the program.
    assert.match(String(shown.headers['content-security-policy']), /frame-ancestors 'none'/);
    assert.match(
      String(shown.headers['content-security-policy']),
      /form-action 'self'[^;]* https:\/\/planner\.example\.com;/,
    );
    const form = hidden(shown.text);
    const { FORM: _form, ...bare } = form;
    for (const forged of [bare, { ...bare, FORM: 'x'.repeat(32) }]) {
      const answer = await visitor.post('/acme/authorize.php', { ...forged, DO: 'ALLOW' });
      assert.deepEqual([answer.status, answer.location], [403, undefined]);
    }
    // By an address alone nothing is granted.
    const byLink = await visitor.get('/acme/authorize.php', { ...form, DO: 'ALLOW' });
    assert.deepEqual([byLink.status, byLink.location], [200, undefined]);
    // Somebody else has signed in in the other tab.
    const other = await shared().person();
    await visitor.post('/acme/p.php', { AT: 'LO' });
    await visitor.post('/acme/p.php', { AT: 'LI', WID: other.webExID, PW: PASSWORD });
    const swapped = await visitor.post('/acme/authorize.php', { ...form, DO: 'ALLOW' });
    assert.deepEqual([swapped.status, swapped.location], [200, undefined]);
    assert.equal(hidden(swapped.text).WHO, other.webExID);
    // And whoever is signed out grants nothing.
    visitor.cookie = undefined;
    const signedOut = await visitor.post('/acme/authorize.php', { ...form, DO: 'ALLOW' });
    assert.equal(signedOut.location, undefined);
    assert.match(signedOut.text, /"page":"sign-in"/);
  });

  test('takes a code once: when it comes again, what came of it is revoked', async () => {
    const client = await registered();
    const { visitor } = await signedIn();
    const code = await allowed(visitor, client);
    const first = await posted('/v1/access_token', exchanging(client, code));
    const access = String(first.body.access_token);
    assert.ok(await works(access));
    assertRefused(await posted('/v1/access_token', exchanging(client, code)), 'invalid_grant');
    assert.equal(await works(access), false);
    const refreshed = await posted('/v1/access_token', {
      ...{ grant_type: 'refresh_token', refresh_token: String(first.body.refresh_token) },
      ...proof(client),
    });
    assertRefused(refreshed, 'invalid_grant');
  });

  test('gives the tokens of a code once, to however many come at the same time', async () => {
    const client = await registered();
    const { visitor } = await signedIn();
    const code = await allowed(visitor, client);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => posted('/v1/access_token', exchanging(client, code))),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  test('takes a code from its own client, for its own address and verifier, in its time', async () => {
    const client = await registered();
    const thief = await registered({ name: 'Thief' });
    const { visitor } = await signedIn();
    const code = await allowed(visitor, client, PKCE);
    const whole = exchanging(client, code, { code_verifier: VERIFIER });
    const wrong: readonly Fields[] = [
      { ...whole, ...proof(thief) },
      { ...whole, redirect_uri: 'https://planner.example.com/' },
      { ...whole, code_verifier: randomBytes(32).toString('base64url') },
      { ...whole, code_verifier: CHALLENGE },
      exchanging(client, code),
      { ...whole, code: `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}` },
    ];
    for (const fields of wrong) assertRefused(await posted('/v1/access_token', fields), 'invalid_grant');
    networks += 1;
    assert.equal((await posted('/v1/access_token', whole)).status, 200);
    // Without a challenge no verifier can be put under.
    const plain = await allowed(visitor, client);
    assertRefused(
      await posted('/v1/access_token', exchanging(client, plain, { code_verifier: VERIFIER })),
      'invalid_grant',
    );
    const late = await allowed(visitor, client);
    shared().clock.advance({ minutes: 2 });
    assertRefused(await posted('/v1/access_token', exchanging(client, late)), 'invalid_grant');
  });

  test('lets a program without a secret in by PKCE alone, and takes each of its refresh tokens once', async () => {
    const client = await registered({ isPublic: true, redirectUris: ['http://127.0.0.1/back', BACK] });
    const { visitor } = await signedIn();
    const bare = await visitor.get('/acme/authorize.php', asking(client));
    assert.equal(bare.target?.searchParams.get('error'), 'invalid_request');
    // A port of its own machine is its system's to give (RFC 8252).
    const redirect_uri = 'http://127.0.0.1:49152/back';
    const code = await allowed(visitor, client, { ...PKCE, redirect_uri });
    const fields = {
      ...{ grant_type: 'authorization_code', client_id: client.clientId, code, redirect_uri },
      code_verifier: VERIFIER,
    };
    assertRefused(
      await posted('/v1/access_token', { ...fields, client_secret: 'made-up' }),
      'invalid_client',
      401,
    );
    const { body } = await posted('/v1/access_token', fields);
    const refreshing = (refresh_token: unknown) =>
      posted('/v1/access_token', {
        ...{ grant_type: 'refresh_token', client_id: client.clientId },
        refresh_token: String(refresh_token),
      });
    const second = await refreshing(body.refresh_token);
    assert.notEqual(second.body.refresh_token, body.refresh_token);
    const third = await refreshing(second.body.refresh_token);
    assert.ok(await works(String(third.body.access_token)));
    // An old one comes again: somebody has stolen it, or stolen the new one.
    assertRefused(await refreshing(body.refresh_token), 'invalid_grant');
    assert.equal(await works(String(third.body.access_token)), false);
    assertRefused(await refreshing(third.body.refresh_token), 'invalid_grant');
  });

  test('gives a refresh fewer scopes and never more', async () => {
    const client = await registered();
    const { visitor } = await signedIn();
    const { refresh } = await granted(client, visitor);
    const refreshing = (scope: string) =>
      posted('/v1/access_token', {
        ...{ grant_type: 'refresh_token', refresh_token: refresh, scope },
        ...proof(client),
      });
    assert.equal((await refreshing(READ)).body.scope, `spark:kms ${READ}`);
    assertRefused(await refreshing(`${READ} ${ADMIN}`), 'invalid_scope');
  });

  test('tells nothing more of wrong proofs to where too many come from, and shuts no right one out', async () => {
    const client = await registered();
    const { visitor } = await signedIn();
    const code = await allowed(visitor, client);
    const network = '203.0.113.7';
    const told = new Set<string>();
    for (let tries = 0; tries < MOST_WRONG_PROOFS; tries++) {
      const more: Fields =
        tries % 2 === 0 ? { client_secret: `plcs_${'a'.repeat(43)}` } : { client_id: 'f'.repeat(64) };
      const answer = await posted('/v1/access_token', exchanging(client, code, more), {}, network);
      assertRefused(answer, 'invalid_client', 401);
      told.add(String(answer.body.error_description));
    }
    assert.equal(told.size, 1);
    const wrong: Fields = { client_secret: `plcs_${'a'.repeat(43)}` };
    const unheard = await posted('/v1/access_token', exchanging(client, code, wrong), {}, network);
    assert.equal(unheard.status, 429);
    assert.match(unheard.headers.get('retry-after') ?? '', /^\d+$/);
    assertRefused(await posted('/v1/access_token', exchanging(client, code, wrong)), 'invalid_client', 401);
    assert.equal((await posted('/v1/access_token', exchanging(client, code), {}, network)).status, 200);
  });

  test('reads a form that says each thing once, and nothing else', async () => {
    const client = await registered();
    const fields = new URLSearchParams(exchanging(client, 'x')).toString();
    assertRefused(await posted('/v1/access_token', `${fields}&code=y`), 'invalid_request');
    assertRefused(
      await posted('/v1/access_token', '{}', { 'Content-Type': 'application/json' }),
      'invalid_request',
    );
    assertRefused(await posted('/v1/access_token', ''), 'invalid_request');
    assertRefused(await posted('/v1/access_token', { grant_type: 'password' }), 'unsupported_grant_type');
    const got = await fetch(`${shared().url}/v1/access_token?${fields}`);
    assert.deepEqual([got.status, got.headers.get('allow')], [405, 'POST']);
  });

  test('ends tokens as RFC 7009 has it, each client its own alone', async () => {
    const client = await registered();
    const thief = await registered({ name: 'Thief' });
    const { visitor } = await signedIn();
    const one = await granted(client, visitor);
    const revoking = (token: string, by: Fields) => posted('/v1/revoke', { token, ...by });
    assert.equal((await revoking(one.access, proof(thief))).status, 200);
    assert.equal((await revoking(one.refresh, proof(thief))).status, 200);
    assert.ok(await works(one.access));
    assertRefused(await revoking(one.access, {}), 'invalid_client', 401);
    assert.equal((await revoking(one.access, proof(client))).status, 200);
    assert.equal(await works(one.access), false);
    const two = await granted(client, visitor);
    assert.equal((await revoking(two.refresh, proof(client))).status, 200);
    assert.equal(await works(two.access), false);
    assert.equal((await revoking('nothing', proof(client))).status, 200);
  });

  test('ends what an integration may when it is switched off, loses its people, or is deleted', async () => {
    const site = await acme();
    const { visitor, webExID } = await signedIn();
    const off = await registered();
    const token = await granted(off, visitor);
    const changed = await integrations().change(site, off.id, 1, { enabled: false });
    assert.equal(await works(token.access), false);
    const refreshing = { grant_type: 'refresh_token', refresh_token: token.refresh, ...proof(off) };
    assertRefused(await posted('/v1/access_token', refreshing), 'invalid_client', 401);
    await integrations().change(site, off.id, changed.version, { enabled: true });
    assert.equal(await works(token.access), true);
    assert.equal((await integrations().list(site)).find(({ id }) => id === off.id)?.grants, 1);
    assert.equal(await integrations().revokeAll(site, off.id), 1);
    assert.equal(await works(token.access), false);

    const gone = await granted(off, visitor);
    await integrations().remove(site, off.id);
    assert.equal(await works(gone.access), false);

    // And when its owner signs out everywhere: the refresh token is worth nothing either.
    const other = await registered();
    const last = await granted(other, visitor);
    const { accounts } = shared().context;
    await accounts.change(site, webExID, () => ({ signsOut: true }));
    assert.equal(await works(last.access), false);
    const after = { grant_type: 'refresh_token', refresh_token: last.refresh, ...proof(other) };
    assertRefused(await posted('/v1/access_token', after), 'invalid_grant');
  });

  test('is taken back by its person on their own page, and shows nobody a secret in the log', async () => {
    const client = await registered({ name: '<b>Planner</b>' });
    const { visitor } = await signedIn();
    const token = await granted(client, visitor);
    assert.ok(await works(token.access));
    const { text } = await visitor.get('/acme/tokens.php');
    assert.match(text, /Apps that act for you/);
    assert.doesNotMatch(text, /<b>Planner/);
    assert.ok(!text.includes(token.access) && !text.includes(token.refresh));
    const form = { FORM: visitor.cookies.get('form') ?? '', DO: 'UNGRANT', ID: String(client.id) };
    assert.equal((await visitor.post('/acme/tokens.php', form)).target?.search, '?WAS=UNGRANTED');
    assert.equal(await works(token.access), false);
    const logged = shared().log.join('\n');
    for (const secret of [token.access, token.refresh, client.secret]) {
      assert.ok(!logged.includes(secret.slice(5)), 'no secret is logged');
    }
  });

  test('takes from tokens that are out what an administrator takes from the integration', async () => {
    const site = await acme();
    const client = await registered();
    const { visitor } = await signedIn();
    const { access, refresh } = await granted(client, visitor);
    const { apiTokens } = shared().context;
    const scopes = async (token: string) => [...((await apiTokens.find(token))?.scopes ?? [])];
    assert.deepEqual(await scopes(access), ['spark:kms', READ, WRITE]);
    const code = await allowed(visitor, client);
    const narrowed = await integrations().change(site, client.id, 1, { scopes: [READ] });
    assert.deepEqual(await scopes(access), ['spark:kms', READ]);
    const headers = { Authorization: `Bearer ${access}`, 'Content-Type': 'application/json' };
    const scheduling = { method: 'POST', headers, body: '{}' };
    assert.equal((await fetch(`${shared().url}/v1/meetings`, scheduling)).status, 403);
    const reading = await fetch(`${shared().url}/v1/meetings`, { headers });
    assert.equal(reading.status, 200);
    // What has been shown to somebody before, or is refreshed, gives no more.
    assert.equal(
      (await posted('/v1/access_token', exchanging(client, code))).body.scope,
      `spark:kms ${READ}`,
    );
    const refreshing = { grant_type: 'refresh_token', refresh_token: refresh, ...proof(client) };
    assert.equal((await posted('/v1/access_token', refreshing)).body.scope, `spark:kms ${READ}`);
    assertRefused(await posted('/v1/access_token', { ...refreshing, scope: WRITE }), 'invalid_scope');
    assert.doesNotMatch(
      (await visitor.get('/acme/tokens.php')).text,
      /"meeting:schedules_write"[^\]]*"revoke"/,
    );
    await integrations().change(site, client.id, narrowed.version, { scopes: [READ, WRITE] });
    assert.deepEqual(await scopes(access), ['spark:kms', READ, WRITE]);
  });

  test('refuses addresses to which nobody may be sent', async () => {
    for (const address of [
      'http://planner.example.com/back',
      'ftp://planner.example.com/',
      'https://user:pw@planner.example.com/',
      'https://planner.example.com/#here',
      'https://*.example.com/',
      'javascript:alert(1)',
      'planner.example.com',
      'http://localhost.evil.example.com/',
      'https://planner.example.com/ü',
      'https://planner.example.com/\r\nSet-Cookie: a=b',
    ]) {
      await assert.rejects(registered({ redirectUris: [address] }), /redirectUris/, address);
    }
    await registered({ redirectUris: ['http://localhost:3000/back', 'http://[::1]:80/', BACK] });
  });

  test('forgets a spent refresh token when it would be too old anyway', async () => {
    const client = await registered({ isPublic: true });
    const { visitor } = await signedIn();
    const { body } = await posted('/v1/access_token', {
      ...{ grant_type: 'authorization_code', client_id: client.clientId, redirect_uri: BACK },
      code: await allowed(visitor, client, PKCE),
      code_verifier: VERIFIER,
    });
    const refreshing = (refresh_token: unknown) =>
      posted('/v1/access_token', {
        ...{ grant_type: 'refresh_token', client_id: client.clientId },
        refresh_token: String(refresh_token),
      });
    const { database } = shared().context;
    const rows = database.prepare<object, { count: number }>((db) =>
      db.selectFrom('api_refresh_spent').select(({ fn }) => fn.countAll<number>().as('count')),
    );
    const spent = async () => Number((await rows.first({}))?.count);
    const before = await spent();
    const second = await refreshing(body.refresh_token);
    shared().clock.advance({ days: 80 });
    const third = await refreshing(second.body.refresh_token);
    assert.equal(await spent(), before + 2);
    shared().clock.advance({ days: 80 });
    const fourth = await refreshing(third.body.refresh_token);
    assert.equal(await spent(), before + 2);
    assertRefused(await refreshing(body.refresh_token), 'invalid_grant');
    assert.ok(await works(String(fourth.body.access_token)), 'the oldest ends nothing');
    assertRefused(await refreshing(second.body.refresh_token), 'invalid_grant');
    assert.equal(await works(String(fourth.body.access_token)), false, 'one that is known ends the grant');
  });
});
