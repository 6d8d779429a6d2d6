import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { lastRefusal, pathOf, SITE, SLO, ssoVisits } from './sso-visits.ts';

/** Single logout as a browser sees it, call by call. The identity provider is samlp 8 (npm). */

const BACK = 'https://lms.example/done?id=1';

forProtocol('single logout', (open) => {
  const shared = sharedSite(open, { clock: 'now' });
  const visits = ssoVisits(shared);
  const { visitor, page, signedIn, whoIs, during, assertRefused } = visits;

  describe('begun at the site', () => {
    it('ends both sessions, and leads back to where LO was to lead', async () => {
      const browser = visitor();
      const { there } = await signedIn(browser, 'hostid');
      assert.ok(visits.provider().signedIn().includes('hostid'));

      const left = await browser.get(`/${SITE}/p.php`, { AT: 'LO', BU: 'j.php?MTID=m1' });
      assert.equal(left.status, 303);
      assert.ok(left.location?.startsWith(`${visits.provider().url}/logout?SAMLRequest=`), left.location);
      assert.equal(browser.cookie, undefined);
      assert.match(
        left.setCookie ?? '',
        /^saml_logout=\S+; Path=\/acme-sso; HttpOnly; SameSite=Lax; Max-Age=600$/m,
      );

      const back = await there.open(left.location ?? '');
      assert.equal(back.status, 302, back.text);
      assert.equal(visits.provider().signedIn().includes('hostid'), false);
      const taken = await browser.get(pathOf(back.location));
      assert.equal(taken.status, 303, taken.text);
      const last = await browser.get(pathOf(taken.location ?? ''));
      assert.equal(last.location, page('j.php?MTID=m1&AT=LO&ST=SUCCESS'));
      assert.equal(browser.cookies.has('saml_logout'), false);
    });

    it('asks before it leads to another place, as LO does', async () => {
      const browser = visitor();
      const { there } = await signedIn(browser, 'hostid');
      const left = await browser.get(`/${SITE}/p.php`, { AT: 'LO', BU: BACK });
      const back = await there.open(left.location ?? '');
      const taken = await browser.get(pathOf(back.location));
      const last = await browser.get(pathOf(taken.location ?? ''));
      assert.equal(last.status, 200);
      assert.equal(last.location, undefined);
      assert.ok(last.text.includes('https://lms.example/done?id=1&amp;AT=LO&amp;ST=SUCCESS'), last.text);
    });

    it('leads to the page of the site without a back URL', async () => {
      const browser = visitor();
      const { there } = await signedIn(browser, 'hostid');
      const left = await browser.get(`/${SITE}/p.php`, { AT: 'LO' });
      const back = await there.open(left.location ?? '');
      const taken = await browser.get(pathOf(back.location));
      const last = await browser.get(pathOf(taken.location ?? ''));
      assert.equal(last.results, `siteurl=${SITE}&AT=LO&ST=SUCCESS`);
    });

    it('goes on by itself from a form, whose redirects may not leave the site', async () => {
      const browser = visitor();
      await signedIn(browser, 'hostid');
      const left = await browser.post(`/${SITE}/p.php`, { AT: 'LO' });
      assert.equal(left.status, 200);
      assert.equal(left.headers.location, undefined);
      assert.ok(left.scripted?.startsWith(`${visits.provider().url}/logout?SAMLRequest=`), left.text);
    });

    for (const [why, samlSSO, ssoError] of [
      ['the site has none', { singleLogout: false }, undefined],
      ['the provider has no address for it', { idpLogoutUrl: '' }, 27],
    ] as const) {
      it(`stays at the site where ${why}`, async () => {
        await during(samlSSO, async () => {
          const browser = visitor();
          await signedIn(browser, 'hostid');
          const logged = shared().log.length;
          const left = await browser.get(`/${SITE}/p.php`, { AT: 'LO', BU: 'j.php' });
          assert.equal(left.location, page('j.php?AT=LO&ST=SUCCESS'));
          assert.equal(browser.cookie, undefined);
          const refused = shared()
            .log.slice(logged)
            .find((line) => line.includes('sign-on refused'));
          assert.equal(refused && JSON.parse(refused).ssoError, ssoError);
        });
      });
    }

    it('is not asked of the provider for somebody who came with a password', async () => {
      const browser = visitor();
      const { webExID, password } = await shared().person({ siteName: SITE });
      await browser.post(`/${SITE}/p.php`, { AT: 'LI', WID: webExID, PW: password });
      const left = await browser.get(`/${SITE}/p.php`, { AT: 'LO', BU: 'j.php' });
      assert.equal(left.location, page('j.php?AT=LO&ST=SUCCESS'));
    });
  });

  describe('begun at the provider', () => {
    it('ends the session here, and tells the provider', async () => {
      const browser = visitor();
      const { there } = await signedIn(browser, 'guest');
      const other = visitor();
      await signedIn(other, 'hostid');

      const asks = await there.open(`${visits.provider().url}/logout`);
      assert.ok(asks.location.startsWith(shared().url + SLO), asks.location);
      const answer = await browser.get(pathOf(asks.location));
      assert.equal(answer.status, 303, answer.text);
      assert.ok(
        answer.location?.startsWith(`${visits.provider().url}/logout?SAMLResponse=`),
        answer.location,
      );
      assert.equal(await whoIs(browser), undefined);
      assert.equal(await whoIs(other), 'hostid', 'nobody else is signed out');

      const done = await there.open(answer.location ?? '');
      assert.equal(done.status, 200, done.text);
      assert.equal(visits.provider().signedIn().includes('guest'), false);
    });

    it('is refused when it was changed on the way', async () => {
      const browser = visitor();
      const { there } = await signedIn(browser, 'guest');
      const asks = new URL((await there.open(`${visits.provider().url}/logout`)).location);
      asks.searchParams.set('RelayState', 'another');
      const answer = await browser.get(pathOf(asks.href));
      assert.equal(answer.status, 403, answer.text);
      assertRefused(answer, Number(lastRefusal(shared()).ssoError));
      assert.equal(await whoIs(browser), 'guest');
    });

    it('is refused when nobody has signed it', async () => {
      const browser = visitor();
      const { there } = await signedIn(browser, 'guest');
      const asks = new URL((await there.open(`${visits.provider().url}/logout`)).location);
      asks.searchParams.delete('Signature');
      asks.searchParams.delete('SigAlg');
      assert.equal((await browser.get(pathOf(asks.href))).status, 403);
      assert.equal(await whoIs(browser), 'guest');
    });
  });

  it('goes on where the provider was not content', async () => {
    const browser = visitor();
    const { there } = await signedIn(browser, 'hostid');
    const left = await browser.get(`/${SITE}/p.php`, { AT: 'LO', BU: 'j.php' });
    const back = new URL((await there.open(left.location ?? '')).location);
    back.searchParams.set('SAMLResponse', 'PGh0bWwvPg==');
    const taken = await browser.get(pathOf(back.href));
    assert.ok(Number(lastRefusal(shared()).ssoError) > 0, 'the log knows');
    const last = await browser.get(pathOf(taken.location ?? ''));
    assert.equal(last.location, page('j.php?AT=LO&ST=SUCCESS'));
  });

  it('refuses what is no message', async () => {
    for (const query of ['', '&SAMLRequest=x', '&SAMLRequest=x&SAMLResponse=x']) {
      const answer = await visitor().get(SLO + query);
      assert.equal(answer.status, 403, query);
      assert.match(answer.text, /error \d/);
    }
    const posted = await visitor().post(SLO, { SAMLRequest: 'PGh0bWwvPg==' });
    assert.equal(posted.status, 403);
  });
});
