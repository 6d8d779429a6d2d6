import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { AccountWithProfile } from '../../../src/accounts/account.ts';
import type { NewAttendee } from '../../../src/sessions/attendee.ts';
import { newDocument } from '../../../src/sessions/scheduling.ts';
import type { ServiceType } from '../../../src/sites/service-type.ts';
import { forProtocol } from '../../support/databases.ts';
import { type Answer, type Caller, sharedSite, type TestSite, xml } from '../../support/site.ts';

/** What the site has, and what a list must therefore show: found here by looking at every one of them. */

interface Given {
  readonly confName: string;
  readonly host: string;
  readonly service: ServiceType;
  readonly sessionType: number;
  /** Hours from now. */
  readonly start: number;
  readonly trackingCode1?: string;
  readonly assistRequest?: string;
  readonly alternateHost?: string;
  readonly invited?: string;
  readonly recurring?: boolean;
  readonly inProgress?: boolean;
}

interface Kept extends Given {
  readonly sessionKey: string;
  readonly confID: string;
}

const meetingOf = (confName: string, host: string, start: number, more: Partial<Given> = {}): Given => ({
  confName,
  host,
  start,
  service: 'MeetingCenter',
  sessionType: 3,
  ...more,
});

const GIVEN: readonly Given[] = [
  meetingOf('Review', 'Anna', 1, { trackingCode1: 'b' }),
  meetingOf('review of June', 'bert', 1, { trackingCode1: 'a', alternateHost: 'Anna' }),
  meetingOf('REVIEW of July', 'Cleo', 2, { trackingCode1: 'B', invited: 'Anna' }),
  meetingOf('Retrospective', 'Anna', 2, { sessionType: 1, assistRequest: 'yes' }),
  meetingOf('100% done', 'bert', 3, { trackingCode1: 'a' }),
  meetingOf('100 done', 'bert', 3, { trackingCode1: '' }),
  meetingOf('a_b', 'Cleo', 4),
  meetingOf('axb', 'Cleo', 4, { alternateHost: 'bert', invited: 'Anna' }),
  meetingOf('Übung', 'Anna', 5, { trackingCode1: 'ä' }),
  meetingOf('über allem', 'bert', 5, { trackingCode1: 'z' }),
  meetingOf('ΟΔΟΣ', 'Cleo', 5),
  meetingOf('ΟΔΟΣΗΜΟ', 'Cleo', 5),
  meetingOf('☃ and 🎄', 'Anna', 6, { assistRequest: 'no' }),
  meetingOf('O\'Brien \\ "quotes" <b>&amp;', 'Anna', 6),
  meetingOf('Weekly', 'Anna', 7, { recurring: true, trackingCode1: 'b' }),
  meetingOf('Weekly too', 'bert', 7, { recurring: true, invited: 'Cleo' }),
  meetingOf('Running', 'Cleo', 8, { inProgress: true }),
  meetingOf('Running as well', 'Anna', 9, { inProgress: true, sessionType: 1 }),
  meetingOf('On the telephone', 'Anna', 10, { sessionType: 16 }),
  meetingOf('Support', 'bert', 11, { service: 'SupportCenter', sessionType: 13 }),
  meetingOf('Remote access', 'bert', 11, { service: 'SupportCenter', sessionType: 10 }),
  meetingOf('System management', 'Cleo', 12, { service: 'SupportCenter', sessionType: 14 }),
  meetingOf('Training', 'Anna', 13, { service: 'TrainingCenter', sessionType: 11, trackingCode1: 'b' }),
  meetingOf('An event', 'Cleo', 14, { service: 'EventCenter', sessionType: 9, inProgress: true }),
  meetingOf('Sales', 'bert', 15, { service: 'SalesCenter', sessionType: 15 }),
];

const SPECIAL = [16, 10, 14];

