import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, HOST, sharedSite } from '../../support/site.ts';
import { event, getEvent, planned, START, setEvent } from './planned.ts';

forProtocol('CreateEvent, SetEvent, GetEvent and DelEvent', (open) => {
  const site = sharedSite(open);

  test('an event is made, told of whole, changed and deleted', async () => {
    const created = await site().ok('event.CreateEvent', event({ name: 'Launch' }), HOST);
    const key = created.value('sessionKey') ?? '';
    assert.match(key, /^\d{9}$/);
    assert.match(created.value('guestToken') ?? '', /^[0-9a-f]{32}$/);
    assert.match(created.text, /<event:sessionKey>\d{9}<\/event:sessionKey><event:guestToken>/);
    const { value } = await getEvent(site(), key).then((answer) => ({
      value: (path: string) => answer.value(path),
    }));
    assert.equal(value('metaData/sessionName'), 'Launch');
    assert.equal(value('metaData/sessionType'), '9');
    assert.equal(value('schedule/startDate'), '06/01/2026 10:00:00');
    assert.equal(value('schedule/hostWebExID'), 'hostid');
    assert.equal(value('accessControl/listing'), 'PUBLIC');
    assert.equal(value('status'), 'NOT_INPROGRESS');
    assert.match(value('hostKey') ?? '', /^\d{6}$/);
    assert.equal(value('enrollment/approvalReq'), 'true');
    assert.equal(value('extOptions/allowInviteFriend'), 'true');
    assert.equal(value('guestToken'), created.value('guestToken'));
    const changed = await setEvent(site(), key, '<metaData><sessionName>Relaunch</sessionName></metaData>');
    assert.equal(changed.bodyContents[0]?.children.length, 0);
    assert.equal((await getEvent(site(), key)).value('metaData/sessionName'), 'Relaunch');
    await site().ok('event.DelEvent', `<sessionKey>${key}</sessionKey>`, HOST);
    await site().refused('060001', 'event.GetEvent', `<sessionKey>${key}</sessionKey>`, HOST);
  });

  test('needs a name and a start', async () => {
    const start = `<schedule>${START}</schedule>`;
    await site().refused('000901', 'event.CreateEvent', start, HOST);
    const name = '<metaData><sessionName>No start</sessionName></metaData>';
    await site().refused('000901', 'event.CreateEvent', name, HOST);
  });

  test('counts openTime in minutes, where a meeting counts seconds', async () => {
    const key = await planned(site(), { schedule: '<openTime>20</openTime>' });
    assert.equal((await getEvent(site(), key)).value('schedule/openTime'), '20');
    const acme = await site().context.sites.required('acme');
    const { sessions } = site().context;
    const session = await sessions.withDocument(await sessions.required(acme, Number(key)));
    assert.equal(session.document.openTime, 1200);
    const tooLong = event({ schedule: '<openTime>1441</openTime>' });
    assert.match(
      (await site().refused('000905', 'event.CreateEvent', tooLong, HOST)).reason ?? '',
      /openTime/,
    );
  });

  test('takes attendees flat and panelists apart, their addresses in small letters', async () => {
    const key = await planned(site(), {
      more:
        '<panelists><panelistPassword>pan3l</panelistPassword>' +
        '<panelist><com:name>Pat</com:name><com:email>Pat@Example.com</com:email></panelist>' +
        '<panelistsInfo>Pat of Example</panelistsInfo></panelists>' +
        '<attendees><attendee><name>Ann</name><email>Ann@Example.com</email><joinStatus>ACCEPT</joinStatus></attendee></attendees>',
    });
    const answer = await getEvent(site(), key);
    assert.deepEqual(answer.texts('attendees/attendee/email'), ['ann@example.com']);
    assert.deepEqual(answer.texts('attendees/attendee/joinStatus'), ['ACCEPT']);
    assert.deepEqual(answer.texts('panelists/panelist/email'), ['pat@example.com']);
    assert.deepEqual(answer.texts('panelists/panelist/type'), ['PANELIST']);
    assert.equal(answer.value('panelists/panelistsInfo'), 'Pat of Example');
    assert.match(answer.text, /<event:attendee><com:name>Ann<\/com:name>/);
  });

  test('replaces the attendees or the panel that are named, and keeps whoever has enrolled', async () => {
    const person = (email: string) => `<email>${email}</email>`;
    const key = await planned(site(), {
      more:
        `<panelists><panelist>${person('p1@example.com')}</panelist></panelists>` +
        `<attendees><attendee>${person('a1@example.com')}</attendee></attendees>`,
    });
    const enrolled = `<attendees><person>${person('e1@example.com')}</person><sessionKey>${key}</sessionKey><joinStatus>ACCEPT</joinStatus></attendees>`;
    await site().ok('attendee.RegisterMeetingAttendee', enrolled, HOST);
    await setEvent(site(), key, `<attendees><attendee>${person('a2@example.com')}</attendee></attendees>`);
    const people = async () => {
      const answer = await getEvent(site(), key);
      return ['attendees/attendee/email', 'panelists/panelist/email'].map((path) =>
        answer.texts(path).sort(),
      );
    };
    assert.deepEqual(await people(), [['a2@example.com', 'e1@example.com'], ['p1@example.com']]);
    await setEvent(
      site(),
      key,
      `<panelists><panelist>${person('p2@example.com')}</panelist></panelists><attendees/>`,
    );
    assert.deepEqual(await people(), [['a2@example.com', 'e1@example.com'], ['p2@example.com']]);
  });

  test('keeps a description to its last blank, and takes it away when it is empty', async () => {
    const key = await planned(site(), { description: 'All &lt;new&gt; \n ' });
    assert.equal((await getEvent(site(), key)).value('metaData/description'), 'All <new> \n ');
    await setEvent(site(), key, '<metaData><description/></metaData>');
    assert.equal((await getEvent(site(), key)).value('metaData/description'), '');
  });

  test('lets a password pass that the site would refuse, where the host says so', async () => {
    const { sites } = site().context;
    await sites.change('acme', {
      settings: { security: { strictMeetingPasswords: true }, meetingPasswordCriteria: { minLength: 6 } },
    });
    const access = (more: string) =>
      `<accessControl><sessionPassword>0000</sessionPassword>${more}</accessControl>`;
    await site().refused('000909', 'event.CreateEvent', event({ more: access('') }), HOST);
    const key = await planned(site(), { more: access('<enforcePassword>FALSE</enforcePassword>') });
    assert.equal((await getEvent(site(), key)).value('accessControl/enforcePassword'), 'false');
    await sites.change('acme', { settings: { security: { strictMeetingPasswords: false } } });
  });

  test('takes mails as the host words them', async () => {
    const key = await planned(site(), {
      more:
        '<emailTemplates><format>HTML</format>' +
        '<invitationMsgs><participantsEmail><subject>Come!</subject><content>&lt;b&gt;Now&lt;/b&gt;</content></participantsEmail></invitationMsgs>' +
        '<enrollmentMsgs><pendingEmail><send>false</send></pendingEmail></enrollmentMsgs>' +
        '<reminderMsgs><firstReminder><send>true</send><sendDateTime>05/31/2026 09:00:00</sendDateTime></firstReminder></reminderMsgs>' +
        '<iCalendar>true</iCalendar></emailTemplates>',
    });
    const answer = await getEvent(site(), key);
    const told = (path: string) => answer.value(`emailTemplates/${path}`);
    assert.equal(told('format'), 'HTML');
    assert.equal(told('invitationMsgs/participantsEmail/content'), '<b>Now</b>');
    assert.equal(told('enrollmentMsgs/pendingEmail/send'), 'false');
    assert.equal(told('reminderMsgs/firstReminder/sendDateTime'), '05/31/2026 09:00:00');
    assert.equal(told('iCalendar'), 'true');
    const wrong =
      '<emailTemplates><reminderMsgs><firstReminder><sendDateTime>soon</sendDateTime></firstReminder></reminderMsgs></emailTemplates>';
    const refused = await site().refused('000909', 'event.CreateEvent', event({ more: wrong }), HOST);
    assert.match(refused.reason ?? '', /sendDateTime/);
  });

  describe('the enrollment form', () => {
    const FORM =
      '<enrollmentForm><standardFields><company><incl>true</incl><req>true</req></company><phone><incl>false</incl></phone></standardFields>' +
      '<customFields><textBox><label>Why?</label><type>MULTI_LINE</type><width>40</width></textBox>' +
      '<checkBoxGroup><label>Which?</label><checkBox><label>One</label><score>2.5</score><state>SELECTED</state></checkBox></checkBoxGroup>' +
      '<dropDownGroup><req>true</req><label>How many?</label><defaultChoice>1</defaultChoice><choice><label>Few</label></choice><choice><label>Many</label><score>10</score></choice></dropDownGroup>' +
      '</customFields></enrollmentForm>';

    test('is told with the number of each field, those of every event too', async () => {
      const key = await planned(site(), { more: FORM });
      const answer = await getEvent(site(), key);
      const form = (path: string) => answer.value(`enrollmentForm/${path}`);
      assert.equal(form('standardFields/emailAddress/fieldID'), '-13');
      assert.equal(form('standardFields/company/req'), 'true');
      assert.equal(form('standardFields/phone/incl'), 'false');
      assert.equal(form('customFields/textBox/type'), 'MULTI_LINE');
      assert.equal(form('customFields/textBox/fieldID'), '1');
      assert.equal(form('customFields/checkBoxGroup/checkBox/score'), '2.5');
      assert.equal(form('customFields/checkBoxGroup/fieldID'), '2');
      assert.equal(form('customFields/dropDownGroup/fieldID'), '3');
      assert.equal(form('customFields/dropDownGroup/defaultChoice'), '1');
    });

    test('keeps a question that names its number, and gives a new one to what is new', async () => {
      const key = await planned(site(), { more: FORM });
      const custom = (questions: string) =>
        `<enrollmentForm><customFields>${questions}</customFields></enrollmentForm>`;
      await setEvent(
        site(),
        key,
        custom(
          '<textBox><label>Why, please?</label><fieldID>1</fieldID></textBox><textBox><label>Who?</label></textBox>',
        ),
      );
      const answer = await getEvent(site(), key);
      assert.deepEqual(answer.texts('enrollmentForm/customFields/textBox/fieldID'), ['1', '4']);
      assert.equal(answer.value('enrollmentForm/standardFields/company/req'), 'true');
      const unknown = custom('<textBox><label>Who?</label><fieldID>9</fieldID></textBox>');
      const refused = await site().refused(
        '000909',
        'event.SetEvent',
        `<sessionKey>${key}</sessionKey>${unknown}`,
        HOST,
      );
      assert.match(refused.reason ?? '', /fieldID/);
    });

    test('is what an approval rule speaks of: an unknown field is refused, and nothing is written', async () => {
      const rule = (content: string) =>
        `<enrollment><approvalRules><rule>${content}</rule></approvalRules></enrollment>`;
      const key = await planned(site(), {
        more: `${rule('<enrollFieldID>3</enrollFieldID><queryField>Many</queryField><action>APPROVE</action>')}${FORM}`,
      });
      const answer = await getEvent(site(), key);
      const told = (path: string) => answer.value(`enrollment/approvalRules/rule/${path}`);
      assert.equal(told('enrollField'), 'How many?');
      assert.equal(told('condition'), 'CONTAINS');
      assert.equal(told('action'), 'APPROVE');
      for (const [element, content] of [
        ['enrollFieldID', '<enrollFieldID>4</enrollFieldID><queryField>x</queryField>'],
        ['enrollFieldID', '<enrollFieldID>0</enrollFieldID><queryField>x</queryField>'],
        ['queryField', '<enrollFieldID>1</enrollFieldID>'],
        ['queryField', `<queryField>${'x'.repeat(51)}</queryField>`],
        ['condition', '<condition>IS</condition><queryField>x</queryField>'],
      ]) {
        const { result, reason, text } = await site().call(
          'event.SetEvent',
          `<sessionKey>${key}</sessionKey><metaData><sessionName>Not written</sessionName></metaData>${rule(content ?? '')}`,
          HOST,
        );
        assert.equal(result, 'FAILURE', text);
        assert.match(reason ?? '', new RegExp(element ?? ''));
      }
      assert.equal((await getEvent(site(), key)).value('metaData/sessionName'), 'Launch');
      const gone =
        '<enrollmentForm><customFields><textBox><label>Why?</label><fieldID>1</fieldID></textBox></customFields></enrollmentForm>';
      await site().refused('000909', 'event.SetEvent', `<sessionKey>${key}</sessionKey>${gone}`, HOST);
    });
  });

  test('sends nobody to an address that is none of the web', async () => {
    for (const [element, content] of [
      [
        'endURLAfterEnroll',
        '<enrollment><endURLAfterEnroll>javascript:alert(1)</endURLAfterEnroll></enrollment>',
      ],
      ['destinationURL', '<extOptions><destinationURL>data:text/html,x</destinationURL></extOptions>'],
      ['password', '<enrollment><passwordReq>true</passwordReq></enrollment>'],
    ] as const) {
      const { reason } = await site().refused('000909', 'event.CreateEvent', event({ more: content }), HOST);
      assert.match(reason ?? '', new RegExp(element));
    }
    const key = await planned(site(), {
      more: '<enrollment><endURLAfterEnroll>www.example.com</endURLAfterEnroll></enrollment>',
    });
    assert.equal((await getEvent(site(), key)).value('enrollment/endURLAfterEnroll'), 'www.example.com');
  });

  test('of another host is refused to administrators too, and a meeting is none', async () => {
    const key = await planned(site());
    for (const operation of ['event.GetEvent', 'event.DelEvent', 'event.SetEvent']) {
      await site().refused('000001', operation, `<sessionKey>${key}</sessionKey>`, ADMIN);
    }
    const meeting = await site().ok(
      'meeting.CreateMeeting',
      `<metaData><confName>Meeting</confName></metaData><schedule>${START}</schedule>`,
      HOST,
    );
    const meetingKey = meeting.value('meetingkey');
    for (const operation of ['event.GetEvent', 'event.DelEvent', 'event.SetEvent']) {
      for (const caller of [HOST, ADMIN]) {
        await site().refused('060001', operation, `<sessionKey>${meetingKey}</sessionKey>`, caller);
      }
    }
    await site().refused('060001', 'meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
  });

  test('belongs to a program that its host finds in the list, and to none that is unknown', async () => {
    const { sites, accounts, programs } = site().context;
    const acme = await sites.required('acme');
    const admin = await accounts.required(acme, 'admin');
    const open = await programs.create(acme, admin, { name: 'Open', listStatus: 'PUBLIC' });
    const hidden = await programs.create(acme, admin, { name: 'Hidden', listStatus: 'UNLISTED' });
    const key = await planned(site(), { programID: open.id });
    assert.equal((await getEvent(site(), key)).value('metaData/programID'), String(open.id));
    for (const programID of [hidden.id, 99_999_999]) {
      await site().refused('060960', 'event.CreateEvent', event({ programID }), HOST);
      const set = `<sessionKey>${key}</sessionKey><metaData><programID>${programID}</programID></metaData>`;
      await site().refused('060960', 'event.SetEvent', set, HOST);
    }
    await setEvent(site(), key, '<metaData><programID>0</programID></metaData>');
    await site().refused('000015', 'event.LstsummaryEvent', `<programID>${open.id}</programID>`, HOST);
  });
});
