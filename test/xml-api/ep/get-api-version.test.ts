import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forSqlite } from '../../support/databases.ts';
import { bodyContent, message, sharedSite } from '../../support/site.ts';

forSqlite('GetAPIVersion', (open) => {
  const site = sharedSite(open);

  test('answers anybody: without a header, with an empty security context, with a site that is unknown', async () => {
    const request = message(bodyContent('ep.GetAPIVersion'), {});
    const headless = request.replace(/<header>.*<\/header>/, '');
    const unknown = message(bodyContent('ep.GetAPIVersion'), { siteName: 'nobody' });
    for (const body of [request, headless, unknown]) {
      const answer = await site().post(body);
      assert.match(
        answer.text,
        /xsi:type="ep:getAPIVersionResponse" [^>]*><ep:apiVersion>WebEx XML API V9\.0\.0<\/ep:apiVersion><\/serv:bodyContent>/,
      );
    }
  });

  test('tells the release of the train when asked', async () => {
    const answer = await site().ok(
      'ep.GetAPIVersion',
      '<returnTrainReleaseVersion>TRUE</returnTrainReleaseVersion>',
      {},
    );
    assert.equal(answer.value('trainReleaseVersion'), 'T30L');
    assert.equal(answer.value('trainReleaseOrder'), '300');
  });
});
