import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { newDocument, typeFor } from '../../../src/sessions/scheduling.ts';
import type { ServiceType } from '../../../src/sites/service-type.ts';
import { forProtocol } from '../../support/databases.ts';
import { type Caller, elements, HOST, sharedSite, type TestSite } from '../../support/site.ts';

/**
 * The documented table of who gets which element of GetSessionInfo: ✓ is for everybody, X for nobody, and PW for
 * those who send the session's password or are its host, alternate host or invited attendee. SC is sales: support
 * sessions are told of in the same way.
 */
const TABLE = `
  element                                        MC  SC  TC  EC  AO
  status                                         ✓   ✓   ✓   ✓   X
  presenter                                      X   X   ✓   X   X
  panelistsInfo                                  X   X   X   ✓   X
  programName                                    X   X   X   ✓   X
  sessionkey                                     ✓   ✓   ✓   ✓   ✓
  confID                                         ✓   ✓   ✓   ✓   ✓
  accessControl                                  ✓   ✓   ✓   ✓   ✓
  accessControl/sessionPassword                  PW  PW  PW  X   PW
  accessControl/listStatus                       ✓   ✓   ✓   ✓   ✓
  accessControl/registration                     ✓   X   ✓   ✓   X
  accessControl/registrationURL                  PW  X   ✓   ✓   X
  metaData                                       ✓   ✓   ✓   ✓   ✓
  metaData/confName                              ✓   ✓   ✓   ✓   ✓
  metaData/sessionType                           ✓   ✓   ✓   ✓   ✓
  metaData/serviceType                           ✓   ✓   ✓   ✓   ✓
  metaData/agenda                                PW  PW  PW  X   X
  metaData/description                           X   X   ✓   ✓   X
  metaData/account                               X   PW  X   X   X
  metaData/opportunity                           X   PW  X   X   X
  metaData/isRecurring                           ✓   ✓   ✓   ✓   ✓
  telephony                                      PW  PW  PW  X   PW
  telephony/telephonySupport                     PW  PW  PW  X   PW
  telephony/extTelephonyDescription              PW  PW  PW  X   PW
  telephony/globalCallInNumbersURL               PW  PW  PW  X   PW
  telephony/tollFreeRestrictionsURL              PW  PW  PW  X   PW
  telephony/callInNum                            PW  PW  PW  X   PW
  telephony/callInNum/backupTollNum              PW  PW  PW  X   PW
  telephony/participantAccessCode                PW  PW  PW  X   PW
  telephony/labels/participantLimitedAccessLabel X   X   X   X   PW
  test                                           X   X   PW  X   X
  test/title                                     X   X   PW  X   X
  test/titleURL                                  X   X   PW  X   X
`;

/** What the documentation does not show and the release notes do: as the session password. And what is ours. */
const NOT_IN_THE_TABLE = `
  element                                        MC  SC  TC  EC  AO
  accessControl/audioPassword                    PW  PW  PW  X   PW
  accessControl/passwordReq                      ✓   ✓   ✓   ✓   ✓
  telephony/participantLimitedAccessCode         X   X   X   X   PW
  host/firstName                                 ✓   ✓   ✓   ✓   ✓
  host/email                                     PW  PW  PW  PW  PW
  host/alternateHost                             PW  PW  PW  PW  PW
  schedule/startDate                             ✓   ✓   ✓   ✓   ✓
  attendeeOptions/joinRequiresAccount            ✓   ✓   ✓   ✓   ✓
  isAudioOnly                                    ✓   ✓   ✓   ✓   ✓
  sipURL                                         PW  X   X   X   X
  meetingLink                                    PW  PW  PW  PW  PW
`;

type Kind = 'MC' | 'SC' | 'TC' | 'EC' | 'AO' | 'support';
/** The column of the table. */
const columnOf = (kind: Kind) => (kind === 'support' ? 'SC' : kind);
type Cell = '✓' | 'X' | 'PW';

interface Row {
  readonly path: string;
  readonly cells: Readonly<Record<Exclude<Kind, 'support'>, Cell>>;
}

