import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { type RoomRules, RULES, type Stay, type StayRole } from '../../src/live/live.ts';
import { termsOfSession } from '../../src/live/place.ts';
import { rulesIn } from '../../src/live/rules.ts';
import { roleIn } from '../../src/policies/admission.ts';
import { mediaRights } from '../../src/policies/media.ts';
import {
  chatRights,
  checkAppoints,
  checkExpels,
  checkHandsOver,
  leadsRoom,
  mayTakeBack,
  rulesOffered,
  runsRoom,
  seesName,
} from '../../src/policies/room.ts';
import { AccessDenied } from '../../src/refusal.ts';
import type { Attendee, AttendeeRole, PersonType } from '../../src/sessions/attendee.ts';
import { documentAfter } from '../../src/sessions/document-after.ts';
import { ENABLE_OPTIONS } from '../../src/sessions/documents/enable-options.ts';
import { TRAINING_OPTIONS } from '../../src/sessions/documents/training-document.ts';
import { STRANGER } from '../../src/sessions/relation.ts';
import type { SessionWithDocument } from '../../src/sessions/session.ts';
import type { Site } from '../../src/sites/site.ts';
import { zoneOf } from '../../src/time/time-zones.ts';
import { type Asked, type House, meetingHouse, stranger } from '../live/meeting-house.ts';
import { forSqlite } from '../support/databases.ts';
import { ROOT } from '../support/process.ts';

/** What people of a room may do there: by the options of the session, their role and the rules. */

const EVERYTHING = rulesIn(RULES.join(' '));
const NOTHING = rulesIn('');

