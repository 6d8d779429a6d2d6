import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite, startSite } from '../support/site.ts';
import { ACS, IDP_SITE, lastRefusal, pathOf, SITE, ssoVisits } from './sso-visits.ts';

/** Single sign-on as a browser sees it, call by call. The identity provider is samlp 8 (npm). */

const ADMIN = { siteName: SITE, webExID: 'admin', password: PASSWORD };

forProtocol('single sign-on', (open) => {
  const shared = sharedSite(open, { clock: 'now' });
  const visits = ssoVisits(shared);
  const { visitor, page, signedIn, handedOver, asked, whoIs, during, assertRefused } = visits;

  const accountOf = async (webExId: string, siteName = SITE) => {
    const { accounts, sites } = shared().context;
    return accounts.find(await sites.required(siteName), webExId);
  };

  describe('begun at the site', () => {
    it('leads to the provider, and back to the page that was wanted', async () => {
      const browser = visitor();
      const begun = await browser.get(`/${SITE}/sso.php`, { TARGET: 'j.php?MTID=m1' });
      assert.equal(begun.status, 303);
      assert.ok(begun.location?.startsWith(`${visits.provider().url}/sso?`), begun.location);
      assert.match(
        begun.setCookie ?? '',
        /^saml_request=[\w-]{20,}; Path=\/acme-sso; HttpOnly; SameSite=Lax; Max-Age=600$/,
      );

      const there = await visits.atProvider('hostid');
      const form = await there.assertion(begun.location ?? '');
      assert.equal(form.action, shared().url + ACS);
      // Browsers send no cookie of the site with a POST from elsewhere.
      const answered = await visitor().post(ACS, form.fields);
      assert.equal(answered.status, 303, answered.text);
      assert.match(answered.location ?? '', /\/acme-sso\/sso\.php\?code=[\w-]{20,}$/);
      assert.equal(answered.setCookie, undefined);

      const last = await browser.get(pathOf(answered.location ?? ''));
      assert.equal(last.location, page('j.php?MTID=m1'));
      assert.match(last.setCookie ?? '', /^ticket=[\w-]{43}; Path=\/acme-sso; HttpOnly; SameSite=Lax$/m);
      assert.equal(browser.cookies.has('saml_request'), false, 'what bound the sign-in is gone');
      assert.equal(await whoIs(browser), 'hostid');
    });

    it('keeps its cookies to TLS where the installation is reached by it', async () => {
      await using site = await startSite(await open(), { settings: { publicUrl: 'https://meet.example' } });
      const { settings } = await shared().context.sites.required(SITE);
      const { samlSSO } = settings;
      await site.context.sites.change(SITE, { settings: { samlSSO } });
      const browser = new Visitor(site.url);
      browser.host = 'meet.example';
      const begun = await browser.get(`/${SITE}/sso.php`);
      assert.match(
        begun.setCookie ?? '',
        /^saml_request=\S+ Path=\/acme-sso; HttpOnly; SameSite=Lax; Secure;/,
      );
    });

    it('counts the visit', async () => {
      const before = (await accountOf('hostid'))?.visitCount ?? 0;
      await signedIn(visitor(), 'hostid');
      assert.equal((await accountOf('hostid'))?.visitCount, before + 1);
    });

    it('goes over from another name of the host to the public one, where the provider answers', async () => {
      const browser = visitor();
      browser.host = `acme-sso.localhost:${new URL(shared().url).port}`;
      const sent = await browser.get('/sso.php', { TARGET: '/j.php?MTID=m2' });
      assert.equal(sent.target?.origin, shared().url);
      assert.equal(sent.target?.pathname, `/${SITE}/sso.php`);
      assert.equal(sent.target?.searchParams.get('TARGET'), page('j.php?MTID=m2'));
      assert.equal(sent.setCookie, undefined);
      browser.host = undefined;
      const begun = await browser.get(pathOf(sent.location ?? ''));
      assert.ok(begun.location?.startsWith(`${visits.provider().url}/sso?`), begun.location);
    });

    it('goes round in no circle where a proxy hides the public name', async () => {
      const browser = visitor();
      browser.host = 'inside.example';
      const sent = await browser.get(`/${SITE}/sso.php`);
      const begun = await browser.get(pathOf(sent.location ?? ''));
      assert.ok(begun.location?.startsWith(`${visits.provider().url}/sso?`), begun.location);
    });

    for (const TARGET of [
      'https://evil.example/',
      '//evil.example/acme-sso/',
      'javascript:alert(1)',
      '\\\\evil.example',
      '/acme/p.php',
      'sso.php?TARGET=x',
      'x'.repeat(9_000),
    ]) {
      it(`ends at the site's own page where it is to lead to ${TARGET.slice(0, 32)}`, async () => {
        const browser = visitor();
        const { last } = await signedIn(browser, 'hostid', TARGET);
        assert.equal(last.location, page());
        assert.equal(await whoIs(browser), 'hostid');
      });
    }

    it('ends at the default target, if that is a page of the site', async () => {
      await during({ defaultTarget: page('j.php?MTID=m3') }, async () => {
        assert.equal((await signedIn(visitor(), 'hostid')).last.location, page('j.php?MTID=m3'));
      });
      await during({ defaultTarget: 'https://evil.example/' }, async () => {
        assert.equal((await signedIn(visitor(), 'hostid')).last.location, page());
      });
    });

    it('makes an account for somebody whom the provider knows, where the site lets it', async () => {
      await during({ autoAccountCreation: false }, async () => {
        const browser = visitor();
        const { form } = await asked(browser, 'nora');
        assertRefused(await browser.post(ACS, form.fields), 3);
        assert.equal(await accountOf('nora'), undefined);
      });
      const browser = visitor();
      await signedIn(browser, 'nora');
      assert.equal(await whoIs(browser), 'nora');
      const got = await shared().ok('user.GetUser', '<webExId>nora</webExId>', ADMIN);
      assert.equal(got.value('email'), 'nora@acme.com');
    });

    it('ends the session of whoever was signed in before', async () => {
      const browser = visitor();
      await signedIn(browser, 'guest');
      const old = visitor();
      old.cookie = browser.cookie;
      await signedIn(browser, 'hostid');
      assert.equal(await whoIs(browser), 'hostid');
      assert.equal(await whoIs(old), undefined);
    });

    it('has a button on the page for signing in', async () => {
      const { text } = await visitor().get(`/${SITE}/`);
      assert.match(text, /href="\/acme-sso\/sso\.php"/);
      assert.doesNotMatch((await visitor().get('/acme/')).text, /sso\.php/);
    });
  });

  describe('begun at the provider', () => {
    const start = (target: string) =>
      `${visits.provider().url}/sso?${new URLSearchParams({
        sp: entityID(),
        RelayState: target,
      })}`;
    const entityID = () => `${shared().url}/${IDP_SITE}`;

    it('needs nothing of the browser, and leads to the page that the provider names', async () => {
      const there = await visits.atProvider('guest');
      const form = await there.assertion(start(`${shared().url}/${IDP_SITE}/j.php?MTID=m4`));
      const browser = visitor();
      const answer = await browser.post(pathOf(form.action), form.fields);
      assert.equal(answer.status, 303, answer.text);
      const last = await browser.get(pathOf(answer.location ?? ''));
      assert.equal(last.location, `${shared().url}/${IDP_SITE}/j.php?MTID=m4`);
      assert.match(last.setCookie ?? '', /^ticket=/m);
    });

    it('is taken once', async () => {
      const there = await visits.atProvider('guest');
      const form = await there.assertion(start(''));
      assert.equal((await visitor().post(pathOf(form.action), form.fields)).status, 303);
      assertRefused(await visitor().post(pathOf(form.action), form.fields), 13);
    });

    it('does not lead elsewhere', async () => {
      const there = await visits.atProvider('guest');
      const form = await there.assertion(start('https://evil.example/'));
      const browser = visitor();
      const answer = await browser.post(pathOf(form.action), form.fields);
      const last = await browser.get(pathOf(answer.location ?? ''));
      assert.equal(last.location, `${shared().url}/${IDP_SITE}/`);
    });
  });

  describe('refuses', () => {
    it('a hand-over that was used already', async () => {
      const browser = visitor();
      const { next } = await handedOver(browser, 'hostid');
      const again = visitor();
      for (const [name, value] of browser.cookies) again.cookies.set(name, value);
      await browser.get(next);
      assertRefused(await again.get(next), 28);
    });

    it('a hand-over in another browser, which a stranger would sign in as himself', async () => {
      const { next } = await handedOver(visitor(), 'hostid');
      const victim = visitor();
      assertRefused(await victim.get(next), 28);
      assert.equal(await whoIs(victim), undefined);

      const begun = visitor();
      await begun.get(`/${SITE}/sso.php`);
      assertRefused(await begun.get((await handedOver(visitor(), 'hostid')).next), 28);
    });

    it('a hand-over that comes too late', async () => {
      const browser = visitor();
      const { next } = await handedOver(browser, 'hostid');
      shared().clock.advance({ seconds: 61 });
      assertRefused(await browser.get(next), 28);
    });

    it('a hand-over at another site', async () => {
      const browser = visitor();
      const { next } = await handedOver(browser, 'hostid');
      assertRefused(await browser.get(next.replace(SITE, IDP_SITE)), 28);
    });

    it('an answer that was taken already', async () => {
      const browser = visitor();
      const { form } = await handedOver(browser, 'hostid');
      assertRefused(await browser.post(ACS, form.fields), 28);
    });

    it('an answer that was changed', async () => {
      const browser = visitor();
      const { form } = await asked(browser, 'guest');
      const text = Buffer.from(form.fields.SAMLResponse, 'base64').toString();
      const SAMLResponse = Buffer.from(text.replaceAll('guest', 'admin')).toString('base64');
      assertRefused(await browser.post(ACS, { ...form.fields, SAMLResponse }), 23);
    });

    it('an answer for another site', async () => {
      const browser = visitor();
      const { form } = await asked(browser, 'hostid');
      assertRefused(await browser.post(ACS.replace(SITE, IDP_SITE), form.fields), 14);
    });

    it('an answer that nobody here has asked for', async () => {
      const there = await visits.atProvider('hostid');
      const sp = `${shared().url}/${SITE}`;
      const form = await there.assertion(`${visits.provider().url}/sso?${new URLSearchParams({ sp })}`);
      assertRefused(await visitor().post(ACS, form.fields), 28);
    });

    it('a GET at the assertion consumer service', async () => {
      const answer = await visitor().get(`${ACS}&SAMLResponse=x`);
      assertRefused(answer, 5, 405);
      assert.equal(answer.headers.allow, 'POST');
    });

    for (const [what, body] of [
      ['no SAMLResponse', 'RelayState=x'],
      ['an empty one', 'SAMLResponse='],
      ['two of them', 'SAMLResponse=eA==&SAMLResponse=eA=='],
      ['a form that is too large', `SAMLResponse=${'A'.repeat(400_001)}`],
    ] as const) {
      it(what, async () => {
        assertRefused(await visitor().post(ACS, body), 6);
      });
    }

    for (const SAMLResponse of ['%%%', 'hello', Buffer.from('<html/>').toString('base64')]) {
      it(`what is no answer: ${SAMLResponse}`, async () => {
        const answer = await visitor().post(ACS, { SAMLResponse });
        assert.equal(answer.status, 403);
        assert.match(answer.text, /error \d/);
      });
    }

    it('a site that does not use it, and one that is not set up', async () => {
      const acme = await visitor().get('/acme/sso.php');
      assertRefused(acme, 7);
      await during({ idpCertificates: [] }, async () => {
        assertRefused(await visitor().get(`/${SITE}/sso.php`), 9);
        assert.doesNotMatch((await visitor().get(`/${SITE}/`)).text, /sso\.php/);
      });
    });

    it('and says so at the address of the customer', async () => {
      await during({ errorUrl: 'https://help.acme.example/sso?lang=en' }, async () => {
        const answer = await visitor().get(ACS);
        assert.equal(answer.status, 303);
        assert.equal(answer.location, 'https://help.acme.example/sso?lang=en&error=5');
        assert.equal(lastRefusal(shared()).ssoError, 5);
      });
      await during({ errorUrl: 'javascript:alert(1)' }, async () => {
        assertRefused(await visitor().get(ACS), 5, 405);
      });
    });

    it('and writes no assertion into the log', async () => {
      const browser = visitor();
      const { form } = await asked(browser, 'hostid');
      const SAMLResponse = `${form.fields.SAMLResponse.slice(0, -8)}AAAAAAAA`;
      assert.equal((await browser.post(ACS, { SAMLResponse })).status, 403);
      const lines = shared().log.filter((line) => line.includes('single sign-on refused'));
      assert.doesNotMatch(lines.join('\n'), /PHNhb|<saml|BEGIN CERT/);
    });

    it('nothing of a scanner that only looks', async () => {
      const browser = visitor();
      const { next } = await handedOver(browser, 'hostid');
      assert.equal((await browser.head(next)).status, 200);
      await browser.get(next);
      assert.equal(await whoIs(browser), 'hostid');
    });
  });

  describe('its addresses', () => {
    it('tell a provider what it must know of the site', async () => {
      const answer = await visitor().get(`/dispatcher/SAML2Metadata?siteurl=${SITE.toUpperCase()}`);
      assert.equal(answer.status, 200);
      assert.match(String(answer.headers['content-type']), /^application\/samlmetadata\+xml/);
      assert.ok(answer.text.includes(`${shared().url}${ACS}`), answer.text);
    });

    it('need no siteurl at a host that names the site', async () => {
      const browser = visitor();
      browser.host = 'acme-sso.meet.example';
      const answer = await browser.get('/dispatcher/SAML2Metadata');
      assert.ok(answer.text.includes(`${shared().url}${ACS}`), answer.text);
    });

    for (const query of ['', '?siteurl=', '?siteurl=nowhere', '?siteurl=../acme', '?siteurl=closed']) {
      it(`lead nowhere with ${query || 'nothing'}`, async () => {
        const { sites } = shared().context;
        if (query.endsWith('closed') && !(await sites.byName('closed'))) {
          await sites.create({ siteName: 'closed', type: 2, siteID: 5941239999 });
          await sites.change('closed', { status: 'CLOSED' });
        }
        for (const service of ['SAML2AuthService', 'SAML2Metadata', 'SAML2LogoutService']) {
          assert.equal((await visitor().get(`/dispatcher/${service}${query}`)).status, 404);
        }
        assert.equal((await visitor().post(`/dispatcher/SAML2AuthService${query}`, {})).status, 404);
      });
    }
  });

  describe('its session', () => {
    it('ends after thirty minutes without a visit', async () => {
      const browser = visitor();
      await signedIn(browser, 'hostid');
      shared().clock.advance({ minutes: 29 });
      assert.equal(await whoIs(browser), 'hostid');
      shared().clock.advance({ minutes: 29 });
      assert.equal(await whoIs(browser), 'hostid');
      shared().clock.advance({ minutes: 31 });
      assert.equal(await whoIs(browser), undefined);
    });

    for (const [what, change] of [
      ['a new password', '<password>An0ther-Password</password>'],
      ['a deactivation', '<active>DEACTIVATED</active>'],
    ] as const) {
      it(`ends with ${what}`, async () => {
        const { webExID } = await shared().person({ siteName: SITE, webExId: what.slice(-8) });
        const { context } = shared();
        const site = await context.sites.required(SITE);
        const account = await context.accounts.required(site, webExID);
        const browser = visitor();
        const { cookie } = await context.tickets.openBrowserSession(account, site, { nameID: webExID });
        browser.cookie = cookie;
        assert.equal(await whoIs(browser), webExID);
        await shared().ok('user.SetUser', `<webExId>${webExID}</webExId>${change}`, ADMIN);
        assert.equal(await whoIs(browser), undefined);
      });
    }

    it('is not the only way in: passwords and tickets are taken too', async () => {
      const browser = visitor();
      await browser.post(`/${SITE}/p.php`, { AT: 'LI', WID: 'hostid', PW: PASSWORD });
      assert.equal(await whoIs(browser), 'hostid');
      const caller = { siteName: SITE, webExID: 'guest', password: PASSWORD };
      const TK = (await shared().ok('user.GetLoginTicket', '', caller)).value('ticket') ?? '';
      const other = visitor();
      await other.get(`/${SITE}/p.php`, { AT: 'LI', WID: 'guest', TK });
      assert.equal(await whoIs(other), 'guest');
    });
  });
});
