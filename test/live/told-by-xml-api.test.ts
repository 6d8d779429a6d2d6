import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { hostFor } from '../../src/policies/host.ts';
import { newDocument } from '../../src/sessions/scheduling.ts';
import type { Session } from '../../src/sessions/session.ts';
import type { Site } from '../../src/sites/site.ts';
import { forProtocol } from '../support/databases.ts';
import { ADMIN, HOST, sharedSite } from '../support/site.ts';
import { hostOf, stranger } from './meeting-house.ts';

/** What the XML API says of a session while people are in it. */

forProtocol('the XML API tells of who is there', (open) => {
  const server = sharedSite(open);
  let acme: Site;
  before(async () => {
    acme = await server().context.sites.required('acme');
  });

  const hostid = async () => {
    const { accounts } = server().context;
    const account = await accounts.required(acme, 'hostid');
    return accounts.withProfile(account);
  };

  const scheduled = async (enableOptions = {}): Promise<Session> => {
    const { accounts, sessions } = server().context;
    const host = await hostFor(accounts, acme, await hostid(), undefined);
    const document = newDocument(acme, host);
    return sessions.create(
      acme,
      {
        host,
        creator: host,
        service: 'MeetingCenter',
        sessionType: 3,
        confName: 'Meeting',
        startAt: server().clock.now() + 86_400_000,
        duration: 60,
        timeZoneID: 4,
        listStatus: 'PUBLIC',
        document: {
          ...document,
          enableOptions: { ...document.enableOptions, ...enableOptions },
          remind: { enableReminder: true, minutesAhead: 10 },
        },
      },
      [],
    );
  };

  const openKeys = async () =>
    (await server().call('ep.LstOpenSession', '', HOST)).texts('services/sessions/sessionKey');

  const meeting = async ({ sessionKey }: Session) => {
    const answer = await server().ok('meeting.GetMeeting', `<meetingKey>${sessionKey}</meetingKey>`, HOST);
    return ['status', 'hostJoined', 'participantsJoined'].map((path) => answer.value(path));
  };

  const info = async (sessionKey: number) => {
    const answer = await server().ok('ep.GetSessionInfo', `<sessionKey>${sessionKey}</sessionKey>`, ADMIN);
    return ['status', 'isLocked'].map((path) => answer.value(path));
  };

  test('a meeting, from its first moment to its last', async () => {
    const { live } = server().context;
    const session = await scheduled();
    const key = session.sessionKey;
    assert.ok(!(await openKeys()).includes(String(key)));
    assert.deepEqual(await meeting(session), ['NOT_INPROGRESS', 'false', 'false']);
    assert.deepEqual(await info(key), ['NOT_INPROGRESS', undefined]);

    const place = { kind: 'session', session } as const;
    const holly = await live.enter(acme, place, hostOf(await hostid()));
    assert.ok((await openKeys()).includes(String(key)));
    assert.deepEqual(await meeting(session), ['INPROGRESS', 'true', 'false']);
    const ada = await live.enter(acme, place, stranger('Ada'));
    assert.deepEqual(await meeting(session), ['INPROGRESS', 'true', 'true']);
    await live.lock(acme, key, true);
    assert.deepEqual(await info(key), ['INPROGRESS', 'true']);

    await live.leave(acme, holly.token);
    assert.ok((await openKeys()).includes(String(key)));
    await live.leave(acme, ada.token);
    assert.ok(!(await openKeys()).includes(String(key)));
    assert.deepEqual(await meeting(session), ['NOT_INPROGRESS', 'false', 'false']);
    assert.deepEqual(await info(key), ['NOT_INPROGRESS', undefined]);
  });

  test('a personal room', async () => {
    const { live } = server().context;
    const owner = await hostid();
    const key = Number(owner.accessCode);
    assert.deepEqual(await info(key), ['NOT_INPROGRESS', undefined]);
    await live.enter(acme, { kind: 'room', owner }, hostOf(owner));
    assert.deepEqual(await info(key), ['INPROGRESS', 'false']);
    await live.lock(acme, key, true);
    assert.deepEqual(await info(key), ['INPROGRESS', 'true']);
    await live.end(acme, key);
    assert.deepEqual(await info(key), ['NOT_INPROGRESS', undefined]);
  });

  test('a meeting that is deleted at its end is found no more, and no mail tells of it', async () => {
    const { live, mail, sessionList } = server().context;
    const session = await scheduled({ autoDeleteAfterMeetingEnd: true });
    const others = (await sessionList.search(acme, {}, { startFrom: 1, maximumNum: 1, order: [] })).total - 1;
    await live.enter(acme, { kind: 'session', session }, hostOf(await hostid()));
    await live.end(acme, session.sessionKey);
    const key = `<meetingKey>${session.sessionKey}</meetingKey>`;
    assert.equal((await server().call('meeting.GetMeeting', key, HOST)).result, 'FAILURE');
    const mails = (await mail.outbox.list(acme)).mails.filter((one) => one.sessionKey === session.sessionKey);
    assert.deepEqual(mails.map(({ kind, state }) => [kind, state]).sort(), [
      ['reminder', 'CANCELLED'],
      ['scheduled', 'KEPT'],
    ]);
    const { total } = await sessionList.search(acme, {}, { startFrom: 1, maximumNum: 1, order: [] });
    assert.equal(total, others);
  });

  test('a meeting in progress is neither changed nor deleted', async () => {
    const session = await scheduled();
    await server().context.live.enter(acme, { kind: 'session', session }, hostOf(await hostid()));
    const key = `<meetingKey>${session.sessionKey}</meetingKey>`;
    for (const type of ['meeting.DelMeeting', 'meeting.SetMeeting']) {
      const answer = await server().call(type, key, HOST);
      assert.equal(answer.result, 'FAILURE', type);
      assert.match(answer.reason ?? '', /progress/i);
    }
  });
});
