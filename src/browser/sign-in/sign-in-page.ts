/** The page where people sign in to a site, and go on to where they were going. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { managesItsUsers } from '../../sites/site.ts';
import { ownFormField } from '../own-form.ts';
import type { SignInPage } from '../pages/sign-in-pages.ts';
import { show } from '../show.ts';
import type { PageCall } from '../site-page.ts';
import type { WayOn } from './sign-in-result.ts';

type Shown = Partial<WayOn> & Pick<SignInPage, 'problem' | 'notice' | 'WID'>;

/** @param shown MU and BU go through the sign-in; without them it ends at the site's own page */
export function signInPage(call: PageCall, { MU, BU, ...shown }: Shown = {}): Promise<FastifyReply> {
  const { folder, site } = call;
  const way = { ...(MU !== undefined && { MU }), ...(BU !== undefined && { BU }) };
  return show(call, {
    page: 'sign-in',
    ...shown,
    form: { action: folder.address('p.php'), fields: { AT: 'LI', ...way, ...ownFormField(call) } },
    identityProvider: hasIdentityProvider(call)
      ? folder.address('sso.php', MU === undefined ? {} : { TARGET: MU })
      : undefined,
    forgotPassword: managesItsUsers(site) ? folder.address('forgot.php') : undefined,
  });
}

/** By SAML, or by OpenID on a CI site. */
function hasIdentityProvider({ context, site }: PageCall): boolean {
  const { issuer, clientID } = site.settings.commonIdentity;
  return site.type === 1 ? issuer !== '' && clientID !== '' : context.saml.isReady(site);
}

/** A sign-in leads back to a link, and to no form. */
export function isLink({ method }: FastifyRequest): boolean {
  return method === 'GET';
}

/** For somebody who followed a link that needs an account: they sign in, and come back to it. */
export function askToSignIn(call: PageCall): Promise<FastifyReply> {
  const [path = '', ...query] = call.request.url.split('?');
  const { siteName } = call.request.params as { siteName?: string };
  const page = path.slice(siteName === undefined ? 1 : siteName.length + 2);
  return signInPage(call, { MU: `${call.folder.address(page)}?${query.join('?')}` });
}
