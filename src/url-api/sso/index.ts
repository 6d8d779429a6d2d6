/** Single sign-on by SAML in the browser. */
import type { FastifyInstance } from 'fastify';
import { sitePage } from '../../browser/site-page.ts';
import type { Context } from '../../context.ts';
import { assertionConsumer } from './assertion-consumer.ts';
import { dispatcherService } from './dispatcher.ts';
import { logoutService } from './logout-service.ts';
import { metadata } from './metadata.ts';
import { ssoPhp } from './sso.php.ts';

export function singleSignOn(app: FastifyInstance, context: Context): void {
  dispatcherService(app, context, 'SAML2AuthService', assertionConsumer);
  dispatcherService(app, context, 'SAML2Metadata', metadata);
  dispatcherService(app, context, 'SAML2LogoutService', logoutService);
  sitePage(app, context, 'sso.php', ssoPhp);
}