forProtocol('LstsummarySession', (open) => {
  const site = sharedSite(open);
  let all: Kept[] = [];
  const callers = {} as Record<'admin' | 'reader' | 'Anna' | 'bert' | 'Cleo' | 'nobody', Caller>;

  before(async () => {
    const { sites } = site().context;
    for (const siteName of ['listed', 'twin']) {
      await sites.create({ siteName, siteID: siteName.length + 8_500_000, type: 3 });
      for (const name of ['Anna', 'bert', 'Cleo']) {
        callers[name as 'Anna'] = await personOf(siteName, name);
      }
      callers.admin = await personOf(siteName, 'Zadmin', { siteAdmin: true });
      if (siteName === 'listed') {
        all = await keep(site(), siteName, GIVEN);
        callers.reader = await personOf(siteName, 'reader', { roSiteAdmin: true });
        callers.nobody = await personOf(siteName, 'nobody');
      } else await keep(site(), siteName, GIVEN.slice(0, 5));
    }
    for (const [name, caller] of Object.entries(callers)) {
      callers[name as 'Anna'] = { ...caller, siteName: 'listed' };
    }
  });

  const personOf = (siteName: string, webExId: string, privileges = {}) =>
    site().person({ siteName, webExId, email: `${webExId}@acme.com`, privileges });

  const list = (content: string, caller: Caller) => site().call('ep.LstsummarySession', content, caller);

  const WHOLE = '<listControl><maximumNum>500</maximumNum></listControl>';

  const names = (answer: Answer) => answer.texts('session/confName').sort();

  /** The list holds these and no others, and says so. */
  const holds = async (content: string, caller: Caller, which: (one: Kept) => boolean) => {
    const expected = all.filter(which).map(({ confName }) => confName);
    const answer = await list(WHOLE + content, caller);
    assert.deepEqual(names(answer), expected.sort(), content);
    if (expected.length === 0) {
      assert.equal(answer.exceptionID, '000015', content);
      return;
    }
    assert.equal(answer.value('matchingRecords/total'), String(expected.length), `total of ${content}`);
    const short = await list(`<listControl><maximumNum>1</maximumNum></listControl>${content}`, caller);
    assert.equal(
      short.value('matchingRecords/total'),
      String(expected.length),
      `total of a page, ${content}`,
    );
    assert.equal(short.value('matchingRecords/returned'), '1');
  };

  const isOwn = (name: string) => (one: Kept) => one.host === name || one.alternateHost === name;
  const isInvited = (name: string) => (one: Kept) => isOwn(name)(one) || one.invited === name;

  const types = (...given: number[]) =>
    `<sessionTypes>${given.map((type) => `<sessionType>${type}</sessionType>`).join('')}</sessionTypes>`;
  const services = (...given: string[]) =>
    `<serviceTypes>${given.map((type) => `<serviceType>${type}</serviceType>`).join('')}</serviceTypes>`;

  describe('shows', () => {
    test('the whole site to administrators, and to nobody else', async () => {
      await holds('', callers.admin, () => true);
      await holds('', callers.reader, () => true);
      await holds('', callers.nobody, () => false);
    });

    test('a host their own and those that they are alternate host of', async () => {
      for (const name of ['Anna', 'bert', 'Cleo'] as const) await holds('', callers[name], isOwn(name));
    });

    test('those that one is invited to, when they are asked for', async () => {
      for (const name of ['Anna', 'bert', 'Cleo'] as const) {
        await holds('<invited>TRUE</invited>', callers[name], isInvited(name));
        await holds('<invited>false</invited>', callers[name], isOwn(name));
      }
      await holds('<invited>true</invited>', callers.admin, () => true);
    });

    test('one host to administrators, by their webExID or their e-mail', async () => {
      for (const caller of [callers.admin, callers.reader]) {
        await holds('<hostWebExID>ANNA</hostWebExID>', caller, isOwn('Anna'));
        await holds('<hostEmail>Bert@acme.com</hostEmail>', caller, isOwn('bert'));
        await holds('<hostWebExID>Anna</hostWebExID><invited>1</invited>', caller, isInvited('Anna'));
        await holds('<hostWebExID>unknown</hostWebExID>', caller, () => false);
        await holds('<hostEmail>unknown@acme.com</hostEmail>', caller, () => false);
      }
    });

    test('hosts their own, whomever they name', async () => {
      for (const named of ['<hostWebExID>bert</hostWebExID>', '<hostEmail>bert@acme.com</hostEmail>']) {
        await holds(named, callers.Anna, isOwn('Anna'));
      }
    });
  });

  describe('is narrowed', () => {
    test('by session types', async () => {
      for (const asked of [[3], [1, 3], [16], [10, 14], [4711]]) {
        for (const [caller, which] of [
          [callers.admin, () => true],
          [callers.Anna, isOwn('Anna')],
        ] as const) {
          await holds(types(...asked), caller, (one) => which(one) && asked.includes(one.sessionType));
        }
      }
      await holds('<sessionTypes></sessionTypes>', callers.admin, () => true);
    });

    test('by services, which leave out audio-only, remote access and system management', async () => {
      for (const asked of [
        ['MeetingCenter'],
        ['SupportCenter'],
        ['EventCenter', 'TrainingCenter', 'SalesCenter'],
      ]) {
        await holds(
          services(...asked),
          callers.admin,
          (one) => asked.includes(one.service) && !SPECIAL.includes(one.sessionType),
        );
      }
    });

    test('by services, with those three when they are named', async () => {
      const [mc, sc] = [services('MeetingCenter'), services('SupportCenter')];
      await holds(mc + types(16), callers.admin, (one) => one.sessionType === 16);
      await holds(mc + types(3, 16), callers.admin, ({ sessionType }) => [3, 16].includes(sessionType));
      await holds(sc + types(10), callers.admin, (one) => one.sessionType === 10);
      await holds(sc + types(10, 14, 13), callers.admin, (one) => one.service === 'SupportCenter');
      await holds(mc + types(10), callers.admin, () => false);
      await holds(
        `${mc}<inclAudioOnly>true</inclAudioOnly>`,
        callers.admin,
        (one) => one.service === 'MeetingCenter',
      );
    });

    test('by status', async () => {
      for (const [caller, which] of [
        [callers.admin, () => true],
        [callers.Cleo, isOwn('Cleo')],
      ] as const) {
        const running = '<status>INPROGRESS</status>';
        await holds(running, caller, (one) => which(one) && one.inProgress === true);
        const waiting = '<status>NOT_INPROGRESS</status>';
        await holds(waiting, caller, (one) => which(one) && !one.inProgress);
        await holds(
          running + services('EventCenter'),
          caller,
          (one) => which(one) && one.inProgress === true && one.service === 'EventCenter',
        );
        await holds(
          waiting + types(3),
          caller,
          (one) => which(one) && !one.inProgress && one.sessionType === 3,
        );
      }
    });

    test('by recurrence', async () => {
      for (const [caller, which] of [
        [callers.admin, () => true],
        [callers.Anna, isOwn('Anna')],
      ] as const) {
        await holds('<recurrence>true</recurrence>', caller, (one) => which(one) && one.recurring === true);
        await holds('<recurrence>FALSE</recurrence>', caller, (one) => which(one) && !one.recurring);
      }
    });

    test('by the beginning of a name, in any case, with every character meant as it is', async () => {
      for (const [prefix, found] of [
        ['review', ['Review', 'review of June', 'REVIEW of July']],
        ['REVIEW OF', ['review of June', 'REVIEW of July']],
        ['re', ['Remote access', 'REVIEW of July', 'Retrospective', 'Review', 'review of June']],
        ['eview', []],
        ['100%', ['100% done']],
        ['100', ['100 done', '100% done']],
        ['a_', ['a_b']],
        ['%', []],
        ['_', []],
        ['ü', ['Übung', 'über allem']],
        ['ÜB', ['Übung', 'über allem']],
        ['u', []],
        ['οδοσ', ['ΟΔΟΣ', 'ΟΔΟΣΗΜΟ']],
        ['ΟΔΟΣ', ['ΟΔΟΣ', 'ΟΔΟΣΗΜΟ']],
        ['☃', ['☃ and 🎄']],
        ['☃ and 🎄', ['☃ and 🎄']],
        ['o\'brien \\ "quotes" <b>&amp;', ['O\'Brien \\ "quotes" <b>&amp;']],
        ["'; drop table session; --", []],
      ] as const) {
        await holds(`<confName>${xml(prefix)}</confName>`, callers.admin, ({ confName }) =>
          (found as readonly string[]).includes(confName),
        );
      }
    });

    test('by confID and by key, within what the caller may see', async () => {
      for (const { confID, sessionKey, confName } of all.slice(0, 4)) {
        for (const asked of [
          `<confID>${confID}</confID>`,
          `<sessionKey>${sessionKey}</sessionKey>`,
          `<meetingKey>${sessionKey}</meetingKey>`,
        ]) {
          await holds(asked, callers.admin, (one) => one.confName === confName);
          await holds(asked, callers.Anna, (one) => one.confName === confName && isOwn('Anna')(one));
        }
      }
      await holds('<confID>1</confID>', callers.admin, () => false);
      await holds('<sessionKey>999999999</sessionKey>', callers.admin, () => false);
    });

    test('by several of them together', async () => {
      await holds(
        `<confName>re</confName>${types(3)}<hostWebExID>bert</hostWebExID>`,
        callers.admin,
        (one) => isOwn('bert')(one) && one.sessionType === 3 && /^re/i.test(one.confName),
      );
      await holds(
        `<recurrence>true</recurrence>${services('MeetingCenter')}<confName>weekly t</confName>`,
        callers.Cleo,
        () => false,
      );
    });

    test('by a dateScope of starts and of ends, both included', async () => {
      const at = (hours: number, seconds = 0) =>
        new Date(site().clock.now() + hours * 3_600_000 + seconds * 1000)
          .toISOString()
          .replace(/^(\d+)-(\d+)-(\d+)T([\d:]+).*$/, '$2/$3/$1 $4');
      const scope = (bounds: Record<string, string>) =>
        `<dateScope>${Object.entries(bounds)
          .map(([name, date]) => `<${name}>${date}</${name}>`)
          .join('')}</dateScope>`;
      // Each lasts half an hour.
      for (const [bounds, which] of [
        [{ startDateStart: at(2), startDateEnd: at(4) }, ({ start }: Kept) => start >= 2 && start <= 4],
        [{ startDateStart: at(2, 1), startDateEnd: at(4, -1) }, ({ start }: Kept) => start === 3],
        [{ startDateEnd: at(1) }, ({ start }: Kept) => start === 1],
        [{ endDateStart: at(5.5), endDateEnd: at(6.5) }, ({ start }: Kept) => start === 5 || start === 6],
        [{ endDateStart: at(5.5, 1), endDateEnd: at(6.5) }, ({ start }: Kept) => start === 6],
        [{ startDateStart: at(5), endDateEnd: at(5.5) }, ({ start }: Kept) => start === 5],
        [{ startDateStart: at(4), startDateEnd: at(2) }, () => false],
      ] as const) {
        await holds(scope(bounds), callers.admin, which);
        await holds(scope(bounds), callers.Anna, (one) => which(one) && isOwn('Anna')(one));
      }
      await holds('<dateScope></dateScope>', callers.admin, () => true);
      await holds(scope({ timeZoneID: '25' }), callers.admin, () => true);
    });
  });

  describe('is ordered', () => {
    type Key = (one: Kept) => string | number;
    const fold = (text: string) => text.toLowerCase().replaceAll('ς', 'σ');
    const KEYS: Readonly<Record<string, Key>> = {
      HOSTWEBEXID: ({ host }) => fold(host),
      CONFNAME: ({ confName }) => fold(confName),
      STARTTIME: ({ start }) => start,
      TRACKINGCODE1: ({ trackingCode1 }) => trackingCode1 ?? '',
      ASSISTREQUEST: ({ assistRequest }) => assistRequest ?? '',
      ASSISTCONFIRM: () => '',
      TRACKINGCODE2: () => '',
      TRACKINGCODE10: () => '',
    };

    /** By code points, as both databases do. */
    const compare = (a: string | number, b: string | number) =>
      typeof a === 'number' ? a - Number(b) : Buffer.compare(Buffer.from(a), Buffer.from(String(b)));

    const order = (...pairs: readonly (readonly [string, string])[]) =>
      `<order>${pairs.map(([by, ad]) => `<orderBy>${by}</orderBy><orderAD>${ad}</orderAD>`).join('')}</order>`;

    const isInOrder = async (
      caller: Caller,
      which: (one: Kept) => boolean,
      pairs: readonly (readonly [string, string])[],
      more = '',
    ) => {
      const asked = order(...pairs) + more;
      const keys = (await list(WHOLE + asked, caller)).texts('session/sessionKey');
      const rows = keys.map((key) => all.find(({ sessionKey }) => sessionKey === key));
      const found = rows.filter((row) => row !== undefined);
      assert.deepEqual(
        new Set(found.map(({ confName }) => confName)),
        new Set(all.filter(which).map(({ confName }) => confName)),
      );
      for (const [at, one] of found.entries()) {
        const before = found[at - 1];
        if (!before) continue;
        for (const [by, direction] of pairs) {
          const key = KEYS[by];
          assert.ok(key);
          const difference = compare(key(before), key(one)) * (direction === 'DESC' ? -1 : 1);
          assert.ok(difference <= 0, `${asked}: ${before.confName} before ${one.confName}`);
          if (difference !== 0) break;
        }
      }
    };

    const window = '<dateScope><startDateStart>01/01/2026 00:00:00</startDateStart></dateScope>';

    for (const by of Object.keys(KEYS)) {
      test(`by ${by}, either way`, async () => {
        for (const direction of ['ASC', 'DESC']) {
          await isInOrder(callers.admin, () => true, [[by, direction]]);
          await isInOrder(callers.Anna, isOwn('Anna'), [[by, direction]], window);
        }
      });
    }

    test('by pairs, each with its direction', async () => {
      const words = ['HOSTWEBEXID', 'CONFNAME', 'STARTTIME', 'TRACKINGCODE1', 'ASSISTREQUEST'];
      for (const first of words) {
        for (const second of words.filter((word) => word !== first)) {
          for (const [a, b] of [
            ['ASC', 'DESC'],
            ['DESC', 'ASC'],
          ] as const) {
            await isInOrder(callers.admin, () => true, [
              [first, a],
              [second, b],
            ]);
          }
        }
      }
    });

    test('by three, and from its start on when nothing is said', async () => {
      await isInOrder(callers.admin, () => true, [
        ['TRACKINGCODE1', 'DESC'],
        ['HOSTWEBEXID', 'ASC'],
        ['STARTTIME', 'DESC'],
      ]);
      const starts = (await list(WHOLE, callers.admin)).texts('session/startTime');
      assert.deepEqual(starts, [...starts].sort());
    });

    test('by the words that are known: others are skipped with a hint, and never fail the list', async () => {
      for (const [asked, pairs] of [
        [order(['STATUS', 'ASC']), []],
        [order(['HOSTNAME', 'ASC'], ['CONFNAME', 'DESC']), [['CONFNAME', 'DESC']]],
        [order(['confname', 'DESC']), [['CONFNAME', 'DESC']]],
        ['<order><orderBy>CONFNAME</orderBy></order>', [['CONFNAME', 'ASC']]],
        ['<order></order>', []],
      ] as const) {
        const answer = await list(WHOLE + asked, callers.admin);
        const plain = await list(WHOLE + order(...pairs), callers.admin);
        assert.deepEqual(answer.texts('session/sessionKey'), plain.texts('session/sessionKey'));
        if (/STATUS|HOSTNAME/.test(asked)) assert.match(answer.hints.join(), /orderBy \w+ is unknown/);
      }
    });

    test('the same from page to page, to the end and not past it', async () => {
      for (const [caller, which] of [
        [callers.admin, () => true],
        [callers.Anna, isOwn('Anna')],
      ] as const) {
        const expected = all.filter(which).length;
        for (const asked of [
          '',
          window,
          order(['HOSTWEBEXID', 'ASC']),
          order(['HOSTWEBEXID', 'DESC']) + window,
          order(['CONFNAME', 'DESC']),
          order(['STARTTIME', 'DESC']),
          order(['TRACKINGCODE1', 'ASC']),
          order(['ASSISTREQUEST', 'DESC'], ['TRACKINGCODE1', 'ASC']),
        ]) {
          const found: string[] = [];
          for (let from = 1; from <= expected; from += 4) {
            const control = `<listControl><startFrom>${from}</startFrom><maximumNum>4</maximumNum></listControl>`;
            const answer = await list(control + asked, caller);
            const page = answer.texts('session/sessionKey');
            assert.deepEqual(
              ['total', 'returned', 'startFrom'].map((name) => answer.value(`matchingRecords/${name}`)),
              [expected, page.length, from].map(String),
            );
            found.push(...page);
          }
          assert.equal(new Set(found).size, expected, asked);
          assert.deepEqual(found, (await list(WHOLE + asked, caller)).texts('session/sessionKey'));
          const past = `<listControl><startFrom>${expected + 1}</startFrom></listControl>${asked}`;
          assert.equal((await list(past, caller)).exceptionID, '000015');
        }
      }
    });
  });

  test('a page without a size has ten, and none has more than 500', async () => {
    const answer = await list('', callers.admin);
    assert.equal(answer.value('matchingRecords/returned'), '10');
    const large = await list(
      '<listControl><startFrom>0</startFrom><maximumNum>10000</maximumNum></listControl>',
      callers.admin,
    );
    assert.deepEqual(
      ['returned', 'startFrom'].map((name) => large.value(`matchingRecords/${name}`)),
      [String(all.length), '1'],
    );
  });

  test('tells of each what the table of its row says', async () => {
    const running = all.find(({ confName }) => confName === 'Running');
    assert.ok(running);
    const answer = await list(`<sessionKey>${running.sessionKey}</sessionKey>`, callers.Cleo);
    const [row] = answer.all('session');
    assert.deepEqual(
      row?.children.map(({ name }) => name),
      `sessionKey confName sessionType serviceType hostWebExID hostFirstName hostLastName otherHostWebExID timeZoneID
       timeZone status startTime actualStartTime openTime duration listStatus hostEmail passwordReq hostJoined
       participantsJoined confID registration isRecurring altHost hostType isAudioOnly`.split(/\s+/),
    );
    assert.deepEqual(
      ['serviceType', 'hostWebExID', 'status', 'hostJoined', 'altHost', 'isAudioOnly', 'hostEmail'].map(
        (name) => answer.value(`session/${name}`),
      ),
      ['MeetingCenter', 'Cleo', 'INPROGRESS', 'true', 'false', 'false', 'Cleo@acme.com'],
    );
    const telephone = await list('<confName>On the tele</confName>', callers.Anna);
    assert.equal(telephone.value('session/isAudioOnly'), 'true');
    const alternate = await list('<confName>review of June</confName>', callers.Anna);
    assert.equal(alternate.value('session/altHost'), 'true');
  });

  test('knows an audio-only session by its kind, whatever number a site gives that', async () => {
    await site().context.sites.create({
      siteName: 'numbered',
      siteID: 8_500_100,
      type: 3,
      settings: {
        sessionTypes: { 216: { serviceType: 'MeetingCenter', productCodePrefix: 'AUO', name: 'Audio' } },
        meetingTypes: [216, 3],
      },
    });
    for (const name of ['Anna', 'bert', 'Cleo']) await personOf('numbered', name);
    const [audio] = await keep(site(), 'numbered', [
      meetingOf('On the telephone', 'Anna', 1, { sessionType: 216 }),
      meetingOf('On the screen', 'Anna', 2),
    ]);
    const anna = { ...callers.Anna, siteName: 'numbered' };
    const meetings = await list(services('MeetingCenter'), anna);
    assert.deepEqual(names(meetings), ['On the screen']);
    const telephone = await list(services('MeetingCenter') + types(216), anna);
    assert.deepEqual(telephone.texts('session/isAudioOnly'), ['true']);
    const info = await site().ok('ep.GetSessionInfo', `<sessionKey>${audio?.sessionKey}</sessionKey>`, anna);
    assert.equal(info.value('isAudioOnly'), 'true');
    assert.equal(info.value('status'), undefined);
  });

  test('never shows what another site has', async () => {
    const twin = { ...callers.admin, siteName: 'twin' };
    assert.equal((await list(WHOLE, twin)).value('matchingRecords/total'), '5');
    for (const { sessionKey, confID, confName } of all.slice(0, 6)) {
      for (const asked of [
        `<sessionKey>${sessionKey}</sessionKey>`,
        `<confID>${confID}</confID>`,
        `<confName>${xml(confName)}</confName><hostWebExID>nobody</hostWebExID>`,
      ]) {
        assert.equal((await list(asked, twin)).exceptionID, '000015');
      }
    }
  });

  describe('LstOpenSession', () => {
    const open = (caller: Caller, content = '') => site().call('ep.LstOpenSession', content, caller);
    const keysOf = (answer: Answer) => answer.texts('services/sessions/sessionKey').sort();
    const keys = (which: (one: Kept) => boolean) =>
      all
        .filter((one) => one.inProgress && which(one))
        .map(({ sessionKey }) => sessionKey)
        .sort();

    test('lists what is going on, by service, to those who may see it', async () => {
      const answer = await open(callers.admin);
      assert.deepEqual(
        keysOf(answer),
        keys(() => true),
      );
      assert.deepEqual(answer.texts('services/serviceType').sort(), ['EventCenter', 'MeetingCenter']);
      assert.equal(answer.value('matchingRecords/total'), '3');
      assert.deepEqual(keysOf(await open(callers.Cleo)), keys(isInvited('Cleo')));
      assert.equal((await open(callers.bert)).exceptionID, '000015');
    });

    test('is narrowed by services', async () => {
      const answer = await open(callers.admin, '<serviceType>EventCenter</serviceType>');
      assert.deepEqual(
        keysOf(answer),
        keys(({ service }) => service === 'EventCenter'),
      );
      const none = await open(callers.admin, '<serviceType>SalesCenter</serviceType>');
      assert.equal(none.exceptionID, '000015');
    });

    test('has a session as long as it runs', async () => {
      const { sites, sessions } = site().context;
      const [given] = all;
      assert.ok(given);
      const session = await sessions.required(await sites.required('listed'), Number(given.sessionKey));
      const has = async () => keysOf(await open(callers.Anna)).includes(given.sessionKey);
      assert.equal(await has(), false);
      await sessions.setLive(session, {
        startedAt: site().clock.now(),
        hostJoined: true,
        participantsJoined: false,
      });
      assert.equal(await has(), true);
      await sessions.setLive(session, { startedAt: null, hostJoined: false, participantsJoined: false });
      assert.equal(await has(), false);
    });
  });
});

