/** Sign-ins that an administrator tries: begun here, answered at the provider, explained where they began. */

import { RuleBroken } from '../../refusal.ts';
import { SsoRefused } from '../../sign-in/failures.ts';
import type { SignOnKind } from '../../sign-in/sign-on-tests/sign-on-tests.ts';
import { administers, readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { BegunTest, ShownTest } from './site-data.ts';

export const beginSamlTest = endpoint({
  method: 'POST',
  path: 'site/saml/test',
  summary:
    'Begins a test sign-in at the SAML provider of the site, and tells where to send the browser. It signs nobody in, is answered once, and within ten minutes.',
  may: administers,
  async run({ context, site, home, account }): Promise<BegunTest> {
    try {
      return await context.saml.beginTest(site, account, home.siteName);
    } catch (error) {
      if (error instanceof SsoRefused) throw new RuleBroken('samlSSO', error.detail);
      throw error;
    }
  },
});

export const beginOpenIdTest = endpoint({
  method: 'POST',
  path: 'site/openid/test',
  summary:
    'Begins a test sign-in at the OpenID provider of a CI site, and tells where to send the browser. It signs nobody in, is answered once, and within ten minutes.',
  may: administers,
  async run({ context, site, home, account }): Promise<BegunTest> {
    if (site.type !== 1)
      throw new RuleBroken('siteType', 'must be 1 (CI): other sites sign nobody in by OpenID');
    const name = context.random.bytes(32).toString('base64url');
    await context.signOnTests.begin(site, account, 'openid', name, home.siteName);
    const url = new URL(context.links.ssoBegin(site, undefined));
    url.searchParams.set('TEST', name);
    return { url: url.href };
  },
});

export const readSamlTest = resultOf('saml', 'site/saml/test');
export const readOpenIdTest = resultOf('openid', 'site/openid/test');

function resultOf(kind: SignOnKind, path: string) {
  return endpoint({
    method: 'GET',
    path,
    summary: 'Tells what came of the newest test sign-in that the caller has begun, step by step.',
    may: readsSite,
    async run({ context, site, account }): Promise<ShownTest> {
      return (await context.signOnTests.newestOf(site, account, kind)) ?? { state: 'none' };
    },
  });
}
