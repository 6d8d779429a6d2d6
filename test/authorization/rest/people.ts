import { idsOf } from '../../../src/rest-api/ids.ts';
import { licenseId, roleId } from '../../../src/rest-api/people/person-standing.ts';
import { ANY_USER, type RestRows, type RestWorld } from '../rest-row.ts';

const acme = ({ site }: RestWorld) => site.context.sites.required('acme');

/** Somebody new on acme. */
async function somebody(world: RestWorld) {
  const { context } = world.site;
  const { webExID } = await world.site.person({ email: `${world.fresh}@acme.com` });
  await context.events.drain();
  return { personId: idsOf(context).person(await context.accounts.required(await acme(world), webExID)) };
}

async function organization(world: RestWorld) {
  const site = await acme(world);
  return { orgId: idsOf(world.site.context).spark('organization', site.id, site.siteID) };
}

const person = ({ fresh }: RestWorld) => ({ emails: [`${fresh}@people.example`], displayName: 'Pia Person' });

const READERS = ['reader', 'admin', 'foreignAdmin'] as const;

export const ROWS: RestRows = {
  'GET people': [
    { about: 'by a name', query: () => ({ displayName: 'per' }), may: ANY_USER },
    { about: 'all', may: READERS, otherwise: { host: 400, otherHost: 400, invitee: 400, userAdmin: 400 } },
  ],
  'GET people/me': [{ may: ANY_USER }],
  'GET people/:personId': [
    { params: somebody, may: ['host', 'otherHost', 'invitee', 'reader', 'admin', 'userAdmin'] },
  ],
  'POST people': [{ body: person, may: ['admin', 'foreignAdmin'], changes: true }],
  'PUT people/:personId': [{ params: somebody, body: person, may: ['admin'], changes: true }],
  'DELETE people/:personId': [{ params: somebody, may: ['admin'], changes: true }],
  'GET organizations': [{ may: READERS }],
  'GET organizations/:orgId': [{ params: organization, may: ['reader', 'admin'] }],
  'GET licenses': [{ may: READERS }],
  'GET licenses/:licenseId': [
    {
      params: async (world) => ({
        licenseId: licenseId({ ids: idsOf(world.site.context) }, await acme(world)),
      }),
      may: ['reader', 'admin'],
    },
  ],
  'GET roles': [{ may: READERS }],
  'GET roles/:roleId': [{ params: () => ({ roleId: roleId('id_full_admin') }), may: READERS }],
};
