/** How an integration proves that it is the one it says: by its secret, or, where it can keep none, by its name alone. */
import { timingSafeEqual } from 'node:crypto';
import { tokenHash } from '../../random.ts';
import type { Site } from '../../sites/site.ts';
import type { Integration } from './integration.ts';
import { OAuthRefused } from './oauth-refused.ts';

interface KnownIntegrations {
  byClientId(clientId: string): Promise<Integration | undefined>;
  secretOf(integration: Integration): Promise<Buffer | undefined>;
  siteOf(integration: Integration): Promise<Site | undefined>;
}

/** What stands in for the secret of an unknown client: both take the same way. */
const NOBODYS = tokenHash('nobody');

/**
 * The integration that is calling. An unknown one, a wrong secret, one that is switched off and one of a closed site are told
 * alike.
 * @param secret nothing where none was sent
 * @throws OAuthRefused `invalid_client`
 */
export async function provenIntegration(
  integrations: KnownIntegrations,
  clientId: string,
  secret: string | undefined,
): Promise<Integration> {
  const integration = await integrations.byClientId(clientId);
  const kept = integration && (await integrations.secretOf(integration));
  const isRight = timingSafeEqual(tokenHash(secret ?? ''), kept ?? NOBODYS);
  const isProven = integration?.isPublic ? secret === undefined || secret === '' : isRight;
  const site = integration && (await integrations.siteOf(integration));
  if (!integration?.enabled || !isProven || site?.status !== 'ACTIVE') {
    throw new OAuthRefused('invalid_client', 'The client is unknown, or its secret is wrong.');
  }
  return integration;
}
