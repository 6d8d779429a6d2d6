import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Issuer, says, staysSilent } from '../../sign-in/access-tokens/issuer.ts';
import { forProtocol } from '../../support/databases.ts';
import { type Answer, elements, PASSWORD, sharedSite, textOf } from '../../support/site.ts';

/** AuthenticateUser as the release notes order it ("API Compatibility", "Enhancement To User Authentication"). */

const TYPE = 'java:com.webex.service.binding.user.AuthenticateUser';

/** The two example requests, in the form printed there, with the names of the demo. */
const BY_TOKEN = (token: string) => `<?xml version="1.0" encoding="UTF-8"?>
<serv:message 
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" 
 xmlns:serv="http://www.webex.com/schemas/2002/06/service">
<header>
 <securityContext>
 <siteName>acme-ci</siteName>
 <webExID>hostid@acme.com</webExID>
 </securityContext>
</header>
<body>
 <bodyContent xsi:type="${TYPE}">
 <accessToken>${token}</accessToken>
 </bodyContent>
</body>
</serv:message>
`;
const BY_PASSWORD = `<?xml version="1.0" encoding="UTF-8"?>
<serv:message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:serv="http://www.webex.com/schemas/2002/06/service">
<header>
 <securityContext>
 <siteName>acme-ci</siteName>
 <webExID>hostid@acme.com</webExID>
 <password>${PASSWORD}</password>
 <partnerID>s-PMok_wVv_EG_Mock</partnerID>
 </securityContext>
</header>
<body>
 <bodyContent xsi:type="${TYPE}">
 </bodyContent>
</body>
</serv:message>
`;

