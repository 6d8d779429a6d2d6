import { test } from 'node:test';
import { describeInBrowser, type Visit } from '../support/browser.ts';
import { isWhole } from '../support/corpora.ts';
import { forProtocol } from '../support/databases.ts';
import { HOST, sharedSite } from '../support/site.ts';
import { begins, comes, isHere, opens, quiet } from './people.ts';
import { sees } from './senses.ts';

/** A training goes into its breakout rooms and back: those of one room alone see each other. */

const unseen = ({ page }: Visit, name: string) =>
  page.getByLabel(`Picture of ${name}`, { exact: true }).waitFor({ state: 'detached' });

const button = ({ page }: Visit, name: string) => page.getByRole('button', { name, exact: true });

forProtocol('Breakout rooms', (open) => {
  describeInBrowser('of a training', (browser) => {
    const shared = sharedSite(open, { clock: 'now' });

    test('are opened, visited and closed', {
      skip: !isWhole && 'three browsers: whole mode alone',
    }, async () => {
      const site = shared();
      const answer = await site.ok(
        'training.CreateTrainingSession',
        '<metaData><confName>Pumps</confName></metaData>' +
          '<enableOptions><supportBreakoutSessions>true</supportBreakoutSessions><audioVideo>true</audioVideo></enableOptions>' +
          '<schedule><startDate/><duration>30</duration></schedule>' +
          '<preAssignBreakout><enable>true</enable><attendeeAssign>AUTO</attendeeAssign>' +
          '<numSessions>2</numSessions></preAssignBreakout>',
        HOST,
      );
      const key = answer.value('sessionkey') ?? '';
      await using host = await browser.visit();
      await begins(site, host, key);
      await using ada = await browser.visit();
      await comes(site, ada, key, 'Ada Lovelace');
      await isHere(ada.page, 'Holly Host');
      await using bo = await browser.visit();
      await comes(site, bo, key, 'Bo');
      await isHere(bo.page, 'Holly Host');
      await button(host, 'Start picture').click();
      await button(ada, 'Start picture').click();
      await sees(bo.page, 'Picture of Holly Host');
      await sees(bo.page, 'Picture of Ada Lovelace');

      await opens(host.page, 'People');
      await button(host, 'Open breakout rooms').click();
      const moved = (visit: Visit, to: string) => visit.page.locator('.toast').getByText(to).waitFor();
      await moved(ada, 'You are in breakout room 1 now.');
      await moved(bo, 'You are in breakout room 2 now.');
      await unseen(bo, 'Holly Host');
      await unseen(bo, 'Ada Lovelace');
      await unseen(host, 'Ada Lovelace');

      await host.page.getByLabel('Bo', { exact: true }).selectOption('Room 1');
      await button(host, 'Move Bo').click();
      await moved(bo, 'You are in breakout room 1 now.');
      await sees(bo.page, 'Picture of Ada Lovelace');
      await host.page.getByLabel('Holly Host', { exact: true }).selectOption('Room 1');
      await button(host, 'Move Holly Host').click();
      await sees(host.page, 'Picture of Ada Lovelace');
      await sees(bo.page, 'Picture of Holly Host');

      await host.page.getByLabel('Holly Host', { exact: true }).selectOption('Main room');
      await button(host, 'Move Holly Host').click();
      await unseen(bo, 'Holly Host');
      await button(host, 'Bring everybody back').click();
      await moved(bo, 'You are back in the main room.');
      await sees(bo.page, 'Picture of Holly Host');
      await sees(bo.page, 'Picture of Ada Lovelace');
      await sees(ada.page, 'Picture of Holly Host');
      quiet(site, host, ada, bo);
    });
  });
});
