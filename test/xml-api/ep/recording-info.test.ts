import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Recording } from '../../../src/recordings/recording.ts';
import { aRecording } from '../../support/a-recording.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, HOST, sharedSite } from '../../support/site.ts';

/** GetRecordingInfo, SetRecordingInfo and DelRecording. */

const GET = 'ep.GetRecordingInfo';
const SET = 'ep.SetRecordingInfo';
const DELETE = 'ep.DelRecording';

forProtocol('A recording by its number', (open) => {
  const site = sharedSite(open);
  let recording: Recording;
  let other: Caller = HOST;
  let reader: Caller = ADMIN;
  const id = ({ id: recordingID }: Pick<Recording, 'id'>) => `<recordingID>${recordingID}</recordingID>`;
  const get = (caller: Caller = HOST) => site().ok(GET, id(recording), caller);
  const set = (more: string, parts = '', caller: Caller = HOST) =>
    site().ok(SET, `<recording>${id(recording)}${more}</recording>${parts}`, caller);

  before(async () => {
    other = await site().person();
    reader = await site().person({ privileges: { roSiteAdmin: true, host: false } });
    recording = await aRecording(site().context, { name: 'Safety' });
  });

  test('tells its parts in the order of the schema', async () => {
    const [body = ''] = /<ep:basic>.*<\/ep:fileAccess>/.exec((await get()).text) ?? [];
    assert.equal(
      body,
      '<ep:basic><ep:topic>Safety</ep:topic><ep:listing>UNLISTED</ep:listing><ep:presenter></ep:presenter><ep:email></ep:email><ep:agenda></ep:agenda>' +
        '<ep:description></ep:description></ep:basic><ep:playback>' +
        ['chat', 'supportQandA', 'video', 'polling', 'notes', 'fileShare', 'attendeeList', 'toc']
          .map((name) => `<ep:${name}>true</ep:${name}>`)
          .join('') +
        '<ep:range>FULL</ep:range><ep:partialStart>0</ep:partialStart><ep:partialEnd>0</ep:partialEnd>' +
        '<ep:includeNBRcontrols>true</ep:includeNBRcontrols></ep:playback><ep:fileAccess>' +
        '<ep:registration>false</ep:registration><ep:attendeeView>true</ep:attendeeView>' +
        '<ep:attendeeDownload>true</ep:attendeeDownload><ep:endPlayURL></ep:endPlayURL><ep:password></ep:password></ep:fileAccess>',
    );
  });

  test('is changed in what is named, and in nothing else', async () => {
    const answer = await set(
      '<description>First line\nand second</description><password>Op3n-it</password>',
      '<basic><topic>Safety at work</topic><listing>PUBLIC</listing><presenter>Ada</presenter>' +
        '<email>ada@example.com</email><agenda>One, two</agenda></basic>' +
        '<playback><chat>false</chat><range>PARTIAL</range><partialStart>10</partialStart><partialEnd>70</partialEnd></playback>' +
        '<fileAccess><registration>true</registration><attendeeDownload>false</attendeeDownload>' +
        '<endPlayURL>https://www.example.com/thanks</endPlayURL></fileAccess>',
    );
    assert.equal(answer.value('recordingID'), String(recording.id));
    const told = async () => {
      const now = await get();
      return [
        'basic/topic basic/listing basic/presenter basic/email basic/agenda basic/description playback/chat',
        'playback/toc playback/range playback/partialStart playback/partialEnd fileAccess/registration',
        'fileAccess/attendeeView fileAccess/attendeeDownload fileAccess/endPlayURL fileAccess/password',
      ]
        .flatMap((names) => names.split(' '))
        .map((name) => now.value(name));
    };
    const all = [
      ...[
        'Safety at work',
        'PUBLIC',
        'Ada',
        'ada@example.com',
        'One, two',
        'First line\nand second',
        'false',
      ],
      ...[
        'true',
        'PARTIAL',
        '10',
        '70',
        'true',
        'true',
        'false',
        'https://www.example.com/thanks',
        'Op3n-it',
      ],
    ];
    assert.deepEqual(await told(), all);
    await set('', '<basic><agenda/></basic><fileAccess><endPlayURL/></fileAccess>');
    all[4] = '';
    all[14] = '';
    assert.deepEqual(await told(), all);
    const row = await site().ok('ep.LstRecording', '', HOST);
    assert.equal(row.value('recording/name'), 'Safety at work');
    assert.equal(row.value('recording/passwordReq'), 'true');
    await set('<password/>');
    assert.equal((await get()).value('fileAccess/password'), '');
    assert.equal((await site().ok('ep.LstRecording', '', HOST)).value('recording/passwordReq'), 'false');
  });

  test('has its new name in the history too', async () => {
    const history = await site().ok('history.LstrecordaccessHistory', '', HOST);
    assert.equal(history.value('recordAccessHistory/recordName'), 'Safety at work');
  });

  test('is changed by Moodle as Moodle does it', async () => {
    await set(
      '<description>Des 1</description>',
      '<basic><topic>Renamed &amp; kept&#10;</topic><agenda>Agenda 1</agenda></basic><fileAccess><attendeeDownload>false</attendeeDownload></fileAccess>',
    );
    assert.equal((await get()).value('basic/topic'), 'Renamed & kept');
  });

  test('stays as it is when something of the wish is wrong', async () => {
    const before = (await get()).text;
    const wrong: readonly [string, string, string?][] = [
      [
        '000909',
        '',
        '<playback><range>PARTIAL</range><partialStart>70</partialStart><partialEnd>70</partialEnd></playback>',
      ],
      ['000909', '', '<fileAccess><endPlayURL>javascript:alert(1)</endPlayURL></fileAccess>'],
      ['000909', '', '<fileAccess><endPlayURL>https://user:pw@example.com/</endPlayURL></fileAccess>'],
      ['000906', '', '<playback><range>HALF</range></playback>'],
      ['000905', '', '<playback><partialStart>-1</partialStart></playback>'],
      ['000902', '', `<basic><topic>${'x'.repeat(129)}</topic></basic>`],
      ['000902', '<password>seventeen-letters</password>'],
      ['000903', '', '<fileAccess><attendeeView>perhaps</attendeeView></fileAccess>'],
    ];
    for (const [number, inside, parts = ''] of wrong) {
      const content = `<recording>${id(recording)}<description>No</description>${inside}</recording>${parts}`;
      await site().refused(number, SET, content, HOST);
    }
    assert.equal((await get()).text, before);
  });

  test('takes a password that the rules of the site take, and keeps the one of before', async () => {
    const { sites } = site().context;
    await set('<password>weak</password>');
    const recordingPasswordCriteria = { minLength: 6, minNumeric: 1, disallowWebTextSessions: true };
    await sites.change('acme', { settings: { recordingPasswordCriteria } });
    try {
      for (const password of ['short', 'no-digits', 'my-acme-1']) {
        const content = `<recording>${id(recording)}<password>${password}</password></recording>`;
        const { reason } = await site().refused('000909', SET, content, HOST);
        assert.match(reason ?? '', /password/);
      }
      await set('<description>Des 2</description><password>weak</password>');
      assert.equal((await get()).value('fileAccess/password'), 'weak');
      await set('<password>l0nger-one</password>');
      await set('<password/>');
    } finally {
      const usual = { minLength: 4, minNumeric: 0, disallowWebTextSessions: false };
      await sites.change('acme', { settings: { recordingPasswordCriteria: usual } });
    }
  });

  test('is there for its host and administrators alone', async () => {
    const foreign = { ...ADMIN, siteName: 'acme-basic' };
    for (const caller of [other, foreign]) {
      await site().refused('060970', GET, id(recording), caller);
      await site().refused('060970', SET, `<recording>${id(recording)}</recording>`, caller);
      await site().refused('060970', DELETE, id(recording), caller);
    }
    await get(reader);
    await site().refused('000001', SET, `<recording>${id(recording)}</recording>`, reader);
    await site().refused('000001', DELETE, id(recording), reader);
    for (const number of ['1', '999999999999', '9007199254740991']) {
      await site().refused('060970', GET, `<recordingID>${number}</recordingID>`, ADMIN);
    }
    await site().refused('000905', GET, '<recordingID>0</recordingID>', ADMIN);
    await site().refused('000904', GET, '<recordingID>../1</recordingID>', ADMIN);
    await site().refused('000901', GET, '', ADMIN);
  });

  test('is gone for every list and call when it has been deleted', async () => {
    const { id: recordingID } = recording;
    const deleted = await site().ok(
      DELETE,
      `${id(recording)}<isServiceRecording>1</isServiceRecording>`,
      ADMIN,
    );
    assert.equal(deleted.value('recordingID'), String(recordingID));
    await site().refused('000015', 'ep.LstRecording', '', HOST);
    for (const operation of [GET, DELETE]) await site().refused('060970', operation, id(recording), HOST);
    await site().refused('060970', SET, `<recording>${id(recording)}</recording>`, HOST);
  });

  test('is not thrown away while it is still recorded', async () => {
    const running = await aRecording(site().context, { state: 'RECORDING' });
    await site().refused('060970', DELETE, id(running), HOST);
  });

  test('leaves its place to the next one in a walk that deletes (Kaltura)', async () => {
    for (const [at, name] of ['A', 'B', 'C'].entries()) {
      const createdAt = Date.UTC(2026, 2, 1 + at);
      await aRecording(site().context, { name, createdAt, webExID: String(other.webExID) });
    }
    const first = '<listControl><startFrom>1</startFrom><maximumNum>1</maximumNum></listControl>';
    for (const name of ['A', 'B', 'C']) {
      const page = await site().ok('ep.LstRecording', first, other);
      assert.equal(page.value('recording/name'), name);
      await site().ok(DELETE, `<recordingID>${page.value('recording/recordingID')}</recordingID>`, other);
    }
    await site().refused('000015', 'ep.LstRecording', first, other);
  });
});
