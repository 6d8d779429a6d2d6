import assert from 'node:assert/strict';
import { test } from 'node:test';
import axe from 'axe-core';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { PASSWORD, startSite } from '../support/site.ts';
import { heldTo, tabTo } from './by-keyboard.ts';
import { quiet } from './people.ts';

describeInBrowser('The form of a session', (browser) => {
  // The databases differ below what a browser sees.
  forSqlite('in a browser', (open) => {
    test('asks the server once what it means, and for the tracking codes of the kind that is chosen', async () => {
      await using site = await startSite(await open());
      const inService = (service: string, scheduling: 'REQUIRED' | 'OPTIONAL') => [{ service, scheduling }];
      const code = { hostProfile: 'NOT_USED', inputMode: 'Drop-Down Menu Only' } as const;
      const listValue = [{ index: 1, value: 'Research', active: true }];
      await site.context.sites.change('acme', {
        settings: {
          trackingCodes: [
            {
              ...{ index: 1, name: 'Department', ...code, listValue },
              schedulingPage: inService('MeetingCenter', 'REQUIRED'),
            },
            {
              ...{ index: 2, name: 'Course', ...code, inputMode: 'Text Input', listValue: [] },
              schedulingPage: inService('TrainingCenter', 'OPTIONAL'),
            },
          ],
        },
      });
      await using host = await browser.visit({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
      const { page } = host;
      await page.addInitScript(axe.source);
      const checks: string[] = [];
      page.on('request', (request) => {
        if (request.postData()?.includes('DO=CHECK')) checks.push(request.url());
      });
      await page.goto(`${site.url}/acme/signin.php`);
      await page.getByLabel('User name').fill('hostid');
      await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      await page.clock.install();
      await page.goto(`${site.url}/acme/schedule.php`);
      await takenOver(page);
      const answered = page.waitForResponse(
        (response) => response.request().postData()?.includes('DO=CHECK') === true,
      );
      await page.clock.runFor(1_000);
      await answered;
      // What hangs on the answer is drawn, and no timer of it asks again.
      await page.evaluate('Promise.resolve()');
      for (let at = 0; at < 5; at++) await page.clock.runFor(2_000);
      assert.equal(checks.length, 1);

      await heldTo(page, 'host-schedule-codes');
      const department = page.getByLabel('Department');
      assert.equal(await department.getAttribute('required'), '');
      await tabTo(page, /^Department/);
      await page.keyboard.type('Res');
      assert.equal(await department.inputValue(), 'Research');
      await page.getByLabel('Kind').selectOption({ label: 'Training session' });
      await page.getByLabel('Course').waitFor();
      assert.equal(await department.count(), 0);
      await page.getByLabel('Kind').selectOption({ label: 'Meeting' });
      await department.waitFor();
      quiet(site, host);
    });
  });
});