function rows(table: string): Row[] {
  const [head = [], ...lines] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return lines.map(([path = '', ...cells]) => ({
    path,
    cells: Object.fromEntries(cells.map((cell, at) => [head[at + 1], cell])) as Row['cells'],
  }));
}

const ROWS = [...rows(TABLE), ...rows(NOT_IN_THE_TABLE)];

/** A support session is about no customer. */
function rowsOf(kind: Kind): Row[] {
  return ROWS.filter(({ path }) => kind !== 'support' || !/account$|opportunity/.test(path));
}

const KINDS: readonly { kind: Kind; service: ServiceType; sessionType?: number }[] = [
  { kind: 'MC', service: 'MeetingCenter' },
  { kind: 'SC', service: 'SalesCenter' },
  { kind: 'support', service: 'SupportCenter' },
  { kind: 'TC', service: 'TrainingCenter' },
  { kind: 'EC', service: 'EventCenter' },
  { kind: 'AO', service: 'MeetingCenter', sessionType: 16 },
];

const SESSION_PASSWORD = 'Right0ne';
const RIGHT = `<sessionPassword>${SESSION_PASSWORD}</sessionPassword>`;

/** Everything that the table speaks of is there, so that what is not shown is hidden. */
const SETTINGS = {
  audioPasswordBySuperAdmin: true,
  audioPasswordBySiteAdmin: true,
  telephony: {
    tollNumber: '+1 408 1',
    tollFreeNumber: '+1 800 1',
    backupTollNumber: '+1 408 2',
    globalCallInNumbersURL: 'https://acme.com/numbers',
    tollFreeRestrictionsURL: 'https://acme.com/restrictions',
  },
};

interface People {
  readonly host: Caller;
  readonly alternateHost: Caller;
  readonly invited: Caller;
  readonly administrator: Caller;
  readonly reader: Caller;
  readonly otherHost: Caller;
  readonly attendee: Caller;
  readonly otherSite: Caller;
  readonly administratorOfOtherSite: Caller;
}

