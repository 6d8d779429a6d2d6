import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { USER_ORDERS } from '../../../src/accounts/account-list.ts';
import { forProtocol } from '../../support/databases.ts';
import { GUEST, HOST, PASSWORD, sharedSite } from '../../support/site.ts';

/** LstUser and LstsummaryUser on a site of their own, with sixteen accounts and an administrator. */

const BOSS = { siteName: 'listed', webExID: 'boss', password: PASSWORD };
const NAMES = ['Ann', 'bea', 'Carl', 'dora', 'Ed', 'fay', 'Gil', 'hal'];

for (const type of ['user.LstUser', 'user.LstsummaryUser']) {
  forProtocol(type.slice(5), (open) => {
    const site = sharedSite(open);
    const found = async (content: string) => (await site().ok(type, content, BOSS)).texts('user/webExId');
    const empty = async (content: string) => {
      const answer = await site().refused('000015', type, content, BOSS);
      assert.equal(answer.reason, 'Sorry, no record found');
    };
    const page = (startFrom: number | '', maximumNum: number | '' = '', method = '') =>
      `<listControl><startFrom>${startFrom}</startFrom><maximumNum>${maximumNum}</maximumNum><listMethod>${method}</listMethod></listControl>`;
    const order = (...words: string[]) => `<order>${words.join('')}</order>`;
    const by = (word: string, direction = '') =>
      `<orderBy>${word}</orderBy>${direction && `<orderAD>${direction}</orderAD>`}`;

    /** Once, before the first of the tests below. */
    let founding: Promise<void> | undefined;
    const listed = (name: string, run: () => Promise<void>) =>
      test(name, async () => {
        founding ??= found16();
        await founding;
        await run();
      });

    async function found16(): Promise<void> {
      const { clock, context, person } = site();
      await context.sites.create({ siteName: 'listed', siteID: 95, type: 3 });
      await person({
        siteName: 'listed',
        webExId: 'boss',
        email: 'boss@acme.com',
        firstName: 'Zoe',
        lastName: 'Boss',
        privileges: { siteAdmin: true },
      });
      for (const [n, firstName] of NAMES.entries()) {
        for (const [m, lastName] of ['Young', 'adams'].entries()) {
          clock.advance({ minutes: 1 });
          await person({
            siteName: 'listed',
            webExId: `u${n}${m}`,
            email: `u${n}${m}@acme.com`,
            firstName,
            lastName,
            active: n === 7 ? 'DEACTIVATED' : 'ACTIVATED',
            privileges: { host: m === 0 },
            profile: { address: { city: `City ${9 - n}` }, webACDPrefs: { isAgent: n === 3 } },
          });
        }
      }
    }

    describe('pages', () => {
      listed('have ten rows when nothing else is asked for, then matchingRecords', async () => {
        const answer = await site().ok(type, '', BOSS);
        assert.equal(answer.all('user').length, 10);
        assert.equal(answer.bodyContents[0]?.children.at(-1)?.name, 'matchingRecords');
        assert.match(
          answer.text,
          /<use:matchingRecords><serv:total>17<\/serv:total><serv:returned>10<\/serv:returned><serv:startFrom>1<\/serv:startFrom><\/use:matchingRecords><\/serv:bodyContent>/,
        );
      });

      listed('are counted from 1, and follow each other', async () => {
        const first = await found(page(1, 7));
        const second = await found(page(8, 7));
        const third = await found(page(15, 7));
        assert.deepEqual([first.length, second.length, third.length], [7, 7, 3]);
        assert.deepEqual([...first, ...second, ...third], await found(page(1, 500)));
      });

      listed('tell how many there are, and where they begin', async () => {
        const answer = await site().ok(type, page(15, 7), BOSS);
        assert.deepEqual(
          ['total', 'returned', 'startFrom'].map((word) => answer.value(`matchingRecords/${word}`)),
          ['17', '3', '15'],
        );
      });

      listed('begin with 1 when 0 or nothing is asked for', async () => {
        const zero = await site().ok(type, page(0, 3), BOSS);
        assert.equal(zero.value('matchingRecords/startFrom'), '1');
        assert.match(zero.hints.join('\n'), /startFrom 0 is read as 1/);
        assert.deepEqual(await found(page('', 3)), zero.texts('user/webExId'));
        assert.equal((await found(page(1, 0))).length, 10);
      });

      listed('hold at most 500', async () => {
        const answer = await site().ok(type, page(1, 1000), BOSS);
        assert.equal(answer.all('user').length, 17);
        assert.match(answer.hints.join('\n'), /maximumNum 1000 is read as 500/);
      });

      listed('behind the last one have no record: 000015', async () => {
        await empty(page(18, 7));
        await empty(page(9_007_199_254_740_991, 7));
      });

      listed('refuse a number that is none', async () => {
        await site().refused('000905', type, page(-1, 7), BOSS);
        await site().refused('000906', type, page(1, 7, 'XOR'), BOSS);
      });

      listed('take the children of listControl with a prefix', async () => {
        const prefixed =
          '<listControl><serv:startFrom>2</serv:startFrom><serv:maximumNum>1</serv:maximumNum></listControl>';
        assert.deepEqual(await found(prefixed), await found(page(2, 1)));
      });
    });

    describe('criteria', () => {
      listed('are joined by AND when nothing is said', async () => {
        assert.deepEqual(await found('<firstName>ANN</firstName><lastName>Adams</lastName>'), ['u01']);
        assert.deepEqual(
          await found(`<firstName>Ann</firstName><lastName>adams</lastName>${page(1, 10, 'AND')}`),
          ['u01'],
        );
      });

      listed('are joined by OR when that is said', async () => {
        const either = await found(`<firstName>Ann</firstName><lastName>Boss</lastName>${page(1, 10, 'OR')}`);
        assert.deepEqual(either.sort(), ['boss', 'u00', 'u01']);
      });

      listed('are each of the request', async () => {
        assert.deepEqual(await found('<webExId>U31</webExId>'), ['u31']);
        assert.deepEqual(await found('<email>U31@ACME.COM</email>'), ['u31']);
        assert.deepEqual((await found('<active>DEACTIVATED</active>')).sort(), ['u70', 'u71']);
      });

      listed('match whole texts, and % stands for itself', async () => {
        await empty('<firstName>An</firstName>');
        await empty('<firstName>%</firstName>');
        await empty("<firstName>' or 1=1 --</firstName>");
      });

      listed('that nobody meets find nothing: 000015', async () => {
        await empty('<firstName>Ann</firstName><lastName>Boss</lastName>');
        await empty('<webExId>hostid</webExId>');
      });

      listed('of the date of registration hold both ends', async () => {
        const scope = (start: string, end: string, zone = '') =>
          `<dataScope><regDateStart>${start}</regDateStart><timeZoneID>${zone}</timeZoneID><regDateEnd>${end}</regDateEnd></dataScope>`;
        assert.deepEqual(await found(scope('03/04/2026 10:31:00', '03/04/2026 10:32:00')), ['u00', 'u01']);
        assert.deepEqual(await found(scope('3/4/2026 2:31:00', '3/4/2026 2:32:00', '4')), ['u00', 'u01']);
        assert.deepEqual(await found(scope('03/04/2026 10:31:00', '03/04/2026 10:32:00', '-1')), [
          'u00',
          'u01',
        ]);
        assert.deepEqual((await found(scope('', '03/04/2026 10:31:00'))).sort(), ['boss', 'u00']);
        await empty(scope('03/05/2026', ''));
        await site().refused('000909', type, scope('soon', ''), BOSS);
        await site().refused('000909', type, scope('03/04/2026', '', '62'), BOSS);
      });
    });

    describe('order', () => {
      const sorted = (content: string) => found(page(1, 500) + content);

      listed('is by the webExID when nothing is asked for', async () => {
        const names = await sorted('');
        assert.deepEqual(names, [...names].sort());
      });

      listed('is in any case of the letters', async () => {
        const names = (await site().ok(type, page(1, 500) + order(by('FIRSTNAME')), BOSS)).texts(
          'user/firstName',
        );
        assert.deepEqual(
          names.map((name) => name.toLowerCase()),
          [...names].map((name) => name.toLowerCase()).sort(),
        );
      });

      listed('by several words, each in its direction', async () => {
        const both = order(by('LASTNAME', 'ASC'), by('FIRSTNAME', 'DESC'));
        assert.deepEqual((await sorted(both)).slice(0, 10), [
          'u71',
          'u61',
          'u51',
          'u41',
          'u31',
          'u21',
          'u11',
          'u01',
          'boss',
          'u70',
        ]);
        const backwards = order(by('LASTNAME', 'DESC'), by('FIRSTNAME', 'ASC'));
        assert.deepEqual((await sorted(backwards)).slice(0, 9), [
          'u00',
          'u10',
          'u20',
          'u30',
          'u40',
          'u50',
          'u60',
          'u70',
          'boss',
        ]);
      });

      listed('by what the profile holds', async () => {
        const cities = await sorted(order(by('CITY')));
        assert.deepEqual(
          cities.filter((name) => name.endsWith('0')),
          ['u70', 'u60', 'u50', 'u40', 'u30', 'u20', 'u10', 'u00'],
        );
        assert.deepEqual((await sorted(order(by('REGDATE', 'DESC')))).slice(0, 2), ['u71', 'u70']);
      });

      for (const word of USER_ORDERS) {
        listed(`by ${word}, and the other way round`, async () => {
          for (const direction of ['ASC', 'DESC', '']) {
            const names = await sorted(order(by(word, direction)));
            assert.equal(new Set(names).size, 17);
          }
        });
      }

      listed('by an unknown word is no order, with a hint', async () => {
        const answer = await site().ok(
          type,
          page(1, 500) + order(by('HOSTNAME'), by('STATUS', 'DESC')),
          BOSS,
        );
        assert.deepEqual(answer.texts('user/webExId'), await sorted(''));
        assert.match(answer.hints.join('\n'), /orderBy HOSTNAME is unknown: skipped/);
      });

      listed('may be empty, and in small letters', async () => {
        assert.deepEqual(await sorted('<order></order>'), await sorted(''));
        assert.deepEqual(await sorted(order(by('email', 'desc'))), await sorted(order(by('EMAIL', 'DESC'))));
      });
    });

    listed('is for site administrators and read-only administrators', async () => {
      const reader = await site().person({
        siteName: 'listed',
        privileges: { roSiteAdmin: true },
        active: 'ACTIVATED',
      });
      await site().ok(type, '', reader);
      await site().refused('000001', type, '', { ...BOSS, webExID: 'u00' });
      for (const caller of [HOST, GUEST]) await site().refused('000001', type, '', caller);
    });

    listed('shows the accounts of the own site alone', async () => {
      const answer = await site().ok(type, page(1, 500));
      assert.deepEqual(answer.texts('user/webExId').sort(), ['admin', 'guest', 'hostid']);
    });
  });
}

