import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { guest, held } from '../../history/held.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, HOST, sharedSite } from '../../support/site.ts';

/** What each list of the history tells of a session of its service, with a host, one who comes twice, and one who comes once. */

const ADA = { name: 'Ada Lovelace', email: 'ada.lovelace@example.com' };
const BEN = { name: 'Ben', email: 'ben@elsewhere.com' };

forProtocol('a row of the history', (open) => {
  const site = sharedSite(open);
  const keys = new Map<string, number>();

  before(async () => {
    const { clock } = site();
    clock.turnTo(Date.UTC(2026, 4, 4, 8, 0));
    for (const service of ['meeting', 'training', 'event', 'support', 'sales'] as const) {
      const session = await held(site(), {
        service,
        confName: `The ${service}`,
        minutes: 45,
        document: {
          tracking: { trackingCode1: 'R&D' },
        },
        ...(service === 'sales' && { subject: { account: 'Initech', opportunity: 'Printers' } }),
        invited: [
          guest('Ada Lovelace', {
            joinStatus: 'ACCEPT',
            registers: true,
            details: {
              type: 'VISITOR',
              languageID: 1,
              company: 'Analytical',
              title: 'Countess',
              phones: { phone: '1,555,0100,,,,' },
              address: { address1: '1 Way', city: 'London', state: 'LDN', country: 'UK', zipCode: 'SW1' },
              enrollFields: {
                leadSourceID: 'fair',
                leadScore: '7.5',
                numEmployees: '10',
                'Why?': 'To learn',
              },
            },
          }),
          guest('Carl'),
        ],
        people: [
          { who: ADA, from: 5, to: 15, address: '198.51.100.7', agent: 'Firefox' },
          { who: ADA, from: 20, address: '198.51.100.7', agent: 'Firefox' },
          { who: BEN, from: 10.5, to: 12 },
        ],
      });
      keys.set(service, session.sessionKey);
      clock.advance({ minutes: 15 });
    }
  });

  /** The rows of a list, as objects; elements that repeat or hold others are left out. */
  async function rows(type: string, element: string, content = '', caller = HOST) {
    const answer = await site().ok(`history.${type}`, content, caller);
    return answer
      .all(element)
      .map(({ children }) =>
        Object.fromEntries(
          children.filter((one) => one.children.length === 0).map((one) => [one.name, one.text]),
        ),
      );
  }

  test('of a meeting', async () => {
    const [row, ...others] = await rows('LstmeetingusageHistory', 'meetingUsageHistory');
    assert.equal(others.length, 0);
    const { userID, confID, meetingType, ...facts } = row ?? {};
    assert.ok(Number(userID) > 0 && Number(confID) > 0 && meetingType);
    assert.deepEqual(facts, {
      sessionKey: String(keys.get('meeting')),
      confName: 'The meeting',
      meetingStartTime: '05/04/2026 08:00:00',
      meetingEndTime: '05/04/2026 08:45:00',
      duration: '45',
      timezone: 'GMT-08:00, Pacific (San Francisco)',
      hostWebExID: 'hostid',
      hostName: 'Holly Host',
      hostEmail: 'hostid@acme.com',
      totalCallInMinutes: '0',
      // 45 of the host, 10 and 25, and the two that a minute and a half has begun.
      totalPeopleMinutes: '82',
      totalCallInTollfreeMinutes: '0',
      totalCallOutDomestic: '0',
      totalCallOutInternational: '0',
      totalVoipMinutes: '82',
      totalParticipants: '3',
      totalParticipantsVoip: '3',
      totalParticipantsCallIn: '0',
      totalParticipantsCallOut: '0',
      peakAttendee: '3',
    });
  });

  test('of a meeting tells its tracking codes', async () => {
    const answer = await site().ok('history.LstmeetingusageHistory', '', HOST);
    assert.equal(answer.value('meetingUsageHistory/trackingCode/trackingCode1'), 'R&D');
  });

  test('of people in a meeting, one for each time that somebody came', async () => {
    const all = await rows('LstmeetingattendeeHistory', 'meetingAttendeeHistory');
    assert.deepEqual(
      all.map((row) => [row.name, row.joinTime, row.leaveTime, row.duration, row.participantType]),
      [
        ['Holly Host', '05/04/2026 08:00:00', '05/04/2026 08:45:00', '45', 'HOST'],
        ['Ada Lovelace', '05/04/2026 08:05:00', '05/04/2026 08:15:00', '10', 'ATTENDEE'],
        ['Ben', '05/04/2026 08:10:30', '05/04/2026 08:12:00', '2', 'ATTENDEE'],
        ['Ada Lovelace', '05/04/2026 08:20:00', '05/04/2026 08:45:00', '25', 'ATTENDEE'],
      ],
    );
    const { confID: _, ...ada } = all[1] ?? {};
    assert.deepEqual(ada, {
      meetingKey: String(keys.get('meeting')),
      confName: 'The meeting',
      ipAddress: '198.51.100.7',
      clientAgent: 'Firefox',
      company: 'Analytical',
      title: 'Countess',
      phoneNumber: '1,555,0100,,,,',
      address1: '1 Way',
      address2: '',
      city: 'London',
      state: 'LDN',
      country: 'UK',
      zipCode: 'SW1',
      name: 'Ada Lovelace',
      email: 'ada.lovelace@example.com',
      joinTime: '05/04/2026 08:05:00',
      leaveTime: '05/04/2026 08:15:00',
      duration: '10',
      participantType: 'ATTENDEE',
      voipDuration: '10',
      externalParticipant: 'EXTERNAL',
    });
    assert.equal(all[0]?.externalParticipant, 'INTERNAL');
  });

  test('adds up: the minutes of the stays are those of the session', async () => {
    for (const [service, session, attendee] of [
      [
        'training',
        'LsttrainingsessionHistory trainingSessionHistory',
        'LsttrainingattendeeHistory trainingAttendeeHistory',
      ],
      ['event', 'LsteventsessionHistory eventSessionHistory', 'LsteventattendeeHistory eventAttendeeHistory'],
      [
        'support',
        'LstsupportsessionHistory supportSessionHistory',
        'LstsupportattendeeHistory supportAttendeeHistory',
      ],
      ['sales', 'LstsalesSessionHistory salesSessionHistory', 'LstsalesAttendeeHistory salesAttendeeHistory'],
    ] as const) {
      const [list = '', element = ''] = session.split(' ');
      const [row, ...others] = await rows(list, element);
      assert.deepEqual(
        [row?.sessionKey, row?.confName, others.length],
        [String(keys.get(service)), `The ${service}`, 0],
      );
      const [people = '', person = ''] = attendee.split(' ');
      const stays = await rows(people, person);
      assert.equal(stays.length, 4);
      assert.equal(
        stays.reduce((sum, { duration }) => sum + Number(duration), 0),
        Number(row?.totalPeopleMinutes),
        service,
      );
    }
  });

  test('of a training counts who was invited, who had registered, and who came beside the host', async () => {
    const [row] = await rows(
      'LsttrainingsessionHistory',
      'trainingSessionHistory',
      '<returnPSOFields>true</returnPSOFields>',
    );
    assert.deepEqual(
      [
        row?.totalInvited,
        row?.totalRegistered,
        row?.totalAttendee,
        row?.timezone,
        row?.totalCallInTolllfreeMinutes,
      ],
      ['1', '1', '2', '4', '0'],
    );
    assert.equal(row?.psoFields, '');
    const people = await rows('LsttrainingattendeeHistory', 'trainingAttendeeHistory');
    assert.deepEqual(
      people.map((one) => [one.attendeeName, one.registered, one.invited]),
      [
        ['Holly Host', 'N', 'N'],
        ['Ada Lovelace', 'Y', 'Y'],
        ['Ben', 'N', 'N'],
        ['Ada Lovelace', 'Y', 'Y'],
      ],
    );
  });

  test('of an event tells what people wrote when they enrolled', async () => {
    const session = await site().ok('history.LsteventsessionHistory', '', HOST);
    const source = ['leadSourceID', 'count', 'avgLeadScore'].map((name) =>
      session.value(`eventSessionHistory/source/${name}`),
    );
    assert.deepEqual(source, ['fair', '1', '7.5']);
    const answer = await site().ok('history.LsteventattendeeHistory', '', HOST);
    assert.deepEqual(answer.texts('eventAttendeeHistory/leadSourceID'), ['fair', 'fair']);
    assert.deepEqual(answer.texts('eventAttendeeHistory/leadScore'), ['7.5', '7.5']);
    assert.deepEqual(answer.texts('eventAttendeeHistory/regQandA/regQ'), ['Why?', 'Why?']);
    assert.deepEqual(answer.texts('eventAttendeeHistory/regQandA/regA'), ['To learn', 'To learn']);
  });

  test('of a sales session tells its account and opportunity, and can be looked for by them', async () => {
    const byAccount = await rows(
      'LstsalesSessionHistory',
      'salesSessionHistory',
      '<account>Initech</account>',
    );
    assert.deepEqual([byAccount[0]?.account, byAccount[0]?.opportunity], ['Initech', 'Printers']);
    await site().refused(
      '000015',
      'history.LstsalesSessionHistory',
      '<opportunity>Paper</opportunity>',
      HOST,
    );
    const people = await rows('LstsalesAttendeeHistory', 'salesAttendeeHistory');
    assert.deepEqual(
      people.map((one) => [one.account, one.attendeeType]),
      [
        ['Initech', 'SALESTEAM'],
        ['Initech', 'PROSPECT'],
        ['Initech', 'PROSPECT'],
        ['Initech', 'PROSPECT'],
      ],
    );
  });

  test('tells its times in the zone that is asked for, and its own zone as it was', async () => {
    const [row] = await rows('LsteventsessionHistory', 'eventSessionHistory', '<timeZoneID>25</timeZoneID>');
    assert.deepEqual([row?.sessionStartTime, row?.timezone], ['05/04/2026 12:00:00', '4']);
    const [training] = await rows(
      'LsttrainingattendeeHistory',
      'trainingAttendeeHistory',
      '<timeZoneID>25</timeZoneID>',
    );
    assert.equal(training?.startTime, '05/04/2026 11:00:00');
  });

  test('of a personal room tells its title, and nothing that was scheduled', async () => {
    const { context } = site();
    const acme = await context.sites.required('acme');
    const owner = await context.accounts.withProfile(await context.accounts.required(acme, 'hostid'));
    const coming = { name: 'Holly Host', email: owner.email, account: owner, isHost: true };
    await context.live.enter(acme, { kind: 'room', owner }, coming);
    await context.live.end(acme, Number(owner.accessCode));
    const key = `<meetingKey>${owner.accessCode}</meetingKey>`;
    const [row] = await rows('LstmeetingusageHistory', 'meetingUsageHistory', key);
    assert.deepEqual(
      [row?.confName, row?.duration, row?.peakAttendee],
      ["Holly Host's Personal Room", '0', '1'],
    );
    const byConfID = `<confID>${row?.confID}</confID>`;
    assert.equal((await rows('LstmeetingattendeeHistory', 'meetingAttendeeHistory', byConfID)).length, 1);
  });

  test('of an audio-only session is left out where nobody asks for it', async () => {
    const session = await held(site(), { service: 'audioOnly', confName: 'By telephone' });
    const key = `<meetingKey>${session.sessionKey}</meetingKey>`;
    const included = `${key}<inclAudioOnly>true</inclAudioOnly>`;
    for (const [list, element] of [
      ['LstmeetingusageHistory', 'meetingUsageHistory'],
      ['LstmeetingattendeeHistory', 'meetingAttendeeHistory'],
    ] as const) {
      await site().refused('000015', `history.${list}`, key, HOST);
      assert.equal((await rows(list, element, included)).length, 1);
    }
    // Without a filter the total is that of the kept counts.
    const all = await site().ok(
      'history.LstmeetingusageHistory',
      '<inclAudioOnly>true</inclAudioOnly>',
      HOST,
    );
    const spoken = await site().ok('history.LstmeetingusageHistory', '', HOST);
    const [more, fewer] = [all, spoken].map((answer) => Number(answer.value('matchingRecords/total')));
    assert.equal(more, (fewer ?? 0) + 1);
  });

  test('is written when the session has ended, and stays when it is deleted', async () => {
    const { context, clock } = site();
    const acme = await context.sites.required('acme');
    const session = await held(site(), {
      confName: 'Short-lived',
      document: { enableOptions: { autoDeleteAfterMeetingEnd: true } },
    });
    await site().refused(
      '060001',
      'meeting.GetMeeting',
      `<meetingKey>${session.sessionKey}</meetingKey>`,
      HOST,
    );
    const found = await rows(
      'LstmeetingusageHistory',
      'meetingUsageHistory',
      '<confName>short-</confName>',
      ADMIN,
    );
    assert.equal(found[0]?.sessionKey, String(session.sessionKey));
    const other = await held(site(), { confName: 'Long' });
    const host = await context.accounts.required(acme, 'hostid');
    await context.live.enter(
      acme,
      { kind: 'session', session: other },
      { name: 'H', email: 'h@x.com', account: host, isHost: true },
    );
    clock.advance({ seconds: 10 });
    const key = `<meetingKey>${other.sessionKey}</meetingKey>`;
    assert.equal((await rows('LstmeetingusageHistory', 'meetingUsageHistory', key)).length, 1);
    assert.equal((await rows('LstmeetingattendeeHistory', 'meetingAttendeeHistory', key)).length, 1);
    await context.live.end(acme, other.sessionKey);
    assert.equal((await rows('LstmeetingusageHistory', 'meetingUsageHistory', key)).length, 2);
  });
});
