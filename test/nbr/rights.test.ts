import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NBR_OPERATIONS } from '../../src/nbr/nbr-operations.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { dataFolder, recordingIn, withSound } from './recorded.ts';
import { type Arguments, call, meetingTicket, SITE_ID, siteIdOf, storageTicket } from './soap.ts';

/** Who may use the NBR services: the administrators of a site, and of their own site alone. */

const HOUR = 3_600_000;
const CONF_ID = 987_654_321;

forProtocol('The NBR services', (open) => {
  const shared = sharedSite(open, { settings: { data: dataFolder() } });

  /** A call of each operation that would succeed for an administrator. By password where it takes one. */
  const callsOf = async (): Promise<Record<string, Arguments>> => {
    const { id } = await recordingIn(shared(), { confID: CONF_ID, service: 'SupportCenter' });
    await withSound(shared(), id);
    const siteId = SITE_ID;
    const byName = { siteId, username: 'admin', password: PASSWORD };
    const byUserName = { siteId, userName: 'admin', password: PASSWORD };
    const ticket = await storageTicket(shared());
    const ofMeeting = { siteId, confId: CONF_ID, ticket };
    const { accounts, sites } = shared().context;
    const { userId } = await accounts.required(await sites.required('acme'), 'hostid');
    const dh = Buffer.alloc(1000, 7).toString('base64');
    const upload = { dh, siteId, userId, recordName: 'Brought', fileType: 'ARF' };
    const brought = await recordingIn(shared(), { document: { fileName: 'brought.arf' } });
    const report = { siteId, confId: CONF_ID, hashKey: ticket };
    return {
      getStorageAccessTicket: byName,
      getMeetingTicket: { ...byName, service: 'MC' },
      getNBRRecordIdList: byUserName,
      downloadFile: { ...byUserName, serviceName: 'SC', recordId: id },
      getNBRConfIdList: { siteId, ticket },
      getNBRStorageFile: ofMeeting,
      downloadNBRStorageFile: { siteId, recordId: id, ticket },
      downloadWAVFlie: ofMeeting,
      getMeetingXml: ofMeeting,
      getSCXml: ofMeeting,
      getNBRXmlForReport: report,
      getSCXmlReport: report,
      deleteNBRStorageFile: { ...ofMeeting, recordId: id },
      deleteMeetingXml: ofMeeting,
      // By tokens of hosts, too: uploads.test.ts has who may.
      uploadRecording: { ...upload, appToken: ticket },
      deleteUploadedRecording: { siteId, recordId: brought.id, appToken: ticket },
    };
  };

  const kept = async () => {
    const { database } = shared().context;
    const { builder } = database;
    return JSON.stringify([
      await database.all(builder.selectFrom('recording').selectAll().orderBy('id').compile()),
      await database.all(builder.selectFrom('recording_access').selectAll().orderBy('id').compile()),
      await database.all(builder.selectFrom('nbr_deletion').selectAll().orderBy('id').compile()),
    ]);
  };

  const refusal = async (operation: string, given: Arguments): Promise<string> => {
    const reply = await call(shared(), operation, given);
    return reply.status === 200 ? reply.returned.text : reply.faultstring;
  };

  test('have a row here for every operation', async () => {
    const rows = Object.keys(await callsOf());
    assert.deepEqual(rows.sort(), NBR_OPERATIONS.map(({ name }) => name).sort());
  });

  test('answer an administrator', async () => {
    for (const [operation, given] of Object.entries(await callsOf())) {
      const reply = await call(shared(), operation, given);
      assert.equal(reply.status, 200, `${operation}: ${reply.text.slice(0, 1000)}`);
    }
  });

  test('let nobody else in by password, and change nothing', async () => {
    const site = shared();
    const callers: Record<string, RegExp> = {
      hostid: /^AS0003/,
      guest: /^AS0003/,
      [(await site.person({ privileges: { roSiteAdmin: true } })).webExID]: /^AS0003/,
      [(await site.person({ privileges: { siteAdmin: true }, active: 'DEACTIVATED' })).webExID]: /^AS0005/,
      [(await site.person({ privileges: { siteAdmin: true }, expiresAt: 1 })).webExID]: /^AS0005/,
      nobody: /^AS0001/,
    };
    const calls = Object.entries(await callsOf()).filter(([, given]) => 'password' in given);
    const before = await kept();
    for (const [name, code] of Object.entries(callers)) {
      for (const [operation, given] of calls) {
        const named = 'username' in given ? { ...given, username: name } : { ...given, userName: name };
        assert.match(await refusal(operation, named), code, `${operation} by ${name}`);
      }
    }
    assert.equal(await kept(), before);
  });

  test('take no ticket but a right one of that site, and change nothing', async () => {
    const site = shared();
    const right = await storageTicket(site);
    const ofOthers = await storageTicket(site, 'acme-basic');
    const { sessionTicket } = await site.context.tickets.sessionTicketFor(
      await site.context.accounts.required(await site.context.sites.required('acme'), 'admin'),
      await site.context.sites.required('acme'),
    );
    const middle = Math.floor(right.length / 2);
    const turned = right[middle] === 'A' ? 'B' : 'A';
    const wrong = [
      'N',
      'x',
      'AS0001',
      `${right}A`,
      right.slice(0, -2),
      right.toLowerCase(),
      `${right.slice(0, middle)}${turned}${right.slice(middle + 1)}`,
      `${right}==`,
      ofOthers,
      sessionTicket,
      "' or 1=1 --",
    ];
    const calls = Object.entries(await callsOf()).filter(
      ([, given]) => 'ticket' in given || 'hashKey' in given,
    );
    const before = await kept();
    for (const ticket of wrong) {
      for (const [operation, given] of calls) {
        const named = 'ticket' in given ? { ...given, ticket } : { ...given, hashKey: ticket };
        assert.match(await refusal(operation, named), /^AS0002: /, `${operation} with ${ticket}`);
      }
    }
    for (const [operation, given] of calls) {
      const elsewhere = { ...given, siteId: siteIdOf('acme-basic') };
      assert.match(await refusal(operation, elsewhere), /^AS0002: /, operation);
      assert.match(await refusal(operation, { ...given, siteId: 42 }), /^AS0002: /, operation);
    }
    assert.equal(await kept(), before);
  });

  test('end a ticket with its hour, the password, the right, and the policy of the site', async () => {
    const site = shared();
    const { accounts, sites, clock } = site.context;
    const acme = () => sites.required('acme');
    const person = () => site.person({ privileges: { siteAdmin: true } });
    const list = (ticket: string) => refusal('getNBRConfIdList', { siteId: SITE_ID, ticket });
    const ticketOf = async ({ webExID }: { webExID: string }) => storageTicket(site, 'acme', webExID);

    const ticket = await ticketOf(await person());
    const began = clock.now();
    site.clock.turnTo(began + HOUR - 1);
    assert.doesNotMatch(await list(ticket), /^AS/);
    site.clock.turnTo(began + HOUR);
    assert.match(await list(ticket), /^AS0002/);

    const other = await person();
    const otherTicket = await ticketOf(other);
    await accounts.change(await acme(), other.webExID, () => ({ passwordHash: 'another' }));
    assert.match(await list(otherTicket), /^AS0002/);

    const demoted = await person();
    const ofDemoted = await ticketOf(demoted);
    await accounts.change(await acme(), demoted.webExID, () => ({
      profile: { privileges: { siteAdmin: false } },
    }));
    assert.match(await list(ofDemoted), /^AS0003/);

    const idle = await person();
    const ofIdle = await ticketOf(idle);
    await accounts.change(await acme(), idle.webExID, () => ({ active: 'DEACTIVATED' }));
    assert.match(await list(ofIdle), /^AS000[25]/);

    const last = await ticketOf(await person());
    assert.doesNotMatch(await list(last), /^AS/);
    const { settings } = await acme();
    await sites.change('acme', {
      settings: { security: { strictMeetingPasswords: !settings.security.strictMeetingPasswords } },
    });
    assert.match(await list(last), /^AS0002/);
  });

  test('tell nothing of the recordings and meetings of another site', async () => {
    const site = shared();
    const other = await recordingIn(site, { siteName: 'acme-basic', hostName: 'hostid', confID: 777 });
    const ticket = await storageTicket(site);
    const meetings = await meetingTicket(site);
    const siteId = SITE_ID;
    const unknown = 999_999_999;
    const asIfUnknown = async (operation: string, given: (id: number, conf: number) => Arguments) => {
      const theirs = await refusal(operation, given(other.id, 777));
      const none = await refusal(operation, given(unknown, 778));
      assert.equal(
        theirs.replaceAll(String(other.id), '#').replaceAll('777', '#'),
        none.replaceAll(String(unknown), '#').replaceAll('778', '#'),
      );
    };
    await asIfUnknown('downloadNBRStorageFile', (recordId) => ({ siteId, recordId, ticket }));
    await asIfUnknown('deleteNBRStorageFile', (recordId, confId) => ({ siteId, confId, recordId, ticket }));
    await asIfUnknown('getMeetingXml', (_, confId) => ({ siteId, confId, ticket: meetings }));
    await asIfUnknown('deleteMeetingXml', (_, confId) => ({ siteId, confId, ticket: meetings }));
    await asIfUnknown('getNBRStorageFile', (_, confId) => ({ siteId, confId, ticket }));
    const byName = { siteId, userName: 'admin', password: PASSWORD, serviceName: 'MC' };
    await asIfUnknown('downloadFile', (recordId) => ({ ...byName, recordId }));
    const listed = await call(site, 'getNBRRecordIdList', { siteId, userName: 'admin', password: PASSWORD });
    assert.ok(!listed.leaves.includes(String(other.id)));
    const confs = await call(site, 'getNBRConfIdList', { siteId, ticket });
    assert.ok(!confs.leaves.includes('777'));
    const { deletedAt } = (await site.context.recordings.find({ id: other.site }, other.id)) ?? {};
    assert.equal(deletedAt, null);
  });

  test('give out nothing that is not ready, lies in the bin or is of another meeting', async () => {
    const site = shared();
    const siteId = SITE_ID;
    const ticket = await storageTicket(site);
    const acme = await site.context.sites.required('acme');
    const processing = await recordingIn(site, { confID: 601, state: 'PROCESSING' });
    const deleted = await recordingIn(site, { confID: 602 });
    await site.context.recordings.discard(acme, deleted.id, () => {});
    for (const { id, confID } of [processing, deleted]) {
      assert.match(await refusal('downloadNBRStorageFile', { siteId, recordId: id, ticket }), /no recording/);
      const given = { siteId, confId: confID ?? 0, recordId: id, ticket };
      assert.match(await refusal('deleteNBRStorageFile', given), /no recording/);
      const listed = await call(site, 'getNBRStorageFile', { siteId, confId: confID ?? 0, ticket });
      assert.deepEqual(listed.leaves, []);
    }
    const ready = await recordingIn(site, { confID: 603 });
    const wrong = { siteId, confId: 604, recordId: ready.id, ticket };
    assert.match(await refusal('deleteNBRStorageFile', wrong), /no recording/);
    const brought = await recordingIn(site);
    const right = { siteId, confId: '', recordId: brought.id, ticket };
    assert.equal(await refusal('deleteNBRStorageFile', right), 'SUCCESS');
  });

  test('open one meeting by its report key, and no other', async () => {
    const site = shared();
    const siteId = SITE_ID;
    await recordingIn(site, { confID: 701, name: 'First' });
    await recordingIn(site, { confID: 702, name: 'Second' });
    const ticket = await storageTicket(site);
    const meeting = await call(site, 'getMeetingXml', { siteId, confId: 701, ticket });
    const hashKey = /reportKey="([0-9a-f]{64})"/.exec(meeting.text)?.[1] ?? '';
    const report = await call(site, 'getNBRXmlForReport', { siteId, confId: 701, hashKey });
    assert.ok(report.leaves.includes('First'));
    assert.doesNotMatch(report.text, /reportKey/);
    assert.match(await refusal('getNBRXmlForReport', { siteId, confId: 702, hashKey }), /^AS0002/);
    const elsewhere = { siteId: siteIdOf('acme-basic'), confId: 701, hashKey };
    assert.match(await refusal('getNBRXmlForReport', elsewhere), /^AS0002/);
    assert.match(await refusal('getMeetingXml', { siteId, confId: 701, ticket: hashKey }), /^AS0002/);
  });

  test('change nothing by GET', async () => {
    const site = shared();
    const ticket = await storageTicket(site);
    const { id } = await recordingIn(site, { confID: 801 });
    const query = `method=deleteNBRStorageFile&siteId=${SITE_ID}&confId=801&recordId=${id}&ticket=${ticket}`;
    const answer = await fetch(`${site.url}/nbr/services/NBRStorageService?${query}`);
    assert.equal(answer.status, 500);
    assert.match(await answer.text(), /call it by POST/);
    const acme = await site.context.sites.required('acme');
    assert.equal((await site.context.recordings.find(acme, id))?.deletedAt, null);
  });
});
