import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { CALLER, services } from '../../scripts/docs/services.ts';
import { DEMO_SITES } from '../../src/demo.ts';
import { scheduleDemoMeetings } from '../../src/demo-meetings.ts';
import { foundSamples, holdOfficeHours } from '../../src/demo-samples.ts';
import { sampleMessage } from '../../src/xml-api/sample-message.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';

/** The samples of the reference, sent to a new demo as they stand, one after another. */

const data = mkdtempSync(join(tmpdir(), 'parlance-samples-'));
after(() => rm(data, { recursive: true, force: true }));

forProtocol('the samples of the reference', (open) => {
  const site = sharedSite(open, { settings: { data } });
  let close = () => {};
  before(async () => {
    const { context } = site();
    await scheduleDemoMeetings(
      context,
      DEMO_SITES.map(({ siteName }) => siteName),
    );
    await foundSamples(context);
    close = await holdOfficeHours(context);
  });
  after(() => close());

  for (const { service, operations } of services()) {
    for (const operation of operations) {
      test(`${service.name}.${operation.name} succeeds`, async () => {
        const { result, exceptionID, reason, hints } = await site().post(sampleMessage(operation, CALLER));
        if (operation.isEmptyOnDemo) assert.equal(exceptionID, '000015');
        else assert.equal(result, 'SUCCESS', `${exceptionID} ${reason}`);
        assert.deepEqual(hints, []);
      });
    }
  }

  test('the accounts of the demo can sign in afterwards, and what was founded is not founded again', async () => {
    for (const webExID of ['admin', 'hostid', 'guest']) {
      await site().ok('user.AuthenticateUser', '', { ...CALLER, webExID });
    }
    const before = await site().ok(
      'ep.LstsummarySession',
      '<listControl><maximumNum>500</maximumNum></listControl>',
    );
    await foundSamples(site().context);
    const later = await site().ok(
      'ep.LstsummarySession',
      '<listControl><maximumNum>500</maximumNum></listControl>',
    );
    assert.equal(later.value('matchingRecords/total'), before.value('matchingRecords/total'));
  });
});
