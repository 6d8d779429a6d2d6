import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { foundHistory } from '../../src/demo-history.ts';
import type { Mail } from '../../src/mail/outbox.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import { addressesIn, addressesInMail } from '../browser/addresses.ts';
import { addressesOn, assertUseful, follow, type Reader } from '../browser/follower.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { ADMIN, type Answer, type Caller, HOST, PASSWORD, sharedSite, xml } from '../support/site.ts';
import { questions, testsOf } from '../support/tests-of-a-training.ts';
import { BACK, listPortal } from './portal.ts';

/** Every address that the XML API and the mails hand out leads to something, for browsers and for programs. */

const READERS: readonly Reader[] = ['browser', 'program'];
const SITES = ['acme', 'acme-ci', 'acme-sso', 'acme-w11', 'acme-basic'] as const;
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').toString('base64');

const schedule = '<schedule><startDate>03/05/2026 10:00:00</startDate><duration>30</duration></schedule>';
const named = (name: string) => `<metaData><confName>${xml(name)}</confName></metaData>`;
const password = '<accessControl><meetingPassword>pass-w0rd</meetingPassword></accessControl>';
const remind = '<remind><enableReminder>true</enableReminder><minutesAhead>15</minutesAhead></remind>';
const registering = '<attendeeOptions><registration>true</registration></attendeeOptions>';
const weekly =
  '<repeat><repeatType>WEEKLY</repeatType><dayInWeek><day>THURSDAY</day></dayInWeek>' +
  '<expirationDate>06/30/2026 00:00:00</expirationDate></repeat>';
const listControl = '<listControl><startFrom>1</startFrom><maximumNum>50</maximumNum></listControl>';
const person = (name: string) => `<person><name>${name}</name><email>${name}@example.com</email></person>`;
const people = (...names: readonly string[]) =>
  '<participants><attendees>' +
  names.map((name) => `<attendee>${person(name)}</attendee>`).join('') +
  '</attendees></participants><attendeeOptions><emailInvitations>true</emailInvitations></attendeeOptions>';
const of = (key: string, name = 'sessionKey') => `<${name}>${key}</${name}>`;

const data = mkdtempSync(join(tmpdir(), 'parlance-links-'));
after(() => rm(data, { recursive: true, force: true }));

