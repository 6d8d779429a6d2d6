import type { ConsoleRows, ConsoleWorld } from '../console-row.ts';

const WISHED = { name: 'Planner', scopes: ['meeting:schedules_read'], isPublic: false };
const ADDRESS = 'https://planner.example.com/back';

async function anIntegration({ site, fresh }: ConsoleWorld): Promise<{ id: string }> {
  const { sites, apiTokens } = site.context;
  const wished = { ...WISHED, name: fresh, redirectUris: [ADDRESS] };
  const { id } = await apiTokens.integrations.register(await sites.required('acme'), wished);
  return { id: String(id) };
}

async function aUser({ site, fresh }: ConsoleWorld) {
  const { webExID } = await site.person({ webExId: `${fresh}user`, email: `${fresh}@acme.com` });
  const { accounts, sites } = site.context;
  return accounts.required(await sites.required('acme'), webExID);
}

async function aToken(world: ConsoleWorld): Promise<Record<string, string>> {
  const account = await aUser(world);
  const wished = { name: 'script', scopes: ['meeting:schedules_read'], days: 1 };
  const { id } = await world.site.context.apiTokens.createPersonal(account, wished);
  return { userID: String(account.userId), token: String(id) };
}

async function aGrant(world: ConsoleWorld): Promise<Record<string, string>> {
  const account = await aUser(world);
  const { sites, apiTokens } = world.site.context;
  const site = await sites.required('acme');
  const { id } = await anIntegration(world);
  const wish = { redirectUri: ADDRESS, scopes: WISHED.scopes, codeChallenge: undefined };
  await apiTokens.allow(
    account,
    site,
    await apiTokens.integrations.one(site, Number(id)),
    wish,
    (_, scopes) => scopes,
  );
  return { userID: String(account.userId), integration: id };
}

export const ROWS: ConsoleRows = {
  'GET integrations': [{}],
  'POST integrations': [
    { body: ({ fresh }) => ({ ...WISHED, name: fresh, redirectURIs: [ADDRESS] }), changes: true },
  ],
  'PUT integrations/:id': [
    { params: anIntegration, body: () => ({ version: 1, enabled: false }), changes: true },
  ],
  'POST integrations/:id/secret': [{ params: anIntegration, changes: true }],
  'POST integrations/:id/revoke': [{ params: anIntegration, changes: true }],
  'DELETE integrations/:id': [{ params: anIntegration, changes: true }],
  'GET users/:userID/tokens': [
    {
      params: async ({ site }) => {
        const { accounts, sites } = site.context;
        const { userId } = await accounts.required(await sites.required('acme'), 'hostid');
        return { userID: String(userId) };
      },
    },
  ],
  'DELETE users/:userID/tokens/:token': [{ params: aToken, changes: true }],
  'DELETE users/:userID/grants/:integration': [{ params: aGrant, changes: true }],
};
