import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type ICAL from 'ical.js';
import { openFrontDesk } from '../../../src/phone/call/front-desk.ts';
import { onKeys } from '../../../src/policies/telephone.ts';
import { recordingOfSession } from '../../../src/recordings/begun-recording.ts';
import { asRun } from '../../../src/sessions/as-occurrence.ts';
import { WrongSessionPassword } from '../../../src/sessions/session.ts';
import { Visitor } from '../../browser/visitor.ts';
import { eventsIn } from '../../mail/parsed.ts';
import { forProtocol } from '../../support/databases.ts';
import { HOST, PASSWORD, sharedSite } from '../../support/site.ts';
import { RestClient } from '../client.ts';

/** One occurrence of a series with a length, a title, an agenda and a password of its own, wherever it is met. */

const SERIES = 'Series-pw1';
const OWN = 'Special-22';
const HOURS = 3_600_000;

forProtocol('an occurrence with something of its own', (open) => {
  const shared = sharedSite(open);
  let start: number;
  let client: RestClient;

  beforeEach(async () => {
    // Each test is a week after the one before: time goes on.
    const { clock } = shared();
    await turnTo(clock.now() + 7 * 24 * HOURS);
    start = clock.now() + 2 * HOURS - (clock.now() % HOURS);
  });

  /** Tokens live a day. */
  async function turnTo(now: number): Promise<void> {
    shared().clock.turnTo(now);
    client = await RestClient.as(shared(), 'hostid');
  }

  const iso = (at: number) => new Date(at).toISOString().replace('.000', '');
  const day = (index: number) => start + index * 24 * HOURS;

  async function daily(more: object = {}) {
    const { json } = await client.ok('POST', 'meetings', {
      body: {
        title: 'Daily',
        agenda: 'As ever',
        password: SERIES,
        start: iso(start),
        end: iso(start + HOURS),
        recurrence: 'FREQ=DAILY;COUNT=4',
        enabledJoinBeforeHost: false,
        ...more,
      },
    });
    const idOf = (index: number) => `${json.id}_${iso(day(index)).replace(/[-:]/g, '')}`;
    return { id: String(json.id), key: String(json.meetingNumber), idOf };
  }

  /** The second day is longer, later, and about something else. */
  async function special(more: object = {}) {
    const series = await daily(more);
    const body = {
      title: 'Special',
      agenda: 'Tea',
      password: OWN,
      start: iso(day(1) + HOURS),
      end: iso(day(1) + 4 * HOURS),
    };
    const { json } = await client.ok('PUT', `meetings/${series.idOf(1)}`, { body });
    return { ...series, json };
  }

  test('is moved and made longer by a whole PUT, and read back by both interfaces', async () => {
    const { id, key, idOf } = await daily();
    const times = { start: iso(day(1) + HOURS), end: iso(day(1) + 4 * HOURS) };
    const { json } = await client.ok('PUT', `meetings/${idOf(1)}`, { body: { title: 'Daily', ...times } });
    const told = ({ start, end, title, isModified }: Readonly<Record<string, unknown>>) => [
      start,
      end,
      title,
      isModified,
    ];
    assert.deepEqual(told(json), [times.start, times.end, 'Daily', true]);
    assert.deepEqual((await client.get(`meetings/${idOf(1)}`)).json.end, times.end);
    const other = (await client.get(`meetings/${idOf(2)}`)).json;
    assert.deepEqual([other.end, other.isModified], [iso(day(2) + HOURS), false]);
    // The series is what it was.
    const whole = (await client.get(`meetings/${id}`)).json;
    assert.deepEqual([whole.start, whole.end, whole.isModified], [iso(start), iso(start + HOURS), undefined]);
    const query = { meetingSeriesId: id, meetingType: 'scheduledMeeting', from: iso(start), to: iso(day(9)) };
    const modified = (await client.get('meetings', { query: { ...query, isModified: true } })).json.items;
    assert.deepEqual(modified.map(told), [told(json)]);
    const listed = { meetingType: 'scheduledMeeting', isModified: true, from: iso(start), to: iso(day(6)) };
    assert.deepEqual((await client.get('meetings', { query: listed })).json.items.map(told), [told(json)]);
    // While it goes on, it is the current one.
    await turnTo(day(1) + 3 * HOURS);
    const current = (await client.get(`meetings/${id}`, { query: { current: true } })).json;
    assert.deepEqual([current.start, current.end], [times.start, times.end]);
    const info = await shared().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.equal(info.value('schedule/duration'), '180');
    const meeting = await shared().ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    assert.equal(meeting.value('schedule/duration'), '60');
    await turnTo(day(1) + 4 * HOURS);
    assert.equal((await client.get(`meetings/${id}`, { query: { current: true } })).json.start, iso(day(2)));
  });

  test('ends the series with its own end, and begins none that is over', async () => {
    const { id, idOf } = await daily();
    const body = { end: iso(day(3) + 5 * HOURS) };
    await client.ok('PATCH', `meetings/${idOf(3)}`, { body });
    await turnTo(day(3) + 4 * HOURS);
    assert.equal((await client.get(`meetings/${id}`)).json.state, 'active');
    await turnTo(day(3) + 5 * HOURS);
    assert.equal((await client.get(`meetings/${id}`)).json.state, 'expired');
  });

  test('has each of them alone, goes with the series in the rest, and gives each up again', async () => {
    const { id, idOf } = await daily();
    const fields = [
      { title: 'Special' },
      { agenda: 'Tea' },
      { agenda: '' },
      { password: OWN },
      { end: iso(day(1) + 2 * HOURS) },
    ];
    const back = { title: 'Daily', agenda: null, password: SERIES, end: iso(day(1) + HOURS) };
    for (const body of fields) {
      const { json } = await client.ok('PATCH', `meetings/${idOf(1)}`, { body });
      const [[name, value]] = Object.entries(body) as [[keyof typeof back, string]];
      assert.equal(json[name] ?? '', value, name);
      assert.equal(json.isModified, true);
      const usual = (await client.get(`meetings/${idOf(2)}`)).json;
      for (const other of ['title', 'agenda', 'password'] as const) {
        if (other !== name) assert.equal(json[other], usual[other], other);
      }
      const { json: again } = await client.ok('PATCH', `meetings/${idOf(1)}`, {
        body: { [name]: back[name] },
      });
      const { title, agenda, password, end, isModified } = again;
      assert.deepEqual(
        { title, agenda, password, end, isModified },
        { ...back, agenda: 'As ever', isModified: false },
      );
    }
    // What is as in the series is no difference, and goes with it later.
    await client.ok('PATCH', `meetings/${idOf(1)}`, { body: { title: 'Daily', agenda: 'Tea' } });
    await client.ok('PATCH', `meetings/${id}`, {
      body: { title: 'Renamed', agenda: 'New', password: 'Other-pw3' },
    });
    const { title, agenda, password } = (await client.get(`meetings/${idOf(1)}`)).json;
    assert.deepEqual([title, agenda, password], ['Renamed', 'Tea', 'Other-pw3']);
    // Another length of the series cancels its exceptions, as another start does.
    await client.ok('PATCH', `meetings/${id}`, { body: { end: iso(start + 2 * HOURS) } });
    const { json } = await client.get(`meetings/${idOf(1)}`);
    assert.deepEqual([json.isModified, json.agenda, json.end], [false, 'New', iso(day(1) + 2 * HOURS)]);
  });

  test('keeps the bounds and the rules of the site', async () => {
    const { idOf } = await daily();
    const { context } = shared();
    await context.sites.change('acme', {
      settings: { security: { allMeetingsPassword: true, strictMeetingPasswords: true } },
    });
    client = await RestClient.as(shared(), 'hostid');
    const bad: readonly [string, object][] = [
      ['title', { title: 'x'.repeat(129) }],
      ['agenda', { agenda: 'x'.repeat(1301) }],
      ['password', { password: 'x' }],
      ['password', { password: '' }],
      ['end', { end: iso(day(1) + 5 * 60_000) }],
      ['end', { end: iso(day(1) + 25 * HOURS) }],
    ];
    for (const [name, body] of bad) await client.refused(400, 'PATCH', `meetings/${idOf(1)}`, { body }, name);
    await context.sites.change('acme', {
      settings: { security: { allMeetingsPassword: false, strictMeetingPasswords: false } },
    });
    client = await RestClient.as(shared(), 'hostid');
    assert.equal((await client.get(`meetings/${idOf(1)}`)).json.isModified, false);
  });

  test('is opened by its own password on its own day, and by no other; the others by that of the series', async () => {
    const { id, key, idOf } = await special();
    const attempts: readonly (readonly [at: number, right: string, wrong: string])[] = [
      [day(0), SERIES, OWN],
      // Between two of them the one that comes next counts.
      [day(1) - HOURS, OWN, SERIES],
      [day(1) + 3 * HOURS, OWN, SERIES],
      [day(1) + 4 * HOURS, SERIES, OWN],
    ];
    const url = `${shared().url}/acme/`;
    const guest = { AN: 'Ann', AE: 'ann@example.com', BU: 'https://shop.example/', MK: key };
    const desk = openFrontDesk(shared().context);
    const site = await shared().context.sites.required('acme');
    const caller = { name: '+4930123', counted: 'phone +4930123', agent: undefined };
    const person = (await shared().person()).webExID;
    for (const [at, right, wrong] of attempts) {
      await turnTo(at);
      const other = await RestClient.as(shared(), person);
      const knock = async (page: string, AT: string, PW: string) =>
        decodeURIComponent(
          /RS=\w+/.exec((await new Visitor(url).get(page, { ...guest, AT, PW })).text)?.[0] ?? '',
        );
      for (const [page, AT] of [
        ['/acme/m.php', 'JM'],
        ['/acme/w.php', 'JO'],
      ] as const) {
        assert.equal(await knock(page, AT, wrong), 'RS=InvalidMeetingKeyOrPassword', page);
        assert.equal(await knock(page, AT, right), 'RS=MeetingNotInProgress', page);
      }
      const asked = `<sessionKey>${key}</sessionKey><sessionPassword>`;
      const name = '<attendeeName>A</attendeeName><attendeeEmail>a@example.com</attendeeEmail>';
      const stranger = { siteName: 'acme' };
      await shared().ok('ep.GetJoinSessionInfo', `${asked}${right}</sessionPassword>${name}`, stranger);
      const no = await shared().call(
        'ep.GetJoinSessionInfo',
        `${asked}${wrong}</sessionPassword>${name}`,
        stranger,
      );
      assert.equal(no.result, 'FAILURE');
      const body = { meetingNumber: key, email: 'ann@example.com', joinDirectly: false };
      await other.ok('POST', 'meetings/join', { body: { ...body, password: right } });
      await other.refused(400, 'POST', 'meetings/join', { body: { ...body, password: wrong } });
      const called = await desk.find(site, caller, key);
      assert.deepEqual(await desk.judge(called, caller, { password: onKeys(right) }), {
        isHost: false,
        maySpeak: true,
      });
      await assert.rejects(desk.judge(called, caller, { password: onKeys(wrong) }), WrongSessionPassword);
    }
    const other = await RestClient.as(shared(), person);
    // An id opens with the password of what it names, at any time.
    const by = (password: string) => ({ headers: { password } });
    assert.equal((await other.get(`meetings/${idOf(1)}`, by(OWN))).json.password, OWN);
    await other.refused(404, 'GET', `meetings/${idOf(1)}`, by(SERIES));
    assert.equal((await other.get(`meetings/${id}`, by(SERIES))).json.password, SERIES);
    await other.refused(404, 'GET', `meetings/${id}`, by(OWN));
  });

  test('without a password lets in whoever comes that day alone, and one with a password is closed then alone', async () => {
    const { key, idOf } = await daily();
    await client.ok('PATCH', `meetings/${idOf(1)}`, { body: { password: '' } });
    const summary = async (at: number) => {
      await turnTo(at);
      return (await shared().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, HOST)).value(
        'accessControl/passwordReq',
      );
    };
    assert.deepEqual(
      [await summary(day(0)), await summary(day(1)), await summary(day(2))],
      ['true', 'false', 'true'],
    );
  });

  test('is what the room, the history, recordings and webhooks tell of its run', async () => {
    const { key, idOf } = await special();
    const { context } = shared();
    await turnTo(day(1) + 2 * HOURS);
    const site = await context.sites.required('acme');
    const host = await context.accounts.withProfile(await context.accounts.required(site, 'hostid'));
    const session = await context.sessions.required(site, Number(key));
    const place = { kind: 'session', session } as const;
    const who = { name: 'Holly', email: host.email, account: host, isHost: true };
    const { token } = await context.live.enter(site, place, who);
    // It goes on longer than it was to, and is still what it was.
    await turnTo(day(1) + 5 * HOURS);
    const running = await context.sessions.withDocument(await context.sessions.required(site, Number(key)));
    const { confName, document } = asRun(running, running.actualStartAt ?? 0);
    assert.deepEqual([confName, document.agenda], ['Special', 'Tea']);
    const recording = recordingOfSession(asRun(running, running.actualStartAt ?? 0), host);
    assert.equal(recording.document?.agenda, 'Tea');
    const visitor = new Visitor(shared().url);
    await visitor.post('/acme/p.php', { AT: 'LI', WID: 'hostid', PW: PASSWORD });
    const room = await visitor.get('/acme/m.php', { AT: 'MD', MK: key });
    assert.match(room.text, /"confName":"Special"/);
    const [usage] = await context.history.usagesOf(site, Number(key));
    assert.deepEqual([usage?.confName, usage?.duration], ['Special', 180]);
    const query = { meetingType: 'meeting', from: iso(day(1)), to: iso(day(2)) };
    const [instance] = (await client.get('meetings', { query })).json.items;
    assert.deepEqual(
      [instance.title, instance.agenda, instance.scheduledMeetingId],
      ['Special', 'Tea', idOf(1)],
    );
    const open = await shared().ok('ep.LstOpenSession', '', HOST);
    assert.ok(open.texts('services/sessions/sessionName').includes('Special'));
    await context.live.leave(site, token);
  });

  test('is listed on its day by the interface of XML, whose series stays whole', async () => {
    const { key } = await special();
    const scope = (index: number) =>
      `<dateScope><startDateStart>${when(day(index))}</startDateStart>` +
      `<startDateEnd>${when(day(index) + 12 * HOURS)}</startDateEnd><timeZoneID>20</timeZoneID></dateScope>`;
    const when = (at: number) => {
      const [date = '', time = ''] = iso(at).slice(0, 19).split('T');
      const [year, month, one] = date.split('-');
      return `${month}/${one}/${year} ${time}`;
    };
    for (const [index, name, minutes] of [
      [1, 'Special', '180'],
      [2, 'Daily', '60'],
    ] as const) {
      const list = await shared().ok(
        'ep.LstsummarySession',
        `${scope(index)}<sessionKey>${key}</sessionKey>`,
        HOST,
      );
      assert.deepEqual([list.value('session/confName'), list.value('session/duration')], [name, minutes]);
    }
    const meeting = await shared().ok('meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`, HOST);
    assert.equal(meeting.value('metaData/confName'), 'Daily');
    assert.equal(meeting.value('accessControl/meetingPassword'), SERIES);
    // What the interface of XML writes takes nothing away.
    const change = `<meetingkey>${key}</meetingkey><metaData><agenda>By XML</agenda></metaData>`;
    await shared().ok('meeting.SetMeeting', change, HOST);
    const again = await shared().ok(
      'ep.LstsummarySession',
      `${scope(1)}<sessionKey>${key}</sessionKey>`,
      HOST,
    );
    assert.equal(again.value('session/confName'), 'Special');
  });

  test('is told to people by mail with its own words, and stands in their calendar in the place of that day', async () => {
    const { key } = await special({ invitees: [{ email: 'gil@example.com' }], sendEmail: true });
    const { context } = shared();
    const { mail, sites } = context;
    const site = await sites.required('acme');
    await context.events.drain();
    const { mails } = await mail.outbox.list(site);
    const update = mails.find((one) => one.kind === 'update' && one.sessionKey === Number(key));
    assert.ok(update, 'gil is told');
    const { message } = update;
    assert.match(message.subject, /Special/);
    assert.match(message.text, new RegExp(`Agenda: Tea[^]*${OWN}`));
    assert.doesNotMatch(message.text, new RegExp(SERIES));
    const [series, one] = eventsIn(message.calendar?.content ?? '') as [ICAL.Event, ICAL.Event];
    assert.deepEqual([series.summary, one.summary], ['Daily', 'Special']);
    assert.equal(series.uid, one.uid);
    const at = (time: ICAL.Time) => time.toUnixTime() * 1000;
    assert.deepEqual(
      [at(one.recurrenceId), at(one.startDate), at(one.endDate)],
      [day(1), day(1) + HOURS, day(1) + 4 * HOURS],
    );
    assert.equal(series.component.getFirstProperty('exdate'), null);
    assert.match(one.description, new RegExp(OWN));
    assert.match(series.description, new RegExp(SERIES));
  });
});
