import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idsOf } from '../../src/rest-api/ids.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, sharedSite } from '../support/site.ts';
import { meeting } from '../url-api/portal.ts';
import { RestClient } from './client.ts';

const FORM = {
  autoAcceptRequest: false,
  requireJobTitle: true,
  requireFax: true,
  maxRegisterNum: 3,
  customizedQuestions: [
    {
      question: 'Which colour?',
      required: true,
      type: 'radioButtons',
      options: [{ value: 'green' }, { value: 'red' }],
      rules: [{ condition: 'equals', value: 'red', result: 'reject', order: 2 }],
    },
    { question: 'Why?', type: 'multiLineTextBox', maxLength: 10 },
  ],
  rules: [{ question: 'email', condition: 'endsWith', value: '@acme.com', result: 'approve', order: 1 }],
};

forProtocol('Registration in REST', (open) => {
  const site = sharedSite(open);

  async function aMeeting(more = '', password?: string) {
    const { key } = await meeting(site(), 'hostid', more, password);
    const acme = await site().context.sites.required('acme');
    return { key, meetingId: idsOf(site().context).series(acme.id, Number(key)) };
  }

  test('its form is kept whole, through writes of XML too, and asked on the page', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { key, meetingId } = await aMeeting();
    const path = `meetings/${meetingId}/registration`;
    await host.refused(404, 'GET', path, undefined, 'Registration is not enabled');
    const { json } = await host.ok('PUT', path, { body: FORM });
    assert.equal(json.requireEmail, true);
    assert.equal(json.requireJobTitle, true);
    assert.equal(json.requireCompanyName, false);
    assert.equal(json.requireFax, true);
    assert.equal(json.maxRegisterNum, 3);
    const [colour, why] = json.customizedQuestions;
    assert.deepEqual(colour.options, [
      { id: 1, value: 'green' },
      { id: 2, value: 'red' },
    ]);
    assert.deepEqual(colour.rules, [
      { condition: 'equals', value: 'red', result: 'reject', matchCase: false, order: 2 },
    ]);
    assert.deepEqual([why.type, why.maxLength, why.required], ['multiLineTextBox', 10, false]);
    assert.equal(json.rules[0].order, 1);

    await site().ok(
      'meeting.SetMeeting',
      `<meetingkey>${key}</meetingkey><metaData><confName>Another name</confName></metaData>`,
      HOST,
    );
    assert.deepEqual((await host.get(path)).json, json);
    const limit = await site().ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    assert.equal(limit.value('attendeeOptions/registration'), 'true');
    assert.equal(limit.value('attendeeOptions/participantLimit'), '3');

    const { text } = await new Visitor(site().url).get('/acme/m.php', { AT: 'GF', MK: key });
    for (const asked of ['Which colour?', 'green', 'Why?', 'Fax', 'Job title'])
      assert.ok(text.includes(asked), asked);

    // A question that stays keeps its number; one that is not named is gone, and its number is never given again.
    const kept = {
      ...FORM,
      customizedQuestions: [
        { ...FORM.customizedQuestions[1], id: why.id },
        { question: 'New?', type: 'singleLineTextBox' },
      ],
    };
    const after = (await host.ok('PUT', path, { body: kept })).json.customizedQuestions;
    assert.equal(after[0].id, why.id);
    assert.ok(after[1].id > why.id);
    assert.equal((await host.call('DELETE', path)).status, 204);
    await host.refused(404, 'GET', path);
  });

  test('is said with the meeting that takes it, too', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const times = { start: '2027-01-12T10:00:00Z', end: '2027-01-12T11:00:00Z' };
    const body = { title: 'For those who register', ...times, registration: FORM };
    const { json } = await host.ok('POST', 'meetings', { body });
    assert.equal(json.registration.requireJobTitle, true);
    assert.equal(json.registration.customizedQuestions[0].question, 'Which colour?');
    assert.match(json.registerLink, /RGID=r/);
    assert.deepEqual((await host.get(`meetings/${json.id}/registration`)).json, json.registration);
    const recurring = { ...body, recurrence: 'FREQ=DAILY;INTERVAL=1;COUNT=3' };
    await host.refused(400, 'POST', 'meetings', { body: recurring }, 'recurring');
    const inRoom = { ...body, scheduledType: 'personalRoomMeeting' };
    await host.refused(400, 'POST', 'meetings', { body: inRoom }, "'registration'");
  });

  test('no meeting that recurs, and none without a password, takes registrations', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const series = await aMeeting(
      '<repeat><repeatType>DAILY</repeatType><afterMeetingNumber>3</afterMeetingNumber></repeat>',
    );
    await host.refused(400, 'PUT', `meetings/${series.meetingId}/registration`, { body: {} }, 'recurring');
    const open = await aMeeting();
    const acme = await site().context.sites.required('acme');
    await site().context.sessions.change(acme, Number(open.key), ({ document }) => ({
      document: { ...document, password: undefined },
    }));
    await host.refused(400, 'PUT', `meetings/${open.meetingId}/registration`, { body: {} }, 'password');
    const { meetingId } = await aMeeting();
    const bad = (body: object, words: string) =>
      host.refused(400, 'PUT', `meetings/${meetingId}/registration`, { body }, words);
    await bad({ customizedQuestions: [{ question: 'x', type: 'checkbox' }] }, "'options'");
    await bad({ customizedQuestions: [{ id: 77, question: 'x', type: 'singleLineTextBox' }] }, '77');
    await bad(
      { rules: [{ question: 'firstName', condition: 'equals', value: 'x', result: 'approve' }] },
      'question',
    );
  });

  test('registrants register, wait, and are decided on', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { key, meetingId } = await aMeeting();
    const { json: form } = await host.ok('PUT', `meetings/${meetingId}/registration`, { body: FORM });
    const [colour, why] = form.customizedQuestions;
    const path = `meetings/${meetingId}/registrants`;
    const bob = {
      firstName: 'Bob',
      lastName: 'Lee',
      email: 'bob@example.com',
      jobTitle: 'Baker',
      fax: '1234',
      customizedQuestions: [
        { questionId: colour.id, answers: [{ optionId: 1 }] },
        { questionId: why.id, answers: [{ answer: 'just so' }] },
      ],
      sendEmail: false,
    };
    const { jobTitle: _, ...lacking } = bob;
    await host.refused(400, 'POST', path, { body: lacking }, "'jobTitle' cannot be empty");
    const wrong = { ...bob, customizedQuestions: [{ questionId: colour.id, answers: [{ optionId: 9 }] }] };
    await host.refused(400, 'POST', path, { body: wrong }, "'optionId'");
    const { json } = await host.ok('POST', path, { body: bob });
    assert.deepEqual(
      [json.status, json.firstName, json.jobTitle, json.fax],
      ['pending', 'Bob', 'Baker', '1234'],
    );
    assert.equal(json.registrationId, undefined);
    assert.deepEqual(json.customizedQuestions[0], {
      questionId: colour.id,
      answers: [{ optionId: 1, answer: 'green' }],
    });
    await host.refused(409, 'POST', path, { body: bob }, 'already');
    // Nobody's guest yet.
    assert.deepEqual((await host.get('meetingInvitees', { query: { meetingId } })).json.items, []);

    const registrants = [{ id: json.id }];
    const one = async () => (await host.get(`${path}/${json.id}`)).json;
    assert.equal((await host.call('POST', `${path}/approve`, { body: { registrants } })).status, 204);
    assert.match((await one()).registrationId, /^\d{6}$/);
    await host.ok('POST', `${path}/cancel`, { body: { registrants } });
    assert.equal((await one()).status, 'pending');
    await host.ok('POST', `${path}/reject`, { body: { registrants } });
    assert.equal((await one()).status, 'rejected');
    const xml = await site().ok('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.equal(xml.value('attendee/joinStatus'), 'REJECT');

    const items = [...'cab'].map((name) => ({ ...bob, email: `${name}@example.com` }));
    await host.ok('POST', `${path}/bulkInsert`, { body: { items: items.slice(0, 2) } });
    const emails = items.map(({ email }) => email);
    const body = { emails, orderBy: 'email', orderType: 'ASC' };
    const found = await host.ok('POST', `${path}/query`, { body });
    assert.deepEqual(
      found.json.items.map(({ email }: { email: string }) => email),
      ['a@example.com', 'c@example.com'],
    );
    const first = await host.get(path, { query: { max: 1 } });
    assert.equal(first.json.items[0].email, 'bob@example.com');
    assert.equal((await host.get(first.next ?? '')).json.items[0].email, 'c@example.com');
    // Three places at most, and Bob has none.
    const full = { items: [items[2], { ...bob, email: 'd@example.com' }] };
    await host.refused(409, 'POST', `${path}/bulkInsert`, { body: full });
    const all = (await host.get(path)).json.items.map(({ id }: { id: string }) => ({ id }));
    await host.refused(400, 'POST', `${path}/bulkDelete`, { body: { registrants: [...all, { id: 'x' }] } });
    await host.ok('POST', `${path}/bulkDelete`, { body: { registrants: all } });
    assert.deepEqual((await host.get(path)).json.items, []);
    await host.refused(404, 'GET', `${path}/${json.id}`);
  });

  test('whoever comes by the page answers the form, and the rules decide', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const { key, meetingId } = await aMeeting();
    const { json: form } = await host.ok('PUT', `meetings/${meetingId}/registration`, { body: FORM });
    const colour = `Q${form.customizedQuestions[0].id}`;
    const register = (fields: Record<string, string>) =>
      new Visitor(site().url).post('/acme/m.php', {
        ...{ AT: 'RM', MK: key, FN: 'Fay', LN: 'Fox', JT: 'Baker', FX: '12', ASKED: '1', QS: '1' },
        ...fields,
      });
    await register({ EM: 'red@example.com', [colour]: '2' });
    await register({ EM: 'green@example.com', [colour]: '1' });
    await register({ EM: 'red@acme.com', [colour]: '2' });
    const { json } = await host.get(`meetings/${meetingId}/registrants`);
    assert.deepEqual(
      json.items.map(({ email, status }: { email: string; status: string }) => `${email} ${status}`),
      ['red@example.com rejected', 'green@example.com pending', 'red@acme.com approved'],
    );
  });

  test('a webinar keeps its form in the words of events', async () => {
    const host = await RestClient.as(site(), 'hostid');
    const answer = await site().ok(
      'event.CreateEvent',
      '<accessControl><sessionPassword>Pa55word</sessionPassword></accessControl><metaData><sessionName>Webinar</sessionName></metaData><schedule><startDate>03/05/2026 10:00:00</startDate></schedule>',
      HOST,
    );
    const key = answer.value('sessionKey') ?? '';
    const acme = await site().context.sites.required('acme');
    const meetingId = idsOf(site().context).series(acme.id, Number(key));
    const path = `meetings/${meetingId}/registration`;
    const { requireFax: _, ...form } = FORM;
    await host.refused(400, 'PUT', path, { body: form }, 'webinars');
    const [colour, why] = form.customizedQuestions;
    const asked = { ...form, customizedQuestions: [{ ...colour, rules: [] }, why] };
    await host.ok('PUT', path, { body: asked });
    const seen = await site().ok('event.GetEvent', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.ok(seen.text.includes('Which colour?'));
    assert.ok(seen.text.includes('ENDS_WITH'));
  });
});
