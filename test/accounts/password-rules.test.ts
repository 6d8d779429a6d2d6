import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';

/** What the site asks of a new password, of CreateUser and SetUser alike. */

const RULES: readonly (readonly [string, object, readonly string[], readonly string[], RegExp])[] = [
  [
    'minLength',
    { minLength: 8 },
    ['short', '𝄞'.repeat(7)],
    ['long-enough', '𝄞'.repeat(8)],
    /at least 8 characters/,
  ],
  ['mixedCase', { mixedCase: true }, ['lower1', 'UPPER1'], ['Both1', 'éÉ12'], /upper and lower case/],
  ['minNumeric', { minNumeric: 2 }, ['one1', 'none'], ['two22', '1and2'], /at least 2 digits/],
  ['minAlpha', { minAlpha: 3 }, ['ab123', '12345'], ['abc12', 'äöü1'], /at least 3 letters/],
  [
    'minSpecial',
    { minSpecial: 1 },
    ['abc123'],
    ['abc-123', 'a b c'],
    /at least 1 characters that are neither/,
  ],
  [
    'disallow3XRepeatedChar',
    { disallow3XRepeatedChar: true },
    ['aaab', 'x111y'],
    ['aabb', 'a1a1a1'],
    /three times in a row/,
  ],
  [
    'disallowList',
    { disallowList: ['cisco', 'webex'] },
    ['myCISCO1', 'webex99'],
    ['cis-co-1'],
    /must not contain "(cisco|webex)"/,
  ],
  [
    'disallowWebTextDynamically',
    { disallowWebTextDynamically: true },
    ['1-{site}', 'xPERCYx', 'Person-1'],
    ['somebody-1'],
    /name of the site, of the user, or the e-mail/,
  ],
];

forProtocol('passwordCriteria', (open) => {
  const site = sharedSite(open);

  async function ruled(criteria: object) {
    const { sites } = site().context;
    const siteID = 1000 + (await sites.names()).length;
    const siteName = `ruled-site${siteID}`;
    const none = { minLength: 1, mixedCase: false, minNumeric: 0, minAlpha: 0, minSpecial: 0 };
    const off = {
      disallow3XRepeatedChar: false,
      disallowWebTextDynamically: false,
      disallowList: [],
      disallowReused: 0,
    };
    const accountPasswordCriteria = { ...none, ...off, ...criteria };
    await sites.create({ siteName, siteID, type: 3, settings: { accountPasswordCriteria } });
    return site().person({ siteName, privileges: { siteAdmin: true } });
  }

  const set = (person: { webExID: string }, password: string) =>
    `<webExId>${person.webExID}</webExId><password>${password}</password>`;

  for (const [rule, criteria, bad, good, reason] of RULES) {
    test(`${rule} is held`, async () => {
      const admin = await ruled(criteria);
      for (const password of bad.map((text) => text.replace('{site}', admin.siteName))) {
        const answer = await site().refused('030906', 'user.SetUser', set(admin, password), admin);
        assert.match(answer.reason ?? '', /^The password is not accepted: password must/);
        assert.match(answer.reason ?? '', reason);
        const person = `<firstName>Percy</firstName><lastName>Person</lastName><webExId>Person</webExId><email>p@x.org</email>`;
        await site().refused('030906', 'user.CreateUser', `${person}<password>${password}</password>`, admin);
      }
      await site().ok('user.GetLoginTicket', '', admin);
      for (const password of good) {
        await site().ok('user.SetUser', set(admin, password), admin);
        admin.password = password;
        await site().ok('user.GetLoginTicket', '', admin);
      }
    });
  }

  test('disallowReused keeps the last ones in mind', async () => {
    const admin = await ruled({ disallowReused: 2 });
    const change = async (password: string, exceptionID?: string) => {
      const answer = await site().call('user.SetUser', set(admin, password), admin);
      assert.equal(answer.exceptionID, exceptionID);
      if (!exceptionID) admin.password = password;
    };
    await change(PASSWORD, '030906');
    await change('second-one');
    await change(PASSWORD, '030906');
    await change('third-one');
    await change('second-one', '030906');
    await change(PASSWORD);
  });

  describe('whatever the site asks', () => {
    test('a password has at most 60 characters', async () => {
      const admin = await ruled({});
      const answer = await site().refused('000902', 'user.SetUser', set(admin, 'a1-'.repeat(21)), admin);
      assert.match(answer.reason ?? '', /password: is longer than 60 characters/);
      await site().ok('user.SetUser', set(admin, 'a1-'.repeat(20)), admin);
    });

    test('the space around a password means nothing', async () => {
      const admin = await ruled({});
      await site().ok('user.SetUser', set(admin, '\n  in the middle\n'), admin);
      await site().ok('user.GetLoginTicket', '', { ...admin, password: 'in the middle' });
      await site().ok('user.GetLoginTicket', '', { ...admin, password: '  in the middle\n' });
    });
  });
});
