import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, CI_ADMIN, sharedSite } from '../../support/site.ts';

forProtocol('sales sessions', (open) => {
  const site = sharedSite(open);
  const META = '<metaData><confName>Desks</confName></metaData>';
  const WHEN = '<schedule><startDate>06/01/2026 10:00:00</startDate><timeZoneID>20</timeZoneID></schedule>';

  async function numberOf(operation: string, content: string, caller: Caller, element: string) {
    return (await site().ok(operation, content, caller)).value(element) ?? '';
  }
  const keep = (caller: Caller, name: string) =>
    numberOf('sales.CreateAccount', `<account><name>${name}</name></account>`, caller, 'intAccountID');
  const see = (caller: Caller, name: string, account?: string) => {
    const of = account === undefined ? '' : `<intAccountID>${account}</intAccountID>`;
    const content = `<opportunity><name>${name}</name>${of}</opportunity>`;
    return numberOf('sales.CreateOpportunity', content, caller, 'intOpptyID');
  };
  const schedule = (caller: Caller, content: string) =>
    numberOf('sales.CreateSalesSession', content, caller, 'meetingKey');
  const about = (subject: string) => `<metaData><confName>Desks</confName>${subject}</metaData>${WHEN}`;
  const get = (caller: Caller, key: string) =>
    site().ok('sales.GetSalesSession', `<meetingKey>${key}</meetingKey>`, caller);
  const set = (key: string, content: string) => `${content}<meetingKey>${key}</meetingKey>`;

  test('are scheduled with everything that the schema has, and told so', async () => {
    const [host, second, colleague] = [
      await site().person({ firstName: 'Hugh', lastName: 'Host' }),
      await site().person(),
      await site().person(),
    ];
    const account = await keep(host, 'Northern Lights');
    const opportunity = await see(host, 'Forty desks', account);
    const answer = await site().ok(
      'sales.CreateSalesSession',
      '<accessControl><listing>UNLISTED</listing><meetingPassword>s3cret-Door</meetingPassword>' +
        '<enforcePassword>true</enforcePassword></accessControl>' +
        '<metaData><confName>Desks</confName><agenda>Oak</agenda><account>northern lights</account>' +
        '<opportunity>FORTY DESKS</opportunity><sessionType>15</sessionType><extSystemID>3</extSystemID></metaData>' +
        '<schedule><startDate>06/01/2026 10:00:00</startDate><timeZoneID>20</timeZoneID><duration>45</duration>' +
        '<openTimeEnabled>true</openTimeEnabled><openTime>600</openTime>' +
        '<joinNotifyURL>https://crm.example.com/joined</joinNotifyURL></schedule>' +
        '<enableOptions><autoDeleteAfterMeetingEnd>true</autoDeleteAfterMeetingEnd></enableOptions>' +
        '<telephony><telephonySupport>CALLIN</telephonySupport></telephony>' +
        '<tracking><trackingCode1>North</trackingCode1></tracking>' +
        '<repeat><repeatType>WEEKLY</repeatType><endAfter>3</endAfter><dayInWeek><day>MONDAY</day></dayInWeek></repeat>' +
        '<remind><enableReminder>true</enableReminder><minutesAhead>15</minutesAhead></remind>' +
        '<prospects><prospect><name>Nora North</name><firstName>Nora</firstName><email>nora@example.com</email>' +
        '<phones><phone>555</phone></phones></prospect><prospect><email>nils@example.com</email></prospect></prospects>' +
        `<salesTeam><webExID>${colleague.webExID}</webExID><email>expert@example.com</email>` +
        `<altHosts><webExID>${second.webExID}</webExID></altHosts></salesTeam>` +
        '<attendeeOptions><excludePassword>true</excludePassword></attendeeOptions>',
      host,
    );
    assert.match(answer.value('iCalendarURL/host') ?? '', /^http/);
    assert.equal(answer.value('iCalendarURL/sme'), answer.value('iCalendarURL/attendee'));
    const whole = await get(host, answer.value('meetingKey') ?? '');
    const told = (path: string) => whole.value(path);
    assert.deepEqual(
      {
        listing: told('accessControl/listing'),
        password: told('accessControl/meetingPassword'),
        subject: [
          told('metaData/account'),
          told('metaData/opportunity'),
          told('metaData/intAccountID'),
          told('metaData/intOpptyID'),
        ],
        type: told('metaData/sessionType'),
        system: told('metaData/extSystemID'),
        start: told('schedule/startDate'),
        open: [told('schedule/openTimeEnabled'), told('schedule/openTime')],
        host: told('schedule/hostWebExID'),
        repeat: [told('repeat/repeatType'), told('repeat/endAfter'), told('repeat/dayInWeek/day')],
        remind: told('remind/minutesAhead'),
        prospects: whole.texts('prospects/prospect/email'),
        phone: told('prospects/prospect/phones/phone'),
        team: [whole.texts('salesTeam/webExID'), whole.texts('salesTeam/email')],
        altHosts: whole.texts('salesTeam/altHosts/webExID'),
        withoutPassword: told('attendeeOptions/excludePassword'),
        tracking: told('tracking/trackingCode1'),
        status: told('status'),
      },
      {
        listing: 'UNLISTED',
        password: 's3cret-Door',
        subject: ['Northern Lights', 'Forty desks', account, opportunity],
        type: '15',
        system: '3',
        start: '06/01/2026 10:00:00',
        open: ['true', '600'],
        host: host.webExID,
        repeat: ['WEEKLY', '3', 'MONDAY'],
        remind: '15',
        prospects: ['nora@example.com', 'nils@example.com'],
        phone: '555',
        team: [[colleague.webExID], ['expert@example.com']],
        altHosts: [second.webExID],
        withoutPassword: 'true',
        tracking: 'North',
        status: 'NOT_INPROGRESS',
      },
    );
    // An alternate host stands in for the host.
    await get(second, answer.value('meetingKey') ?? '');
  });

  test('change what is given alone: prospects and team each for themselves', async () => {
    const host = await site().person();
    const other = await site().person();
    const key = await schedule(
      host,
      `${META}${WHEN}<prospects><prospect><email>one@example.com</email></prospect></prospects>` +
        '<salesTeam><email>team@example.com</email></salesTeam>',
    );
    await site().ok(
      'sales.SetSalesSession',
      set(
        key,
        '<schedule><openTimeEnabled>false</openTimeEnabled></schedule>' +
          '<prospects><prospect><email>two@example.com</email></prospect></prospects>',
      ),
      host,
    );
    await site().ok(
      'sales.SetSalesSession',
      set(key, `<salesTeam><altHosts><webExID>${other.webExID}</webExID></altHosts></salesTeam>`),
      host,
    );
    const whole = await get(host, key);
    assert.deepEqual(whole.texts('prospects/prospect/email'), ['two@example.com']);
    assert.deepEqual(whole.texts('salesTeam/email'), []);
    assert.deepEqual(whole.texts('salesTeam/altHosts/webExID'), [other.webExID]);
    assert.equal(whole.value('schedule/openTimeEnabled'), 'false');
    assert.equal(whole.value('schedule/startDate'), '06/01/2026 10:00:00');
    assert.equal(whole.value('metaData/confName'), 'Desks');
  });

  test('are about an account and an opportunity of their host that belong together', async () => {
    const host = await site().person();
    const [a, b] = [await keep(host, 'A'), await keep(host, 'B')];
    const [inA, inB] = [await see(host, 'Same', a), await see(host, 'Same', b)];
    await see(host, 'Only B', b);
    const theirs = await keep(await site().person(), 'Theirs');
    const id = (name: 'intAccountID' | 'intOpptyID', value: string) => `<${name}>${value}</${name}>`;
    for (const [number, subject] of [
      ['000950', '<account>Nobody</account>'],
      ['000950', '<account>Theirs</account>'],
      ['000950', id('intAccountID', theirs)],
      ['000952', '<opportunity>Nothing</opportunity>'],
      ['000952', '<account>A</account><opportunity>Only B</opportunity>'],
      ['000952', id('intAccountID', a) + id('intOpptyID', inB)],
      ['000909', '<opportunity>Same</opportunity>'],
    ] as const) {
      await site().refused(number, 'sales.CreateSalesSession', about(subject), host);
    }
    await site().refused('000015', 'sales.LstsummarySalesSession', '', host);

    const key = await schedule(host, about('<opportunity>only b</opportunity>'));
    const subject = async () => {
      const whole = await get(host, key);
      return [whole.value('metaData/account'), whole.value('metaData/opportunity')];
    };
    const change = (content: string) =>
      site().ok('sales.SetSalesSession', set(key, `<metaData>${content}</metaData>`), host);
    assert.deepEqual(await subject(), ['B', 'Only B'], 'an opportunity brings its account');
    await change('<opportunity>Same</opportunity>');
    assert.deepEqual(await subject(), ['B', 'Same'], 'of the account that the session is about');
    await change(id('intAccountID', a));
    assert.deepEqual(await subject(), ['A', undefined], 'another account leaves the opportunity behind');
    await change(id('intOpptyID', inA));
    assert.deepEqual(await subject(), ['A', 'Same']);
    await site().refused(
      '000952',
      'sales.SetSalesSession',
      set(key, `<metaData>${id('intAccountID', a)}<opportunity>Only B</opportunity></metaData>`),
      host,
    );
    await site().ok('sales.SetAccount', `<account><name>Aaa</name>${id('intAccountID', a)}</account>`, host);
    assert.deepEqual(await subject(), ['Aaa', 'Same'], 'its name is that of today');
  });

  test('invite prospects and team by mail where that is asked for, by either element', async () => {
    const { mail, events, sites } = site().context;
    const invited = async (wish: string) => {
      const host = await site().person();
      const name = wish === '' ? 'nobody' : /<(\w+)>/.exec(wish)?.[1];
      await schedule(
        host,
        `${META}${WHEN.replace('</schedule>', wish.startsWith('<send') ? `${wish}</schedule>` : '</schedule>')}` +
          `<prospects><prospect><email>${name}@example.com</email></prospect></prospects>` +
          `<salesTeam><email>${name}-team@example.com</email></salesTeam>` +
          (wish.startsWith('<email') ? `<attendeeOptions>${wish}</attendeeOptions>` : ''),
      );
      await events.drain();
      const { mails } = await mail.outbox.list(await sites.required('acme'), { most: 500 });
      return mails.map(({ recipient }) => recipient).filter((recipient) => recipient.startsWith(`${name}`));
    };
    assert.deepEqual((await invited('<sendScheduleEmail>true</sendScheduleEmail>')).length, 2);
    assert.deepEqual((await invited('<emailInvitations>true</emailInvitations>')).length, 2);
    assert.deepEqual(await invited(''), []);
  });

  test('keep what they are about when another host takes them over', async () => {
    const [host, heir] = [await site().person(), await site().person()];
    await see(host, 'Chairs', await keep(host, 'Southern'));
    const key = await schedule(
      host,
      `<accessControl><meetingPassword>s3cret-Door</meetingPassword></accessControl>${about('<opportunity>Chairs</opportunity>')}`,
    );
    await site().ok(
      'sales.SetSalesSession',
      set(key, `<schedule><hostWebExID>${heir.webExID}</hostWebExID></schedule>`),
      ADMIN,
    );
    const whole = await get(heir, key);
    assert.deepEqual(
      [whole.value('metaData/account'), whole.value('metaData/opportunity')],
      ['Southern', 'Chairs'],
    );
    const info = async (caller: Caller) =>
      (await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, caller)).value(
        'metaData/opportunity',
      );
    assert.equal(await info(heir), 'Chairs');
    assert.equal(await info(await site().person()), undefined, 'it is nobody else’s business');
    // The heir keeps accounts of their own.
    await site().refused(
      '000950',
      'sales.SetSalesSession',
      set(key, '<metaData><account>Southern</account></metaData>'),
      heir,
    );
  });

  test('are listed by account and opportunity, in their order too', async () => {
    const host = await site().person();
    const made = new Map<string, string>();
    for (const name of ['Zebra', 'Ape']) {
      const account = await keep(host, name);
      await see(host, `${name} food`, account);
      const opportunity = `<opportunity>${name} food</opportunity>`;
      made.set(name, await schedule(host, about(`<account>${name}</account>${opportunity}`)));
    }
    made.set('none', await schedule(host, META + WHEN));
    const keys = async (content: string, caller: Caller = host) =>
      (await site().ok('sales.LstsummarySalesSession', content, caller)).texts('salesSession/meetingKey');
    const key = (...names: string[]) => names.map((name) => made.get(name));
    const order = (by: string, way = 'ASC') =>
      `<order><orderBy>${by}</orderBy><orderAD>${way}</orderAD></order>`;
    assert.deepEqual(await keys(order('ACCOUNT')), key('none', 'Ape', 'Zebra'));
    assert.deepEqual(await keys(order('OPPORTUNITY', 'DESC')), key('Zebra', 'Ape', 'none'));
    assert.deepEqual(await keys('<account>APE</account>'), key('Ape'));
    assert.deepEqual(await keys('<opportunity>zebra food</opportunity>'), key('Zebra'));
    assert.deepEqual(
      await keys(`<hostWebExID>${host.webExID}</hostWebExID><account>Ape</account>`, ADMIN),
      key('Ape'),
    );
    await site().refused('000015', 'sales.LstsummarySalesSession', '<account>Ox</account>', host);
    const row = await site().ok(
      'sales.LstsummarySalesSession',
      '<dateScope><startDateStart>06/01/2026 00:00:00</startDateStart><startDateEnd>06/02/2026 00:00:00</startDateEnd>' +
        '<timeZoneID>20</timeZoneID></dateScope><account>Ape</account>',
      host,
    );
    assert.deepEqual(
      ['meetingType', 'status', 'account', 'opportunity', 'listStatus'].map((name) =>
        row.value(`salesSession/${name}`),
      ),
      ['15', 'NOT_INPROGRESS', 'Ape', 'Ape food', 'PUBLIC'],
    );
    const all = await site().ok(
      'ep.LstsummarySession',
      `<serviceTypes><serviceType>SalesCenter</serviceType></serviceTypes>`,
      host,
    );
    assert.equal(all.value('matchingRecords/total'), '3');
  });

  test('name what is wrong, and nothing is written', async () => {
    const host = await site().person();
    const prospects = (content: string) => `<prospects><prospect>${content}</prospect></prospects>`;
    for (const [number, content] of [
      ['000901', WHEN],
      ['000901', META],
      ['000901', META + WHEN + prospects('<name>No address</name>')],
      ['000902', META + WHEN + prospects(`<email>${'n'.repeat(60)}@example.com</email>`)],
      ['000909', META + WHEN + prospects('<email>nobody</email>')],
      ['030001', `${META}${WHEN}<salesTeam><webExID>nobody</webExID></salesTeam>`],
      ['040007', `${META}${WHEN}<salesTeam><altHosts><webExID>guest</webExID></altHosts></salesTeam>`],
      ['060901', `<metaData><confName>Desks</confName><sessionType>3</sessionType></metaData>${WHEN}`],
      ['000909', `${META}<schedule><startDate>06/31/2026 10:00:00</startDate></schedule>`],
    ] as const) {
      await site().refused(number, 'sales.CreateSalesSession', content, host);
    }
    await site().refused('000015', 'sales.LstsummarySalesSession', '', host);
  });

  test('are deleted by their host, and not by a stranger or under the name of a meeting', async () => {
    const [host, stranger] = [await site().person(), await site().person()];
    const key = await schedule(host, META + WHEN);
    const one = `<meetingKey>${key}</meetingKey>`;
    for (const caller of [stranger, CI_ADMIN]) {
      for (const operation of ['GetSalesSession', 'DelSalesSession', 'SetSalesSession']) {
        await site().refused('060001', `sales.${operation}`, one, caller);
      }
    }
    await site().refused('060001', 'meeting.DelMeeting', one, host);
    const gone = await site().ok('sales.DelSalesSession', one, host);
    assert.match(gone.value('iCalendarURL/sme') ?? '', /^http/);
    await site().refused('060001', 'sales.GetSalesSession', one, host);
  });
});
