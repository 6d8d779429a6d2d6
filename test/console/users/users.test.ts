import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { sharedSite } from '../../support/site.ts';
import { ConsoleClient } from '../console-client.ts';

forProtocol('users in the console', (open) => {
  const site = sharedSite(open);
  let admin: ConsoleClient;
  before(async () => {
    admin = await ConsoleClient.as(site(), 'admin');
  });

  const numberOf = async (webExID: string) => {
    const { users } = (await admin.get('users', { query: { q: webExID } })).json;
    return users.find((user: { webExID: string }) => user.webExID === webExID).userID as number;
  };
  const read = async (webExID: string) => (await admin.get(`users/${await numberOf(webExID)}`)).json;

  test('are listed, searched, narrowed and sorted', async () => {
    const { json } = await admin.get('users', { query: { sort: '-webExID', size: '2' } });
    assert.equal(json.users.length, 2);
    assert.equal(json.total.isExact, true);
    const next = await admin.get('users', { query: { sort: '-webExID', size: '2', cursor: json.next } });
    assert.ok(json.users[1].webExID > next.json.users[0].webExID);
    const found = await admin.get('users', { query: { q: 'holly', role: 'host', state: 'active' } });
    assert.deepEqual(
      found.json.users.map((user: { webExID: string }) => user.webExID),
      ['hostid'],
    );
    const wrong = await admin.get('users', { query: { sort: 'webExID', cursor: 'made-up' } });
    assert.deepEqual([wrong.status, wrong.json.error.element], [422, 'after']);
  });

  test('are made with a welcome, and refused by the element that is wrong', async () => {
    const made = await admin.post('users', {
      webExID: 'nina',
      email: 'nina@acme.com',
      firstName: 'Nina',
      lastName: '<script>alert(1)</script>',
      sendsWelcome: true,
      details: {
        title: 'Dr',
        tracking: { trackingCode1: 'Sales' },
        privileges: { host: false, attendeeOnly: true },
      },
    });
    assert.equal(made.status, 200, made.text);
    assert.equal(made.json.role, 'attendee');
    assert.equal(made.json.values.tracking.trackingCode1, 'Sales');
    assert.equal(made.json.lastName, '<script>alert(1)</script>');
    const refusals = [
      [{ webExID: 'nina', email: 'n@acme.com', sendsWelcome: true }, 409, 'webExID'],
      [{ webExID: 'nora', email: 'NINA@acme.com', sendsWelcome: true }, 409, 'email'],
      [{ webExID: 'nora', email: 'no address', sendsWelcome: true }, 422, 'email'],
      [{ webExID: 'no<ra', email: 'nora@acme.com', sendsWelcome: true }, 422, 'webExID'],
      [{ webExID: 'nora', email: 'nora@acme.com' }, 422, 'password'],
      [{ webExID: 'nora', email: 'nora@acme.com', password: 'x' }, 422, 'password'],
    ] as const;
    for (const [body, status, element] of refusals) {
      const answer = await admin.post('users', { firstName: 'Nora', lastName: 'N', ...body });
      assert.deepEqual([answer.status, answer.json.error.element], [status, element], answer.text);
    }
  });

  test('are changed whole, element by element, and say so when they are read', async () => {
    await site().person({ webExId: 'carl', email: 'carl@acme.com' });
    const { userID, version } = await read('carl');
    const change = {
      firstName: 'Carla',
      email: 'carla@acme.com',
      address: { city: 'Köln' },
      phones: { mobilePhone: '+49 1' },
      timeZoneID: '25',
      languageID: 9,
      expiresOn: '2031-05-31',
      privileges: { siteAdmin: true },
      sessionTypes: { '1': false },
      supportedServices: { trainingCenter: false },
      personalUrl: 'carla.room',
      personalMeetingRoom: { hostPIN: '4711', PMRAutoLock: true, notifiesBySms: true },
      tracking: { trackingCode2: 'T2' },
      security: { forceChangePassword: true },
      options: { emailVisible: true },
      commOptions: { fax: false },
      myWebEx: { totalStorageSize: 7 },
      webACDPrefs: { isAgent: true, numAgentSessions: 3 },
      sessionOptions: { defaultSessionType: '1', autoDeleteAfterMeetingEnd: true },
    };
    const { json, status, text } = await admin.call('PUT', `users/${userID}`, { body: { version, change } });
    assert.equal(status, 200, text);
    const { values } = json;
    assert.deepEqual([values.timeZoneID, values.languageID, values.expiresOn], ['25', '9', '2031-05-31']);
    assert.equal(values.sessionTypes['1'], undefined);
    assert.deepEqual(
      [values.personalMeetingRoom.hostPIN, values.personalMeetingRoom.notifiesByEmail],
      ['4711', true],
    );
    assert.deepEqual(
      [values.address.city, values.options.emailVisible, values.myWebEx.totalStorageSize],
      ['Köln', true, 7],
    );
    assert.equal(json.role, 'admin');
    const xml = await site().ok('user.GetUser', '<webExId>carl</webExId>');
    assert.equal(xml.value('address/city'), 'Köln');
    assert.equal(xml.value('webACDPrefs/numAgentSessions'), '3');
    assert.equal(xml.value('timeZoneID'), '25');
  });

  test('tell whoever is second what has changed and by whom', async () => {
    await site().person({ webExId: 'dora', email: 'dora@acme.com', privileges: { siteAdmin: true } });
    const dora = await ConsoleClient.as(site(), 'dora');
    const { userID, version } = await read('hostid');
    const first = await dora.call('PUT', `users/${userID}`, {
      body: { version, change: { title: 'First' } },
    });
    assert.equal(first.status, 200);
    const second = await admin.call('PUT', `users/${userID}`, {
      body: { version, change: { title: 'Second' } },
    });
    assert.equal(second.status, 409);
    assert.deepEqual(
      [second.json.error.reason, second.json.error.changedBy, second.json.error.current.values.title],
      ['StaleVersion', 'dora', 'First'],
    );
    // Somebody who signs in meanwhile is no change.
    const { version: current } = second.json.error.current;
    await ConsoleClient.as(site(), 'hostid');
    const again = await admin.call('PUT', `users/${userID}`, {
      body: { version: current, change: { title: 'Second' } },
    });
    assert.equal(again.status, 200);
  });

  test('cannot lock themselves out', async () => {
    const { userID, version, isOwn } = await read('admin');
    assert.equal(isOwn, true);
    for (const change of [
      { locked: true },
      { privileges: { siteAdmin: false } },
      { expiresOn: '2001-01-01' },
    ]) {
      const answer = await admin.call('PUT', `users/${userID}`, { body: { version, change } });
      assert.equal(answer.status, 403, answer.text);
    }
    assert.equal((await admin.post(`users/${userID}/deactivate`)).status, 403);
  });

  test('are locked, unlocked, signed out, deactivated, and let in again', async () => {
    const person = await site().person({ webExId: 'emil', email: 'emil@acme.com' });
    const emil = await ConsoleClient.as(site(), 'emil');
    const { userID, devices } = await read('emil');
    assert.equal(devices.length, 1);
    assert.equal((await emil.get('me')).status === 401, false);
    assert.equal((await admin.post(`users/${userID}/sign-out`)).json.devices.length, 0);
    assert.equal((await emil.get('me')).status, 401);
    await site().context.accounts.change(await site().context.sites.required('acme'), 'emil', () => ({
      locked: true,
    }));
    assert.equal((await read('emil')).standing, 'locked');
    assert.equal((await admin.post(`users/${userID}/unlock`)).json.standing, 'active');
    assert.equal((await admin.post(`users/${userID}/deactivate`)).json.standing, 'inactive');
    await site()
      .refused('030004', 'user.GetUser', '<webExId>emil</webExId>', person)
      .catch(() => {});
    assert.equal((await admin.post(`users/${userID}/activate`)).json.standing, 'active');
    const set = await admin.call('PUT', `users/${userID}/password`, {
      body: { password: 'An0ther-one!', mustChange: true },
    });
    assert.equal(set.json.values.security.forceChangePassword, true);
    for (const status of [200, 200, 200, 429]) {
      assert.equal((await admin.post(`users/${userID}/reset-password`)).status, status);
    }
  });

  test('of a CI site are managed elsewhere, and the console says so', async () => {
    const ci = await ConsoleClient.as(site(), 'admin@acme.com', 'acme-ci');
    const { json } = await ci.get('users');
    assert.equal(json.isManaged, false);
    const { userID } = json.users.find((user: { webExID: string }) => user.webExID === 'hostid@acme.com');
    const { version } = (await ci.get(`users/${userID}`)).json;
    const refused = await ci.call('PUT', `users/${userID}`, {
      body: { version, change: { firstName: 'X' } },
    });
    assert.deepEqual([refused.status, refused.json.error.reason], [403, 'UserManagementNotAllowed']);
    const taken = await ci.call('PUT', `users/${userID}`, {
      body: { version, change: { tracking: { trackingCode1: 'x' } } },
    });
    assert.equal(taken.status, 200);
    const file = { name: 'a.csv', bytes: 'UserName' };
    assert.equal((await ci.call('POST', 'users/import', { file })).status, 403);
  });

  test('come from a file: tried, imported, and the refused rows come back with their reasons', async () => {
    const text = 'FirstName;LastName;UserName;Email\nFay;F;fay;fay@acme.com\nGil;G;gil;nowhere\n';
    const file = { name: 'people.csv', type: 'text/csv', bytes: `\ufeff${text}` };
    const tried = await admin.call('POST', 'users/import', { file, query: { isDryRun: 'true' } });
    assert.equal(tried.status, 200, tried.text);
    await site().context.jobWork.drain();
    const dry = (await admin.get(`jobs/${tried.json.job}`)).json;
    assert.deepEqual([dry.state, dry.total, dry.counts.created, dry.counts.refused], ['DONE', 2, 1, 1]);
    const { rows } = (await admin.get(`jobs/${dry.job}/rows`)).json;
    assert.deepEqual(
      rows.map((row: { verdict: string; comment: string }) => [row.verdict, row.comment]),
      [
        ['created', ''],
        ['refused', 'Email: must be one e-mail address'],
      ],
    );
    const real = await admin.post(`jobs/${dry.job}/import`, {});
    await site().context.jobWork.drain();
    assert.equal((await admin.get(`jobs/${real.json.job}`)).json.counts.created, 1);
    assert.equal((await read('fay')).firstName, 'Fay');
    const back = await admin.get(`jobs/${real.json.job}/file`);
    assert.match(back.headers.get('content-disposition') ?? '', /refused-acme-/);
    assert.match(back.text, /FirstName;LastName;UserName;Email;Comments\r\nGil;G;gil;nowhere;Email: must be/);
    const { jobs } = (await admin.get('jobs')).json;
    assert.equal(jobs[0].asker, 'admin');
  });
});