forSqlite('what people of a room may do', (open) => {
  let house: House;
  let ann: Stay;
  before(async () => {
    house = await meetingHouse(await open());
    const { host, session } = await house.meeting();
    await house.enter(session, { ...stranger('Holly'), account: host, isHost: true });
    ann = (await house.enter(session, stranger('Ann'))).stay;
  });

  const as = (role: StayRole, more: Partial<Stay> = {}): Stay => ({
    ...ann,
    role,
    isHost: role === 'HOST' || role === 'COHOST',
    ...more,
  });

  type Options = NonNullable<NonNullable<Asked['document']>['enableOptions']>;

  async function sessionWith(enableOptions: Options, more: Asked = {}): Promise<SessionWithDocument> {
    const { session } = await house.meeting({ ...more, document: { ...more.document, enableOptions } });
    return house.sessions.withDocument(session);
  }

  /** Microphone, camera, screen of somebody, as one letter each. */
  function rights(session: SessionWithDocument | undefined, stay: Stay, rules = EVERYTHING, on?: Site) {
    const { microphone, camera, screen } = mediaRights(on ?? house.site, session, stay, rules);
    return `${microphone ? 'M' : '-'}${camera ? 'C' : '-'}${screen ? 'S' : '-'}`;
  }

  test('options of the session say what is sent in it', async () => {
    const off = {
      voip: false,
      audioVideo: false,
      multiVideo: false,
      desktopShare: false,
      applicationShare: false,
    };
    for (const [options, attendee, host] of [
      [{}, '---', '--S'],
      [{ voip: true }, 'M--', 'M-S'],
      [{ audioVideo: true }, 'MC-', 'MCS'],
      [{ multiVideo: true }, '-C-', '-CS'],
      [{ desktopShare: true }, '--S', '--S'],
      [{ applicationShare: true }, '--S', '--S'],
    ] as const) {
      const session = await sessionWith({ ...off, ...options });
      assert.equal(rights(session, as('ATTENDEE')), attendee, JSON.stringify(options));
      assert.equal(rights(session, as('HOST')), host, JSON.stringify(options));
    }
    assert.equal(rights(undefined, as('ATTENDEE')), 'MCS', 'a personal room');
  });

  test('an audio-only session has nothing to see', async () => {
    const sites = house.sites;
    const AUO = { serviceType: 'MeetingCenter', productCodePrefix: 'AUO', name: 'Audio' } as const;
    await sites.change('kept', { settings: { sessionTypes: { 216: AUO } } });
    const site = await sites.required('kept');
    const session = await sessionWith({ voip: false, audioVideo: true }, { sessionType: 216 });
    for (const role of ['ATTENDEE', 'PRESENTER', 'HOST'] as const) {
      assert.equal(rights(session, as(role), EVERYTHING, site), 'M--', role);
    }
  });

  test('the rules count for those who attend alone', async () => {
    const session = await sessionWith({ voip: true });
    assert.equal(rights(session, as('ATTENDEE'), NOTHING), '---');
    for (const role of ['PANELIST', 'PRESENTER', 'COHOST', 'HOST'] as const) {
      assert.equal(rights(session, as(role), NOTHING), 'MCS', role);
    }
    const speaking = as('ATTENDEE', { sends: { ...ann.sends, microphone: true } });
    assert.equal(rights(session, speaking, NOTHING), 'M--', 'whoever is heard is heard until muted');
    assert.equal(rights(session, as('LISTENER'), EVERYTHING), '---');
  });

  test('whoever attends an event listens, and a training is shown by its presenters', async () => {
    const first = (session: SessionWithDocument) => termsOfSession(house.site, session, 0).rules;
    const event = await sessionWith({ voip: true }, { service: 'EventCenter' });
    assert.equal(rights(event, as('ATTENDEE'), first(event)), '---');
    assert.equal(rights(event, as('PANELIST'), first(event)), 'MCS');
    const training = await sessionWith({ voip: true }, { service: 'TrainingCenter' });
    assert.equal(rights(training, as('ATTENDEE'), first(training)), 'MC-');
    assert.equal(rights(training, as('PRESENTER'), first(training)), 'MCS');
    for (const service of ['SupportCenter', 'SalesCenter', 'MeetingCenter'] as const) {
      const session = await sessionWith({ voip: true }, { service });
      assert.equal(rights(session, as('ATTENDEE'), first(session)), 'MCS', service);
    }
  });

  test('to whom somebody writes is said by the options, and by the rules', async () => {
    const off = { chat: true, chatHost: false, chatPresenter: false, chatAllAttendees: false };
    const to = (session: SessionWithDocument | undefined, stay: Stay, rules: RoomRules) => {
      const { all, hosts, one } = chatRights(session, stay, rules);
      return [all && 'all', hosts && 'hosts', one && 'one'].filter(Boolean).join(' ');
    };
    for (const [options, attendee, host] of [
      [{}, 'all hosts one', 'all hosts one'],
      [{ chat: false, chatAllAttendees: true }, '', ''],
      [{ chatHost: true }, 'hosts', 'all hosts one'],
      [{ chatPresenter: true }, 'hosts', 'all hosts one'],
      [{ chatAllAttendees: true }, 'all', 'all hosts one'],
      [{ chatAllAttendees: true, allowContactPrivate: true }, 'all one', 'all hosts one'],
    ] as const) {
      const session = await sessionWith({ ...off, ...options });
      assert.equal(to(session, as('ATTENDEE'), EVERYTHING), attendee, JSON.stringify(options));
      assert.equal(to(session, as('COHOST'), NOTHING), host, JSON.stringify(options));
    }
    const session = await sessionWith(off);
    assert.equal(to(session, as('ATTENDEE'), { ...EVERYTHING, chatAll: false }), 'hosts one');
    assert.equal(to(undefined, as('ATTENDEE'), EVERYTHING), 'all hosts one', 'a personal room');
  });

  test('a rule is offered where the session leaves something to it', async () => {
    const session = await sessionWith({
      voip: true,
      audioVideo: false,
      multiVideo: false,
      desktopShare: false,
      applicationShare: false,
      chat: false,
    });
    assert.deepEqual(rulesOffered(house.site, session), ['unmute']);
    assert.deepEqual(rulesOffered(house.site, undefined), [...RULES]);
  });

  test('attendees know each other unless the list is not for them', async () => {
    const other = { ...as('ATTENDEE'), id: ann.id + 1 };
    const silent = await sessionWith({});
    assert.equal(seesName(silent, as('ATTENDEE'), other), true, 'what nobody has asked for hides nobody');
    const { document } = silent;
    const timing = {
      zone: zoneOf(0),
      repeat: document.repeat,
      startLocal: undefined,
      exceptions: [],
    } as never;
    const { host } = await house.meeting();
    const after = (attendeeList: boolean, from = document) =>
      documentAfter(from, { document: { enableOptions: { attendeeList } } }, timing, host);
    const hidden = { ...silent, document: after(false) };
    assert.equal(seesName(hidden, as('ATTENDEE'), other), false);
    assert.equal(seesName(hidden, as('ATTENDEE'), as('ATTENDEE')), true, 'themselves');
    assert.equal(seesName(hidden, as('ATTENDEE'), { ...other, role: 'PANELIST' }), true);
    for (const role of ['HOST', 'COHOST', 'PRESENTER', 'PANELIST'] as const) {
      assert.equal(seesName(hidden, as(role), other), true, role);
    }
    const shown = { ...silent, document: after(true, hidden.document) };
    assert.equal(seesName(shown, as('ATTENDEE'), other), true);
  });

  test('the manual says of every option what becomes of it', async () => {
    const manual = await readFile(join(ROOT, 'docs/rooms.md'), 'utf8');
    const silent = [...ENABLE_OPTIONS, ...TRAINING_OPTIONS].filter(
      (option) => !manual.includes(`\`${option}\``),
    );
    assert.deepEqual(silent, []);
  });

  test('what somebody comes as is said by who they are, and by their invitation', () => {
    const invited = (role: AttendeeRole, type: PersonType = 'VISITOR') =>
      ({ role, details: { type, languageID: 1 } }) as Attendee;
    for (const [relation, attendee, role] of [
      [{ isHost: true }, undefined, 'HOST'],
      [{ isAlternateHost: true }, invited('HOST'), 'COHOST'],
      [{}, undefined, 'ATTENDEE'],
      [{}, invited('ATTENDEE'), 'ATTENDEE'],
      [{}, invited('PRESENTER'), 'PRESENTER'],
      [{}, invited('PRESENTER', 'PANELIST'), 'PANELIST'],
      [{}, invited('LIMITED'), 'LISTENER'],
      // An alternate host who has not signed in is not known to be one.
      [{}, invited('HOST'), 'PRESENTER'],
    ] as const) {
      assert.equal(roleIn({ ...STRANGER, ...relation }, attendee), role, `${role}: ${attendee?.role}`);
    }
  });

  test('who decides is who hosts, and of hosts who has the part', () => {
    for (const [stay, runs, leads, takes] of [
      [as('HOST', { ownRole: 'HOST' }), true, true, false],
      [as('HOST', { ownRole: 'ATTENDEE' }), true, true, false],
      [as('COHOST', { ownRole: 'HOST' }), true, true, true],
      [as('COHOST', { ownRole: 'COHOST' }), true, false, false],
      [as('COHOST', { ownRole: 'ATTENDEE' }), true, false, false],
      [as('PRESENTER'), false, false, false],
      [as('PANELIST'), false, false, false],
      [as('ATTENDEE'), false, false, false],
      [as('HOST', { ownRole: 'HOST', state: 'LEFT' }), false, false, false],
    ] as const) {
      const said = `${stay.role} who came as ${stay.ownRole}`;
      assert.deepEqual([runsRoom(stay), leadsRoom(stay), mayTakeBack(stay)], [runs, leads, takes], said);
    }
  });

  test('nobody does to others what is not theirs to do', () => {
    const host = as('HOST', { ownRole: 'HOST', id: 1 });
    const made = as('COHOST', { ownRole: 'ATTENDEE', id: 2 });
    const other = as('COHOST', { ownRole: 'ATTENDEE', id: 3 });
    const guest = as('ATTENDEE', { id: 4 });
    checkExpels(host, made);
    checkExpels(made, guest);
    assert.throws(() => checkExpels(made, other), AccessDenied);
    assert.throws(() => checkExpels(made, host), AccessDenied);
    assert.throws(() => checkExpels(made, made), AccessDenied);
    checkHandsOver(host, guest);
    assert.throws(() => checkHandsOver(host, { ...guest, via: 'PHONE' }), AccessDenied);
    checkAppoints(host, guest);
    assert.throws(() => checkAppoints(made, host), AccessDenied);
  });
});
