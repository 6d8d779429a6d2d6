/** The world of the REST interface's matrix: acme with somebody of each kind, each with a token. */
import { idsOf } from '../../src/rest-api/ids.ts';
import { SCOPE_NAMES, SCOPES } from '../../src/sign-in/api-tokens/scopes.ts';
import { RestClient } from '../rest-api/client.ts';
import type { TestSite } from '../support/site.ts';
import { meeting } from '../url-api/portal.ts';
import { everythingKept } from './everything-kept.ts';
import type { RestCaller, RestWorld } from './rest-row.ts';

/** Signs of life, and what is counted: no right. */
const UNHELD = new Set(['api_token_use', 'throttle', 'guess', 'client_guess']);

export interface OpenRestWorld {
  readonly clients: Readonly<Record<RestCaller, RestClient>>;
  /** Another one for each call. */
  world(): RestWorld;
  /** Everything that somebody could have changed. */
  kept(): Promise<string>;
}

export async function openRestWorld(site: TestSite): Promise<OpenRestWorld> {
  const { sites, accounts, database } = site.context;
  const person = async (...[given]: Parameters<TestSite['person']>) => (await site.person(given)).webExID;
  const host = await person({ email: 'rest-host@acme.com' });
  const otherHost = await person({ email: 'rest-other@acme.com' });
  const invitee = await person({ email: 'rest-invitee@acme.com' });
  const admin = await person({ email: 'rest-admin@acme.com', privileges: { siteAdmin: true } });
  const reader = await person({ privileges: { roSiteAdmin: true } });
  const foreigner = await person({ siteName: 'acme-basic', privileges: { siteAdmin: true } });
  const acme = await sites.required('acme');
  await accounts.required(acme, host);
  const userScopes = SCOPE_NAMES.filter((name) => SCOPES[name] === 'user');
  const clients = {
    nobody: new RestClient(site),
    noScope: await RestClient.as(site, host, { scopes: ['spark:kms'] }),
    host: await RestClient.as(site, host, { scopes: userScopes }),
    otherHost: await RestClient.as(site, otherHost, { scopes: userScopes }),
    invitee: await RestClient.as(site, invitee, { scopes: userScopes }),
    reader: await RestClient.as(site, reader),
    admin: await RestClient.as(site, admin),
    userAdmin: await RestClient.as(site, admin, { scopes: userScopes }),
    foreignAdmin: await RestClient.as(site, foreigner, { siteName: 'acme-basic' }),
  };
  const emails = {
    host: 'rest-host@acme.com',
    otherHost: 'rest-other@acme.com',
    invitee: 'rest-invitee@acme.com',
    admin: 'rest-admin@acme.com',
  };
  const kept = await everythingKept(database, UNHELD);
  let made = 0;
  return {
    clients,
    world() {
      made += 1;
      const fresh = `fresh${made}`;
      return {
        site,
        fresh,
        host,
        otherHost,
        invitee,
        admin,
        emails,
        clients,
        async meeting(elements = '') {
          const invited =
            '<participants><attendees><attendee><person><name>Ina</name>' +
            `<email>${emails.invitee}</email></person></attendee></attendees></participants>`;
          const { key } = await meeting(site, host, `${invited}${elements}`);
          return { key: Number(key), id: idsOf(site.context).series(acme.id, Number(key)) };
        },
      };
    },
    kept,
  };
}
