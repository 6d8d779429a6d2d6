import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { aRecording, type Wished } from '../../support/a-recording.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, HOST, sharedSite } from '../../support/site.ts';

const LIST = 'ep.LstRecording';

const data = mkdtempSync(join(tmpdir(), 'parlance-lst-recording-'));
after(() => rm(data, { recursive: true, force: true }));

forProtocol('LstRecording', (open) => {
  const site = sharedSite(open, { settings: { data } });
  const march = (day: number, hour = 12, second = 0) => Date.UTC(2026, 2, day, hour, 0, second);
  let other: Caller = HOST;
  let reader: Caller = ADMIN;
  const keep = (wished: Wished) => aRecording(site().context, wished);
  const names = async (content = '', caller: Caller = HOST) =>
    (await site().ok(LIST, content, caller)).texts('recording/name');

  test('of a site where nothing was recorded is no record', async () => {
    for (const caller of [ADMIN, HOST]) await site().refused('000015', LIST, '', caller);
  });

  before(async () => {
    other = await site().person();
    reader = await site().person({ privileges: { roSiteAdmin: true, host: false } });
  });

  test('tells every element of a row, in the order of the schema and of later levels', async () => {
    const recording = await keep({
      name: 'Budget & plans',
      content: Buffer.alloc(1_572_864),
      createdAt: march(3, 17, 5),
      duration: 3_725,
      sessionKey: 623_063_327,
      confID: 98_765_432_101,
      service: 'TrainingCenter',
      document: {
        description: 'Wide <open>',
        author: 'Ada Admin',
        panelist: 'Carla Cook',
        listing: 'PUBLIC',
        password: 'S3cret-word',
        trackingCodes: { 1: 'Sales', 10: 'EMEA' },
        fileAccess: { registration: true, attendeeView: true, attendeeDownload: false, endPlayURL: '' },
      },
    });
    const answer = await site().ok(LIST, '', HOST);
    const [row = ''] = /<ep:recording>.*<\/ep:recording>/.exec(answer.text) ?? [];
    const link = (page: string, token: string) => `${site().url}/acme/${page}.php?RCID=${token}`;
    assert.equal(
      row,
      `<ep:recording><ep:recordingID>${recording.id}</ep:recordingID><ep:hostWebExID>hostid</ep:hostWebExID>` +
        '<ep:name>Budget &amp; plans</ep:name><ep:description>Wide &lt;open&gt;</ep:description>' +
        '<ep:createTime>03/03/2026 17:00:05</ep:createTime><ep:timeZoneID>20</ep:timeZoneID><ep:size>1.5</ep:size>' +
        `<ep:streamURL>${link('ldr', recording.streamToken)}</ep:streamURL>` +
        `<ep:fileURL>${link('lsr', recording.downloadToken)}</ep:fileURL>` +
        `<ep:hostStreamURL>${link('ldr', recording.streamToken)}</ep:hostStreamURL>` +
        '<ep:sessionKey>623063327</ep:sessionKey><ep:trackingCode><com:trackingCode1>Sales</com:trackingCode1>' +
        '<com:trackingCode10>EMEA</com:trackingCode10></ep:trackingCode><ep:recordingType>0</ep:recordingType>' +
        '<ep:duration>3725</ep:duration><ep:author>Ada Admin</ep:author><ep:listing>PUBLIC</ep:listing>' +
        '<ep:format>MP4</ep:format><ep:serviceType>TrainingCenter</ep:serviceType>' +
        '<ep:password>S3cret-word</ep:password><ep:passwordReq>true</ep:passwordReq>' +
        '<ep:registerReq>true</ep:registerReq><ep:panelist>Carla Cook</ep:panelist>' +
        '<ep:postRecordingSurvey>false</ep:postRecordingSurvey><ep:confID>98765432101</ep:confID></ep:recording>',
    );
    assert.match(
      answer.text,
      /xsi:type="ep:lstRecordingResponse"[^>]*><ep:matchingRecords><serv:total>1<\/serv:total><serv:returned>1<\/serv:returned><serv:startFrom>1<\/serv:startFrom><\/ep:matchingRecords><ep:recording>/,
    );
  });

  test('tells what clients read without asking, also of a recording that has none of it', async () => {
    await keep({ name: 'Bare', webExID: String(other.webExID), createdAt: march(4), format: 'WEBM' });
    const answer = await site().ok(LIST, '', other);
    for (const element of [
      'recordingID hostWebExID name description createTime timeZoneID size streamURL fileURL hostStreamURL',
      'recordingType duration format serviceType password passwordReq',
    ].flatMap((some) => some.split(' '))) {
      assert.notEqual(answer.value(`recording/${element}`), undefined, element);
    }
    assert.equal(answer.value('recording/password'), '');
    // A browser plays it: that is what the word means to clients.
    assert.equal(answer.value('recording/format'), 'MP4');
    for (const element of ['sessionKey', 'confID', 'trackingCode', 'shareToMe', 'deleteTime']) {
      assert.equal(answer.value(`recording/${element}`), undefined, element);
    }
    const asked = await site().ok(
      LIST,
      '<returnShareToMeRecording>true</returnShareToMeRecording><returnSessionDetails>true</returnSessionDetails>',
      other,
    );
    assert.equal(asked.value('recording/shareToMe'), 'false');
  });

  test('tells a host of their own, and administrators of the site or of one whom they name', async () => {
    assert.deepEqual(await names(), ['Budget & plans']);
    assert.deepEqual(await names(`<hostWebExID>${other.webExID}</hostWebExID>`), ['Budget & plans']);
    for (const caller of [ADMIN, reader]) {
      assert.deepEqual(await names('', caller), ['Budget & plans', 'Bare']);
      assert.deepEqual(await names(`<hostWebExID>${other.webExID}</hostWebExID>`, caller), ['Bare']);
      await site().refused('000015', LIST, '<hostWebExID>nobody</hostWebExID>', caller);
    }
    await site().refused('000015', LIST, '', { ...ADMIN, siteName: 'acme-basic' });
  });

  test('leaves out what is not ready, and what lies in the bin', async () => {
    for (const state of ['RECORDING', 'PROCESSING'] as const) await keep({ name: state, state });
    const { sites, recordings } = site().context;
    const binned = await keep({ name: 'Thrown away' });
    await recordings.discard(await sites.required('acme'), binned.id, () => {});
    assert.deepEqual(await names(), ['Budget & plans']);
  });

  test('is narrowed by every criterion', async () => {
    const more: readonly Wished[] = [
      { name: 'Sales kick-off 100%', createdAt: march(10), service: 'SalesCenter', format: 'ARF' },
      {
        name: 'Town hall',
        createdAt: march(20),
        service: 'EventCenter',
        format: 'WEBM',
        sessionKey: 711_000_001,
      },
      { name: 'Old archive', createdAt: march(21), format: 'WRF', duration: 9 },
    ];
    for (const one of more) await keep(one);
    const scope = (start: string, end: string, zone = '') =>
      `<createTimeScope><createTimeStart>${start}</createTimeStart><createTimeEnd>${end}</createTimeEnd>${zone}</createTimeScope>`;
    const cases: readonly [string, readonly string[]][] = [
      ['<recordName>KICK</recordName>', ['Sales kick-off 100%']],
      ['<recordName>0%</recordName>', ['Sales kick-off 100%']],
      ['<sessionKey>711 000 001</sessionKey>', ['Town hall']],
      [
        '<serviceTypes><serviceType>EventCenter</serviceType><serviceType>SalesCenter</serviceType></serviceTypes>',
        ['Sales kick-off 100%', 'Town hall'],
      ],
      ['<serviceTypes/>', ['Budget & plans', 'Sales kick-off 100%', 'Town hall', 'Old archive']],
      ['<formatTypes><formatType>MP4</formatType></formatTypes>', ['Budget & plans', 'Town hall']],
      [
        '<formatTypes><formatType>arf</formatType><formatType>WRF</formatType></formatTypes>',
        ['Sales kick-off 100%', 'Old archive'],
      ],
      [scope('03/10/2026 12:00:00', '03/20/2026 11:59:59'), ['Sales kick-off 100%']],
      // Both bounds count whole, so that a time that was told finds its recording (Kaltura).
      [scope('03/20/2026 12:00:00', '03/20/2026 12:00:00'), ['Town hall']],
      // Unpadded, and on the clocks of San Francisco (UTC-7 then).
      [scope('3/20/2026 5:0:0', '3/20/2026 5:0:0', '<timeZoneID>4</timeZoneID>'), ['Town hall']],
      [`${scope('03/20/2026 00:00:00', '03/31/2026 00:00:00')}<recordName>old</recordName>`, ['Old archive']],
    ];
    for (const [content, found] of cases) assert.deepEqual(await names(content), found, content);
    for (const content of [
      '<recordName>nothing of the kind</recordName>',
      '<sessionKey>1</sessionKey>',
      '<serviceTypes><serviceType>SupportCenter</serviceType></serviceTypes>',
      scope('03/11/2026 00:00:00', '03/12/2026 00:00:00'),
    ]) {
      await site().refused('000015', LIST, content, HOST);
    }
    await site().refused(
      '000909',
      LIST,
      '<createTimeScope><createTimeStart>soon</createTimeStart></createTimeScope>',
    );
    await site().refused(
      '000909',
      LIST,
      scope('03/11/2026 00:00:00', '03/12/2026 00:00:00', '<timeZoneID>99</timeZoneID>'),
    );
  });

  test('tells times on the clocks of the zone that was asked for', async () => {
    const zone = '<createTimeScope><timeZoneID>4</timeZoneID></createTimeScope><recordName>Town</recordName>';
    const answer = await site().ok(LIST, zone, HOST);
    assert.equal(answer.value('recording/createTime'), '03/20/2026 05:00:00');
    assert.equal(answer.value('recording/timeZoneID'), '4');
  });

  test('takes any window at 9.0.0, and the one that a site allows', async () => {
    const scope = (end: string) =>
      `<createTimeScope><createTimeStart>03/01/2026 00:00:00</createTimeStart><createTimeEnd>${end}</createTimeEnd></createTimeScope>`;
    assert.equal((await names(scope('12/31/2026 00:00:00'))).length, 4);
    const { sites } = site().context;
    await sites.change('acme', { settings: { xmlAPI: { recordingWindow: 28 } } });
    try {
      assert.equal((await names(scope('03/29/2026 00:00:00'))).length, 4);
      await site().refused('000909', LIST, scope('03/29/2026 00:00:01'), HOST);
      assert.equal((await names()).length, 4);
    } finally {
      await sites.change('acme', { settings: { xmlAPI: { recordingWindow: 0 } } });
    }
  });

  test('is walked through page by page, past its end to no record', async () => {
    const page = (startFrom: number, maximumNum: number) =>
      `<listControl><startFrom>${startFrom}</startFrom><maximumNum>${maximumNum}</maximumNum></listControl>`;
    assert.deepEqual(await names(page(0, 2)), ['Budget & plans', 'Sales kick-off 100%']);
    assert.deepEqual(await names(page(3, 2)), ['Town hall', 'Old archive']);
    await site().refused('000015', LIST, page(5, 2), HOST);
    const answer = await site().ok(LIST, page(4, 10_000), HOST);
    assert.equal(answer.value('matchingRecords/total'), '4');
    assert.equal(answer.value('matchingRecords/returned'), '1');
    assert.equal(answer.value('matchingRecords/startFrom'), '4');
  });

  test('is sorted as later levels sort it, by creation where nothing is said', async () => {
    const order = (by: string, ad: string) =>
      `<order><orderBy>${by}</orderBy><orderAD>${ad}</orderAD></order>`;
    assert.deepEqual(await names(order('CREATETIME', 'DESC')), [
      'Old archive',
      'Town hall',
      'Sales kick-off 100%',
      'Budget & plans',
    ]);
    assert.equal((await names(order('RECORDNAME', 'ASC')))[1], 'Old archive');
    assert.equal((await names(order('DURATION', 'DESC')))[0], 'Budget & plans');
    assert.equal((await names(order('SIZE', 'DESC')))[0], 'Budget & plans');
    const { hints } = await site().ok(LIST, order('COLOUR', 'ASC'), HOST);
    assert.match(hints.join(), /orderBy COLOUR is unknown/);
  });

  test('answers Kaltura, whose names of elements are not those of the schema', async () => {
    const answer = await site().post(
      '<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
        '<serv:header><serv:securityContext><serv:siteName>acme</serv:siteName><serv:webExID>hostid</serv:webExID>' +
        '<serv:password>P@ssword123</serv:password></serv:securityContext></serv:header><serv:body>' +
        '<serv:bodyContent xmlns:ep="http://www.webex.com/schemas/2002/06/service/ep" xsi:type="ep:lstRecording">' +
        '<ep:listControlType><ep:startFrom>1</ep:startFrom></ep:listControlType></serv:bodyContent></serv:body></serv:message>',
    );
    assert.equal(answer.result, 'SUCCESS');
    assert.equal(answer.value('matchingRecords/total'), '4');
  });
});
