import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, GUEST, sharedSite, textOf } from '../../support/site.ts';

/** The elements of a type, in the order recorded in February 2016. */
const RECORDED = [
  'productCodePrefix',
  'active',
  'name',
  'displayName',
  'limits',
  'options',
  'phoneNumbers',
  'meetingTypeID',
  'serviceTypes',
];

forProtocol('Session types of a site', (open) => {
  const site = sharedSite(open);
  const basic = { ...ADMIN, siteName: 'acme-basic' };

  test('LstMeetingType lists them in the recorded form, the count before them', async () => {
    const answer = await site().ok('meetingtype.LstMeetingType');
    assert.equal(answer.bodyContents[0]?.children[0]?.name, 'matchingRecords');
    assert.match(answer.text, /xmlns:mtgtype=.*xsi:type="mtgtype:lstMeetingTypeResponse"/);
    assert.deepEqual(answer.texts('meetingType/meetingTypeID'), [
      '1',
      '3',
      '9',
      '10',
      '11',
      '13',
      '14',
      '15',
      '16',
    ]);
    const pro = answer.all('meetingType')[1];
    assert.deepEqual(
      pro?.children.map(({ name }) => name),
      RECORDED,
    );
    assert.equal(textOf(pro, 'productCodePrefix'), 'PRO');
    assert.equal(textOf(pro, 'active'), 'ACTIVATED');
    assert.equal(textOf(pro, 'limits/maxMeetingDuration'), '1440');
    assert.equal(textOf(pro, 'limits/maxMeetingUser'), '200');
    assert.equal(textOf(pro, 'options/hideInScheduler'), 'false');
    assert.equal(textOf(pro, 'serviceTypes/serviceType'), 'MeetingCenter');
    const [limits, options] = [pro?.children[4], pro?.children[5]];
    assert.equal(limits?.children.length, 12);
    assert.equal(options?.children.length, 37);
    assert.equal(options?.children.at(-1)?.name, 'hideInScheduler');
  });

  test('LstMeetingType lists those that are asked for, in pages and in order', async () => {
    const list = async (content: string) =>
      (await site().ok('meetingtype.LstMeetingType', content)).texts('meetingType/meetingTypeID');
    assert.deepEqual(
      await list(
        '<meetingTypeID>16</meetingTypeID><meetingTypeID>3</meetingTypeID><meetingTypeID>4711</meetingTypeID>',
      ),
      ['3', '16'],
    );
    const page = '<listControl><startFrom>2</startFrom><maximumNum>2</maximumNum></listControl>';
    assert.deepEqual(await list(page), ['3', '9']);
    const order = '<order><orderBy>PRODUCTCODEPREFIX</orderBy><orderAD>DESC</orderAD></order>';
    assert.deepEqual(await list(`${page}${order}`), ['1', '14']);
  });

  test('LstMeetingType of unknown numbers, or behind the last, finds no record', async () => {
    await site().refused('000015', 'meetingtype.LstMeetingType', '<meetingTypeID>4711</meetingTypeID>');
    const behind = '<listControl><startFrom>10</startFrom></listControl>';
    await site().refused('000015', 'meetingtype.LstMeetingType', behind);
  });

  test('GetMeetingType returns one, and says when there is none', async () => {
    const answer = await site().ok('meetingtype.GetMeetingType', '<meetingTypeID>9</meetingTypeID>', GUEST);
    assert.deepEqual(
      answer.bodyContents[0]?.children.map(({ name }) => name),
      RECORDED,
    );
    assert.equal(answer.value('serviceTypes/serviceType'), 'EventCenter');
    await site().refused('060910', 'meetingtype.GetMeetingType', '<meetingTypeID>4711</meetingTypeID>');
    await site().refused('000901', 'meetingtype.GetMeetingType');
    await site().refused('000904', 'meetingtype.GetMeetingType', '<meetingTypeID>PRO</meetingTypeID>');
  });

  test('a changed, an added and a deactivated type show at once, on their site alone', async () => {
    await site().context.sites.change('acme-basic', {
      settings: {
        telephony: { tollNumber: '+1 408 1' },
        sessionTypes: {
          '3': { limits: { maxMeetingUser: 25 }, hideInScheduler: true },
          '13': { active: 'DEACTIVATED' },
          '214': { serviceType: 'MeetingCenter', productCodePrefix: 'PRO', displayName: 'Pro 8' },
        },
        supportedServices: { trainingCenter: false },
      },
    });
    const answer = await site().ok('meetingtype.LstMeetingType', '', basic);
    const ids = answer.texts('meetingType/meetingTypeID');
    assert.deepEqual(ids, ['1', '3', '9', '10', '14', '15', '16', '214']);
    const pro = answer.all('meetingType')[1];
    assert.equal(textOf(pro, 'limits/maxMeetingUser'), '25');
    assert.equal(textOf(pro, 'limits/maxVideoUser'), '200');
    assert.equal(textOf(pro, 'options/hideInScheduler'), 'true');
    assert.equal(textOf(pro, 'phoneNumbers/primaryTollCallInNumber'), '+1 408 1');
    const support = await site().ok('meetingtype.GetMeetingType', '<meetingTypeID>13</meetingTypeID>', basic);
    assert.equal(support.value('active'), 'DEACTIVATED');
    const elsewhere = await site().ok('meetingtype.GetMeetingType', '<meetingTypeID>3</meetingTypeID>');
    assert.equal(elsewhere.value('limits/maxMeetingUser'), '200');
    await site().refused('060910', 'meetingtype.GetMeetingType', '<meetingTypeID>214</meetingTypeID>');
  });

  test('a new host may use the types that the site gives', async () => {
    const host = await site().person();
    const answer = await site().ok('user.GetUser', `<webExId>${host.webExID}</webExId>`);
    const known = await site().ok('meetingtype.LstMeetingType');
    const given = answer.texts('meetingTypes/meetingType');
    assert.ok(given.length > 0);
    assert.deepEqual(
      given.filter((id) => !known.texts('meetingType/meetingTypeID').includes(id)),
      [],
    );
    assert.equal(answer.value('sessionOptions/defaultSessionType'), given[0]);
  });
});
