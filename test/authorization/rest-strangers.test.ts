import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ENDPOINTS } from '../../src/rest-api/endpoints.ts';
import { idsOf } from '../../src/rest-api/ids.ts';
import { nameOf, type RestEndpoint, type Scopes } from '../../src/rest-api/rest-endpoint.ts';
import { SCOPE_NAMES } from '../../src/sign-in/api-tokens/scopes.ts';
import { RestClient } from '../rest-api/client.ts';
import { sampled } from '../support/corpora.ts';
import { forSqlite } from '../support/databases.ts';
import { ADMIN, startSite, type TestSite } from '../support/site.ts';
import { begin } from '../url-api/portal.ts';
import { type Attack, changed, ofNothing, seenBy, textsIn } from './rest-attacks.ts';
import type { RestRow, RestWorld } from './rest-row.ts';
import { REST_ROWS } from './rest-rows.ts';
import { type OpenRestWorld, openRestWorld } from './rest-world.ts';

/**
 * Every endpoint of REST in the hands of those who have nothing to do with what they name. The requests are those of the
 * matrix, about things that are there; each is sent once more about things that are nowhere.
 */

async function attackOf(row: RestRow, world: RestWorld): Promise<Attack> {
  return {
    params: (await row.params?.(world)) ?? {},
    ...(row.query && { query: await row.query(world) }),
    ...(row.headers && { headers: await row.headers(world) }),
    ...(row.body && { body: await row.body(world) }),
  };
}

/** Of what is wrong: a comparison of long texts takes minutes. */
const MOST_SHOWN = 3;

const rowsOf = ({ method, path }: RestEndpoint) => REST_ROWS[`${method} ${path}`] ?? [];
const onlyReads = ({ method, onlyReads: declared }: RestEndpoint) => method === 'GET' || declared;

