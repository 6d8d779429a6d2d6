import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fields, Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';

/** What a site may do in a minute is its own: strangers do not use it up. */

const LIMIT = 5;
const PARTNER = 'the partner id of the site';

forProtocol('The quota of a site', (open) => {
  const shared = sharedSite(open, { settings: { trustedProxies: '127.0.0.1' } });
  let sites = 0;

  async function newSite() {
    const siteName = `quota-${++sites}`;
    await shared().context.sites.create({
      siteName,
      siteID: 8_700_000 + sites,
      type: 3,
      settings: {
        throttling: { userOperations: LIMIT, meetingWrites: LIMIT, meetingLists: LIMIT, strangers: LIMIT },
        partnerID: PARTNER,
      },
    });
    const admin = await shared().person({ siteName, privileges: { siteAdmin: true } });
    const ask = async (page: string, fields: Fields, address = '192.0.2.1') => {
      const visitor = new Visitor(shared().url);
      visitor.forwardedFor = address;
      const visit = await visitor.post(`/${siteName}/${page}`, { ...fields, BU: `/${siteName}/` });
      const told = `${visit.results} ${visit.scripted} ${visit.text}`;
      return /RS=RateLimit/.test(told) ? 'RateLimit' : told;
    };
    return { admin, ask };
  }

  for (const [page, fields, group, operation] of [
    [
      'p.php',
      { AT: 'SU', WID: 'x', PW: 'y', FN: 'F', LN: 'L', EM: 'x@example.com', PID: 'wrong' },
      'a wrong partner id',
      'user.GetLoginTicket',
    ],
    [
      'p.php',
      { AT: 'SU', WID: 'x', PW: 'y', FN: 'F', LN: 'L', EM: 'x@example.com', PID: PARTNER },
      'the right one',
      'user.GetLoginTicket',
    ],
    [
      'm.php',
      { AT: 'RM', MK: '1', FN: 'F', LN: 'L', EM: 'x@example.com' },
      'no account',
      'meeting.DelMeeting',
    ],
    ['m.php', { AT: 'OM' }, 'no account', 'meeting.LstMeeting'],
  ] as const) {
    test(`is not touched by ${page} AT=${fields.AT} with ${group}`, async () => {
      const { admin, ask } = await newSite();
      const answers = [];
      for (let call = 0; call < 3 * LIMIT; call++) answers.push(await ask(page, fields));
      assert.deepEqual(
        answers.map((answer) => answer === 'RateLimit'),
        answers.map((_, at) => at >= LIMIT),
      );
      assert.notEqual(await ask(page, fields, '192.0.2.2'), 'RateLimit', 'another address has its own');
      for (let call = 0; call < LIMIT; call++) {
        const { exceptionID } = await shared().call(operation, '<meetingKey>1</meetingKey>', admin);
        assert.notEqual(exceptionID, '000045');
      }
      assert.equal(
        (await shared().call(operation, '<meetingKey>1</meetingKey>', admin)).exceptionID,
        '000045',
      );
    });
  }
});