forProtocol('who sees what of a session', (open) => {
  const site = sharedSite(open);
  const keys = {} as Record<Kind, number>;
  let people: People;

  before(async () => {
    people = await peopleOf(site());
    for (const given of KINDS) keys[given.kind] = await sessionOf(site(), given);
  });

  const info = (kind: Kind, caller: Caller, password = '') =>
    site().ok('ep.GetSessionInfo', `<sessionKey>${keys[kind]}</sessionKey>${password}`, caller);

  /** Each caller, and whether the session is open to them. */
  const callers: readonly [string, (all: People) => Caller, string, boolean][] = [
    ['somebody unknown', () => ANONYMOUS, '', false],
    ['somebody with a wrong password', () => ANONYMOUS, '<sessionPassword>Wr0ng</sessionPassword>', false],
    ['somebody with the right password', () => ANONYMOUS, RIGHT, true],
    ['an invited attendee', ({ invited }) => invited, '', true],
    ['the host', ({ host }) => host, '', true],
    ['an alternate host', ({ alternateHost }) => alternateHost, '', true],
    ['a site administrator', ({ administrator }) => administrator, '', true],
    ['a read-only administrator', ({ reader }) => reader, '', true],
    ['another host', ({ otherHost }) => otherHost, '', false],
    ['another host with the right password', ({ otherHost }) => otherHost, RIGHT, true],
    ['an attendee who is not invited', ({ attendee }) => attendee, '', false],
  ];

  for (const { kind } of KINDS) {
    describe(`${kind}:`, () => {
      for (const [who, caller, password, isOpen] of callers) {
        test(who, async () => {
          const answer = await info(kind, caller(people), password);
          const seen = ROWS.filter(({ path }) => elements(answer.bodyContents[0], path).length > 0);
          const right = rowsOf(kind).filter(({ cells }) => {
            const cell = cells[columnOf(kind)];
            return cell === '✓' || (cell === 'PW' && isOpen);
          });
          assert.deepEqual(
            seen.map(({ path }) => path),
            right.map(({ path }) => path),
          );
          const secrets = [SESSION_PASSWORD, 'agenda of'].filter((text) => answer.text.includes(text));
          const shown = ROWS.filter(({ path }) => /sessionPassword|agenda/.test(path)).filter((row) =>
            right.includes(row),
          );
          assert.equal(secrets.length, shown.length, 'no secret comes by another way');
        });
      }

      test('another site does not even say that it exists', async () => {
        for (const caller of [{ siteName: 'elsewhere' }, people.otherSite, people.administratorOfOtherSite]) {
          for (const password of ['', RIGHT]) {
            const [there, nowhere] = await Promise.all(
              [keys[kind], 999_999_999].map((key) =>
                site().call('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>${password}`, caller),
              ),
            );
            assert.equal(there?.exceptionID, '060001');
            assert.equal(there?.text, nowhere?.text);
          }
        }
      });

      test('who sends a credential must send a right one', async () => {
        await site().refused(
          '030002',
          'ep.GetSessionInfo',
          `<sessionKey>${keys[kind]}</sessionKey>${RIGHT}`,
          { ...people.host, password: 'wrong' },
        );
      });
    });
  }

  test('a host is told the relation that they have, and nobody else is', async () => {
    const relations = async (caller: Caller) => {
      const answer = await info('MC', caller);
      return [answer.value('isCreator'), answer.value('isAlternateHost')];
    };
    assert.deepEqual(await relations(people.host), ['true', 'false']);
    assert.deepEqual(await relations(people.alternateHost), ['false', 'true']);
    assert.deepEqual(await relations(people.invited), ['false', 'false']);
    assert.deepEqual(await relations(people.administrator), ['false', 'false']);
    assert.deepEqual(await relations(ANONYMOUS), ['false', 'false']);
  });

  test('those who manage it are told the host key, and nobody else is', async () => {
    for (const { kind } of KINDS) {
      const { host, alternateHost, administrator, reader, invited, otherHost } = people;
      const told = async (caller: Caller, password = '') =>
        (await info(kind, caller, password)).value('hostKey') !== undefined;
      for (const caller of [host, alternateHost, administrator, reader]) assert.ok(await told(caller));
      for (const caller of [invited, otherHost, ANONYMOUS]) assert.ok(!(await told(caller, RIGHT)));
    }
  });

  test('a session of another service tells its own', async () => {
    const value = async (kind: Kind, path: string) => (await info(kind, people.host)).texts(path);
    assert.deepEqual(await value('TC', 'presenter'), ['presenter']);
    assert.deepEqual(await value('TC', 'metaData/description'), ['What one learns']);
    assert.deepEqual(await value('TC', 'test/title'), ['Doors']);
    assert.deepEqual(await value('TC', 'test/delivery'), ['IN_SESSION']);
    assert.deepEqual(await value('TC', 'test/status'), ['NOT_STARTED']);
    assert.match((await value('TC', 'test/titleURL'))[0] ?? '', /\/tests\.php\?MK=\d+$/);
    assert.deepEqual(await value('EC', 'panelistsInfo'), ['Four of the best']);
    assert.deepEqual(await value('EC', 'programName'), ['Spring']);
    assert.deepEqual(await value('SC', 'metaData/account'), ['Customer of SC']);
    assert.deepEqual(await value('SC', 'metaData/opportunity'), ['Customer of SC']);
  });

  test('a meeting without a password stays closed, whatever is sent', async () => {
    const key = (
      await site().ok(
        'meeting.CreateMeeting',
        '<metaData><confName>Open</confName><agenda>agenda of it</agenda></metaData>' +
          '<schedule><startDate>06/01/2026 10:00:00</startDate></schedule>',
        HOST,
      )
    ).value('meetingkey');
    for (const password of ['', '<sessionPassword/>', '<sessionPassword>undefined</sessionPassword>']) {
      const asked = `<sessionKey>${key}</sessionKey>${password}`;
      const answer = await site().ok('ep.GetSessionInfo', asked, { siteName: 'acme' });
      assert.equal(answer.value('accessControl/passwordReq'), 'false');
      assert.equal(answer.value('metaData/agenda'), undefined);
      assert.equal(answer.value('telephony'), undefined);
    }
  });
});

const ANONYMOUS: Caller = { siteName: 'seen' };

async function peopleOf(site: TestSite): Promise<People> {
  const { sites } = site.context;
  await sites.create({ siteName: 'seen', siteID: 8_100_001, type: 3, settings: SETTINGS });
  await sites.create({ siteName: 'elsewhere', siteID: 8_100_002, type: 3 });
  const on = (siteName: string, name: string, privileges = {}) =>
    site.person({ siteName, webExId: name, email: `${name}@acme.com`, privileges });
  const attendeeOnly = { host: false, attendeeOnly: true };
  return {
    host: await on('seen', 'host'),
    alternateHost: await on('seen', 'alternate'),
    invited: await on('seen', 'invited', attendeeOnly),
    administrator: await on('seen', 'administrator', { siteAdmin: true }),
    reader: await on('seen', 'reader', { roSiteAdmin: true }),
    otherHost: await on('seen', 'other'),
    attendee: await on('seen', 'attendee', attendeeOnly),
    // The same name and address as the host's, and yet somebody else.
    otherSite: await on('elsewhere', 'host'),
    administratorOfOtherSite: await on('elsewhere', 'administrator', { siteAdmin: true }),
  };
}

async function sessionOf(
  { context, clock }: TestSite,
  { kind, service, sessionType }: (typeof KINDS)[number],
): Promise<number> {
  const { sites, accounts, sessions } = context;
  const site = await sites.required('seen');
  const found = await accounts.find(site, 'host');
  assert.ok(found);
  const host = await accounts.withProfile(found);
  const usual = newDocument(site, host);
  const program = await context.programs.create(site, host, { name: 'Spring', listStatus: 'PUBLIC' });
  const named = { name: `Customer of ${kind}` };
  const intAccountID = await context.salesAccounts.create(host, named);
  const intOpptyID = await context.opportunities.create(host, { ...named, intAccountID });
  const session = await sessions.create(
    site,
    {
      host,
      creator: host,
      service,
      sessionType: typeFor(site, host, service, sessionType).meetingTypeID,
      confName: `A session (${kind})`,
      startAt: clock.now() + 3_600_000,
      duration: 30,
      timeZoneID: 25,
      listStatus: 'PUBLIC',
      document: {
        ...usual,
        password: SESSION_PASSWORD,
        audioPassword: '40008424',
        agenda: `The agenda of ${kind}`,
        telephony: { ...usual.telephony, extTelephonyDescription: 'Dial in', intlLocalCallIn: true },
        attendeeOptions: { ...usual.attendeeOptions, registration: true },
        ...(service === 'SalesCenter' && { intAccountID, intOpptyID }),
        ...(service === 'TrainingCenter' && { description: 'What one learns' }),
        ...(service === 'EventCenter' && {
          description: 'What one sees',
          panelistsInfo: 'Four of the best',
          programID: program.id,
        }),
      },
    },
    [person('invited', 'ATTENDEE'), person('alternate', 'HOST'), person('presenter', 'PRESENTER')],
  );
  if (service === 'TrainingCenter') {
    const { library, scheduled } = context.exams;
    const may = () => {};
    const content = {
      title: 'Doors',
      description: '',
      questions: [],
      display: 'allOnePage',
      assignGrades: true,
    } as const;
    const testID = await library.upload(site, host, content, { attributes: {}, content: '' });
    await scheduled.add(site, session.sessionKey, [testID], { session: may, test: may });
  }
  return session.sessionKey;
}

function person(name: string, role: 'ATTENDEE' | 'HOST' | 'PRESENTER') {
  const details = { type: 'VISITOR', languageID: 1 } as const;
  return { email: `${name}@acme.com`, name, role, joinStatus: 'INVITE', details } as const;
}
