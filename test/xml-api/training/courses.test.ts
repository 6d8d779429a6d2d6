import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { HOST, sharedSite } from '../../support/site.ts';
import { type Asked, changed, getTraining, listed, scheduled, setTraining, training } from './trainings.ts';

/** When trainings take place: courses of listed dates, classes that recur, and changes of single sessions. */

const DATES = ['06/02/2026 09:00:00', '06/09/2026 14:30:00', '06/30/2026 09:00:00'];
const COURSE = '<repeatType>MULTIPLE_SESSION</repeatType><occurenceType>IRREGULARLY</occurenceType>';
const CLASS =
  '<repeatType>RECURRING_SINGLE</repeatType><endAfter>4</endAfter><occurenceType>WEEKLY</occurenceType>';

const moved = (index: number, startDate: string) =>
  `<repeatSession><action>EDIT</action><index>${index}</index><startDate>${startDate}</startDate></repeatSession>`;
const dropped = (index: number) =>
  `<repeatSession><action>DELETE</action><index>${index}</index></repeatSession>`;

forProtocol('a course of listed dates', (open) => {
  const site = sharedSite(open);

  test('is told with every date, in their order, and has one key', async () => {
    const key = await scheduled(site(), { startDates: [...DATES].reverse(), repeat: COURSE });
    const answer = await getTraining(site(), key);
    assert.deepEqual(answer.texts('schedule/startDate'), DATES);
    assert.deepEqual(
      ['repeat/repeatType', 'repeat/occurenceType'].map((path) => answer.value(path)),
      ['MULTIPLE_SESSION', 'IRREGULARLY'],
    );
  });

  test('is in every list that one of its dates lies in', async () => {
    const host = await site().person({ timeZoneID: 4 });
    const key = await scheduled(site(), { startDates: DATES, repeat: COURSE }, host);
    const found = async (from: string, until: string) => (await listed(site(), from, until, host)).flat();
    assert.deepEqual(await found('06/01/2026', '06/05/2026'), [key, DATES[0]]);
    assert.deepEqual(await found('06/05/2026', '06/12/2026'), [key, DATES[1]]);
    assert.deepEqual(await found('06/12/2026', '07/12/2026'), [key, DATES[2]]);
    assert.deepEqual(await found('06/10/2026', '06/29/2026'), []);
  });

  test('is where it goes on next, as GetSessionInfo tells', async () => {
    const key = await scheduled(site(), {
      startDates: ['01/02/2026 09:00:00', '06/09/2026 14:30:00'],
      repeat: COURSE,
    });
    const answer = await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, HOST);
    assert.equal(answer.value('metaData/serviceType'), 'TrainingCenter');
    assert.equal(answer.value('metaData/isRecurring'), 'true');
    assert.equal(answer.value('schedule/startDate'), '06/09/2026 14:30:00');
  });

  test('needs no occurenceType when it has several dates', async () => {
    const key = await scheduled(site(), {
      startDates: DATES,
      repeat: '<repeatType>MULTIPLE_SESSION</repeatType>',
    });
    assert.equal((await getTraining(site(), key)).value('repeat/occurenceType'), 'IRREGULARLY');
  });

  test('has the dates of the last change alone, and keeps them when a change names none', async () => {
    const key = await scheduled(site(), { startDates: DATES, repeat: COURSE });
    await setTraining(site(), key, { confName: 'Fire course' });
    assert.deepEqual((await getTraining(site(), key)).texts('schedule/startDate'), DATES);
    await setTraining(site(), key, { startDates: ['07/01/2026 08:00:00', '07/02/2026 08:00:00'] });
    assert.deepEqual((await getTraining(site(), key)).texts('schedule/startDate'), [
      '07/01/2026 08:00:00',
      '07/02/2026 08:00:00',
    ]);
  });

  test('keeps the clocks of its dates in another zone', async () => {
    const key = await scheduled(site(), { startDates: DATES, repeat: COURSE });
    await setTraining(site(), key, { schedule: '<timeZoneID>25</timeZoneID>' });
    const answer = await getTraining(site(), key);
    assert.deepEqual(answer.texts('schedule/startDate'), DATES);
    assert.equal(answer.value('schedule/timeZoneID'), '25');
  });

  describe('is refused', () => {
    const rows: readonly (readonly [why: string, asked: Asked, exceptionID: string])[] = [
      [
        'two equal dates',
        { startDates: [DATES[0] ?? '', DATES[1] ?? '', DATES[0] ?? ''], repeat: COURSE },
        '000909',
      ],
      [
        'several dates of one session',
        { startDates: DATES, repeat: '<repeatType>SINGLE</repeatType>' },
        '000909',
      ],
      ['several dates without a word of a course', { startDates: DATES }, '000909'],
      ['several dates of a weekly class', { startDates: DATES, repeat: CLASS }, '000909'],
      [
        'a date that is none',
        { startDates: [DATES[0] ?? '', '02/30/2026 09:00:00'], repeat: COURSE },
        '000909',
      ],
      ['now, among other dates', { startDates: [DATES[0] ?? '', ''], repeat: COURSE }, '000909'],
      [
        'a class whose sessions follow no rule',
        { repeat: '<repeatType>RECURRING_SINGLE</repeatType><occurenceType>IRREGULARLY</occurenceType>' },
        '000909',
      ],
      [
        'a course that does not say how it recurs',
        { repeat: '<repeatType>MULTIPLE_SESSION</repeatType>' },
        '000909',
      ],
      ['an unknown word', { repeat: '<repeatType>SOMETIMES</repeatType>' }, '000906'],
    ];
    for (const [why, asked, exceptionID] of rows) {
      test(`with ${why}, and nothing of it is there`, async () => {
        const host = await site().person();
        const content = training({ confName: 'Course', startDates: ['06/01/2026 10:00:00'], ...asked });
        const answer = await site().call('training.CreateTrainingSession', content, host);
        assert.equal(answer.exceptionID, exceptionID, answer.reason);
        await site().refused('000015', 'training.LstsummaryTrainingSession', '', host);
      });
    }
  });
});

