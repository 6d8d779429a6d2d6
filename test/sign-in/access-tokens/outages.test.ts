import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { CI_ADMIN, sharedSite } from '../../support/site.ts';
import { Issuer, type Manner, says, staysSilent } from './issuer.ts';
import { providerFails, taken } from './tokens.ts';

/** An identity provider that is stopped, hangs, or answers wrongly; and one that is there again. */

const DISCOVERY = '/.well-known/openid-configuration';

forProtocol('a failing identity provider', (open) => {
  const site = sharedSite(open);
  let issuer: Issuer;
  /** Each test has a provider that nothing is known of yet. */
  beforeEach(async () => {
    issuer = await new Issuer(site().clock).start();
    await issuer.trustedBy(site().context);
  });
  const passwordsWork = () => site().ok('user.AuthenticateUser', '', CI_ADMIN);
  /** The provider is left alone for that long after a failure. */
  const wait = () => site().clock.advance({ seconds: 5 });
  const opaque = () => {
    issuer.opaque.set('opaque', { active: true, ...issuer.claims() });
    return 'opaque';
  };
  before(() => assert.ok(site()));
  after(() => issuer.stop());

  test('that is stopped: 000035, passwords work, and its tokens work again when it is back', async (t) => {
    t.after(() => issuer.stop());
    const token = await issuer.token();
    await issuer.stop();
    await providerFails(site(), '000035', token);
    await providerFails(site(), '000035', 'opaque');
    await passwordsWork();
    await issuer.start();
    wait();
    await taken(site(), token);
    await taken(site(), opaque());
    await issuer.stop();
    await providerFails(site(), '000035', 'another');
    await passwordsWork();
    await issuer.rotate();
    await issuer.start();
    wait();
    await taken(site(), await issuer.token());
  });

  test('that takes a call and never answers: 000035 when its time is over, and passwords meanwhile', async (t) => {
    t.after(() => issuer.stop());
    await issuer.trustedBy(site().context, { answerWithin: 200 });
    issuer.manners.set('*', staysSilent);
    const token = await issuer.token();
    const failing = providerFails(site(), '000035', token);
    await passwordsWork();
    await failing;
    issuer.manners.clear();
    wait();
    // A machine that is busy may need longer to answer.
    await issuer.trustedBy(site().context);
    await taken(site(), token);
  });

  test('that dribbles: the time is that of the whole answer', async (t) => {
    t.after(() => issuer.stop());
    await issuer.trustedBy(site().context, { answerWithin: 200 });
    issuer.manners.set(DISCOVERY, (request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const drops = setInterval(() => response.write(' '), 20);
      request.socket.on('close', () => clearInterval(drops));
    });
    await providerFails(site(), '000035', await issuer.token());
  });

  test('that hangs at its keys, or at introspection', async (t) => {
    t.after(() => issuer.stop());
    await issuer.trustedBy(site().context, { answerWithin: 200 });
    issuer.manners.set('/keys', staysSilent);
    await providerFails(site(), '000035', await issuer.token());
    wait();
    issuer.manners.clear();
    issuer.manners.set('/introspect', staysSilent);
    await providerFails(site(), '000035', opaque());
  });

  test('is left alone for five seconds, in which everybody hears the same at once', async (t) => {
    t.after(() => issuer.stop());
    issuer.manners.set(DISCOVERY, says(503, 'down'));
    const token = await issuer.token();
    await providerFails(site(), '200006', token);
    const asked = issuer.asked.length;
    site().clock.advance({ seconds: 4 });
    for (let n = 0; n < 3; n++) await providerFails(site(), '200006', token);
    assert.equal(issuer.asked.length, asked);
    issuer.manners.clear();
    site().clock.advance({ seconds: 1 });
    await taken(site(), token);
  });

  test('has what it said before still counted, as long as nothing has to be asked', async (t) => {
    t.after(() => issuer.stop());
    const token = await issuer.token();
    await taken(site(), token);
    await issuer.stop();
    await providerFails(site(), '000035', 'opaque');
    await taken(site(), token);
  });

  describe('that answers wrongly: 200006', () => {
    const html = says(200, '<html>Welcome</html>', { 'Content-Type': 'text/html' });
    const ways: readonly (readonly [what: string, path: string, manner: Manner])[] = [
      ['HTTP 500', DISCOVERY, says(500, '{}')],
      ['HTTP 404', DISCOVERY, says(404, '{}')],
      ['what is no JSON', DISCOVERY, html],
      ['no object', DISCOVERY, says(200, '[]')],
      ['another issuer', DISCOVERY, says(200, '{"issuer":"https://else.example"}')],
      ['a redirect', DISCOVERY, says(302, '', { Location: '/elsewhere' })],
      ['more than 64 kB', DISCOVERY, says(200, `{"padding":"${'x'.repeat(64 * 1024)}"}`)],
      ['HTTP 500 for its keys', '/keys', says(500, '{}')],
      ['no JSON for its keys', '/keys', html],
      ['no keys', '/keys', says(200, '{"keys":"none"}')],
      ['HTTP 500 to introspection', '/introspect', says(500, '{}')],
      ['no JSON to introspection', '/introspect', html],
      ['a redirect to introspection', '/introspect', says(307, '', { Location: '/elsewhere' })],
      ['more than 64 kB to introspection', '/introspect', says(200, `{"active":"${'x'.repeat(64 * 1024)}"}`)],
    ];
    for (const [what, path, manner] of ways) {
      test(what, async (t) => {
        t.after(() => issuer.stop());
        issuer.manners.set(path, manner);
        const token = path === '/introspect' ? opaque() : await issuer.token();
        await providerFails(site(), '200006', token);
        assert.ok(!issuer.asked.includes('/elsewhere'));
        await passwordsWork();
        issuer.manners.clear();
        wait();
        await taken(site(), token);
      });
    }

    test('keys at an address without TLS outside of this machine', async (t) => {
      t.after(() => issuer.stop());
      issuer.discovery = { jwks_uri: 'http://192.0.2.1/keys' };
      await providerFails(site(), '200006', await issuer.token());
    });

    test('an issuer without TLS outside of this machine is never asked', async (t) => {
      t.after(() => issuer.stop());
      for (const address of [
        'http://192.0.2.1',
        'ftp://127.0.0.1',
        'http://user:secret@127.0.0.1',
        'nonsense',
      ]) {
        await issuer.trustedBy(site().context, { issuer: address });
        await providerFails(site(), '200006', await issuer.token({ iss: address }));
      }
    });
  });
});
