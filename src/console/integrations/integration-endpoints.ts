/** The integrations of a site: registered, changed, given another secret, cut off, deleted. */
import type { Integration } from '../../sign-in/api-tokens/integration.ts';
import { OFFERED_SCOPES, SCOPES } from '../../sign-in/api-tokens/scopes.ts';
import { flag, list, object, optional, rowNumber, text, whole } from '../api/call-shape.ts';
import { administers, readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import type { IntegrationRegistered, IntegrationsAnswer, ShownIntegration } from './integrations-data.ts';

const NAME = { min: 1, max: 64 };
const ADDRESSES = list(text({ max: 1000 }), { max: 20 });
const SCOPE_LIST = list(text({ max: 64 }), { max: 60 });

export const listIntegrations = endpoint({
  method: 'GET',
  path: 'integrations',
  summary: 'Lists the integrations of the site, with how many people let each of them act for them.',
  may: readsSite,
  async run({ context, site }): Promise<IntegrationsAnswer> {
    const registered = await context.apiTokens.integrations.list(site);
    const base = `${context.links.publicUrl()}/v1`;
    return {
      integrations: registered.map((one) => ({ ...shown(one), grants: one.grants })),
      scopes: OFFERED_SCOPES.map((name) => ({
        name,
        kind: SCOPES[name],
      })),
      authorizeURL: `${base}/authorize`,
      tokenURL: `${base}/access_token`,
    };
  },
});

export const registerIntegration = endpoint({
  method: 'POST',
  path: 'integrations',
  summary:
    'Registers an integration. Its secret is told here alone; one that can keep none (`isPublic`) has none.',
  may: administers,
  body: object({ name: text(NAME), redirectURIs: ADDRESSES, scopes: SCOPE_LIST, isPublic: flag() }),
  async run({ context, site }, { body }): Promise<IntegrationRegistered> {
    const { redirectURIs: redirectUris, ...rest } = body;
    const made = await context.apiTokens.integrations.register(site, { ...rest, redirectUris });
    return { integration: shown(made), secret: made.secret ?? null };
  },
});

export const changeIntegration = endpoint({
  method: 'PUT',
  path: 'integrations/:id',
  summary:
    'Changes an integration by the version that was read. One that is switched off is refused at once, with its tokens.',
  may: administers,
  body: object({
    version: whole(),
    name: optional(text(NAME)),
    redirectURIs: optional(ADDRESSES),
    scopes: optional(SCOPE_LIST),
    enabled: optional(flag()),
  }),
  async run({ context, site }, { params, body }): Promise<ShownIntegration> {
    const { version, redirectURIs, name, scopes, enabled } = body;
    const change = {
      ...(name !== undefined && { name }),
      ...(redirectURIs !== undefined && { redirectUris: redirectURIs }),
      ...(scopes !== undefined && { scopes }),
      enabled,
    };
    const { integrations } = context.apiTokens;
    return shown(await integrations.change(site, rowNumber(params.id), version, change));
  },
});

export const rotateIntegrationSecret = endpoint({
  method: 'POST',
  path: 'integrations/:id/secret',
  summary: 'Gives an integration another secret, and refuses the one of before at once. Its tokens stay.',
  may: administers,
  async run({ context, site }, { params }) {
    return { secret: await context.apiTokens.integrations.rotateSecret(site, rowNumber(params.id)) };
  },
});

export const revokeIntegration = endpoint({
  method: 'POST',
  path: 'integrations/:id/revoke',
  summary: 'Ends all that people have granted an integration: each of them is asked again.',
  may: administers,
  async run({ context, site }, { params }) {
    return { grants: await context.apiTokens.integrations.revokeAll(site, rowNumber(params.id)) };
  },
});

export const deleteIntegration = endpoint({
  method: 'DELETE',
  path: 'integrations/:id',
  summary: 'Deletes an integration, with all that people have granted it.',
  may: administers,
  async run({ context, site }, { params }) {
    await context.apiTokens.integrations.remove(site, rowNumber(params.id));
    return {};
  },
});

function shown(integration: Integration): ShownIntegration {
  const { id, clientId, name, redirectUris, scopes, isPublic, enabled, createdAt, version } = integration;
  const names = { clientID: clientId, redirectURIs: redirectUris };
  return { id, ...names, name, scopes, isPublic, enabled, createdAt, version };
}