forProtocol('AuthenticateUser', (open) => {
  const site = sharedSite(open);
  let issuer: Issuer;
  before(async () => {
    issuer = await new Issuer(site().clock).start();
    await issuer.trustedBy(site().context);
  });
  after(() => issuer.stop());

  const subErrors = ({ responses }: Answer) =>
    elements(responses[0], 'subErrors/subError').map((subError) => textOf(subError, 'exceptionID'));

  describe("the release's examples", () => {
    const examples = [
      ['an access token', async () => BY_TOKEN(await issuer.token())],
      ['a password', async () => BY_PASSWORD],
    ] as const;
    for (const [what, request] of examples) {
      test(`${what} becomes a session ticket that a later call takes`, async () => {
        const answer = await site().post(await request());
        assert.equal(answer.result, 'SUCCESS');
        assert.deepEqual(
          answer.bodyContents[0]?.children.map(({ name }) => name),
          ['sessionTicket', 'createTime', 'timeToLive'],
        );
        assert.match(answer.text, /xsi:type="use:authenticateUserResponse"/);
        assert.equal(answer.value('createTime'), String(site().clock.now()));
        assert.equal(answer.value('timeToLive'), '5400');
        const sessionTicket = answer.value('sessionTicket');
        assert.match(sessionTicket ?? '', /^AAAB/);
        const caller = { siteName: 'acme-ci', webExID: 'hostid@acme.com', sessionTicket };
        const user = await site().ok('user.GetUser', '<webExId>hostid@acme.com</webExId>', caller);
        assert.equal(user.value('email'), 'hostid@acme.com');
      });
    }
  });

  /**
   * What counts when several credentials come together, on each type of site: a correct one, a wrong one, or none of
   * each kind. No assertion is correct here: that one is looked at shows in its refusal.
   */
  describe('the order of the credentials', () => {
    const names = { 1: 'acme-ci', 2: 'acme-sso', 3: 'acme', 4: 'acme-w11', 5: 'acme-basic' } as const;
    const NO_PROVIDER = '030048 AS0001';
    const ASSERTION = /^030048 AS00(01|62)$/;
    const rows: readonly (readonly [
      types: readonly (1 | 2 | 3 | 4 | 5)[],
      given: string,
      outcome: string | RegExp,
    ])[] = [
      [[2, 4], 'saml', ASSERTION],
      [[2, 4], 'saml password', ASSERTION],
      [[2, 4], 'saml wrongPassword', ASSERTION],
      [[2, 4], 'saml token password', ASSERTION],
      [[2, 4], 'password', 'SUCCESS'],
      [[2, 4], 'wrongPassword', '030002'],
      [[2, 4], 'token', NO_PROVIDER],
      [[2, 4], 'token password', 'SUCCESS'],
      [[2, 4], 'token wrongPassword', '030002'],
      [[1], 'password', 'SUCCESS'],
      [[1], 'wrongPassword', '030002'],
      [[1], 'password wrongToken', 'SUCCESS'],
      [[1], 'wrongPassword token', '030002'],
      [[1], 'token', 'SUCCESS'],
      [[1], 'wrongToken', NO_PROVIDER],
      [[1], 'saml', NO_PROVIDER],
      [[1], 'saml token', 'SUCCESS'],
      [[1], 'saml wrongToken', NO_PROVIDER],
      [[1], 'saml password', 'SUCCESS'],
      [[1], 'contextToken', 'SUCCESS'],
      [[1], 'wrongContextToken', '030920'],
      [[1], 'wrongPassword contextToken', '030002'],
      [[1], 'ticket', '030104'],
      [[1], 'ticket token', 'SUCCESS'],
      [[1], 'ticket password', 'SUCCESS'],
      [[3, 5], 'password', 'SUCCESS'],
      [[3, 5], 'wrongPassword', '030002'],
      [[3, 5], 'saml password token', 'SUCCESS'],
      [[3, 5], 'saml wrongPassword token', '030002'],
      [[3, 5], 'saml', NO_PROVIDER],
      [[3, 5], 'token', NO_PROVIDER],
      [[2, 3, 4, 5], 'contextToken', '030920'],
      [[2, 3, 4, 5], 'ticket', '030104'],
      [[1, 2, 3, 4, 5], '', '030901'],
    ];

    for (const [types, given, outcome] of rows) {
      test(`types ${types.join(', ')}: ${given || 'nothing'}`, async () => {
        for (const type of types) {
          const webExID = type === 1 ? 'hostid@acme.com' : 'hostid';
          const caller = { siteName: names[type], webExID };
          const has = new Set(given.split(' '));
          const good = await issuer.token();
          const bad = await issuer.token({ aud: 'https://else.example/' });
          const ticket = has.has('ticket')
            ? (await site().ok('user.AuthenticateUser', '', { ...caller, password: PASSWORD })).value(
                'sessionTicket',
              )
            : undefined;
          const token = has.has('token') ? good : has.has('wrongToken') ? bad : undefined;
          const contextToken = has.has('contextToken')
            ? good
            : has.has('wrongContextToken')
              ? bad
              : undefined;
          const answer = await site().call(
            'user.AuthenticateUser',
            (has.has('saml') ? '<samlResponse>PHNhbWw+</samlResponse>' : '') +
              (token === undefined ? '' : `<accessToken>${token}</accessToken>`),
            {
              ...caller,
              password: has.has('password') ? PASSWORD : has.has('wrongPassword') ? 'wrong' : undefined,
              sessionTicket: ticket,
              webExAccessToken: contextToken,
            },
          );
          const { result, exceptionID } = answer;
          const told = result === 'SUCCESS' ? result : [exceptionID, ...subErrors(answer)].join(' ');
          if (typeof outcome === 'string') assert.equal(told, outcome, names[type]);
          else assert.match(told, outcome, names[type]);
          assert.equal(answer.value('sessionTicket') !== undefined, told === 'SUCCESS');
        }
      });
    }
  });

  test('a refusal has its sub-error and an empty value, in the order of the schema', async () => {
    const answer = await site().post(BY_TOKEN('not-a-token'));
    assert.deepEqual(
      answer.responses[0]?.children.map(({ name }) => name),
      ['result', 'reason', 'gsbStatus', 'exceptionID', 'subErrors', 'value'],
    );
    assert.equal(answer.reason, "Authentication Server can't generate a valid session ticket");
    assert.deepEqual(subErrors(answer), ['AS0001']);
    assert.equal(textOf(answer.responses[0], 'subErrors/subError/reason'), 'Authentication service error');
    assert.equal(textOf(answer.responses[0], 'value'), '');
  });

  test('each of several operations in a message is refused for itself', async () => {
    const good = `<bodyContent xsi:type="${TYPE}"><accessToken>${await issuer.token()}</accessToken></bodyContent>`;
    const bad = `<bodyContent xsi:type="${TYPE}"><accessToken>bad</accessToken></bodyContent>`;
    const answer = await site().post(
      BY_TOKEN('x').replace(/<bodyContent[\s\S]*<\/bodyContent>/, good + bad + good),
    );
    assert.deepEqual(
      answer.responses.map((response) => textOf(response, 'result')),
      ['SUCCESS', 'FAILURE', 'SUCCESS'],
    );
  });

  test('a provider that answers wrongly is 200006, one that does not answer is 000035', async () => {
    await using broken = await new Issuer(site().clock).start();
    for (const [manner, settings, exceptionID, reason] of [
      [says(500, '{}'), {}, '200006', 'AS Server response error'],
      [staysSilent, { answerWithin: 200 }, '000035', 'ASService not responding'],
    ] as const) {
      await broken.trustedBy(site().context, settings);
      broken.manners.set('*', manner);
      const answer = await site().post(BY_TOKEN(await broken.token()));
      assert.deepEqual([answer.exceptionID, answer.reason], [exceptionID, reason]);
      assert.deepEqual(subErrors(answer), []);
      assert.equal((await site().post(BY_PASSWORD)).result, 'SUCCESS');
      site().clock.advance({ seconds: 5 });
    }
    await issuer.trustedBy(site().context);
  });

  test('a site without a provider takes passwords alone', async () => {
    await site().context.sites.change('acme-ci', { settings: { commonIdentity: { issuer: '' } } });
    assert.deepEqual(subErrors(await site().post(BY_TOKEN(await issuer.token()))), ['AS0001']);
    assert.equal((await site().post(BY_PASSWORD)).result, 'SUCCESS');
    await issuer.trustedBy(site().context);
  });

  test('a change of the provider ends the tickets that the one before has led to', async () => {
    const sessionTicket = (await site().post(BY_TOKEN(await issuer.token()))).value('sessionTicket');
    await using other = await new Issuer(site().clock).start();
    await other.trustedBy(site().context);
    const caller = { siteName: 'acme-ci', webExID: 'hostid@acme.com', sessionTicket };
    await site().refused('030047', 'user.GetLoginTicket', '', caller);
    await issuer.trustedBy(site().context);
  });

  test('user management is refused on a CI site, whatever proves who calls', async () => {
    const webExAccessToken = await issuer.token({ email: 'admin@acme.com' });
    const caller = { siteName: 'acme-ci', webExID: 'admin@acme.com', webExAccessToken };
    const answer = await site().refused(
      '030098',
      'user.DelUser',
      '<webExId>guest@acme.com</webExId>',
      caller,
    );
    assert.equal(answer.reason, 'User management is not allowed on unified site');
  });
});
