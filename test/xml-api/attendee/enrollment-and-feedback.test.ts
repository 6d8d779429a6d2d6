import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AttendeeDetails } from '../../../src/sessions/attendee.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, CI_ADMIN, GUEST, HOST, sharedSite } from '../../support/site.ts';
import { confIDOf, each, schedule, somebody } from './meetings.ts';

forProtocol('enrollment and feedback', (open) => {
  const site = sharedSite(open);

  /** What the registration page and the live room gather. */
  async function gather(email: string, gathered: Partial<AttendeeDetails>): Promise<void> {
    const { database } = site().context;
    await database.write(async (tx) => {
      const table = database.builder;
      const row = await tx.first<{ id: number; document: string }>(
        table.selectFrom('attendee').select(['id', 'document']).where('email', '=', email).compile(),
      );
      assert.ok(row);
      const document = JSON.stringify({ ...JSON.parse(row.document), ...gathered });
      await tx.run(table.updateTable('attendee').set({ document }).where('id', '=', row.id).compile());
    });
  }

  test('GetEnrollmentInfo tells what people wrote, and how it was decided', async () => {
    const key = await schedule(site(), {
      options: '<registration>true</registration>',
      attendees: each('attendee', [somebody('Only Invited', 'invited@example.com')]),
    });
    const form =
      '<person><name>Anna Arnold</name><firstName>Anna</firstName><lastName>Arnold</lastName><title>Dr</title>' +
      '<company>A &amp; B</company><address><address1>One</address1><city>Bonn</city><zipCode>53111</zipCode>' +
      '<country>Germany</country></address><phones><phone>1,228,1,,,,</phone></phones>' +
      `<email>anna-enrolled@example.com</email></person><sessionKey>${key}</sessionKey>`;
    await site().ok('attendee.RegisterMeetingAttendee', each('attendees', [form]), GUEST);
    await gather('anna-enrolled@example.com', {
      enrollFields: { numEmployees: '10', receiveInfo: 'true', 'How did you <hear>?': 'A friend' },
      ipAddress: '192.0.2.1',
    });
    const accept = each('attendees', [`${form}<joinStatus>ACCEPT</joinStatus>`]);
    await site().ok('attendee.RegisterMeetingAttendee', accept, HOST);

    const answer = await site().ok('attendee.GetEnrollmentInfo', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.deepEqual(
      answer.all('session')[0]?.children.map(({ name }) => name),
      ['confID', 'attendee', 'matchingRecords', 'sessionKey'],
    );
    const fields = (name: string) => answer.value(`session/attendee/enrollFields/defaultFields/${name}`);
    assert.deepEqual(
      ['firstName', 'lastName', 'company', 'phoneNum', 'numEmployees', 'receiveInfo', 'city', 'zipcode'].map(
        fields,
      ),
      ['Anna', 'Arnold', 'A & B', '1,228,1,,,,', '10', 'true', 'Bonn', '53111'],
    );
    const custom = 'session/attendee/enrollFields/customFields/field';
    assert.deepEqual(answer.texts(`${custom}/label`), ['How did you <hear>?']);
    assert.deepEqual(answer.texts(`${custom}/value`), ['A friend']);
    assert.equal(answer.value('session/attendee/ipAddress'), '192.0.2.1');
    assert.equal(answer.value('session/attendee/submitTime'), '03/04/2026 02:30:00');
    assert.equal(answer.value('session/attendee/status'), 'APPROVED');
    assert.equal(answer.value('session/matchingRecords/total'), '1');

    const byConfID = await site().ok(
      'attendee.GetEnrollmentInfo',
      `<confID>${await confIDOf(site(), key)}</confID>`,
      HOST,
    );
    assert.equal(byConfID.value('session/sessionKey'), key);
  });

  test('GetFeedbackInfo tells what people said, once it has been gathered', async () => {
    const key = await schedule(site(), {
      attendees: each('attendee', [somebody('Silent'), somebody('Loud')]),
    });
    const confID = await confIDOf(site(), key);
    const feedback = `<confID>${confID}</confID>`;
    await site().refused('000015', 'attendee.GetFeedbackInfo', feedback, HOST);
    await gather('loud@example.com', {
      feedback: { setup: 'Good', comment: '<i>Fine</i>', answers: { 'Again?': 'Yes' } },
    });
    const answer = await site().ok('attendee.GetFeedbackInfo', feedback, HOST);
    assert.equal(answer.value('session/confID'), String(confID));
    const fields = 'session/attendee/feedbackFields';
    assert.deepEqual(answer.texts(`${fields}/defaultFields/comment`), ['<i>Fine</i>']);
    assert.deepEqual(answer.texts(`${fields}/customFields/field/label`), ['Again?']);
  });

  test('an invitation that is written again undoes nothing that was gathered', async () => {
    const key = await schedule(site(), { attendees: each('attendee', [somebody('Dora')]) });
    await gather('dora@example.com', { feedback: { comment: 'Kept' } });
    const again = `${somebody('Dora D', 'dora@example.com')}<sessionKey>${key}</sessionKey>`;
    await site().ok('attendee.CreateMeetingAttendee', again, HOST);
    const people = `<participants><attendees>${each('attendee', [somebody('Dora')])}</attendees></participants>`;
    await site().ok('meeting.SetMeeting', `<meetingkey>${key}</meetingkey>${people}`, HOST);
    const answer = await site().ok(
      'attendee.GetFeedbackInfo',
      `<confID>${await confIDOf(site(), key)}</confID>`,
      HOST,
    );
    assert.ok(answer.text.includes('Kept'));
  });

  test('both are for those who manage the session, and say 000015 when there is nothing', async () => {
    const key = await schedule(site());
    const confID = await confIDOf(site(), key);
    const other = await site().person();
    for (const [operation, content] of [
      ['GetEnrollmentInfo', `<sessionKey>${key}</sessionKey>`],
      ['GetFeedbackInfo', `<confID>${confID}</confID>`],
    ] as const) {
      for (const caller of [HOST, ADMIN])
        await site().refused('000015', `attendee.${operation}`, content, caller);
      for (const caller of [other, GUEST, CI_ADMIN]) {
        await site().refused('060001', `attendee.${operation}`, content, caller);
      }
      await site().refused('000901', `attendee.${operation}`, '', HOST);
    }
  });
});
