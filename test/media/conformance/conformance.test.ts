import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { isGone, isHere } from '../../journeys/people.ts';
import { describeInBrowser } from '../../support/browser.ts';
import { isWhole } from '../../support/corpora.ts';
import { forSqlite } from '../../support/databases.ts';
import { RealClock } from '../../support/real-clock.ts';
import { startSite, type TestSite } from '../../support/site.ts';
import { Crowd } from './crowd.ts';
import { DRIVERS } from './drivers.ts';

/** What every engine has to do: sound, picture and shared screens of a room, as browsers with fake devices have them. */

for (const driver of DRIVERS) {
  const name = `people of a room, by ${driver.name}`;
  if (driver.missing) {
    describe(name, { skip: driver.missing }, () => {});
    continue;
  }
  forSqlite(name, (open) => {
    describeInBrowser('in browsers', (browser) => {
      let site: TestSite;
      before(async () => {
        site = await startSite(await open(), {
          clock: new RealClock(),
          settings: await driver.start(),
        });
      });
      after(async () => {
        await site?.close();
        await driver.stop();
      });

      test('two see and hear each other and share, through a cut and a reload', async () => {
        await using crowd = await Crowd.of(site, browser);
        const host = await crowd.joins();
        const ada = await crowd.joins();
        for (const person of [host, ada]) {
          await crowd.presses(person, 'camera');
          await crowd.presses(person, 'microphone');
        }
        await crowd.allSeeAndHear();

        // To a small window goes a small picture.
        if (driver.isDirect) {
          const before = host.visit.page.viewportSize();
          await host.visit.page.setViewportSize({ width: 400, height: 420 });
          await ada.senses.sendsScaled(1.9);
          if (before) await host.visit.page.setViewportSize(before);
        }

        // Muted by the host, they are not heard, and may be again; a picture that the host stops is shown no more.
        await crowd.does('MUTE', ada);
        await ada.visit.page.locator('.bar-button.of-microphone.off').waitFor();
        await host.visit.page.locator('audio').first().waitFor({ state: 'attached' });
        await host.senses.playsNothing();
        await crowd.presses(ada, 'microphone');
        await host.senses.hears(ada.pitch);

        // While the way to the server is cut, sound and picture go on; what is begun then arrives when it is mended.
        ada.way.cut();
        await ada.visit.page.getByText('Reconnecting…').first().waitFor();
        await host.visit.page.locator('.tile.away').waitFor();
        await crowd.allSeeAndHear();
        await crowd.presses(ada, 'screen');
        await ada.visit.page.locator('.bar-button.of-screen.on').waitFor();
        ada.way.mend();
        await host.senses.draws('.shared-screen video', 2);
        await host.visit.page.locator('.tile.away').waitFor({ state: 'detached' });
        await ada.visit.page.getByText('Reconnecting…').first().waitFor({ state: 'detached' });
        await crowd.does('UNSHARE', ada);
        await host.visit.page.locator('.shared-screen').waitFor({ state: 'detached' });

        // A reload comes back into the same stay.
        const id = await crowd.idOf(ada);
        // The page comes in with what was on before.
        await ada.visit.page.reload();
        await crowd.allSeeAndHear();
        assert.equal(await crowd.idOf(ada), id);
        assert.equal(await host.visit.page.getByText('Ada Lovelace has left.').count(), 0);

        await ada.visit.page.locator('#open-chat').click();
        await ada.visit.page.getByRole('textbox').fill('Can you see my clock?');
        await ada.visit.page.keyboard.press('Enter');
        await host.visit.page.locator('#open-chat').click();
        await host.visit.page.getByRole('log').getByText('Can you see my clock?').first().waitFor();

        await crowd.does('END');
        for (const { visit } of [host, ada]) {
          await visit.page.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
        }
      });

      test('nobody is heard or seen whom the host has not let in, has muted, or has put out', async () => {
        await using crowd = await Crowd.of(site, browser, { options: '<request>true</request>' });
        const host = await crowd.joins();
        await crowd.presses(host, 'camera');
        const ada = await crowd.newcomer();
        await crowd.tries(ada);
        await host.visit.page.getByText('Ada Lovelace').first().waitFor();
        assert.deepEqual(await crowd.names(), ['Holly Host']);
        await crowd.does('ADMIT', ada);
        await isHere(ada.visit.page, 'Holly Host');
        await crowd.sees(ada, host);
        await crowd.presses(ada, 'microphone');
        await host.senses.hears(ada.pitch);

        // What a changed page sends all the same is not heard: the engine stops it, or everybody's browser does.
        await ada.senses.sendsOn();
        await crowd.does('MUTE', ada);
        await host.senses.playsNothing();
        if (driver.isDirect) await host.senses.grows('audio', 'bytesReceived', 2_000);
        assert.equal(await host.senses.plays(ada.pitch), false);

        await crowd.does('LOCK');
        await host.visit.page.getByText('Locked', { exact: true }).waitFor();
        const bo = await crowd.newcomer();
        await crowd.tries(bo);
        assert.deepEqual(await crowd.names(), ['Holly Host', 'Ada Lovelace']);
        await crowd.does('EXPEL', ada);
        await ada.visit.page.waitForFunction(`!document.querySelector('.tiles')`);
        await isGone(host.visit.page, 'Ada Lovelace');
        if (driver.isDirect) await host.senses.areOver();
        // Nor may they come again, lock or none.
        await crowd.does('UNLOCK');
        await host.visit.page.getByText('Locked', { exact: true }).waitFor({ state: 'detached' });
        await crowd.tries(ada);
        assert.deepEqual(await crowd.names(), ['Holly Host']);
      });

      for (const count of [3, 4]) {
        const skip = !isWhole
          ? 'more than two only where the whole corpora are asked for'
          : count > driver.most && `${driver.most} people are tried with`;
        test(`${count} see and hear each other, and share`, { skip }, async () => {
          await using crowd = await Crowd.of(site, browser);
          for (let at = 0; at < count; at++) {
            const person = await crowd.joins();
            await crowd.presses(person, 'camera');
            await crowd.presses(person, 'microphone');
          }
          await crowd.allSeeAndHear();
          const last = crowd.people.at(-1);
          assert.ok(last);
          await crowd.presses(last, 'screen');
          await Promise.all(
            crowd.people.slice(0, -1).map(({ senses }) => senses.draws('.shared-screen video', 2)),
          );
        });
      }
    });
  });
}