forProtocol('a class that recurs', (open) => {
  const site = sharedSite(open);

  test('is told as it was asked for', async () => {
    const repeat =
      '<repeatType>RECURRING_SINGLE</repeatType><expirationDate>12/18/2026 00:00:00</expirationDate>' +
      '<dayInWeek><day>MONDAY</day><day>THURSDAY</day></dayInWeek><occurenceType>WEEKLY</occurenceType>' +
      '<interval>2</interval>';
    const answer = await getTraining(site(), await scheduled(site(), { repeat }));
    assert.deepEqual(answer.texts('repeat/dayInWeek/day'), ['MONDAY', 'THURSDAY']);
    const paths = ['repeatType', 'expirationDate', 'occurenceType', 'interval'];
    assert.deepEqual(
      paths.map((path) => answer.value(`repeat/${path}`)),
      ['RECURRING_SINGLE', '12/18/2026 00:00:00', 'WEEKLY', '2'],
    );
  });

  for (const [occurenceType, more] of [
    ['DAILY', '<endAfter>5</endAfter>'],
    ['WEEKLY', '<endAfter>5</endAfter>'],
    ['MONTHLY', '<dayInMonth>1</dayInMonth>'],
    ['CONSTANT', '<expirationDate>12/18/2026</expirationDate>'],
  ] as const) {
    test(`${occurenceType}, and as a course too`, async () => {
      for (const kind of ['RECURRING_SINGLE', 'MULTIPLE_SESSION']) {
        const repeat = `<repeatType>${kind}</repeatType><occurenceType>${occurenceType}</occurenceType>${more}`;
        const answer = await getTraining(site(), await scheduled(site(), { repeat }));
        assert.equal(answer.value('repeat/occurenceType'), occurenceType);
        assert.equal(answer.value('repeat/repeatType'), kind);
      }
    });
  }

  test('is one session where it is SINGLE, whatever else stands there', async () => {
    const repeat =
      '<repeatType>SINGLE</repeatType><occurenceType>WEEKLY</occurenceType><endAfter>3</endAfter>';
    const answer = await getTraining(site(), await scheduled(site(), { repeat }));
    assert.deepEqual(
      answer.all('repeat').flatMap(({ children }) => children.map(({ name, text }) => [name, text])),
      [
        ['repeatType', 'SINGLE'],
        ['occurenceType', 'NO_REPEAT'],
      ],
    );
  });

  test('becomes one session, and one session a class', async () => {
    const key = await scheduled(site(), { repeat: CLASS });
    await setTraining(site(), key, { repeat: '<repeatType>SINGLE</repeatType>' });
    assert.equal((await getTraining(site(), key)).value('repeat/repeatType'), 'SINGLE');
    await setTraining(site(), key, { repeat: CLASS });
    assert.equal((await getTraining(site(), key)).value('repeat/repeatType'), 'RECURRING_SINGLE');
  });
});

