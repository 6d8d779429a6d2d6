/** What an OpenID provider must know of the site. */
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { OpenIdAnswer } from './site-data.ts';

export const readOpenId = endpoint({
  method: 'GET',
  path: 'site/openid',
  summary:
    'Tells what the OpenID provider must know of the site, and whether the site signs people in by it.',
  may: readsSite,
  run: ({ context, site }): OpenIdAnswer => ({
    redirect: context.links.ssoBegin(site, undefined),
    isUsed: site.type === 1,
  }),
});
