import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { iceServersFor } from '../../src/media/mesh/ice-servers.ts';
import { describeInBrowser } from '../support/browser.ts';
import { isWhole } from '../support/corpora.ts';
import { missingCoturn, startCoturn, type TurnServer } from '../support/coturn.ts';
import { forSqlite } from '../support/databases.ts';
import { startSite, type TestSite } from '../support/site.ts';
import { Crowd, type Person } from './conformance/crowd.ts';

/** A real TURN server between browsers that may send to nothing else. */

const SECRET = 'a secret that Parlance and coturn know';

const missing = isWhole ? await missingCoturn() : 'coturn only where the whole corpora are asked for';

if (missing !== undefined) {
  console.log(`# SKIP TURN: ${missing}`);
  describe('a room through a TURN server', { skip: missing }, () => {});
} else {
  forSqlite('a room through a TURN server', (open) => {
    describeInBrowser('in browsers', (browser) => {
      let turn: TurnServer;
      let site: TestSite;
      before(async () => {
        turn = await startCoturn(SECRET);
        site = await startSite(await open(), {
          clock: 'now',
          settings: { iceServers: turn.url, turnSecret: SECRET },
        });
      });
      after(async () => {
        await site?.close();
        await turn?.[Symbol.asyncDispose]();
      });

      /** They come, and their browsers take no way but the server's. */
      async function joins(crowd: Crowd): Promise<Person> {
        const person = await crowd.newcomer();
        await person.visit.page.addInitScript(`{
          const Before = window.RTCPeerConnection;
          window.RTCPeerConnection = class extends Before {
            constructor(configuration) {
              super({ ...configuration, iceTransportPolicy: 'relay' });
            }
          };
        }`);
        await crowd.tries(person);
        return person;
      }

      test('goes on after the server and the way to it were away, without a click', async () => {
        await using crowd = await Crowd.of(site, browser);
        const host = await joins(crowd);
        await crowd.presses(host, 'camera');
        const ada = await joins(crowd);
        await crowd.presses(ada, 'camera');
        await Promise.all([crowd.sees(host, ada), crowd.sees(ada, host)]);

        // Sound and picture are cut for both, and one of them has lost the room as well.
        turn.rest();
        ada.way.cut();
        await ada.visit.page.getByText('Reconnecting…').first().waitFor();
        await Promise.all([host.senses.isCut(), ada.senses.isCut()]);
        turn.goOn();
        ada.way.mend();
        await Promise.all([host.senses.areAll('connected'), ada.senses.areAll('connected')]);
        await Promise.all([crowd.sees(host, ada), crowd.sees(ada, host)]);
      });

      test('takes the credentials of a stay, and neither others nor those of yesterday', async () => {
        await using crowd = await Crowd.of(site, browser);
        const { visit } = await joins(crowd);
        const relayed = (username: string, credential: string) =>
          visit.page.evaluate<boolean>(`new Promise((resolve) => {
            const given = ${JSON.stringify({ urls: turn.url, username, credential })};
            const connection = new RTCPeerConnection({ iceServers: [given] });
            connection.createDataChannel('');
            connection.onicecandidate = ({ candidate }) => {
              if (candidate?.type === 'relay') resolve(true);
              if (!candidate) resolve(false);
            };
            void connection.setLocalDescription();
          })`);
        const givenAt = async (time: number) => {
          const [server] = iceServersFor(site.context.settings, { now: () => time }, await stayOf(crowd));
          assert.ok(server?.username && server.credential);
          return [server.username, server.credential] as const;
        };
        const [username, credential] = await givenAt(Date.now());
        assert.equal(await relayed(username, credential), true);
        assert.equal(await relayed(username, `${credential.slice(0, -4)}AAA=`), false);
        assert.equal(await relayed(`9${username}`, credential), false);
        const yesterday = Date.now() - 24 * 3600_000;
        assert.equal(await relayed(...(await givenAt(yesterday))), false);
      });

      async function stayOf(crowd: Crowd) {
        const acme = await site.context.sites.required('acme');
        const [stay] = (await site.context.live.state(acme, Number(crowd.key)))?.people ?? [];
        assert.ok(stay);
        return stay;
      }
    });
  });
}
