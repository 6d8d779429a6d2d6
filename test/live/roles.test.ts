import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { CompiledQuery } from 'kysely';
import { RemovedFromSession, type RoomRules, type Stay } from '../../src/live/live.ts';
import type { Session } from '../../src/sessions/session.ts';
import { forEachDatabase } from '../support/databases.ts';
import { type House, hostOf, meetingHouse, stranger } from './meeting-house.ts';

/** Who is what in a room, who is kept out of it, and what its rules let people send. */

forEachDatabase('the roles of a room', (open) => {
  let house: House;
  before(async () => {
    house = await meetingHouse(await open());
  });

  const everything = { fits: ({ sends }: Stay) => sends };
  /** What the policy of rooms makes of it is told by its own test. */
  const asRuled = {
    fits: ({ isHost, sends }: Stay, { share }: RoomRules) => ({ screen: sends.screen && (isHost || share) }),
  };

  async function roles({ sessionKey }: Session) {
    const state = await house.live.state(house.site, sessionKey);
    return Object.fromEntries((state?.people ?? []).map(({ name, role }) => [name, role]));
  }

  /** A meeting with its host and two guests. */
  async function meeting() {
    const { host, session } = await house.meeting();
    const holly = await house.enter(session, hostOf(host));
    const ann = await house.enter(session, stranger('Ann'));
    const bo = await house.enter(session, stranger('Bo'));
    return { host, session, key: session.sessionKey, holly, ann, bo };
  }

  test('the host has the part, gives it away and takes it back', async () => {
    const { live, site } = house;
    const { session, key, holly, ann } = await meeting();
    assert.deepEqual(await roles(session), { 'Holly Host': 'HOST', Ann: 'ATTENDEE', Bo: 'ATTENDEE' });
    await live.handOver(site, key, ann.stay.publicId, everything);
    // Whose account it is hosts still.
    assert.deepEqual(await roles(session), { 'Holly Host': 'COHOST', Ann: 'HOST', Bo: 'ATTENDEE' });
    assert.equal((await live.stay(site, ann.token))?.isHost, true);
    await live.handOver(site, key, holly.stay.publicId, everything);
    assert.deepEqual(await roles(session), { 'Holly Host': 'HOST', Ann: 'ATTENDEE', Bo: 'ATTENDEE' });
    assert.equal((await live.stay(site, ann.token))?.isHost, false);
    assert.equal(await live.handOver(site, key, 'nobody', everything), false);
  });

  test('co-hosts are made and unmade; whoever presents presents again', async () => {
    const { live, site } = house;
    const { host, session } = await house.meeting();
    const holly = await house.enter(session, hostOf(host));
    const paula = await house.enter(session, { ...stranger('Paula'), role: 'PANELIST' });
    const appoint = (id: string, role: 'COHOST' | 'PRESENTER' | 'ATTENDEE') =>
      live.appoint(site, session.sessionKey, id, { role, ...everything });
    await appoint(paula.stay.publicId, 'COHOST');
    assert.equal((await roles(session)).Paula, 'COHOST');
    await appoint(paula.stay.publicId, 'ATTENDEE');
    assert.equal((await roles(session)).Paula, 'PANELIST');
    assert.equal(await appoint(holly.stay.publicId, 'ATTENDEE'), false, 'a host by right stays one');
    assert.equal((await roles(session))['Holly Host'], 'HOST');
  });

  test('an alternate host hosts until the host comes, and beside them then', async () => {
    const { host, session } = await house.meeting();
    const alternate = await house.host('deputy');
    const deputy = { ...hostOf(alternate), name: 'Deputy', role: 'COHOST' } as const;
    await house.enter(session, deputy);
    assert.deepEqual(await roles(session), { Deputy: 'HOST' });
    const { token } = await house.enter(session, hostOf(host));
    assert.deepEqual(await roles(session), { Deputy: 'COHOST', 'Holly Host': 'HOST' });
    await house.live.leave(house.site, token);
    assert.deepEqual(await roles(session), { Deputy: 'HOST' });
  });

  test('the part passes to a co-host when the host goes, and to nobody else', async () => {
    const { live, site } = house;
    const { session, key, holly, ann, bo } = await meeting();
    await live.appoint(site, key, bo.stay.publicId, { role: 'COHOST', ...everything });
    await live.leave(site, holly.token);
    assert.deepEqual(await roles(session), { Ann: 'ATTENDEE', Bo: 'HOST' });
    await live.leave(site, bo.token);
    assert.deepEqual(await roles(session), { Ann: 'ATTENDEE' });
    assert.equal((await live.stay(site, ann.token))?.isHost, false);
  });

  test('a right that was given ends with the credentials too', async () => {
    const { live, site, accounts } = house;
    const { session, key } = await meeting();
    const member = await house.host('member');
    const { stay } = await house.enter(session, { ...hostOf(member), name: 'Member', isHost: false });
    await live.appoint(site, key, stay.publicId, { role: 'COHOST', ...everything });
    assert.equal((await roles(session)).Member, 'COHOST');
    await accounts.change(site, member.webExId, () => ({ passwordHash: 'another' }));
    assert.equal((await roles(session)).Member, 'ATTENDEE');
    const again = await accounts.required(site, member.webExId);
    await house.enter(session, { ...hostOf(again), name: 'Member', isHost: false });
    assert.equal((await roles(session)).Member, 'ATTENDEE', 'to come again gives nothing back');
  });

  test('whoever has a host account becomes a co-host where any user may, until it is taken from them', async () => {
    const { live, site } = house;
    const document = { openTime: 900, rest: { anyUserToBeCoHost: true } };
    const { host, session } = await house.meeting({ startAt: house.clock.now(), document });
    const member = await house.host('any-user');
    const guest = { ...hostOf(member), name: 'Member', isHost: false, role: 'ATTENDEE' } as const;
    await house.enter(session, stranger('Ann'));
    const first = await house.enter(session, guest);
    assert.deepEqual(
      await roles(session),
      { Ann: 'ATTENDEE', Member: 'HOST' },
      'the part until the host comes',
    );
    await house.enter(session, hostOf(host));
    assert.deepEqual(await roles(session), { Ann: 'ATTENDEE', Member: 'COHOST', 'Holly Host': 'HOST' });
    const appoint = (id: string, role: 'COHOST' | 'ATTENDEE') =>
      live.appoint(site, session.sessionKey, id, { role, ...everything });
    assert.equal(await appoint(first.stay.publicId, 'ATTENDEE'), true);
    const { token } = await house.enter(session, guest);
    assert.equal((await roles(session)).Member, 'ATTENDEE', 'in the same stay');
    await live.leave(site, token);
    const again = await house.enter(session, guest);
    assert.equal((await roles(session)).Member, 'ATTENDEE', 'in another one');
    await appoint(again.stay.publicId, 'COHOST');
    await live.leave(site, again.token);
    await house.enter(session, guest);
    assert.equal((await roles(session)).Member, 'COHOST', 'given back');
    await live.end(site, session.sessionKey);
    const { attendances } = await house.usage(session);
    assert.deepEqual(
      attendances.map(({ name, isHost, coHosted }) => [name, isHost, coHosted]),
      [
        ['Ann', false, false],
        ['Member', false, true],
        ['Holly Host', true, false],
        ['Member', false, true],
        ['Member', false, true],
      ],
    );
  });

  test('the first alone becomes a co-host where the first user may, once they are let in', async () => {
    const { live, site } = house;
    const document = { rest: { firstUserToBeCoHost: true }, attendeeOptions: { request: true } };
    const { host, session } = await house.meeting({ document });
    await house.enter(session, hostOf(host));
    const [one, two] = [await house.host('first-user'), await house.host('second-user')];
    const come = (account: typeof one, name: string) =>
      house.enter(session, { ...hostOf(account), name, isHost: false, role: 'ATTENDEE' });
    const [waiting, second] = [await come(one, 'One'), await come(two, 'Two')];
    await live.admit(site, session.sessionKey, second.stay.publicId);
    await live.admit(site, session.sessionKey, waiting.stay.publicId);
    assert.deepEqual(await roles(session), { 'Holly Host': 'HOST', One: 'ATTENDEE', Two: 'COHOST' });
    await live.leave(site, second.token);
    const back = await come(two, 'Two');
    await live.admit(site, session.sessionKey, back.stay.publicId);
    assert.equal((await roles(session)).Two, 'COHOST', 'who was the first still is');
  });

  test('the first who comes before the host presents', async () => {
    const document = { openTime: 900, firstAttendeeAsPresenter: true };
    const { host, session } = await house.meeting({ startAt: house.clock.now(), document });
    await house.enter(session, stranger('Ann'));
    await house.enter(session, stranger('Bo'));
    await house.enter(session, hostOf(host));
    await house.enter(session, stranger('Cy'));
    assert.deepEqual(await roles(session), {
      Ann: 'PRESENTER',
      Bo: 'ATTENDEE',
      'Holly Host': 'HOST',
      Cy: 'ATTENDEE',
    });
  });

  test('whoever is put out is kept out until they are forgiven', async () => {
    const { live, site } = house;
    const { session, key, ann } = await meeting();
    const from = (name: string, address: string) => ({ ...stranger(name), address });
    assert.equal(await live.expel(site, key, ann.stay.publicId), true);
    assert.deepEqual(
      (await live.state(site, key))?.removed.map(({ name }) => name),
      ['Ann'],
    );
    const kept = (newcomer: Parameters<House['enter']>[1]) =>
      assert.rejects(house.enter(session, newcomer), RemovedFromSession);
    await kept({ ...stranger('Somebody'), earlier: [ann.token] });
    await kept({ ...stranger('Zoe'), email: 'ANN@elsewhere.com' });
    // By account and by invitation too, whatever they write.
    const member = await house.host('kept');
    const { stay } = await house.enter(session, { ...hostOf(member), isHost: false });
    await live.expel(site, key, stay.publicId);
    await kept({ ...stranger('Incognito'), account: member });
    // A guest from the same network is looked at first; anybody from elsewhere is not.
    const dan = await house.enter(session, from('Dan', '198.51.100.7'));
    await live.expel(site, key, dan.stay.publicId);
    assert.equal((await house.enter(session, from('Eve', '198.51.100.7'))).stay.state, 'WAITING');
    assert.equal((await house.enter(session, from('Flo', '198.51.100.8'))).stay.state, 'IN');
    const known = await house.host('neighbour');
    const neighbour = { ...hostOf(known), isHost: false, address: '198.51.100.7' };
    assert.equal((await house.enter(session, neighbour)).stay.state, 'IN');

    // By telephone the number is the name.
    const caller = { ...stranger('+4930123456'), email: '', via: 'PHONE' } as const;
    const call = await house.enter(session, caller);
    await live.expel(site, key, call.stay.publicId);
    await kept({ ...caller, via: 'TOLL_FREE' });
    assert.equal((await house.enter(session, { ...caller, name: '+4930999999' })).stay.state, 'IN');
    // Whoever gives no address is not everybody else who gives none.
    assert.equal((await house.enter(session, { ...stranger('Gil'), email: '' })).stay.state, 'IN');

    assert.equal(await live.forgive(site, key, ann.stay.publicId), true);
    assert.equal(await live.forgive(site, key, ann.stay.publicId), false);
    assert.equal((await house.enter(session, stranger('Ann'))).stay.state, 'IN');
  });

  test('the next run knows nothing of who was put out of the one before', async () => {
    const { live, site } = house;
    const { host, session, key, ann } = await meeting();
    await live.expel(site, key, ann.stay.publicId);
    await live.end(site, key);
    await house.enter(session, hostOf(host));
    const { stay } = await house.enter(session, { ...stranger('Ann'), earlier: [ann.token] });
    assert.equal(stay.state, 'IN');
  });

  test('they are kept out for as long as it runs, and forgotten a day after', async () => {
    const { live, site, clock } = house;
    const { session, key, holly, ann } = await meeting();
    await live.expel(site, key, ann.stay.publicId);
    for (let hour = 0; hour < 26; hour++) {
      clock.advance({ minutes: 59 });
      // The host's browser says that it is there.
      await house.database.run(
        CompiledQuery.raw(
          `update stay set lease_until = ${clock.now() + 3_600_000} where id = ${holly.stay.id}`,
        ),
      );
      await live.sweep();
    }
    await assert.rejects(house.enter(session, stranger('Ann')), RemovedFromSession);
    assert.ok(await live.stay(site, holly.token));
    await live.end(site, key);
    clock.advance({ hours: 25 });
    await live.sweep();
    assert.equal(await live.stay(site, ann.token), undefined);
  });

  test('a rule that is taken back stops what it allowed', async () => {
    const { live, site } = house;
    const { key, ann } = await meeting();
    await live.says(site, ann.token, () => ({ microphone: true, screen: true }));
    await live.rule(site, key, { share: false }, asRuled);
    const state = await live.state(site, key);
    assert.equal(state?.rules.share, false);
    assert.equal(state?.rules.chatAll, true);
    const { sends } = state?.people.find(({ name }) => name === 'Ann') ?? {};
    assert.deepEqual([sends?.microphone, sends?.screen], [true, false]);
  });

  test('all who wait are let in, or none where they do not all fit', async () => {
    const { live, site } = house;
    const document = { attendeeOptions: { request: true }, maxUserNumber: 3 };
    const { host, session } = await house.meeting({ document });
    await house.enter(session, hostOf(host));
    for (const name of ['Ann', 'Bo']) await house.enter(session, stranger(name));
    await live.admitAll(site, session.sessionKey);
    assert.deepEqual(Object.keys(await roles(session)), ['Holly Host', 'Ann', 'Bo']);
  });
});
