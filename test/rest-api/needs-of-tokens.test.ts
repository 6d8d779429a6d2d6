/** What programs need of the answer that has their token: facts/rest-console.md, section 4. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor } from '../browser/visitor.ts';
import { forSqlite } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { RestClient } from './client.ts';

const BACK = 'https://planner.example.com/back';
const SCOPE = 'meeting:schedules_read meeting:schedules_write';

forSqlite('Programs that are granted a token', (open) => {
  const site = sharedSite(open);

  /** As a browser sends the form of the page. */
  function fieldsOf(page: string): Record<string, string> {
    const [, form = ''] = /<form [^>]*action="[^"]*authorize\.php"[^>]*>(.*?)<\/form>/s.exec(page) ?? [];
    const inputs = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
    return Object.fromEntries(
      [...inputs].map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
    );
  }

  async function granted() {
    const acme = await site().context.sites.required('acme');
    const { clientId, secret = '' } = await site().context.apiTokens.integrations.register(acme, {
      name: 'Planner',
      redirectUris: [BACK],
      scopes: SCOPE.split(' '),
      isPublic: false,
    });
    const { webExID } = await site().person();
    const visitor = new Visitor(site().url);
    await visitor.post('/acme/p.php', { AT: 'LI', WID: webExID, PW: PASSWORD });
    const asked = {
      client_id: clientId,
      redirect_uri: BACK,
      response_type: 'code',
      scope: SCOPE,
      state: 'a',
    };
    const { text } = await visitor.get('/acme/authorize.php', asked);
    const { target } = await visitor.post('/acme/authorize.php', { ...fieldsOf(text), DO: 'ALLOW' });
    return {
      client_id: clientId,
      client_secret: secret,
      code: target?.searchParams.get('code') ?? '',
      redirect_uri: BACK,
    };
  }

  async function exchanged(fields: Readonly<Record<string, string>>) {
    const answer = await fetch(`${site().url}/v1/access_token`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    assert.equal(answer.status, 200);
    const tokens = (await answer.json()) as Readonly<Record<string, unknown>>;
    const { access_token, refresh_token } = tokens;
    assert.ok(typeof access_token === 'string' && typeof refresh_token === 'string');
    return { tokens, access_token, refresh_token };
  }

  test('compare its scope as one text, want the type Bearer, and numbers of seconds', async () => {
    const { tokens } = await exchanged({ grant_type: 'authorization_code', ...(await granted()) });
    assert.equal(tokens.scope, `spark:kms ${SCOPE}`);
    assert.equal(tokens.token_type, 'Bearer');
    assert.equal(typeof tokens.refresh_token_expires_in, 'number');
    assert.equal(typeof tokens.expires_in, 'number');
  });

  test('call with it, and refresh it without asking anybody', async () => {
    const { client_id, client_secret, ...grant } = await granted();
    const client = { client_id, client_secret };
    const first = await exchanged({ grant_type: 'authorization_code', ...client, ...grant });
    const { refresh_token } = first;
    const second = await exchanged({ grant_type: 'refresh_token', ...client, refresh_token });
    for (const { access_token } of [first, second]) {
      await new RestClient(site(), access_token).get('meetings');
    }
  });
});
