import assert from 'node:assert/strict';
import { it } from 'node:test';
import { eventIn, methodOf } from '../mail/parsed.ts';
import { type Received, startSmtp, type TestSmtp } from '../mail/smtp.ts';
import { forProtocol } from '../support/databases.ts';
import { type Caller, startSite, type TestSite } from '../support/site.ts';

/** A day of an integration: a meeting from its scheduling to its end, with the mail that people get. */

const ANNA = 'anna@example.org';
const BEN = 'ben@example.org';

const attendee = (name: string, email: string) =>
  `<attendee><person><name>${name}</name><email>${email}</email></person></attendee>`;

/** Everything that is due has been handed to the SMTP server. */
async function mailOf(site: TestSite, smtp: TestSmtp): Promise<Map<string, Received[]>> {
  await site.context.mail.sender.drain();
  return Map.groupBy(smtp.take(), ({ to }) => to);
}

/** The calendar of the one mail that somebody got. */
function calendarTo(mails: Map<string, Received[]>, address: string) {
  const [mail, ...more] = mails.get(address) ?? [];
  assert.ok(mail, `${address} got mail`);
  assert.deepEqual(more, [], `${address} got one mail`);
  const part = mail.mail.attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
  const file = part ?? mail.mail.attachments.find(({ filename }) => filename === 'invite.ics');
  assert.ok(file, `the mail to ${address} has a calendar`);
  const content = file.content.toString();
  const event = eventIn(content);
  const start = event.startDate;
  return {
    mail: mail.mail,
    method: methodOf(content),
    uid: event.uid,
    sequence: Number(event.component.getFirstPropertyValue('sequence') ?? 0),
    start: start.toString(),
    zone: start.zone.tzid,
  };
}

forProtocol('a meeting of an integration', (open) => {
  it('is scheduled, listed, opened, moved and deleted, and people are told at each step', async () => {
    await using smtp = await startSmtp();
    await using site = await startSite(await open(), {
      settings: { smtpUrl: smtp.url, mailFrom: 'meetings@acme.example' },
    });

    // Authenticate: the ticket stands for the password from here on.
    const ticket = await site.ok('user.AuthenticateUser', '', {
      siteName: 'acme',
      webExID: 'hostid',
      password: 'P@ssword123',
    });
    const host: Caller = {
      siteName: 'acme',
      webExID: 'hostid',
      sessionTicket: ticket.value('sessionTicket') ?? '',
    };

    // Create, with two attendees.
    const created = await site.ok(
      'meeting.CreateMeeting',
      '<accessControl><meetingPassword>letUsIn1</meetingPassword></accessControl>' +
        '<metaData><confName>Quarterly &amp; review</confName><agenda>Numbers</agenda></metaData>' +
        `<participants><attendees>${attendee('Anna', ANNA)}${attendee('Ben', BEN)}</attendees></participants>` +
        '<schedule><startDate>03/10/2026 15:00:00</startDate><duration>45</duration><timeZoneID>11</timeZoneID></schedule>' +
        '<attendeeOptions><emailInvitations>TRUE</emailInvitations></attendeeOptions>',
      host,
    );
    const key = created.value('meetingkey') ?? '';
    assert.match(key, /^\d{9}$/);
    const invitations = await mailOf(site, smtp);
    assert.deepEqual([...invitations.keys()].sort(), [ANNA, BEN, 'hostid@acme.com']);
    const invited = calendarTo(invitations, ANNA);
    assert.equal(invited.method, 'REQUEST');
    assert.equal(invited.sequence, 0);
    assert.equal(invited.start, '2026-03-10T15:00:00');
    assert.equal(invited.zone, 'America/New_York');
    assert.equal(invited.mail.from?.value[0]?.name, 'Holly Host');
    assert.match(invited.mail.text ?? '', /Quarterly & review/);
    assert.equal(calendarTo(invitations, BEN).uid, invited.uid);

    // List and get.
    const listed = await site.ok(
      'ep.LstsummarySession',
      '<dateScope><startDateStart>03/10/2026 00:00:00</startDateStart>' +
        '<startDateEnd>03/10/2026 23:59:59</startDateEnd><timeZoneID>11</timeZoneID></dateScope>',
      host,
    );
    assert.deepEqual(listed.texts('session/sessionKey'), [key]);
    assert.deepEqual(listed.texts('session/startTime'), ['03/10/2026 15:00:00']);
    const got = await site.ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, host);
    assert.equal(got.value('metaData/confName'), 'Quarterly & review');
    assert.deepEqual(got.texts('participants/attendees/attendee/person/email'), [ANNA, BEN]);

    // The ways in.
    const hostURL = await site.ok('meeting.GethosturlMeeting', `<sessionKey>${key}</sessionKey>`, host);
    const opened = new URL(hostURL.value('hostMeetingURL') ?? '');
    assert.equal(opened.searchParams.get('AT'), 'LI');
    assert.match(opened.searchParams.get('MU') ?? '', new RegExp(`m\\.php\\?AT=HM&MK=${key}$`));
    const joinURL = await site.ok(
      'meeting.GetjoinurlMeeting',
      `<sessionKey>${key}</sessionKey><attendeeName>Anna</attendeeName>`,
      host,
    );
    assert.match(
      joinURL.value('joinMeetingURL') ?? '',
      new RegExp(`/acme/e\\.php\\?AT=SI&MK=${key}&AN=Anna$`),
    );

    // Move by a day, and Ben is gone.
    await site.ok(
      'meeting.SetMeeting',
      `<meetingkey>${key}</meetingkey>` +
        `<participants><attendees>${attendee('Anna', ANNA)}</attendees></participants>` +
        '<schedule><startDate>03/11/2026 15:00:00</startDate></schedule>',
      host,
    );
    const updates = await mailOf(site, smtp);
    const moved = calendarTo(updates, ANNA);
    assert.equal(moved.method, 'REQUEST');
    assert.equal(moved.uid, invited.uid);
    assert.ok(moved.sequence > invited.sequence, 'the sequence is raised');
    assert.equal(moved.start, '2026-03-11T15:00:00');
    const uninvited = calendarTo(updates, BEN);
    assert.equal(uninvited.method, 'CANCEL');
    assert.equal(uninvited.uid, invited.uid);

    // Delete.
    const deleted = await site.ok('meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, host);
    assert.match(deleted.value('iCalendarURL/attendee') ?? '', /ICS=MC$/);
    const cancellations = await mailOf(site, smtp);
    assert.equal(cancellations.has(BEN), false, 'who is no longer invited is not told');
    const cancelled = calendarTo(cancellations, ANNA);
    assert.equal(cancelled.method, 'CANCEL');
    assert.equal(cancelled.uid, invited.uid);
    assert.ok(cancelled.sequence > moved.sequence, 'the sequence is raised again');

    const gone = await site.refused('060001', 'meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, host);
    assert.equal(gone.reason, 'Corresponding Meeting not found');
    await site.refused('060001', 'meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, host);
    await site.refused('000015', 'meeting.LstsummaryMeeting', '', host);
  });
});
