import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RoomState } from '../../src/browser/pages/room-page.ts';
import { pageOf } from '../browser/follower.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, sharedSite } from '../support/site.ts';
import { begin, meeting, visitorAs } from '../url-api/portal.ts';

/** Who is in charge of a room, by its forms: those who are, those who would like to be, and those who were. */

forProtocol('the hosts of a room', (open) => {
  const shared = sharedSite(open);

  interface Room {
    readonly key: string;
    readonly PW: string;
    readonly host: Visitor;
  }

  async function room(more = ''): Promise<Room> {
    const { key, password } = await meeting(shared(), 'hostid', more);
    return { key, PW: password, host: await begin(shared(), key) };
  }

  async function joins({ key, PW }: Room, name: string, visitor = new Visitor(shared().url)) {
    const AE = `${name.toLowerCase()}${key}@example.com`;
    const visit = await visitor.get('/acme/m.php', { AT: 'JM', MK: key, AN: name, AE, PW });
    return { visitor, visit };
  }

  async function seenBy(visitor: Visitor, { key }: Room): Promise<RoomState> {
    const content = pageOf(await visitor.get('/acme/room.php', { MK: key }))?.content;
    assert.ok(content?.page === 'room', `shown: ${content?.page}`);
    return content.room;
  }

  async function idOf(visitor: Visitor, of: Room): Promise<string> {
    return (await seenBy(visitor, of)).people.find(({ isYou }) => isYou)?.id ?? '';
  }

  const deed = async (visitor: Visitor, { key: MK }: Room, DO: string, PERSON = '', RULE = '') =>
    (await visitor.post('/acme/room.php', { MK, DO, PERSON, RULE })).status;

  test('are told the password to invite others by, and nobody else is, whatever part they are given', async () => {
    const here = await room();
    const told = async (visitor: Visitor) => {
      const visit = await visitor.get('/acme/room.php', { MK: here.key });
      const content = pageOf(visit)?.content;
      assert.ok(content?.page === 'room');
      return { password: content.password, isInPage: visit.text.includes(here.PW) };
    };
    const { visitor: ann } = await joins(here, 'Ann');
    assert.equal((await told(here.host)).password, here.PW);
    assert.deepEqual(await told(ann), { password: undefined, isInPage: false });
    assert.equal(await deed(here.host, here, 'HANDOVER', await idOf(ann, here)), 302);
    assert.deepEqual(await told(ann), { password: undefined, isInPage: false });
  });

  const HOSTS_ONLY = [
    'END',
    'LOCK',
    'UNLOCK',
    'ADMIT',
    'ADMITALL',
    'REFUSE',
    'EXPEL',
    'FORGIVE',
    'MUTE',
    'MUTEALL',
    'HIDE',
    'UNSHARE',
    'ALLOW',
    'FORBID',
  ];
  const LEADER_ONLY = ['COHOST', 'PRESENTER', 'PANELIST', 'ATTENDEE', 'HANDOVER'];

  test('do what a guest, a presenter and somebody of another room are refused', async () => {
    const [here, there] = [await room(), await room()];
    const { visitor: ann } = await joins(here, 'Ann');
    const { visitor: bo } = await joins(here, 'Bo');
    const [hostID, annID] = [await idOf(here.host, here), await idOf(ann, here)];
    assert.equal(await deed(here.host, here, 'PRESENTER', await idOf(bo, here)), 302);
    for (const name of [...HOSTS_ONLY, ...LEADER_ONLY, 'TAKEBACK']) {
      for (const visitor of [ann, bo]) {
        assert.equal(await deed(visitor, here, name, hostID, 'share'), 403, name);
        assert.equal(await deed(visitor, here, name, annID, 'share'), 403, `${name} to a guest`);
      }
    }
    assert.deepEqual((await seenBy(ann, here)).deeds, ['LEAVE']);
    // The host of one room names somebody of another.
    await deed(there.host, there, 'EXPEL', annID);
    await deed(there.host, there, 'HANDOVER', annID);
    const { people, waiting, removed } = await seenBy(ann, here);
    assert.deepEqual(
      people.map(({ name, role = 'ATTENDEE' }) => [name, role]),
      [
        ['Holly Host', 'HOST'],
        ['Ann', 'ATTENDEE'],
        ['Bo', 'PRESENTER'],
      ],
    );
    assert.deepEqual([waiting, removed], [[], []]);
  });

  test('are helped by co-hosts, who make no others and do not put out a host', async () => {
    const here = await room();
    const { visitor: ann } = await joins(here, 'Ann');
    const { visitor: bo } = await joins(here, 'Bo');
    const [hostID, annID, boID] = [await idOf(here.host, here), await idOf(ann, here), await idOf(bo, here)];
    for (const id of [annID, boID]) await deed(here.host, here, 'COHOST', id);
    for (const name of LEADER_ONLY) assert.equal(await deed(ann, here, name, boID), 403, name);
    for (const id of [hostID, boID, annID]) assert.equal(await deed(ann, here, 'EXPEL', id), 403);
    assert.equal(await deed(ann, here, 'LOCK'), 302);
    assert.equal((await seenBy(bo, here)).isLocked, true);
    await deed(here.host, here, 'ATTENDEE', annID);
    assert.equal(await deed(ann, here, 'UNLOCK'), 403, 'and are unmade');
    // Whoever has the part by the host's word does not put out whose session it is.
    await deed(here.host, here, 'HANDOVER', boID);
    assert.equal((await seenBy(bo, here)).people.find(({ id }) => id === boID)?.role, 'HOST');
    await deed(bo, here, 'EXPEL', hostID);
    await deed(bo, here, 'ATTENDEE', hostID);
    // What is told of the session is of its host, whoever has the part.
    const info = await shared().ok('ep.GetSessionInfo', `<sessionKey>${here.key}</sessionKey>`, HOST);
    assert.equal(info.value('host/webExId'), 'hostid');
    const back = await seenBy(here.host, here);
    assert.ok(back.deeds.includes('TAKEBACK'));
    assert.equal(await deed(here.host, here, 'TAKEBACK'), 302);
    assert.equal((await seenBy(here.host, here)).people.find(({ id }) => id === hostID)?.role, 'HOST');
    assert.equal(await deed(bo, here, 'COHOST', annID), 403, 'who had it is a co-host again');
    assert.equal(await deed(bo, here, 'UNLOCK'), 302);
  });

  test('keep out whom they have removed, however they come, and let them back in', async () => {
    const here = await room();
    const { visitor: rex } = await joins(here, 'Rex');
    const rexID = await idOf(rex, here);
    await deed(here.host, here, 'EXPEL', rexID);
    const why = (visit: Awaited<ReturnType<typeof joins>>['visit']) => {
      const content = pageOf(visit)?.content;
      return content?.page === 'ended' ? content.why : content?.page;
    };
    assert.equal(why(await rex.get('/acme/room.php', { MK: here.key })), 'expelled');
    assert.equal(why((await joins(here, 'Rex', rex)).visit), 'expelled', 'the same browser');
    assert.equal(why((await joins(here, 'Roy', rex)).visit), 'expelled', 'under another name');
    assert.equal(why((await joins(here, 'Rex')).visit), 'expelled', 'another browser, the same address');
    // A program is told by a word, and has no way round.
    const BU = 'https://portal.example/back';
    const told = await rex.get('/acme/m.php', {
      AT: 'JM',
      MK: here.key,
      AN: 'X',
      AE: 'x@y.z',
      PW: here.PW,
      BU,
    });
    assert.match(String(told.target ?? told.text), /AccessDenied|expelled/);
    // Nothing of theirs is left: whoever comes from the same place asks first.
    const { visitor: ray } = await joins(here, 'Ray');
    const waiting = pageOf(await ray.get('/acme/room.php', { MK: here.key }))?.content;
    assert.ok(waiting?.page === 'waiting' && waiting.waitsFor === 'admission');
    // Who has an account is known.
    const member = await visitorAs(shared(), 'guest');
    const come = () => member.get('/acme/m.php', { AT: 'JM', MK: here.key, PW: here.PW });
    await come();
    await deed(here.host, here, 'EXPEL', await idOf(member, here));
    member.cookies.delete(`room_${here.key}`);
    assert.equal(why(await come()), 'expelled', 'the same account without its cookie');

    const removed = (await seenBy(here.host, here)).removed.map(({ name }) => name);
    assert.equal(removed.length, 2);
    await deed(here.host, here, 'FORGIVE', rexID);
    await joins(here, 'Rex', rex);
    const { people, waiting: still } = await seenBy(here.host, here);
    const isThere = [...people, ...still].some(({ name }) => name === 'Rex');
    assert.ok(isThere, 'forgiven');
  });

  test('say what everybody may, and it counts at once', async () => {
    const here = await room();
    const { visitor: ann } = await joins(here, 'Ann');
    const sends = async (what: object) => {
      const cookie = [...ann.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      await fetch(`${shared().url}/acme/signal.php`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: cookie },
        body: JSON.stringify({ MK: Number(here.key), sends: what }),
      });
      return (await seenBy(here.host, here)).people.find(({ name }) => name === 'Ann')?.sends;
    };
    assert.equal((await sends({ microphone: true, screen: true }))?.screen, true);
    assert.equal(await deed(here.host, here, 'FORBID', '', 'share'), 302);
    assert.equal(await deed(here.host, here, 'FORBID', '', 'unmute'), 302);
    const state = await seenBy(ann, here);
    assert.deepEqual([state.rules.share, state.rules.unmute, state.may.screen], [false, false, false]);
    const now = await sends({ screen: true });
    assert.deepEqual([now?.microphone, now?.screen], [true, false], 'heard still, not seen');
    await deed(here.host, here, 'MUTEALL');
    assert.equal((await sends({ microphone: true }))?.microphone, false, 'muted, and stays it');
    await deed(here.host, here, 'ALLOW', '', 'unmute');
    assert.equal((await sends({ microphone: true }))?.microphone, true);
    assert.equal(await deed(here.host, here, 'ALLOW', '', 'everything'), 400);
    await deed(here.host, here, 'FORBID', '', 'chatAll');
    assert.deepEqual((await seenBy(ann, here)).chat, { all: false, hosts: true, one: true });
  });

  test('alone read the names where the list of people is not for those who attend', async () => {
    const here = await room('<enableOptions><attendeeList>false</attendeeList></enableOptions>');
    const { visitor: ann } = await joins(here, 'Ann');
    const { visitor: bo } = await joins(here, 'Bo');
    const boID = await idOf(bo, here);
    const read = await ann.get('/acme/room.php', { MK: here.key });
    assert.doesNotMatch(read.text, /"Bo"/);
    const names = (await seenBy(ann, here)).people.map(({ name }) => name);
    assert.deepEqual(names, ['Holly Host', 'Ann', '']);
    assert.deepEqual(
      (await seenBy(here.host, here)).people.map(({ name }) => name),
      ['Holly Host', 'Ann', 'Bo'],
    );
    await deed(here.host, here, 'PRESENTER', boID);
    assert.ok((await seenBy(ann, here)).people.some(({ name }) => name === 'Bo'));
  });
});
