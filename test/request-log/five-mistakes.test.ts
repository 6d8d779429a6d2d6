import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogDiagnosis, LogEntry } from '../../src/console/log/log-data.ts';
import { sentence } from '../../src/request-log/diagnosis/sentences.ts';
import { texts } from '../../web/console/texts/en/diagnosis.ts';
import { ConsoleClient } from '../console/console-client.ts';
import { forSqlite } from '../support/databases.ts';
import { type Answer, HOST, sharedSite } from '../support/site.ts';

/** What an integrator gets wrong, and what the log tells of it: the cause and the mend, in these words. */

forSqlite('an integrator’s mistakes', (open) => {
  const shared = sharedSite(open);

  /** As an administrator of acme reads it, who owns the installation in the demo. */
  async function entryOf(answer: Answer, as = 'admin', siteName = 'acme'): Promise<LogEntry> {
    const client = await ConsoleClient.as(shared(), as, siteName);
    const read = await client.get(`log/${answer.headers.get('x-request-id')}`);
    assert.equal(read.status, 200, read.text);
    return read.json;
  }

  /** With the words of the console. */
  function worded({ cause, mend, ...facts }: LogDiagnosis) {
    return { ...facts, cause: sentence(cause, texts.causes), mend: sentence(mend, texts.mends) };
  }

  async function whyOf(answer: Answer): Promise<ReturnType<typeof worded>> {
    const { why } = await entryOf(answer);
    const [first, ...more] = why;
    assert.ok(first);
    assert.deepEqual(more, []);
    return worded(first);
  }

  test('a wrong site', async () => {
    const { accounts, owners, sites } = shared().context;
    await owners.add(await accounts.required(await sites.required('acme'), 'admin'));
    const answer = await shared().call('user.GetUser', '<webExId>hostid</webExId>', {
      ...HOST,
      siteName: 'acmee',
    });
    assert.equal(answer.exceptionID, '000920');
    assert.deepEqual(await whyOf(answer), {
      rule: 'siteUnknown',
      element: 'securityContext/siteName',
      cause: 'There is no site "acmee".',
      mend: 'Send <siteName>acme</siteName>: that is probably the site that was meant.',
      nearest: 'acme',
      manual: 'docs/README.md',
    });
    // An administrator of another site finds it by the number that the caller was told, without who called.
    const seen = await entryOf(answer, 'admin', 'acme-basic');
    assert.deepEqual(seen.why[0]?.cause, { say: 'noSuchSite', site: 'acmee' });
    assert.deepEqual([seen.address, seen.caller, seen.tried?.webExID], [undefined, undefined, undefined]);
  });

  test('a wrong password', async () => {
    const answer = await shared().call('user.GetUser', '<webExId>hostid</webExId>', {
      ...HOST,
      password: 'Wrong1!x',
    });
    const why = await whyOf(answer);
    assert.equal(why.cause, 'The password of the account "hostid" is wrong.');
    assert.equal(
      why.mend,
      'Send the right <password>; an administrator can send a link to a new one. Several wrong ones lock the account for a while.',
    );
    assert.equal(why.element, 'securityContext/password');
    assert.equal(why.manual, 'docs/reference/operations/user.GetUser.md');
    const nobody = await shared().call('user.GetUser', '', { ...HOST, webExID: 'hostis' });
    assert.equal((await whyOf(nobody)).cause, 'The site has no account "hostis".');
  });

  test('a misspelt element', async () => {
    const answer = await shared().call('user.GetUser', '<webExIdd>hostid</webExIdd>', HOST);
    assert.deepEqual(await whyOf(answer), {
      rule: 'missing',
      element: 'webExId',
      cause: '<webExId> is missing; the message has <webExIdd>, which nobody knows.',
      mend: 'Write <webExId> in place of <webExIdd>.',
      nearest: 'webExId',
      manual: 'docs/reference/operations/user.GetUser.md',
    });
    const { tolerated } = await entryOf(answer);
    assert.deepEqual(tolerated, [
      '<webExIdd> is not an element of <bodyContent>: ignored; did you mean <webExId>?',
    ]);
  });

  test('an impossible date', async () => {
    const answer = await shared().call(
      'meeting.CreateMeeting',
      '<metaData><confName>Talk</confName></metaData><schedule><startDate>02/30/2027 10:00:00</startDate></schedule>',
      HOST,
    );
    const why = await whyOf(answer);
    assert.equal(why.cause, 'The value of <startDate> is no date that exists.');
    assert.equal(why.mend, 'Send a day of the calendar as MM/DD/YYYY HH:mm:ss, such as 02/28/2027 15:30:00.');
    assert.equal(why.manual, 'docs/reference/operations/meeting.CreateMeeting.md');
  });

  test('a missing element', async () => {
    const answer = await shared().call(
      'meeting.CreateMeeting',
      '<schedule><startDate>02/28/2027 10:00:00</startDate></schedule>',
      HOST,
    );
    const why = await whyOf(answer);
    assert.equal(why.cause, '<confName> of <metaData> is missing.');
    assert.equal(why.mend, 'Send <confName> with a value in it.');
  });

  test('an element in the wrong place, a misspelt operation, and a misspelt word', async () => {
    const misplaced = await shared().call(
      'meeting.CreateMeeting',
      '<confName>Talk</confName><schedule><startDate>02/28/2027 10:00:00</startDate></schedule>',
      HOST,
    );
    const why = await whyOf(misplaced);
    assert.equal(
      why.cause,
      '<confName> of <metaData> is missing; the message has it in <bodyContent>, where it does not belong.',
    );
    assert.equal(why.mend, 'Move <confName> into <metaData>.');
    assert.equal(why.belongsInto, 'metaData');

    const operation = await whyOf(await shared().call('user.GetUsr', '', HOST));
    assert.equal(operation.cause, 'There is no operation "java:com.webex.service.binding.user.GetUsr".');
    assert.match(operation.mend, /xsi:type="java:com.webex.service.binding.user.GetUser"/);

    const word = await whyOf(
      await shared().call(
        'attendee.CreateMeetingAttendee',
        '<attendees><person><email>a@b.example</email></person><role>ATENDEE</role><sessionKey>1</sessionKey></attendees>',
        HOST,
      ),
    );
    assert.equal(word.nearest, 'ATTENDEE');
    assert.equal(word.mend, 'Send ATTENDEE: that is probably the word that was meant.');
    assert.ok(word.allowed?.includes('PRESENTER'));
  });
});