forProtocol('rows of LstUser and LstsummaryUser', (open) => {
  const site = sharedSite(open);

  test('LstUser shows accounts as GetUser does, up to the userId', async () => {
    const list = await site().ok('user.LstUser', '<webExId>hostid</webExId>');
    const one = await site().ok('user.GetUser', '<webExId>hostid</webExId>');
    const [row] = list.all('user');
    const [whole] = one.bodyContents;
    assert.deepEqual(row?.children, whole?.children.slice(0, row?.children.length));
    assert.equal(row?.children.at(-1)?.name, 'userId');
  });

  test('LstsummaryUser shows a short row', async () => {
    const list = await site().ok('user.LstsummaryUser', '<webExId>hostid</webExId>');
    assert.deepEqual(
      list.all('user')[0]?.children.map(({ name, text }) => [name, text]),
      [
        ['webExId', 'hostid'],
        ['firstName', 'Holly'],
        ['lastName', 'Host'],
        ['email', 'hostid@acme.com'],
        ['registrationDate', '03/04/2026 02:30:00'],
        ['active', 'ACTIVATED'],
        ['timeZoneID', '4'],
      ],
    );
  });

  test('LstsummaryUser finds agents and managers, and shows what they are when asked', async () => {
    const { webExID } = await site().person({ profile: { webACDPrefs: { isAgent: true } } });
    const agents = await site().ok('user.LstsummaryUser', '<webACD><isAgent>true</isAgent></webACD>');
    assert.deepEqual(agents.texts('user/webExId'), [webExID]);
    assert.deepEqual(agents.texts('user/webACD/isAgent'), ['true']);
    const bare = await site().ok(
      'user.LstsummaryUser',
      '<webACD><isAgent>true</isAgent><returnPrefs>false</returnPrefs></webACD>',
    );
    assert.deepEqual(bare.all('user/webACD'), []);
    await site().refused('000015', 'user.LstsummaryUser', '<webACD><isMgr>true</isMgr></webACD>');
  });
});
