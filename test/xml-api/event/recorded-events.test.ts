import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { OLDER_KEY } from '../../../src/links.ts';
import type { Recording } from '../../../src/recordings/recording.ts';
import { held } from '../../history/held.ts';
import { aRecording, type Wished } from '../../support/a-recording.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, HOST, sharedSite } from '../../support/site.ts';

/** LstrecordedEvent: the recordings of events, by their hosts. */

const LIST = 'event.LstrecordedEvent';

forProtocol('LstrecordedEvent', (open) => {
  const site = sharedSite(open);
  let other: Caller = HOST;
  let launch: Recording;
  const may = (day: number) => Date.UTC(2026, 4, day, 12);
  const keep = (wished: Wished) => aRecording(site().context, { service: 'EventCenter', ...wished });
  const names = async (content = '', caller: Caller = ADMIN) =>
    (await site().ok(LIST, content, caller)).texts('event/recordedEvent/eventName');

  test('of a site whose events nobody has recorded is no record', async () => {
    await aRecording(site().context, { name: 'A meeting' });
    for (const caller of [ADMIN, HOST]) await site().refused('000015', LIST, '', caller);
  });

  before(async () => {
    other = await site().person();
  });

  test('tells every element of a row, in the order of the schema', async () => {
    const created = await site().ok(
      'event.CreateEvent',
      '<metaData><sessionName>Launch</sessionName></metaData><schedule><startDate>06/01/2026 10:00:00</startDate></schedule>',
      HOST,
    );
    launch = await keep({
      name: 'Launch',
      createdAt: may(5),
      duration: 600,
      sessionKey: Number(created.value('sessionKey')),
      document: {
        description: 'What is new',
        panelist: 'Carla Cook',
        password: 'S3cret-word',
        fileAccess: {
          registration: false,
          attendeeView: true,
          attendeeDownload: true,
          endPlayURL: 'https://example.com/thanks',
        },
      },
    });
    const answer = await site().ok(LIST, '', HOST);
    const type = (
      await site().ok(
        'meetingtype.LstMeetingType',
        '<listControl><maximumNum>50</maximumNum></listControl>',
        ADMIN,
      )
    ).text;
    const eventType = answer.value('event/recordedEvent/eventType') ?? '';
    assert.ok(type.includes(`>${eventType}<`) && eventType !== '', eventType);
    const [row = ''] = /<event:event>.*<\/event:event>/.exec(answer.text) ?? [];
    const key = launch.streamToken.slice(0, OLDER_KEY);
    assert.equal(
      row,
      '<event:event><event:webExID>hostid</event:webExID><event:recordedEvent><event:eventName>Launch</event:eventName>' +
        `<event:eventType>${eventType}</event:eventType><event:recordingStartTime>05/05/2026 05:00:00</event:recordingStartTime>` +
        '<event:timeZoneID>4</event:timeZoneID><event:playTime>600</event:playTime>' +
        '<event:panelistsInfo>Carla Cook</event:panelistsInfo><event:description>What is new</event:description>' +
        '<event:destinationURL>https://example.com/thanks</event:destinationURL><event:size>0</event:size>' +
        '<event:isAccessPassword>true</event:isAccessPassword><event:isEnrollmentPassword>false</event:isEnrollmentPassword>' +
        '<event:hostWebExID>hostid</event:hostWebExID>' +
        `<event:viewURL>${site().url}/acme/lsr.php?AT=pb&amp;SP=EC&amp;rID=${launch.id}&amp;rKey=${key}</event:viewURL>` +
        '</event:recordedEvent></event:event>',
    );
  });

  test('knows the type of an event that is gone, from the history', async () => {
    const document = { enableOptions: { autoDeleteAfterMeetingEnd: true } };
    const usage = await held(site(), {
      service: 'event',
      host: 'admin',
      confName: 'Gone',
      minutes: 1,
      document,
    });
    await keep({ name: 'Gone', webExID: 'admin', createdAt: may(6), sessionKey: usage.sessionKey });
    await keep({ name: 'Brought', webExID: String(other.webExID), createdAt: may(4) });
    const answer = await site().ok(
      LIST,
      '<order><orderBy>EVENTNAME</orderBy><orderAD>DESC</orderAD></order>',
      ADMIN,
    );
    const types = answer.texts('event/recordedEvent/eventType');
    assert.equal(types[1], types[0]);
    assert.equal(types[2], '');
  });

  test('tells administrators of all or of one host, by their hosts, and everybody else of their own', async () => {
    assert.deepEqual(await names(), ['Brought', 'Launch', 'Gone']);
    assert.deepEqual(await names('<hostWebExID>hostid</hostWebExID>'), ['Launch']);
    assert.deepEqual(await names('<hostWebExID>hostid</hostWebExID>', other), ['Brought']);
    await keep({ name: 'Encore', createdAt: may(7) });
    const answer = await site().ok(LIST, '', ADMIN);
    assert.deepEqual(answer.texts('event/webExID'), [String(other.webExID), 'hostid', 'admin']);
    assert.deepEqual(answer.texts('event/recordedEvent/eventName'), ['Brought', 'Launch', 'Encore', 'Gone']);
    await site().refused('000015', LIST, '<hostWebExID>nobody</hostWebExID>', ADMIN);
    await site().refused('000015', LIST, '', { ...ADMIN, siteName: 'acme-basic' });
  });

  test('is sorted by every word of the schema', async () => {
    const order = (...pairs: readonly string[]) =>
      `<order>${pairs.map((pair) => `<orderBy>${pair.split(' ')[0]}</orderBy><orderAD>${pair.split(' ')[1]}</orderAD>`).join('')}</order>`;
    // Those of one host stand together: the first of each host decides.
    assert.deepEqual(await names(order('EVENTNAME ASC')), ['Brought', 'Encore', 'Launch', 'Gone']);
    assert.deepEqual(await names(order('STARTTIME DESC')), ['Encore', 'Launch', 'Gone', 'Brought']);
    assert.deepEqual(await names(order('HOSTWEBEXID ASC', 'STARTTIME DESC')), [
      'Gone',
      'Encore',
      'Launch',
      'Brought',
    ]);
  });

  test('is narrowed by the times of a recording and by a program, and walked through', async () => {
    const scope = (...bounds: readonly string[]) =>
      `<dateScope>${bounds.map((bound) => `<${bound.split('=')[0]}>${bound.split('=')[1]}</${bound.split('=')[0]}>`).join('')}<timeZoneID>20</timeZoneID></dateScope>`;
    assert.deepEqual(
      await names(scope('startDateStart=05/05/2026 12:00:00', 'startDateEnd=05/06/2026 11:59:59')),
      ['Launch'],
    );
    assert.deepEqual(
      await names(scope('endDateStart=05/05/2026 12:10:00', 'endDateEnd=05/05/2026 12:10:00')),
      ['Launch'],
    );
    assert.deepEqual(await names(scope('endDateEnd=05/05/2026 12:09:59')), ['Brought']);
    const { sites, accounts, programs } = site().context;
    const acme = await sites.required('acme');
    const host = await accounts.required(acme, 'hostid');
    const { id: programID } = await programs.create(acme, host, { name: 'Spring', listStatus: 'PUBLIC' });
    const of = `<programID>${programID}</programID>`;
    await site().refused('000015', LIST, of, ADMIN);
    await site().ok(
      'event.SetEvent',
      `<metaData>${of}</metaData><sessionKey>${launch.sessionKey}</sessionKey>`,
      HOST,
    );
    assert.deepEqual(await names(of), ['Launch']);
    assert.deepEqual(
      await names('<listControl><startFrom>2</startFrom><maximumNum>2</maximumNum></listControl>'),
      ['Launch', 'Gone'],
    );
  });
});