forProtocol('The addresses that are handed out', (open) => {
  const shared = sharedSite(open, { settings: { data } });
  const called = new Set<string>();
  const followed = new Set<string>();
  const handedOut = new Set<string>();

  async function tryAddress(address: string, reader: Reader): Promise<void> {
    const end = await follow(shared(), address, reader);
    assertUseful(address, reader, end);
    followed.add(`${reader} ${address}`);
    // What a page leads on to leads somewhere too.
    for (const next of addressesOn(end)) {
      if (new URL(next).origin !== shared().url) continue;
      assertUseful(next, reader, await follow(shared(), next, reader, end.visitor));
      followed.add(`${reader} ${next}`);
    }
  }

  /** Calls an operation, and follows what it hands out. A ticket is of one use: each reader asks for their own. */
  async function call(type: string, content = '', caller: Caller = HOST): Promise<Answer> {
    const answer = await shared().ok(type, content, caller);
    called.add(type);
    for (const [at, address] of answer.bodyContents.flatMap(addressesIn).entries()) {
      handedOut.add(`${type} ${new URL(address).pathname.split('/').slice(2, 3)}`);
      for (const reader of READERS) {
        const isTicket = new URL(address).searchParams.has('TK');
        const again =
          isTicket && reader !== READERS[0] ? await shared().ok(type, content, caller) : undefined;
        await tryAddress(again?.bodyContents.flatMap(addressesIn)[at] ?? address, reader);
      }
    }
    return answer;
  }

  async function create(content: string, caller: Caller = HOST): Promise<string> {
    return (await call('meeting.CreateMeeting', content, caller)).value('meetingkey') ?? '';
  }

  async function mails(siteName = 'acme'): Promise<readonly Mail[]> {
    const { sites, mail } = shared().context;
    return (await mail.outbox.list(await sites.required(siteName), { most: 500 })).mails;
  }

  async function followMail(mail: Mail): Promise<void> {
    for (const address of new Set(addressesInMail(mail))) {
      for (const reader of READERS) {
        if (!followed.has(`${reader} ${address}`)) await tryAddress(address, reader);
      }
    }
  }

  /** All that an attendee, the host and a stranger may ask of a session. */
  async function askAbout(key: string, caller: Caller, more = ''): Promise<void> {
    await call('meeting.GetMeeting', of(key, 'meetingKey'), caller);
    await call('meeting.GethosturlMeeting', of(key), caller);
    await call('meeting.GetjoinurlMeeting', of(key), caller);
    await call(
      'meeting.GetjoinurlMeeting',
      `${of(key)}<attendeeName>Änne &amp; "B"</attendeeName><attendeeEmail>anne@example.com</attendeeEmail>${more}`,
      caller,
    );
    await call('ep.GetSessionInfo', of(key), caller);
  }

  for (const siteName of SITES) {
    test(`of ${siteName}: its accounts, and a session`, async () => {
      const name = (webExID: string) => (siteName === 'acme-ci' ? `${webExID}@acme.com` : webExID);
      const host = { siteName, webExID: name('hostid'), password: PASSWORD };
      const admin = { ...host, webExID: name('admin') };
      await listPortal(shared());
      for (const back of ['', BACK, 'https://elsewhere.example/?a=b&c=d', `${shared().url}/${siteName}/`]) {
        const backURL = back === '' ? '' : `<backURL>${xml(back)}</backURL>`;
        await call('user.GetloginurlUser', of(host.webExID, 'webExID') + backURL, host);
        await call('user.GetlogouturlUser', of(host.webExID, 'webExID') + backURL, host);
      }
      for (const webExID of ['hostid', 'admin', 'guest'].map(name)) {
        await call('user.GetUser', of(webExID, 'webExId'), admin);
        await call('user.GetUserCard', of(webExID, 'webExId'), { siteName });
      }
      await call('user.LstUser', listControl, admin);
      await call('user.LstsummaryUser', listControl, admin);
      await call('site.GetSite', '', admin);
      await call('ep.GetSiteType', '', { siteName });
      const key = await create(password + named('Review') + schedule + remind + people('ann'), host);
      await askAbout(key, host, '<meetingPW>pass-w0rd</meetingPW>');
      const asked = `${of(key)}<sessionPassword>pass-w0rd</sessionPassword>`;
      await call('ep.GetSessionInfo', asked, { siteName });
      const who = '<attendeeName>Ann</attendeeName><attendeeEmail>ann@example.com</attendeeEmail>';
      await call('ep.GetJoinSessionInfo', asked + who, { siteName });
      for (const mail of await mails(siteName)) await followMail(mail);
    });
  }

  test('of sessions of every kind', async () => {
    const plain = await create(named('<No> password & "more"') + schedule);
    const deputy = `<participants><attendees><attendee>${person('alt')}</attendee></attendees></participants>`;
    await call('meeting.SetMeeting', of(plain, 'meetingkey') + named('Renamed') + deputy);
    const series = await create(password + named('Series') + schedule + weekly + people('ben'));
    const later = schedule.replace('10:00', '11:00');
    await call('meeting.SetMeeting', of(series, 'meetingkey') + named('Moved series') + later);
    for (const key of [plain, series]) await askAbout(key, HOST);
    await call('meeting.LstMeeting', listControl);
    await call('meeting.LstsummaryMeeting', listControl);
    await call('ep.LstsummarySession', listControl);
    // The address of their host has begun them.
    await call('ep.LstOpenSession');
  });

  for (const [what, settings] of [
    ['is closed to strangers', { security: { requireLoginBeforeSiteAccess: true } }],
    ['takes no password in an address', { urlAPI: { enforcePost: true } }],
  ] as const) {
    test(`of a site that ${what}`, async (t) => {
      const { sites } = shared().context;
      const { settings: before } = await sites.required('acme');
      await sites.change('acme', { settings });
      t.after(() => sites.change('acme', { settings: before }));
      const key = await create(password + named('Behind the door') + schedule);
      await askAbout(key, HOST, '<meetingPW>pass-w0rd</meetingPW>');
    });
  }

  test('of sessions that take registrations', async () => {
    for (const accepts of ['false', 'true']) {
      const options = registering.replace('</att', `<auto>${accepts}</auto></att`);
      const key = await create(password + named('Open house') + schedule + options);
      await askAbout(key, HOST);
      const registered = await call(
        'attendee.RegisterMeetingAttendee',
        `<attendees>${person('rita')}<joinStatus>ACCEPT</joinStatus>${of(key)}<emailInvitations>true</emailInvitations></attendees>`,
      );
      const RegID = registered.value('register/registerID') ?? registered.value('register/registerId') ?? '';
      assert.notEqual(RegID, '', registered.text);
      await call(
        'meeting.GetjoinurlMeeting',
        `${of(key)}<attendeeName>Rita</attendeeName><attendeeEmail>rita@example.com</attendeeEmail>` +
          `<meetingPW>pass-w0rd</meetingPW><RegID>${RegID}</RegID>`,
      );
      const { visitor } = await follow(shared(), `${shared().url}/acme/m.php?AT=GF&MK=${key}`, 'browser');
      for (const FN of ['Paul', 'Quinn']) {
        const form = { AT: 'RM', MK: key, FN, EM: `${FN.toLowerCase()}@example.com`, ASKED: '1' };
        await visitor.post('/acme/m.php', form);
      }
      // The link of somebody who is rejected later works until then.
      for (const mail of await mails()) if (mail.kind === 'registrationAccepted') await followMail(mail);
      await call(
        'attendee.RegisterMeetingAttendee',
        `<attendees><person><name>Quinn</name><email>quinn@example.com</email></person>` +
          `<joinStatus>REJECT</joinStatus>${of(key)}</attendees>`,
      );
      await call('attendee.GetEnrollmentInfo', of(key));
    }
  });

  test('of personal rooms and their pictures', async () => {
    for (const kind of ['Photo', 'Header']) {
      await call('user.UploadPMRImage', `<imageFor>${kind}</imageFor><imageData>${PNG}</imageData>`);
    }
    await call(
      'user.SetUser',
      '<webExId>hostid</webExId><personalMeetingRoom><headerImageBranding>true</headerImageBranding></personalMeetingRoom>',
    );
    const room = await call('user.GetUser', of('hostid', 'webExId'));
    await call('user.GetUserCard', of('hostid', 'webExId'), { siteName: 'acme' });
    const accessCode = room.value('personalMeetingRoom/accessCode') ?? '';
    await call('ep.GetSessionInfo', of(accessCode));
    await call('ep.GetSessionInfo', of(accessCode), { siteName: 'acme' });
  });

  test('of accounts that come and go, and that may not much', async () => {
    for (const [webExId, privileges] of [
      ['newhost', '<host>true</host>'],
      ['newguest', '<host>false</host><attendeeOnly>true</attendeeOnly><isEnablePMR>true</isEnablePMR>'],
      ['roomless', '<host>true</host><isEnablePMR>false</isEnablePMR>'],
    ] as const) {
      await call(
        'user.CreateUser',
        `<firstName>New</firstName><lastName>One</lastName><webExId>${webExId}</webExId>` +
          `<email>${webExId}@acme.com</email><password>P@ssword123</password>` +
          `<privilege>${privileges}</privilege><sendWelcome>true</sendWelcome>`,
        ADMIN,
      );
      await call('user.GetUser', of(webExId, 'webExId'), ADMIN);
      await call('user.GetUserCard', of(webExId, 'webExId'), { siteName: 'acme' });
    }
    for (const mail of await mails()) if (mail.kind === 'welcome') await followMail(mail);
    await call('user.InactivateUser', of('newhost', 'webexID'), ADMIN);
    await call('user.GetUser', of('newhost', 'webExId'), ADMIN);
    await call('user.ActivateUser', of('newhost', 'webexID'), ADMIN);
    await call('user.DelUser', of('newhost', 'webExId'), ADMIN);
  });

  test('of everything else that can be called', async () => {
    const { sites, accounts, sessions, sessionTemplates } = shared().context;
    const acme = await sites.required('acme');
    const holly = await accounts.required(acme, 'hostid');
    await sessionTemplates.save(acme, holly, { name: 'Weekly', serviceType: 'MeetingCenter' }, {});
    await call('user.AuthenticateUser', '', HOST);
    await call('user.GetLoginTicket', '', HOST);
    await call(
      'user.DelSessionTemplates',
      '<sessionTemplate><name>Weekly</name><serviceType>MeetingCenter</serviceType></sessionTemplate>',
    );
    await call('meetingtype.LstMeetingType', listControl);
    await call('meetingtype.GetMeetingType', of('3', 'meetingTypeID'));
    await call('ep.GetAPIVersion', '', {});
    await call('ep.CreateContacts', `<contact>${person('carl').replaceAll(/<\/?person>/g, '')}</contact>`);
    await call('ep.LstContact', listControl);
    const list = await call('ep.CreateDistList', '<distList><name>Friends</name></distList>');
    const distListID = /<[\w:]*distListID>(\d+)</.exec(list.text)?.[1] ?? '';
    await call('ep.SetDistList', `<distList>${of(distListID, 'distListID')}<name>Others</name></distList>`);
    await call('ep.LstDistList', '');
    await call(
      'ep.SetupOneClickSettings',
      '<metaData><serviceType>MeetingCenter</serviceType><sessionType>3</sessionType><confName>Quick</confName></metaData>',
    );
    await call('ep.GetOneClickSettings', '');
    await call('site.SetSite', '', ADMIN);
    await call('site.LstTimeZone', '');
    const call1 = await call('meeting.auo.CreateTeleconferenceSession', named('Call') + schedule);
    const key = call1.value('sessionKey') ?? '';
    await call('meeting.auo.SetTeleconferenceSession', of(key) + named('Our call'));
    await call('meeting.auo.GetTeleconferenceSession', of(key));
    const meeting = await create(named('With people') + schedule + registering);
    await call(
      'attendee.CreateMeetingAttendee',
      `${person('dora')}${of(meeting)}<emailInvitations>true</emailInvitations>`,
    );
    await call('attendee.LstMeetingAttendee', of(meeting));
    await call(
      'attendee.DelMeetingAttendee',
      `<attendeeEmail><email>dora@example.com</email>${of(meeting)}</attendeeEmail><sendEmail>true</sendEmail>`,
    );
    const details = { type: 'VISITOR', languageID: 1, feedback: { comment: 'Fine' } } as const;
    const frank = { email: 'frank@example.com', name: 'Frank', role: 'ATTENDEE', details } as const;
    await sessions.addAttendees(acme, [{ sessionKey: Number(meeting), attendee: frank }], () => {});
    const confID = (await call('ep.GetSessionInfo', of(meeting))).value('confID') ?? '';
    await call('attendee.GetFeedbackInfo', of(confID, 'confID'));
  });

  test('of support', async () => {
    const { queues, sites } = shared().context;
    await queues.create(await sites.required('acme'), 'Printers');
    const roles = '<webACDPrefs><isAgent>true</isAgent><isMgr>true</isMgr></webACDPrefs>';
    await call('user.SetUser', of('hostid', 'webExId') + roles, ADMIN);
    const action = '<action>ASSIGN</action>';
    const hostid = of('hostid', 'webExId');
    await call('user.AssignWebACDQueues', `${hostid}<queue><name>Printers</name>${action}</queue>`, ADMIN);
    const agents = `<webACDUser>${hostid}${action}</webACDUser>`;
    await call('user.AssignWebACDAgents', `<manager>hostid</manager>${agents}`, ADMIN);
    await call('site.GetWebACDQueues', '');
    const created = await call('supportsession.CreateSupportSession');
    await call('ep.GetSessionInfo', of(created.value('sessionKey') ?? ''));
  });

  test('of the history and of recordings', async () => {
    const { context } = shared();
    await foundHistory(context, await context.sites.required('acme'));
    const recordingID = '<recordingID>712004581</recordingID>';
    const binned = '<recordingID>712004585</recordingID>';
    await call('ep.LstRecording');
    await call('event.LstrecordedEvent');
    await call('ep.GetRecordingInfo', recordingID);
    await call('ep.SetRecordingInfo', `<recording>${recordingID}</recording>`);
    await call('ep.LstRecordingInRecycleBin', '', ADMIN);
    await call('ep.RecoverRecordingFromRecycleBin', binned, ADMIN);
    await call('ep.DelRecording', binned, ADMIN);
    await call('ep.DelRecordingFromRecycleBin', binned, ADMIN);
    const contents: Readonly<Record<string, string>> = {
      LstEventSessionPreliminaryHistory: of('Open day', 'confName'),
      LstEventAttendeePreliminaryHistory: of('Open day', 'confName'),
    };
    for (const { service, name } of OPERATIONS) {
      if (service.name === 'history') await call(`history.${name}`, contents[name]);
    }
  });

  test('of sales', async () => {
    const account = await call('sales.CreateAccount', '<account><name>Northern</name></account>');
    const intAccountID = of(account.value('intAccountID') ?? '', 'intAccountID');
    await call('sales.SetAccount', `<account>${intAccountID}</account>`);
    await call('sales.LstAccounts');
    const chance = await call('sales.CreateOpportunity', '<opportunity><name>Desks</name></opportunity>');
    const intOpptyID = of(chance.value('intOpptyID') ?? '', 'intOpptyID');
    await call('sales.SetOpportunity', `<opportunity>${intOpptyID}</opportunity>`);
    await call('sales.LstOpportunities');
    const product = await call('sales.AddProducts', '<product><name>Desk</name></product>', ADMIN);
    const prodID = of(product.value('prodID') ?? '', 'prodID');
    await call('sales.SetProducts', `<product>${prodID}</product>`, ADMIN);
    await call('sales.LstProducts');
    const prospects =
      '<prospects><prospect><email>nora@example.com</email></prospect></prospects>' +
      '<attendeeOptions><emailInvitations>true</emailInvitations></attendeeOptions>';
    const created = await call('sales.CreateSalesSession', password + named('Offer') + schedule + prospects);
    const key = of(created.value('meetingKey') ?? '', 'meetingKey');
    await call('sales.SetSalesSession', named('Better offer') + key);
    await call('sales.GetSalesSession', key);
    await call('sales.LstsummarySalesSession', listControl);
    await call('sales.DelSalesSession', key);
  });

  test('of trainings', async () => {
    const invited =
      '<attendees><participants><participant><person><email>tina@example.com</email></person></participant>' +
      '</participants></attendees><attendeeOptions><registration>true</registration>' +
      '<emailInvitations>true</emailInvitations></attendeeOptions>';
    const created = await call('training.CreateTrainingSession', named('Course') + schedule + invited);
    const key = of(created.value('sessionkey') ?? '');
    await call('training.SetTrainingSession', named('Better course') + key);
    await call('training.GetTrainingSession', key);
    await call('training.LstTrainingSession', listControl);
    await call('training.LstsummaryTrainingSession', listControl);
  });

  test('of events', async () => {
    const called = '<metaData><sessionName>Launch</sessionName></metaData>';
    const invited =
      '<panelists><panelist><email>pat@example.com</email></panelist></panelists>' +
      '<attendees><attendee><email>ann@example.com</email></attendee></attendees>' +
      '<extOptions><emailInvitations>true</emailInvitations></extOptions>';
    const created = await call('event.CreateEvent', called + schedule + invited);
    const key = of(created.value('sessionKey') ?? '');
    await call('event.SetEvent', `<metaData><sessionName>Relaunch</sessionName></metaData>${key}`);
    await call('event.GetEvent', key);
    await call('event.LstsummaryEvent', listControl);
    await call('event.SendInvitationEmail', `${key}<panelists>true</panelists>`);
    const image = Buffer.from('GIF89a, more or less').toString('base64');
    await call('event.UploadEventImage', `${key}<imageType>GIF</imageType><imageData>${image}</imageData>`);
    const { sites, accounts, programs } = shared().context;
    const acme = await sites.required('acme');
    const host = await accounts.required(acme, 'hostid');
    await programs.create(acme, host, { name: 'Spring', listStatus: 'PUBLIC' });
    await call('event.LstsummaryProgram', listControl);
  });

  test('of labs and tests', async () => {
    const lab = await call('training.CreateLab', '<lab><labName>Lab</labName></lab>', ADMIN);
    const labID = of(lab.value('labID') ?? '', 'labID');
    const time = (start: string, end: string) =>
      `<${start}>06/01/2026 10:00:00</${start}><${end}>06/01/2026 11:00:00</${end}>`;
    const when = `<labName>Lab</labName>${time('sessionStartTime', 'sessionEndTime')}`;
    await call('training.GetLabInfo', labID);
    await call('training.SetLab', labID, ADMIN);
    await call('training.CheckLabAvailability', `${when}<numComputers>1</numComputers>`);
    const wish = `<labName>Lab</labName><numComputers>1</numComputers><topic>T</topic>${time('startDate', 'endDate')}`;
    await call('training.ReserveLab', wish);
    await call('training.GetLabSchedule', when);
    const spare = await call('training.CreateLab', '<lab><labName>Spare</labName></lab>', ADMIN);
    await call('training.DelLab', of(spare.value('labID') ?? '', 'labID'), ADMIN);

    const names = await testsOf(shared(), await shared().context.sites.required('acme'), {
      host: 'hostid',
      creator: 'hostid',
      topic: 'Course',
      invited: 'ina@example.com',
      rightAnswer: 'Yes',
    });
    const test = (id: string | undefined) => of(id ?? '', 'testID');
    const session = of(names.testSessionKey ?? '');
    const display = '<display><allOnePage>true</allOnePage></display>';
    await call('training.UploadIMStest', `${display}<questestinterop>${questions('Yes')}</questestinterop>`);
    await call('training.SetIMStest', `${test(names.ownTest)}${display}`);
    await call('training.LstLibTests');
    const copy = await call(
      'training.CopyLibTests',
      `${test(names.sharedTest)}<copyToType>PRIVATE</copyToType>`,
    );
    await call('training.DelLibTests', test(copy.value('testID')));
    const added = await call('training.AddScheduledTest', session + test(names.sharedTest));
    await call(
      'training.SetScheduledTest',
      `${session}${test(names.laterTest)}<deliveryMethod><session>true</session></deliveryMethod>` +
        '<timeLimit><noLimit>true</noLimit></timeLimit><attemptLimit><noLimit>true</noLimit></attemptLimit>',
    );
    await call('training.DelScheduledTest', test(added.value('testID')) + session);
    await call('training.LstScheduledTests', session);
    for (const name of ['GetTestInformation', 'GetIMStestDetails']) {
      await call(`training.${name}`, test(names.openTest));
    }
    await call(
      'training.GetIMStestResult',
      `${test(names.openTest)}<participantEmail>ina@example.com</participantEmail>`,
    );
  });

  test('of mails', async () => {
    const site = shared();
    const visitor = new Visitor(site.url);
    const form = await visitor.get('/acme/forgot.php');
    const FORM = visitor.cookies.get('form') ?? '';
    assert.equal(form.status, 200);
    await visitor.post('/acme/forgot.php', { WID: 'hostid', FORM });
    for (const mail of await mails()) await followMail(mail);
    const kinds = new Set((await mails()).map(({ kind }) => kind));
    for (const kind of [
      'scheduled',
      'invitation',
      'changed',
      'update',
      'registrationRequest',
      'registrationAccepted',
      'reminder',
      'welcome',
      'passwordReset',
    ] as const) {
      assert.ok(kinds.has(kind), `there is a mail of the kind ${kind}, among ${[...kinds]}`);
    }
  });

  test('of sessions that are taken off', async () => {
    const before = new Set((await mails()).map(({ id }) => id));
    for (const options of ['', weekly]) {
      const key = await create(password + named('Off: <b>"ä"</b>') + schedule + options + people('eve'));
      await call('meeting.DelMeeting', of(key, 'meetingKey'));
    }
    const key = await create(named('Off too') + schedule);
    await call('ep.DelSession', of(key));
    const training = await call('training.CreateTrainingSession', named('Off with it') + schedule);
    await call('training.DelTrainingSession', of(training.value('sessionkey') ?? ''));
    const event = '<metaData><sessionName>Off as well</sessionName></metaData>';
    const created = await call('event.CreateEvent', event + schedule);
    await call('event.DelEvent', of(created.value('sessionKey') ?? ''));
    const news = (await mails()).filter(({ id, kind }) => !before.has(id) && kind === 'cancelled');
    assert.ok(news.length > 0);
    for (const mail of news) await followMail(mail);
  });

  test('come from every operation, and are many', (t) => {
    const all = OPERATIONS.map(({ service, name }) => `${service.name}.${name}`);
    assert.deepEqual(
      all.filter((type) => !called.has(type)),
      [],
    );
    t.diagnostic(`${followed.size} addresses followed, ${handedOut.size} kinds of them`);
    assert.ok(followed.size >= 400, String(followed.size));
    assert.ok(handedOut.size >= 18, [...handedOut].join('\n'));
  });
});