forSqlite('REST in the hands of strangers', (open) => {
  let site: TestSite;
  let rest: OpenRestWorld;
  let acme: { readonly id: number };
  before(async () => {
    site = await startSite(await open());
    rest = await openRestWorld(site);
    acme = await site.context.sites.required('acme');
  });
  after(() => site?.close());

  /** The request of a row; what is heard of its making is no change of a call's. */
  async function made(row: RestRow): Promise<Attack> {
    const attack = await attackOf(row, rest.world());
    await site.context.events.drain();
    await site.context.webhooks.deliverer.drain();
    return attack;
  }

  /** The same about what exists nowhere: an id of that site, or none at all. */
  const aboutNothing = (attack: Attack, whose: number | 'made-up') =>
    changed(attack, ofNothing(site.context, acme.id, whose));

  /** The same about a start of its series, and about a time that it ran; nothing where it is about no meeting. */
  async function inOtherForms(attack: Attack): Promise<readonly Attack[]> {
    const ids = idsOf(site.context);
    const { sessions, sites, history } = site.context;
    const series = textsIn(attack).find((text) => ids.meeting(acme.id, text)?.of === 'series');
    const sessionKey = series === undefined ? undefined : ids.meeting(acme.id, series)?.sessionKey;
    if (sessionKey === undefined) return [];
    const own = await sites.required('acme');
    const { startAt, confID, inProgress } = await sessions.required(own, sessionKey);
    if (!inProgress) await begin(site, String(sessionKey), rest.world().host);
    await site.context.events.drain();
    const [run] = await history.usagesOf(own, sessionKey);
    assert.ok(run, 'it runs');
    return [
      ids.occurrence(acme.id, sessionKey, startAt),
      ids.instance(acme.id, sessionKey, confID, run.startedAt),
    ].map((id) => changed(attack, (text) => (text === series ? id : text)));
  }

  /** What the caller can tell apart, and what is changed; empty where it is nothing. */
  async function toldApart(client: RestClient, endpoint: RestEndpoint, attack: Attack, siteId: number) {
    const unchanged = await rest.kept();
    const real = await seenBy(client, endpoint, attack);
    if (real.answer.status < 400 && !onlyReads(endpoint)) return { isAllowed: true, apart: [] };
    const apart: string[] = [];
    for (const whose of [acme.id, siteId, 'made-up'] as const) {
      const nothing = aboutNothing(attack, whose);
      if (JSON.stringify(nothing) === JSON.stringify(attack)) break;
      const { seen } = await seenBy(client, endpoint, nothing);
      if (seen !== real.seen) apart.push(`${real.seen}\nis not, of ${JSON.stringify(nothing)}:\n${seen}`);
    }
    if ((await rest.kept()) !== unchanged) apart.push('something is changed');
    return { isAllowed: real.answer.status < 400, apart };
  }

  test('what is not theirs is what is not there, to the byte', async () => {
    const { clients } = rest;
    const basic = await site.context.sites.required('acme-basic');
    const foreigner = await site.person({ siteName: 'acme-basic' });
    const attendee = await site.person({ privileges: { attendeeOnly: true, host: false } });
    const callers = [
      ['foreignAdmin', clients.foreignAdmin, basic.id],
      ['foreignHost', await RestClient.as(site, foreigner.webExID, { siteName: 'acme-basic' }), basic.id],
      ['otherHost', clients.otherHost, acme.id],
      ['attendee', await RestClient.as(site, attendee.webExID), acme.id],
    ] as const;
    const wrong: string[] = [];
    let attacked = 0;
    let turn = 0;
    for (const endpoint of ENDPOINTS) {
      for (const row of rowsOf(endpoint)) {
        const attack = await made(row);
        let forms = [attack, ...(await inOtherForms(attack))];
        for (const [who, client, siteId] of sampled(callers, 2, turn++)) {
          // Colleagues are told of some things, and asked for more: the row says so.
          if (siteId === acme.id && (row.may.includes('otherHost') || row.otherwise?.otherHost)) continue;
          for (const form of forms) {
            const { isAllowed, apart } = await toldApart(client, endpoint, form, siteId);
            attacked += 1;
            const about = `${nameOf(endpoint)} (${row.about ?? ''}) by ${who}: ${JSON.stringify(form)}`;
            wrong.push(...apart.map((one) => `${about}\n${one}`));
            if (!isAllowed || onlyReads(endpoint)) continue;
            // It may, for itself; what was made for the others may be another's now.
            forms = [await made(row)];
          }
        }
      }
    }
    assert.deepEqual(wrong.slice(0, MOST_SHOWN), []);
    assert.ok(attacked > 150, `${attacked} attacks`);
  });

  test('a scope too few opens nothing, and tells nothing', async () => {
    const { world } = rest;
    const tokens = new Map<string, RestClient>();
    const without = async (webExID: string, { user = [], admin = [] }: Scopes) => {
      const missing = [user, admin].flat();
      const name = `${webExID} ${missing.join()}`;
      const known = tokens.get(name);
      if (known) return known;
      const scopes = SCOPE_NAMES.filter((one) => !missing.includes(one));
      const made = await RestClient.as(site, webExID, { scopes });
      tokens.set(name, made);
      return made;
    };
    const wrong: string[] = [];
    for (const endpoint of ENDPOINTS) {
      const { scopes } = endpoint;
      const [row] = rowsOf(endpoint);
      if (typeof scopes === 'string' || !row) continue;
      const attack = await made(row);
      const clients = [await without(world().host, scopes), await without(world().admin, scopes)];
      const unchanged = await rest.kept();
      for (const client of clients) {
        const real = await seenBy(client, endpoint, attack);
        const nothing = await seenBy(client, endpoint, aboutNothing(attack, 'made-up'));
        if (real.answer.status !== 403 || real.seen !== nothing.seen)
          wrong.push(nameOf(endpoint) + real.seen);
      }
      if ((await rest.kept()) !== unchanged) wrong.push(`${nameOf(endpoint)} changes something`);
    }
    assert.deepEqual(wrong.slice(0, MOST_SHOWN), []);
  });

  test('a token that is over, was taken back, is of somebody who is gone, or of another kind is none', async () => {
    const { context, clock } = site;
    const { accounts, apiTokens } = context;
    const own = await context.sites.required('acme');
    const admin = { privileges: { siteAdmin: true } };
    const now = clock.now();
    const as = async (end: (webExID: string) => Promise<unknown>) => {
      const { webExID } = await site.person(admin);
      const { token } = await RestClient.as(site, webExID);
      await end(webExID);
      return token;
    };
    clock.turnTo(now - 2 * 24 * 60 * 60_000);
    const expired = await as(async () => {});
    clock.turnTo(now);
    const living = rest.clients.admin.token ?? '';
    const set = (webExId: string, elements: string) =>
      site.ok('user.SetUser', `<webExId>${webExId}</webExId>${elements}`);
    const dead = {
      expired,
      revoked: await as(async (webExID) => {
        const account = await accounts.required(own, webExID);
        const tokens = await apiTokens.listPersonal(account, own.securityVersion);
        for (const { id } of tokens) await apiTokens.revokePersonal(account, id);
      }),
      deactivated: await as((webExID) => set(webExID, '<active>DEACTIVATED</active>')),
      locked: await as((webExID) => set(webExID, '<security><lockAccount>true</lockAccount></security>')),
      'of an old password': await as((webExID) => set(webExID, '<password>P@ssword124</password>')),
      'made up': `plat_${'a'.repeat(43)}`,
      'cut short': living.slice(0, -1),
      'in other letters': living.toUpperCase(),
      'two in one': `${living} ${living}`,
      empty: '',
      'the ticket of a session': await site
        .ok('user.AuthenticateUser', '', ADMIN)
        .then((answer) => answer.value('sessionTicket')),
    };
    const nobody = new RestClient(site);
    const wrong: string[] = [];
    let turn = 0;
    for (const endpoint of ENDPOINTS) {
      const [row] = rowsOf(endpoint);
      if (endpoint.scopes === 'none' || !row) continue;
      const attack = await made(row);
      const unchanged = await rest.kept();
      const { seen } = await seenBy(nobody, endpoint, attack);
      turn += 1;
      // Each endpoint asks the same door: a third of the tokens for each, in turn.
      for (const [what, token] of Object.entries(dead).filter((_, at) => (at + turn) % 3 === 0)) {
        const { answer, seen: told } = await seenBy(new RestClient(site, token), endpoint, attack);
        if (answer.status !== 401 || told !== seen) wrong.push(`${nameOf(endpoint)}, ${what}: ${told}`);
      }
      const inQuery = { ...attack, query: { ...attack.query, access_token: living } };
      const { answer } = await seenBy(nobody, endpoint, inQuery);
      if (answer.status !== 401) wrong.push(`${nameOf(endpoint)} takes a token in its address`);
      if ((await rest.kept()) !== unchanged) wrong.push(`${nameOf(endpoint)} changes something`);
    }
    assert.deepEqual(wrong.slice(0, MOST_SHOWN), []);
  });
});
