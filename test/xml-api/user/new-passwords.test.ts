import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, bodyContent, message, sharedSite, textOf } from '../../support/site.ts';

forProtocol('One message', (open) => {
  const site = sharedSite(open);

  test('sets 25 passwords, and says so of the next one', async () => {
    const user = (at: number) =>
      `<firstName>N</firstName><lastName>N</lastName><webExId>new${at}</webExId><email>new${at}@acme.com</email>` +
      '<password>P@ssword123</password><privilege><host>true</host></privilege><active>ACTIVATED</active>';
    const contents = Array.from({ length: 26 }, (_, at) => bodyContent('user.CreateUser', user(at)));
    const answer = await site().post(message(contents.join(''), ADMIN));
    const results = answer.responses.map((response) => textOf(response, 'result'));
    assert.deepEqual(
      results.slice(0, 25),
      Array.from({ length: 25 }, () => 'SUCCESS'),
    );
    assert.equal(textOf(answer.responses[25], 'exceptionID'), '030911');
    await site().ok('user.CreateUser', user(26));
  });
});