/** Puts sessions of every service in through the domain. */
async function keep(
  { context, clock }: TestSite,
  siteName: string,
  given: readonly Given[],
): Promise<Kept[]> {
  const { sites, accounts, sessions } = context;
  const site = await sites.required(siteName);
  const hosts = new Map<string, AccountWithProfile>();
  for (const name of ['Anna', 'bert', 'Cleo']) {
    const account = await accounts.find(site, name);
    assert.ok(account);
    hosts.set(name, await accounts.withProfile(account));
  }
  const kept: Kept[] = [];
  for (const one of given) {
    const host = hosts.get(one.host);
    assert.ok(host);
    const session = await sessions.create(
      site,
      {
        host,
        creator: host,
        service: one.service,
        sessionType: one.sessionType,
        confName: one.confName,
        startAt: clock.now() + one.start * 3_600_000,
        duration: 30,
        timeZoneID: 20,
        listStatus: 'PUBLIC',
        document: {
          ...newDocument(site, host),
          tracking: one.trackingCode1 === undefined ? {} : { trackingCode1: one.trackingCode1 },
          ...(one.assistRequest !== undefined && { assistService: { assistRequest: one.assistRequest } }),
          ...(one.recurring && {
            repeat: { repeatType: 'WEEKLY', interval: 1, dayInWeek: ['WEDNESDAY'], afterMeetingNumber: 1 },
          }),
        },
      },
      [...attendee(one.alternateHost, 'HOST'), ...attendee(one.invited, 'ATTENDEE')],
    );
    if (one.inProgress) {
      const live = { startedAt: clock.now(), hostJoined: true, participantsJoined: false };
      await sessions.setLive(session, live);
    }
    kept.push({ ...one, sessionKey: String(session.sessionKey), confID: String(session.confID) });
  }
  return kept;
}

function attendee(name: string | undefined, role: 'HOST' | 'ATTENDEE'): NewAttendee[] {
  if (name === undefined) return [];
  const details = { type: 'VISITOR', languageID: 1 } as const;
  return [{ email: `${name}@acme.com`, name, role, joinStatus: 'INVITE', details }];
}