forProtocol('a session of a class', (open) => {
  const site = sharedSite(open);

  /** The starts of June and July by lists of a day each. */
  async function starts(host: typeof HOST): Promise<string[]> {
    const found: string[] = [];
    for (let day = 0; day < 40; day++) {
      const date = new Date(Date.UTC(2026, 5, 1 + day)).toISOString();
      const [year, month, dayOfMonth] = date.slice(0, 10).split('-');
      const at = `${month}/${dayOfMonth}/${year}`;
      const [row] = await listed(site(), `${at} 00:00:00`, `${at} 23:59:59`, host);
      if (row?.[1]) found.push(row[1]);
    }
    return found;
  }

  test('is moved and dropped, and the lists and GetTrainingSession know', async () => {
    const host = await site().person({ timeZoneID: 4 });
    const key = await scheduled(site(), { repeat: CLASS }, host);
    const every = [
      '06/01/2026 10:00:00',
      '06/08/2026 10:00:00',
      '06/15/2026 10:00:00',
      '06/22/2026 10:00:00',
    ];
    assert.deepEqual(await starts(host), every);

    await setTraining(site(), key, { repeat: moved(2, '06/10/2026 16:00:00') + dropped(3) }, host);
    assert.deepEqual(await starts(host), [
      '06/01/2026 10:00:00',
      '06/10/2026 16:00:00',
      '06/22/2026 10:00:00',
    ]);
    const answer = await getTraining(site(), key, host);
    assert.deepEqual(
      answer.all('repeat/repeatSession').map(({ children }) => children.map(({ text }) => text)),
      [
        ['EDIT', '2', '06/10/2026 16:00:00'],
        ['DELETE', '3', '06/15/2026 10:00:00'],
      ],
    );
    assert.deepEqual(answer.texts('schedule/startDate'), ['06/01/2026 10:00:00']);
    const info = await site().ok('ep.GetSessionInfo', `<sessionKey>${key}</sessionKey>`, host);
    assert.equal(info.value('metaData/hasException'), 'true');
  });

  test('stays as it was changed when a later change leaves the schedule alone', async () => {
    const host = await site().person({ timeZoneID: 4 });
    const key = await scheduled(site(), { repeat: CLASS }, host);
    await setTraining(site(), key, { repeat: moved(2, '06/10/2026 16:00:00') }, host);
    await setTraining(site(), key, { confName: 'Another name' }, host);
    const same = {
      startDates: ['06/01/2026 10:00:00'],
      schedule: '<timeZoneID>4</timeZoneID>',
      repeat: CLASS,
    };
    await setTraining(site(), key, same, host);
    assert.equal((await getTraining(site(), key, host)).all('repeat/repeatSession').length, 1);
    await setTraining(site(), key, { startDates: ['06/02/2026 10:00:00'] }, host);
    assert.equal((await getTraining(site(), key, host)).all('repeat/repeatSession').length, 0);
  });

  test('is moved back, and there is no exception any more', async () => {
    const key = await scheduled(site(), { repeat: CLASS });
    await setTraining(site(), key, { repeat: moved(2, '06/10/2026 16:00:00') + dropped(3) });
    await setTraining(site(), key, {
      repeat: moved(2, '06/08/2026 10:00:00') + moved(3, '06/15/2026 10:00:00'),
    });
    assert.equal((await getTraining(site(), key)).all('repeat/repeatSession').length, 0);
  });

  test('is the first one when that was moved behind the second', async () => {
    const host = await site().person({ timeZoneID: 4 });
    const key = await scheduled(site(), { repeat: CLASS }, host);
    await setTraining(site(), key, { repeat: moved(1, '06/30/2026 10:00:00') }, host);
    const list = await site().ok('training.LstsummaryTrainingSession', '', host);
    assert.equal(list.value('trainingSession/startDate'), '06/08/2026 10:00:00');
    assert.deepEqual((await starts(host)).at(-1), '06/30/2026 10:00:00');
  });

  for (const [why, repeat] of [
    ['there is none of that number', dropped(5)],
    ['the number is not counted so far', dropped(1000)],
    ['another one starts then', moved(2, '06/15/2026 10:00:00')],
    ['two would start at once', moved(2, '06/16/2026 10:00:00') + moved(3, '06/16/2026 10:00:00')],
    ['none would be left', dropped(1) + dropped(2) + dropped(3) + dropped(4)],
    ['nothing says where to', '<repeatSession><index>2</index></repeatSession>'],
    ['the date is none', moved(2, '06/31/2026 10:00:00')],
  ] as const) {
    test(`is not changed when ${why}`, async () => {
      const key = await scheduled(site(), { repeat: CLASS });
      await site().refused(
        '000909',
        'training.SetTrainingSession',
        changed(key, { confName: 'New', repeat }),
        HOST,
      );
      const answer = await getTraining(site(), key);
      assert.equal(answer.value('metaData/confName'), 'Safety course');
      assert.equal(answer.all('repeat/repeatSession').length, 0);
    });
  }

  test('is not there in a training of one session', async () => {
    const key = await scheduled(site());
    await site().refused('000909', 'training.SetTrainingSession', changed(key, { repeat: dropped(1) }), HOST);
  });
});
