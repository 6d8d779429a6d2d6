import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { SiteSettings } from '../../src/sites/settings/index.ts';
import { type Visit, Visitor } from '../browser/visitor.ts';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import type { TestSite } from '../support/site.ts';
import { AtProvider } from './at-provider.ts';

/**
 * A site with an identity provider (samlp 8), and browsers on their way between them, call by call. The provider
 * reads the clock of the machine, so the site's has to stand where that one is.
 */

type SamlSettings = SiteSettings['samlSSO'];

export const SITE = 'acme-sso';
/** Its people come from the provider's own page. */
export const IDP_SITE = 'acme-w11';

export const ACS = `/dispatcher/SAML2AuthService?siteurl=${SITE}`;
export const SLO = `/dispatcher/SAML2LogoutService?siteurl=${SITE}`;

const member = (user: string, firstname: string) => ({
  user,
  attributes: { uid: user, firstname, lastname: 'Member', email: `${user}@acme.com` },
});

/** Nora and Nils have no account. */
const MEMBERS = [
  member('hostid', 'Holly'),
  member('guest', 'Gus'),
  member('nora', 'Nora'),
  member('nils', 'Nils'),
];

export type SsoVisits = ReturnType<typeof ssoVisits>;

/** To be called by a suite; what it gives works while tests run. */
export function ssoVisits(shared: () => TestSite) {
  let started: IdentityProvider | undefined;
  before(async () => {
    // Files before this one may have taken longer than clocks may be apart.
    shared().clock.turnTo(Date.now());
    started = await startIdentityProvider(MEMBERS);
    const base = { ...started.settings, singleLogout: true, autoAccountCreation: true };
    await settle(SITE, base);
    await settle(IDP_SITE, { ...base, profile: 'IdP', targetParameter: 'RelayState' });
    for (const site of [SITE, IDP_SITE]) {
      await started.learn(`${shared().url}/dispatcher/SAML2Metadata?siteurl=${site}`);
    }
  });
  after(() => started?.[Symbol.asyncDispose]());

  const provider = (): IdentityProvider => {
    assert.ok(started, 'the provider is there while tests run');
    return started;
  };

  async function settle(siteName: string, samlSSO: Partial<SamlSettings>): Promise<void> {
    await shared().context.sites.change(siteName, { settings: { samlSSO } });
  }

  async function atProvider(user: string): Promise<AtProvider> {
    const there = new AtProvider(provider());
    await there.signIn(user);
    return there;
  }

  /** Until the provider's page is about to post its answer. */
  async function asked(browser: Visitor, user: string, TARGET?: string) {
    const begun = await browser.get(`/${SITE}/sso.php`, TARGET === undefined ? {} : { TARGET });
    assert.equal(begun.status, 303, begun.text);
    const there = await atProvider(user);
    return { there, form: await there.assertion(begun.location ?? '') };
  }

  /** Until the browser is sent into the site's folder with a code. */
  async function handedOver(browser: Visitor, user: string, TARGET?: string) {
    const { there, form } = await asked(browser, user, TARGET);
    const answer = await browser.post(pathOf(form.action), form.fields);
    assert.equal(answer.status, 303, answer.text);
    return { there, form, next: pathOf(answer.location ?? '') };
  }

  return {
    provider,
    settle,
    atProvider,
    asked,
    handedOver,

    /** Settings of SITE for one test alone. */
    async during(samlSSO: Partial<SamlSettings>, work: () => Promise<void>): Promise<void> {
      const { settings } = await shared().context.sites.required(SITE);
      await settle(SITE, samlSSO);
      await work().finally(() => settle(SITE, settings.samlSSO));
    },

    visitor: () => new Visitor(shared().url),

    /** A page of SITE, as the site writes its address. */
    page: (path = '') => `${shared().url}/${SITE}/${path}`,

    /** The whole way. */
    async signedIn(browser: Visitor, user: string, TARGET?: string) {
      const { there, next } = await handedOver(browser, user, TARGET);
      const last = await browser.get(next);
      assert.equal(last.status, 302, last.text);
      return { there, last };
    },

    /** Whose living session at SITE the browser has. */
    async whoIs(browser: Visitor): Promise<string | undefined> {
      const { sites, tickets } = shared().context;
      if (browser.cookie === undefined) return undefined;
      const session = await tickets.browserSession(browser.cookie, await sites.required(SITE));
      return session?.account.webExId;
    },

    /** The page tells the error's number, and a request's number under which the log has the reason. */
    assertRefused(visit: Visit, number: number, status = 403): void {
      assert.equal(visit.status, status, visit.text);
      assert.match(visit.text, new RegExp(`error ${number}\\b`));
      const logged = lastRefusal(shared());
      assert.equal(logged.ssoError, number, String(logged.detail));
      assert.ok(logged.reason);
      assert.ok(logged.site);
      assert.ok(visit.text.includes(String(logged.id)), 'the page tells the number of the request');
      assert.doesNotMatch(visit.setCookie ?? '', /^ticket=[^;]/m, 'nobody is signed in');
    },
  };
}

/** What the log tells of the last refusal. */
export function lastRefusal({ log }: TestSite): Readonly<Record<string, unknown>> {
  return JSON.parse(log.findLast((line) => line.includes('"single sign-on refused"')) ?? '{}');
}

/** What a browser sends of an address. */
export function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}
