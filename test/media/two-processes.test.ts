import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeInBrowser, type Visit } from '../support/browser.ts';
import { isWhole } from '../support/corpora.ts';
import { openWay, type Way } from '../support/cuttable-way.ts';
import { forPostgres } from '../support/databases.ts';
import { type RunningServer, serve, testFolder } from '../support/process.ts';
import { bodyContent, HOST, message, xml } from '../support/site.ts';
import { Senses } from './conformance/senses.ts';

/** A room whose people are served by two processes on one database: one is killed, and the room goes on. */

/** Nobody listens there: each browser's proxy leads to one of the processes. */
const PUBLIC = 'http://127.0.0.1:8079';

if (!isWhole) {
  const skip = 'two processes and three browsers only where the whole corpora are asked for';
  describe('a room on two processes', { skip }, () => {});
} else {
  forPostgres('a room on two processes', (_open, databases) => {
    describeInBrowser('in browsers', (browser) => {
      interface Person extends AsyncDisposable {
        readonly visit: Visit;
        readonly way: Way;
        readonly senses: Senses;
        readonly pitch: number;
      }

      async function person(server: RunningServer, pitch: number): Promise<Person> {
        const way = await openWay();
        way.lead(server.url);
        const visit = await browser.visit({ proxy: { server: way.proxy } });
        const senses = await Senses.of(visit.page, pitch);
        const close = async () => {
          await visit[Symbol.asyncDispose]();
          await way[Symbol.asyncDispose]();
        };
        return { visit, way, senses, pitch, [Symbol.asyncDispose]: close };
      }

      /** The text of an answer of the XML API. */
      async function ask(server: RunningServer, type: string, content: string): Promise<string> {
        const body = message(bodyContent(type, content), HOST);
        const answer = await fetch(`${server.url}/WBXService/XMLService`, { method: 'POST', body });
        const text = await answer.text();
        assert.match(text, /<serv:result>SUCCESS/);
        return text;
      }
      const within = (text: string, name: string) =>
        (new RegExp(`<[a-z]+:${name}>([^<]*)<`).exec(text)?.[1] ?? '').replaceAll('&amp;', '&');

      const turnsOn = async ({ visit: { page } }: Person) => {
        await page.locator('.bar-button.of-camera').click();
        await page.locator('.bar-button.of-microphone').click();
      };
      const perceive = async (one: Person, other: Person) => {
        await one.senses.hears(other.pitch);
        await one.senses.grows('video', 'framesDecoded', 10);
      };

      test('goes on when one of them is killed, without a ghost and with its whole history', async () => {
        await using data = await testFolder();
        const env = {
          PARLANCE_DATABASE: await databases.fresh(),
          PARLANCE_SECRET: 'the same secret of both processes, long enough',
          PARLANCE_PUBLIC_URL: PUBLIC,
        };
        const start = () => serve(['--demo', '--port', '0', '--data', data.path], { env });
        await using one = await start();
        await using other = await start();
        const created = await ask(
          one,
          'meeting.CreateMeeting',
          '<metaData><confName>Two</confName></metaData><schedule><startDate>01/01/2030 10:00:00</startDate>' +
            '<duration>30</duration><timeZoneID>20</timeZoneID></schedule>',
        );
        const key = within(created, 'meetingkey');
        const hosts = await ask(other, 'meeting.GethosturlMeeting', `<sessionKey>${key}</sessionKey>`);
        const joins = async (name: string) => {
          const who =
            `<attendeeName>${xml(name)}</attendeeName>` +
            `<attendeeEmail>${name.toLowerCase()}@example.com</attendeeEmail>`;
          const ways = await ask(one, 'meeting.GetjoinurlMeeting', `<sessionKey>${key}</sessionKey>${who}`);
          return within(ways, 'joinMeetingURL');
        };

        await using host = await person(one, 468.75);
        await host.visit.page.goto(within(hosts, 'hostMeetingURL'));
        await using ada = await person(other, 703.125);
        await ada.visit.page.goto(await joins('Ada'));
        await turnsOn(host);
        await turnsOn(ada);
        await Promise.all([perceive(host, ada), perceive(ada, host)]);

        // Bo's browser dies with the process that serves it.
        const bo = await person(other, 1054.6875);
        await bo.visit.page.goto(await joins('Bo'));
        const tileOf = (name: string) => host.visit.page.locator('.tiles > li').filter({ hasText: name });
        await tileOf('Bo').waitFor();
        bo.way.cut();
        await other.end('SIGKILL');
        await bo[Symbol.asyncDispose]();
        await ada.visit.page.getByText('Reconnecting…').first().waitFor();
        ada.way.lead(one.url);
        await ada.visit.page.getByText('Reconnecting…').first().waitFor({ state: 'detached' });
        await ada.visit.page.locator('.bar-button.of-screen').click();
        await host.senses.draws('.shared-screen video', 2);
        await Promise.all([perceive(host, ada), perceive(ada, host)]);
        await tileOf('Bo').waitFor({ state: 'detached' });

        const end = JSON.stringify(`MK=${key}&DO=END`);
        await host.visit.page.evaluate(`void fetch('/acme/room.php', {
          method: 'POST', redirect: 'manual', body: ${end}, headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        })`);
        for (const { visit } of [host, ada]) {
          await visit.page.getByRole('heading', { name: 'The meeting has ended' }).waitFor();
        }
        const attended = await ask(
          one,
          'history.LstmeetingattendeeHistory',
          `<meetingKey>${key}</meetingKey>`,
        );
        const names = [...attended.matchAll(/<[a-z]+:name>([^<]*)</g)].map(([, name]) => name);
        assert.deepEqual(names.sort(), ['Ada', 'Bo', 'Holly Host']);
      });
    });
  });
}
