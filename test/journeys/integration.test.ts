import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import axe from 'axe-core';
import { describeInBrowser, takenOver } from '../support/browser.ts';
import { forSqlite } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { heldTo, tabTo } from './by-keyboard.ts';

/** An integration from its registration to its end: an administrator and a host work by keyboard alone. */

forSqlite('An integration', (open) => {
  describeInBrowser('is registered, allowed, and taken back', (browser) => {
    const shared = sharedSite(open);

    test('by its administrator and its person, and calls REST in between', async () => {
      const { url } = shared();
      const program = createServer((_request, response) => response.end('<h1>Back at the planner</h1>'));
      await new Promise<void>((listening) => program.listen(0, '127.0.0.1', listening));
      const back = `http://127.0.0.1:${(program.address() as AddressInfo).port}/back`;
      try {
        await using admin = await browser.visit({ locale: 'en-US' });
        const { page: desk } = admin;
        await desk.addInitScript(axe.source);
        await desk.goto(`${url}/acme/console/integrations`);
        await desk.locator('input[name=WID]').fill('admin');
        await desk.locator('input[name=PW]').fill(PASSWORD);
        await desk.keyboard.press('Enter');
        await desk.waitForSelector('#root[data-taken-over]');
        await desk.getByText('No integrations yet').waitFor();
        await heldTo(desk, 'integrations-none');
        await tabTo(desk, /^Register an integration/);
        await desk.keyboard.press('Enter');
        await desk.getByRole('dialog').waitFor();
        await tabTo(desk, /^Name/);
        await desk.keyboard.type('Room planner');
        await tabTo(desk, /^Redirect addresses/);
        await desk.keyboard.type(back);
        await tabTo(desk, /^See your meetings/);
        await desk.keyboard.press('Space');
        await heldTo(desk, 'integrations-new');
        await tabTo(desk, /^Register$/);
        await desk.keyboard.press('Enter');
        await desk.getByText('The client secret').waitFor();
        const secret = (await desk.getByRole('dialog').locator('code').textContent()) ?? '';
        assert.match(secret, /^plcs_/);
        await heldTo(desk, 'integrations-secret');
        await tabTo(desk, /^Close$/);
        await desk.keyboard.press('Enter');
        const clientId = (await desk.locator('code', { hasText: /^[0-9a-f]{64}$/ }).textContent()) ?? '';

        await using host = await browser.visit({ locale: 'de-DE', colorScheme: 'dark' });
        const { page } = host;
        await page.addInitScript(axe.source);
        const asked = { client_id: clientId, redirect_uri: back, response_type: 'code', state: 'seven' };
        const query = new URLSearchParams({ ...asked, scope: 'meeting:schedules_read' });
        await page.goto(`${url}/v1/authorize?${query}`);
        await page.locator('input[name=WID]').fill('hostid');
        await page.locator('input[name=PW]').fill(PASSWORD);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Room planner möchte für Sie handeln' }).waitFor();
        await takenOver(page);
        await heldTo(page, 'authorize');
        await tabTo(page, /^Erlauben$/);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Back at the planner' }).waitFor();
        const answered = new URL(page.url()).searchParams;
        assert.equal(answered.get('state'), 'seven');

        const proof = { client_id: clientId, client_secret: secret };
        const ask = async (fields: Readonly<Record<string, string>>) => {
          const body = new URLSearchParams({ ...proof, ...fields });
          const answer = await fetch(`${url}/v1/access_token`, { method: 'POST', body });
          return { status: answer.status, json: (await answer.json()) as Record<string, string> };
        };
        const calls = async (token = '') =>
          (await fetch(`${url}/v1/meetings`, { headers: { Authorization: `Bearer ${token}` } })).status;
        const code = answered.get('code') ?? '';
        const first = await ask({ grant_type: 'authorization_code', code, redirect_uri: back });
        assert.equal(await calls(first.json.access_token), 200);
        const refreshing = { grant_type: 'refresh_token', refresh_token: first.json.refresh_token ?? '' };
        const second = await ask(refreshing);
        assert.equal(await calls(second.json.access_token), 200);

        await page.goto(`${url}/acme/tokens.php`);
        await takenOver(page);
        await heldTo(page, 'tokens');
        await tabTo(page, /^Zurücknehmen, was Room planner darf$/);
        await page.keyboard.press('Enter');
        await page.getByText('Die App handelt nicht mehr für Sie.').waitFor();
        assert.equal(await calls(first.json.access_token), 401);
        assert.equal(await calls(second.json.access_token), 401);
        assert.equal((await ask(refreshing)).json.error, 'invalid_grant');
      } finally {
        program.close();
      }
    });
  });
});
