import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { idsOf } from '../../src/rest-api/ids.ts';
import { TEXTS } from '../../src/rest-api/rest-problems.ts';
import { forEachDatabase } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { meeting } from '../url-api/portal.ts';
import { RestClient } from './client.ts';

forEachDatabase('The frame of the REST interface', (open) => {
  const site = sharedSite(open);

  async function aMeeting() {
    const { key } = await meeting(site(), 'hostid');
    const acme = await site().context.sites.required('acme');
    return { key: Number(key), id: idsOf(site().context).series(acme.id, Number(key)) };
  }

  test('a meeting made by XML is read, at both addresses', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { id, key } = await aMeeting();
    const { json } = await host.get(`meetings/${id}`);
    assert.equal(json.id, id);
    assert.equal(json.meetingNumber, String(key));
    assert.equal((await host.get(`${site().url}/api/v1/meetings/${id}`)).json.id, id);
  });

  suite('tokens', () => {
    test('none, one that is none, and one of another scheme: 401 with the documented text', async () => {
      const { id } = await aMeeting();
      for (const Authorization of ['', 'Bearer nonsense', 'Basic aG9zdGlk']) {
        const headers = { Authorization };
        const { json, headers: answered } = await new RestClient(site()).refused(
          401,
          'GET',
          `meetings/${id}`,
          { headers },
        );
        assert.equal(json.message, TEXTS.tokenMissing);
        assert.equal(answered.get('WWW-Authenticate'), 'Bearer');
      }
    });

    test('a scope too few: 403 with the documented text', async () => {
      const { id } = await aMeeting();
      const host = await RestClient.as(site(), 'hostid', { scopes: ['meeting:recordings_read'] });
      assert.equal((await host.refused(403, 'GET', `meetings/${id}`)).json.message, TEXTS.forbidden);
    });

    test('one of another site finds nothing', async () => {
      const { id } = await aMeeting();
      const other = await RestClient.as(site(), 'admin', { siteName: 'acme-basic' });
      assert.equal((await other.refused(404, 'GET', `meetings/${id}`)).json.message, TEXTS.noData);
    });
  });

  test('an unknown address, an unknown id and another method', async () => {
    const host = await RestClient.as(site(), 'hostid');
    assert.equal((await host.refused(404, 'GET', 'nothing/here')).json.message, TEXTS.notFound);
    for (const id of ['0'.repeat(32), 'x', `${'0'.repeat(32)}_20261128T100000Z`, '%00', '%ff']) {
      await host.refused(404, 'GET', `meetings/${id}`);
    }
    const { headers } = await host.refused(405, 'POST', `meetings/${'0'.repeat(32)}`);
    assert.match(headers.get('Allow') ?? '', /GET/);
  });

  test("a client's own TrackingID comes back, one that is none does not", async () => {
    const nobody = new RestClient(site());
    const own = { TrackingID: 'SIMPLE_6f1c2d3e-0000-4000-8000-000000000000' };
    assert.equal((await nobody.call('GET', 'x', { headers: own })).headers.get('TrackingID'), own.TrackingID);
    const { headers } = await nobody.call('GET', 'x', { headers: { TrackingID: 'a b<script>' } });
    assert.match(headers.get('TrackingID') ?? '', /^PARLANCE_/);
  });

  test('a preflight is answered, and no cookie counts', async () => {
    const { status, headers } = await new RestClient(site()).call('OPTIONS', 'meetings/x');
    assert.equal(status, 204);
    assert.equal(headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(headers.get('Access-Control-Allow-Credentials'), null);
  });
});
