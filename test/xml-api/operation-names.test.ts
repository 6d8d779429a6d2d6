import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anybody } from '../../src/xml-api/access.ts';
import { webexEnvelope } from '../../src/xml-api/envelopes/webex.ts';
import { body, operation } from '../../src/xml-api/operation.ts';
import { operationNames } from '../../src/xml-api/operation-names.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import { compile } from '../../src/xml-api/registry.ts';
import { epService, meetingService, type Service } from '../../src/xml-api/service.ts';

/** Which operation an xsi:type means, among the operations of the server and where two services have one of a name. */

const meaningOf = operationNames(OPERATIONS);

for (const [type, meant] of [
  ['java:com.webex.service.binding.user.GetUser', 'user.GetUser'],
  ['java:com.webex.xmlapi.service.binding.user.SetUser', 'user.SetUser'],
  [
    'java:com.webex.service.binding.meeting.auo.GetTeleconferenceSession',
    'meeting.auo.GetTeleconferenceSession',
  ],
  ['site.LstTimeZone', 'site.LstTimeZone'],
  ['meet:createMeeting', 'meeting.CreateMeeting'],
  ['ns1:getSite', 'site.GetSite'],
  ['MEETING.getmeeting', 'meeting.GetMeeting'],
] as const) {
  test(`${type} is ${meant}`, () => {
    const { operations, isByLastWord } = meaningOf(type);
    assert.deepEqual(
      operations.map(({ service, name }) => `${service.name}.${name}`),
      [meant],
    );
    assert.equal(isByLastWord, false);
  });
}

test('a part of a service is found in the service too', () => {
  const { operations, isByLastWord } = meaningOf('meeting.GetTeleconferenceSession');
  assert.deepEqual(
    operations.map(({ name }) => name),
    ['GetTeleconferenceSession'],
  );
  assert.equal(isByLastWord, false);
});

for (const type of [
  'GetUser',
  'users.GetUser',
  'java:com.example.GetUser',
  'q1:getUser',
  'a blank GetUser',
]) {
  test(`${type} names no service that is known: its last word counts`, () => {
    const { operations, isByLastWord } = meaningOf(type);
    assert.deepEqual(
      operations.map(({ name }) => name),
      ['GetUser'],
    );
    assert.equal(isByLastWord, true);
  });
}

for (const type of [
  'event.GetMeeting',
  'java:com.webex.service.binding.event.GetMeeting',
  'user.GetMeeting',
  'meeting.auo.GetMeeting',
  'history:getMeeting',
  'java:com.webex.service.binding.training.DelMeeting',
  'constructor',
  '',
  `${'a.'.repeat(200)}GetUser`,
]) {
  test(`${type.slice(0, 60)} is nothing`, () => {
    assert.deepEqual(meaningOf(type).operations, []);
  });
}

for (const [type, probable] of [
  ['java:com.webex.service.binding.user.GetUsr', 'user.GetUser'],
  ['java:com.webex.service.binding.user.GetMeetng', 'meeting.GetMeeting'],
  ['meeting.CreateMeetings', 'meeting.CreateMeeting'],
  ['meet:getMeting', 'meeting.GetMeeting'],
  ['meeting.DelMeetingAttendes', 'attendee.DelMeetingAttendee'],
  ['event.GetMeeting', 'meeting.GetMeeting'],
  ['LstSumaryUser', 'user.LstsummaryUser'],
] as const) {
  test(`${type} is nothing, and probably ${probable}`, () => {
    const { operations, probably } = meaningOf(type);
    assert.deepEqual(operations, []);
    assert.equal(`${probably?.service.name}.${probably?.name}`, probable);
  });
}

test('what is like no operation is probably none', () => {
  for (const type of ['user.CreateCake', 'constructor', '', 'x', '<b>', 'java:com.webex.service.binding.']) {
    assert.equal(meaningOf(type).probably, undefined, type);
  }
});

test('the schema type is told from the name', () => {
  assert.equal(meaningOf('use:getUser').isSchemaType, true);
  assert.equal(meaningOf('q1:getUser').isSchemaType, true);
  for (const type of ['use:GetUser', 'user.getUser', 'java:com.webex.service.binding.user.GetUser']) {
    assert.equal(meaningOf(type).isSchemaType, false, type);
  }
});

const session = (service: Service) =>
  operation({
    service,
    name: 'GetSession',
    summary: 'Is there twice.',
    may: anybody,
    throttled: 'never',
    request: body(service, 'getSession', {}),
    response: body(service, 'getSessionResponse', {}),
    run: () => ({}),
  });

test('two services may have an operation of the same name, and one of them has to be named', () => {
  const [ofMeeting, ofEp] = [session(meetingService), session(epService)];
  const registry = compile([ofMeeting, ofEp], webexEnvelope);
  const find = (type: string) => registry.find(type, () => {}).operation;
  assert.equal(find('meeting.GetSession'), ofMeeting);
  assert.equal(find('java:com.webex.service.binding.ep.GetSession'), ofEp);
  assert.equal(find('ep:getSession'), ofEp);
  assert.throws(() => find('GetSession'), {
    name: 'MessageRefused',
    message:
      'GetSession may be java:com.webex.service.binding.meeting.GetSession or java:com.webex.service.binding.ep.GetSession',
  });
  assert.throws(
    () => compile([ofMeeting, session(meetingService)], webexEnvelope),
    /two operations are named meeting.GetSession/,
  );
});
