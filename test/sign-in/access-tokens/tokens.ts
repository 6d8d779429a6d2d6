import assert from 'node:assert/strict';
import { elements, type TestSite, textOf } from '../../support/site.ts';

/** The two ways in which a request brings an access token. */

const NAMED = { siteName: 'acme-ci', webExID: 'hostid@acme.com' };

/** AuthenticateUser takes it, and the ticket is good; and so does every operation that it comes with. */
export async function taken(site: TestSite, token: string, named = NAMED): Promise<void> {
  const answer = await site.ok('user.AuthenticateUser', `<accessToken>${token}</accessToken>`, named);
  const sessionTicket = answer.value('sessionTicket');
  assert.ok(sessionTicket);
  await site.ok('user.GetLoginTicket', '', { ...named, sessionTicket });
  await site.ok('user.GetLoginTicket', '', { ...named, webExAccessToken: token });
}

/** Neither way takes it: nobody learns why but the log, which does not tell the token. */
export async function notTaken(site: TestSite, token: string, why: RegExp, named = NAMED): Promise<void> {
  const asked = await site.refused(
    '030048',
    'user.AuthenticateUser',
    `<accessToken>${token}</accessToken>`,
    named,
  );
  assert.equal(asked.reason, "Authentication Server can't generate a valid session ticket");
  const [subError] = elements(asked.responses[0], 'subErrors/subError');
  assert.equal(textOf(subError, 'exceptionID'), 'AS0001');
  assert.equal(asked.value('sessionTicket'), undefined);
  assert.match(asked.logged?.failures?.[0]?.detail ?? '', why);

  const called = await site.refused('030920', 'user.GetLoginTicket', '', {
    ...named,
    webExAccessToken: token,
  });
  assert.equal(called.reason, 'WebEx access token is invalid');
  assert.match(called.logged?.failures?.[0]?.detail ?? '', why);
  assert.ok(asked.logged?.id && called.logged?.id);
  for (const line of site.log) assert.ok(token === '' || !line.includes(token), 'a token is in the log');
}

/** Both ways fail with that number, because of the provider and not of the token. */
export async function providerFails(site: TestSite, exceptionID: string, token: string): Promise<void> {
  const [inBody, inContext] = await Promise.all([
    site.refused(exceptionID, 'user.AuthenticateUser', `<accessToken>${token}</accessToken>`, NAMED),
    site.refused(exceptionID, 'user.GetLoginTicket', '', { ...NAMED, webExAccessToken: token }),
  ]);
  for (const answer of [inBody, inContext])
    assert.ok(answer.logged?.failures?.[0]?.detail, 'the log says why');
}
