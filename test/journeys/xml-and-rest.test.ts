import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { XmlElement } from '../../src/xml/element.ts';
import { Visitor } from '../browser/visitor.ts';
import { RestClient } from '../rest-api/client.ts';
import { forProtocol } from '../support/databases.ts';
import { ADMIN, HOST, sharedSite, TestClock } from '../support/site.ts';

/**
 * One meeting in two interfaces: scheduled by XML, changed by REST, it recurs, is held, recorded and reported, and is
 * read again by XML. What either of them says of it stays, whoever writes.
 */

const FILM = new URL('../web/minute.webm', import.meta.url);

forProtocol('A meeting of XML and REST', (open) => {
  const data = mkdtempSync(join(tmpdir(), 'parlance-xml-and-rest-'));
  const clock = new TestClock(Date.UTC(2026, 2, 2, 9));
  const site = sharedSite(open, { clock, settings: { data } });
  after(() => rm(data, { recursive: true, force: true }));

  test('loses nothing on either side', async () => {
    let host = await RestClient.as(site(), 'hostid');
    const created = await site().ok(
      'meeting.CreateMeeting',
      '<accessControl><meetingPassword>Pa55word</meetingPassword></accessControl>' +
        '<metaData><confName>Stand-up</confName><agenda>Who does what</agenda><greeting>Hello &amp; welcome</greeting>' +
        '<location>Room 7</location></metaData>' +
        '<participants><maxUserNumber>17</maxUserNumber><attendees><attendee><person><name>Ann Lee</name>' +
        '<email>ann@example.com</email></person><role>PRESENTER</role></attendee></attendees></participants>' +
        '<enableOptions><chat>true</chat><poll>true</poll><meetingRecord>true</meetingRecord></enableOptions>' +
        '<schedule><startDate>03/03/2026 10:00:00</startDate><duration>45</duration><timeZoneID>25</timeZoneID>' +
        '<openTime>900</openTime><joinTeleconfBeforeHost>true</joinTeleconfBeforeHost></schedule>' +
        '<telephony><telephonySupport>NONE</telephonySupport><extTelephonyDescription>by shouting</extTelephonyDescription></telephony>' +
        '<remind><enableReminder>true</enableReminder><minutesAhead>20</minutesAhead></remind>',
      HOST,
    );
    const key = created.value('meetingkey') ?? '';
    const byXml = () => site().ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    const before = leaves((await byXml()).bodyContents[0]);

    // REST finds it by its number, and changes it.
    const [found] = (await host.get('meetings', { query: { meetingNumber: key } })).json.items;
    const path = `meetings/${found.id}`;
    assert.deepEqual(
      [found.title, found.agenda, found.password, found.joinBeforeHostMinutes, found.reminderTime],
      ['Stand-up', 'Who does what', 'Pa55word', 15, 20],
    );
    const changes = {
      title: 'Weekly stand-up',
      recurrence: 'FREQ=WEEKLY;INTERVAL=1;COUNT=3',
      integrationTags: ['crm-7'],
      allowAnyUserToBeCoHost: true,
      sendEmail: false,
    };
    const { json: changed } = await host.ok('PATCH', path, { body: changes });
    assert.match(changed.recurrence, /FREQ=WEEKLY.*COUNT=3/);
    const now = leaves((await byXml()).bodyContents[0]);
    const differing = [...new Set([...before.keys(), ...now.keys()])].filter(
      (name) => before.get(name) !== now.get(name),
    );
    // What REST said, and nothing else.
    const said = /^(metaData\/confName|repeat|attendeeOptions\/emailInvitations)|icalendarURL|Version/i;
    assert.deepEqual(
      differing.filter((name) => !said.test(name)),
      [],
    );
    assert.equal(now.get('metaData/confName'), 'Weekly stand-up');
    assert.equal(now.get('repeat/repeatType'), 'WEEKLY');
    assert.equal(now.get('repeat/afterMeetingNumber'), '3');

    // Each invites somebody.
    await host.ok('POST', 'meetingInvitees', {
      body: { meetingId: found.id, email: 'bob@example.com', displayName: 'Bob', sendEmail: false },
    });
    await site().ok(
      'attendee.CreateMeetingAttendee',
      `<person><name>Cy</name><email>cy@example.com</email></person><sessionKey>${key}</sessionKey>`,
      HOST,
    );
    const everybody = ['ann@example.com', 'bob@example.com', 'cy@example.com'];
    const invited = (await host.get('meetingInvitees', { query: { meetingId: found.id } })).json.items;
    assert.deepEqual(
      invited.map(({ email }: { email: string }) => email),
      everybody,
    );
    const attendees = await site().ok('attendee.LstMeetingAttendee', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.deepEqual(attendees.texts('attendee/person/email').sort(), everybody);
    // XML's word for Ann stays, though REST has none for it.
    assert.ok(attendees.texts('attendee/role').includes('PRESENTER'));

    // The second of its starts is moved by REST; XML has it as an exception.
    const window = { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' };
    const startsOf = async () =>
      (
        await host.get('meetings', {
          query: { meetingSeriesId: found.id, meetingType: 'scheduledMeeting', ...window },
        })
      ).json.items;
    const starts = await startsOf();
    assert.deepEqual(
      starts.map(({ start }: { start: string }) => start),
      ['2026-03-03T09:00:00Z', '2026-03-10T09:00:00Z', '2026-03-17T09:00:00Z'],
    );
    const moved = { start: '2026-03-11T12:00:00Z', end: '2026-03-11T12:45:00Z', sendEmail: false };
    await host.ok('PATCH', `meetings/${starts[1].id}`, { body: moved });
    assert.deepEqual(
      (await startsOf()).map(({ start, isModified }: { start: string; isModified: boolean }) => [
        start,
        isModified,
      ]),
      [
        ['2026-03-03T09:00:00Z', false],
        ['2026-03-11T12:00:00Z', true],
        ['2026-03-17T09:00:00Z', false],
      ],
    );
    const listed = await site().ok(
      'meeting.LstsummaryMeeting',
      '<listControl><startFrom>1</startFrom><maximumNum>10</maximumNum></listControl>' +
        '<dateScope><startDateStart>03/11/2026 00:00:00</startDateStart><startDateEnd>03/12/2026 00:00:00</startDateEnd><timeZoneID>25</timeZoneID></dateScope>',
      HOST,
    );
    assert.ok(listed.texts('meeting/meetingKey').includes(key));

    // It is held: its host starts it by the link that REST gave, and records it from outside.
    clock.advance({ hours: 24 });
    // The token of yesterday has expired.
    host = await RestClient.as(site(), 'hostid');
    const links = async (body: object = {}) =>
      (
        await host.ok('POST', 'meetings/join', {
          body: { meetingId: found.id, joinDirectly: false, ...body },
        })
      ).json;
    const holly = new Visitor(site().url);
    await holly.get(pathOf((await links()).startLink));
    const bob = new Visitor(site().url);
    await bob.get(pathOf((await links({ email: 'bob@example.com', displayName: 'Bob' })).joinLink));
    assert.equal((await host.get(path)).json.state, 'inProgress');
    const query = { meetingId: found.id };
    const { json: controls } = await host.ok('PUT', 'meetings/controls', {
      query,
      body: { recordingStarted: true },
    });
    assert.equal(controls.recordingStarted, true);
    const film = await readFile(FILM);
    await does(holly, { MK: Number(key), DO: 'SEGMENT', TYPE: 'video/webm;codecs=vp8,opus' });
    await part(holly, key, film);
    // No longer than a browser may be silent.
    clock.advance({ seconds: 10 });
    await host.ok('PUT', 'meetings/controls', { query, body: { recordingStarted: false } });
    await does(holly, { MK: Number(key), DO: 'DONE' });
    assert.equal((await host.call('POST', `${path}/end`, { body: {} })).status, 204);
    await site().context.events.drain();
    await site().context.recordingWork.drain();

    // Both tell the same of what was recorded …
    const runs = { meetingSeriesId: found.id, meetingType: 'meeting', ...window };
    const [instance] = (await host.get('meetings', { query: runs })).json.items;
    assert.equal(instance.state, 'ended');
    const recordings = { query: { meetingId: instance.id, ...window } };
    const [recording] = (await host.get('recordings', recordings)).json.items;
    assert.equal(recording.meetingSeriesId, found.id);
    const ofXml = await site().ok(
      'ep.LstRecording',
      '<listControl><startFrom>0</startFrom><maximumNum>10</maximumNum></listControl>',
      HOST,
    );
    assert.deepEqual(ofXml.texts('recording/name'), [recording.topic]);
    assert.equal(ofXml.value('recording/streamURL'), recording.playbackUrl);
    assert.equal(ofXml.value('recording/fileURL'), recording.downloadUrl);
    assert.equal(ofXml.value('recording/duration'), String(recording.durationSeconds));

    // … and of who was there.
    const admin = await RestClient.as(site(), 'admin');
    const week = { from: '2026-03-01T00:00:00Z', to: '2026-03-08T00:00:00Z' };
    const report = { siteUrl: found.siteUrl, meetingId: instance.id, ...week };
    const reported = (await admin.get('meetingReports/attendees', { query: report })).json.items;
    const people = reported.map(({ displayName }: { displayName: string }) => displayName).sort();
    assert.deepEqual(people, ['Bob', 'Holly Host']);
    const scope =
      '<startTimeScope><sessionStartTimeStart>03/01/2026 00:00:00</sessionStartTimeStart>' +
      '<sessionStartTimeEnd>03/31/2026 00:00:00</sessionStartTimeEnd></startTimeScope>';
    const history = await site().ok(
      'history.LstmeetingattendeeHistory',
      `<meetingKey>${key}</meetingKey>${scope}<listControl><startFrom>1</startFrom><maximumNum>10</maximumNum></listControl>`,
      ADMIN,
    );
    assert.deepEqual(history.texts('meetingAttendeeHistory/name').sort(), people);
    const usage = { siteUrl: found.siteUrl, ...week };
    const [used] = (await admin.get('meetingReports/usage', { query: usage })).json.items;
    assert.equal(used.meetingNumber, key);
    assert.equal(used.duration, 1);

    // XML writes last, and what REST keeps of it is still there.
    await site().ok(
      'meeting.SetMeeting',
      `<meetingkey>${key}</meetingkey><metaData><agenda>Who did what</agenda></metaData>`,
      HOST,
    );
    const { json: last } = await host.get(path);
    assert.deepEqual(
      [last.title, last.agenda, last.integrationTags, last.allowAnyUserToBeCoHost],
      ['Weekly stand-up', 'Who did what', ['crm-7'], true],
    );
    assert.equal((await startsOf())[1].start, '2026-03-11T12:00:00Z');
    await site().ok('meeting.DelMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    await host.refused(404, 'GET', path);
    assert.equal((await host.get('recordings', recordings)).json.items.length, 1);
  });

  async function send(by: Visitor, path: string, type: string, body: string | Uint8Array<ArrayBuffer>) {
    const Cookie = [...by.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'Content-Type': type, Cookie };
    const answer = await fetch(site().url + path, { method: 'POST', headers, body });
    assert.ok(answer.ok, `${path}: ${answer.status} ${await answer.text()}`);
  }

  /** As the browser of whoever records does. */
  const does = (by: Visitor, deed: object) =>
    send(by, '/acme/recording.php', 'application/json', JSON.stringify(deed));

  const part = (by: Visitor, MK: string, bytes: Uint8Array<ArrayBuffer>) =>
    send(
      by,
      `/acme/recording.php?${new URLSearchParams({ MK, SEGMENT: '0', PART: '0' })}`,
      'application/octet-stream',
      bytes,
    );
});

function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** The texts of all elements that have no others in them, by their paths. */
function leaves(element: XmlElement | undefined, path = '', found = new Map<string, string>()) {
  for (const child of element?.children ?? []) {
    const name = path === '' ? child.name : `${path}/${child.name}`;
    if (child.children.length > 0) leaves(child, name, found);
    else found.set(name, `${found.get(name) ?? ''}${child.text}`);
  }
  return found;
}
