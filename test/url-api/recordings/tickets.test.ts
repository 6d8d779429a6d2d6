import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { type Recording, USUAL_DOCUMENT } from '../../../src/recordings/recording.ts';
import {
  openRecordingTickets,
  type RecordingTicketPurpose,
} from '../../../src/recordings/recording-tickets.ts';
import { aRecording, type Wished } from '../../support/a-recording.ts';
import { aTranscript } from '../../support/a-transcript.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, INSTALLATION_KEY, sharedSite } from '../../support/site.ts';

/** By the attack: what opens a recording opens nothing else, not for long, and nothing that has been closed since. */

const data = mkdtempSync(join(tmpdir(), 'parlance-tickets-'));
after(() => rm(data, { recursive: true, force: true }));

const content = randomBytes(3_000);

const STEPS: readonly (readonly [RecordingTicketPurpose, string, string])[] = [
  ['share', 'mw3300/mywebex/nbrshared.do', 'recordKey'],
  ['prepare', 'mw3300/mywebex/nbrPrepare.do', 'prepareTicket'],
  ['share', 'ec3300/eventcenter/enroll/viewrecord.do?accessType=downloadRecording', 'internalDWRecordTicket'],
  ['play', 'ec3300/eventcenter/enroll/viewrecord.do', 'internalPBRecordTicket'],
  ['fetch', 'nbr/MultiThreadDownloadServlet', 'ticket'],
  ['play', 'nbr/MultiThreadDownloadServlet', 'ticket'],
  ['play', 'apis/html5-pipeline.do', 'token'],
  ['play', 'apis/download.do', 'token'],
];

forProtocol('Tickets of recordings', (open) => {
  const site = sharedSite(open, { settings: { data } });
  const kept = (wished: Wished = {}) => aRecording(site().context, { content, ...wished });
  const acme = () => site().context.sites.required(ADMIN.siteName);
  const give = async (purpose: RecordingTicketPurpose, recording: Recording, siteName = 'acme') => {
    const { sites, recordingTickets } = site().context;
    return recordingTickets.give(await sites.required(siteName), purpose, recording, { hasPassword: false });
  };

  async function asked(path: string, name: string, ticket: string, more = '', siteName = 'acme') {
    const address = `${site().url}/${siteName}/${path}${path.includes('?') ? '&' : '?'}${name}=${ticket}${more}`;
    const answer = await fetch(address, { redirect: 'manual' });
    return { status: answer.status, text: await answer.text() };
  }

  /** It leads on, or it is told that there is nothing: always in the same words. */
  async function opens(path: string, name: string, ticket: string, more = '', siteName = 'acme') {
    const { status, text } = await asked(path, name, ticket, more, siteName);
    if (path.includes('nbrPrepare')) {
      assert.equal(status, 200);
      const said = /func_prepare\('([^']*)','([^']*)','([^']*)'\)/.exec(text);
      assert.ok(said, text);
      if (said[1] === 'OKOK') return true;
      assert.deepEqual(said.slice(1), ['Error', '', '']);
      return false;
    }
    if (status === 200 || status === 303) return true;
    assert.equal(status, 404);
    assert.match(text, /"problem":"NotFound"/);
    return false;
  }

  test('what is said is given to whoever may watch, and kept by whoever may fetch', async () => {
    const fileAccess = { ...USUAL_DOCUMENT.fileAccess, attendeeDownload: false };
    const playback = {
      ...USUAL_DOCUMENT.playback,
      range: 'PARTIAL' as const,
      partialStart: 3,
      partialEnd: 9,
    };
    const recording = await kept({ document: { fileAccess, playback } });
    await aTranscript(site().context, recording);
    const servlet = 'nbr/MultiThreadDownloadServlet';
    const play = await give('play', recording);
    const said = await asked(servlet, 'ticket', play, '&FILE=SAID');
    // Of what its host shows, by the clock of that.
    assert.deepEqual(JSON.parse(said.text), [{ at: 0, voice: 'Bob', text: 'Shall we begin?' }]);
    const headers = { Accept: 'text/html' };
    const page = async () =>
      (await fetch(`${site().url}/acme/ldr.php?RCID=${recording.streamToken}`, { headers })).text();
    assert.match(await page(), /"captionsLanguage":"en"/);
    assert.match(await page(), /FILE=SAID/);
    assert.doesNotMatch(await page(), /FILE=WORDS/);
    for (const part of ['', '&FILE=WORDS', '&FILE=CAPTIONS', '&FILE=SAID']) {
      assert.equal(await opens(servlet, 'ticket', await give('fetch', recording), part), false, part);
    }
    const open = await kept();
    assert.equal(
      await opens(servlet, 'ticket', await give('play', open), '&FILE=SAID'),
      false,
      'there is none',
    );
    await aTranscript(site().context, open);
    const text = await asked(servlet, 'ticket', await give('fetch', open), '&FILE=WORDS');
    assert.match(text.text, /^Ada Lovelace:\nGood <b>morning<\/b> & welcome\.\n\nBob:\n/);
  });

  test('each opens the step that it is for, and no other', async () => {
    const recording = await kept();
    const purposes = ['pass', 'share', 'prepare', 'fetch', 'play'] as const;
    for (const [purpose, path, name] of STEPS) {
      for (const other of purposes) {
        const isRight =
          other === purpose || (path.startsWith('nbr/') && (other === 'fetch' || other === 'play'));
        assert.equal(await opens(path, name, await give(other, recording)), isRight, `${other} at ${path}`);
      }
    }
  });

  test('nothing is opened by one that was altered, cut, made up or made elsewhere', async () => {
    const recording = await kept();
    const another = await kept();
    for (const [purpose, path, name] of STEPS) {
      const right = await give(purpose, recording);
      const foreign = await give(purpose, another);
      const key = Buffer.from('the key of another installation');
      const forged = openRecordingTickets(key, site().clock).give(await acme(), purpose, recording, {
        hasPassword: false,
      });
      const altered = [...Array(Math.floor(right.length / 8)).keys()].map((at) => {
        const place = at * 8;
        return right.slice(0, place) + (right[place] === '0' ? '1' : '0') + right.slice(place + 1);
      });
      const wrong = [
        ...altered,
        foreign.slice(0, 40) + right.slice(40),
        right.slice(0, -2),
        `${right}00`,
        `${right}%00`,
        right.toUpperCase(),
        '0'.repeat(right.length),
        '../../../etc/passwd',
        '%2e%2e%2f',
        forged,
        '',
      ].filter((one) => one !== right);
      for (const ticket of wrong) assert.equal(await opens(path, name, ticket), false, `${path} ${ticket}`);
    }
  });

  test('nor beside the number of another recording, or a path in its place', async () => {
    const [recording, another] = [await kept(), await kept()];
    for (const [purpose, path, name] of STEPS.filter(([, path]) => !path.startsWith('apis/'))) {
      const ticket = await give(purpose, recording);
      const number = path.includes('nbrshared') ? 'recordID' : 'recordid';
      assert.equal(await opens(path, name, ticket, `&${number}=${recording.id}`), true, path);
      for (const id of [
        another.id,
        '../1',
        `${recording.id}/..`,
        `${recording.id}%00`,
        '0',
        '-1',
        '1e9',
        '%20',
      ]) {
        assert.equal(await opens(path, name, ticket, `&${number}=${id}`), false, `${path} ${id}`);
      }
    }
  });

  test('nor on another site, by whichever way that is named', async () => {
    const recording = await kept();
    for (const [purpose, path, name] of STEPS) {
      const ticket = await give(purpose, recording);
      assert.equal(await opens(path, name, ticket, '', 'acme-ci'), false);
      // A ticket of the other site for a recording that is not its own.
      assert.equal(await opens(path, name, await give(purpose, recording, 'acme-ci'), '', 'acme-ci'), false);
      const address = `${site().url}/${path}${path.includes('?') ? '&' : '?'}${name}=${ticket}`;
      for (const [siteurl, isRight] of [
        ['acme', true],
        ['acme-en', true],
        ['acme-ci', false],
        ['../acme', false],
      ] as const) {
        const answer = await fetch(`${address}&siteurl=${siteurl}`, { redirect: 'manual' });
        const text = await answer.text();
        const isOpen = answer.status < 400 && !text.includes("func_prepare('Error'");
        assert.equal(isOpen, isRight, `${path} ${siteurl}: ${answer.status}`);
      }
    }
  });

  test('nor when its time is over', async () => {
    const recording = await kept();
    const lives = { share: 15, prepare: 15, fetch: 180, play: 24 * 60 } as const;
    for (const [purpose, path, name] of STEPS) {
      if (purpose === 'pass') continue;
      const ticket = await give(purpose, recording);
      site().clock.advance({ minutes: lives[purpose], seconds: -2 });
      assert.equal(await opens(path, name, ticket), true, path);
      site().clock.advance({ seconds: 3 });
      assert.equal(await opens(path, name, ticket), false, path);
    }
  });

  test('nor when the recording is closed, has a password now, is in the bin, or is gone', async () => {
    const { recordings } = site().context;
    const anybody = () => {};
    for (const [purpose, path, name] of STEPS) {
      const recording = await kept();
      const ticket = await give(purpose, recording);
      const set = async (document: Partial<Recording['document']>) =>
        recordings.change(await acme(), recording.id, anybody, (current) => ({
          name: current.name,
          document: { ...current.document, ...document },
        }));
      assert.equal(await opens(path, name, ticket), true);
      const { fileAccess } = USUAL_DOCUMENT;
      for (const closed of [
        { password: 'from now on' },
        { fileAccess: { ...fileAccess, attendeeView: false, attendeeDownload: false } },
        { fileAccess: { ...fileAccess, registration: true } },
      ]) {
        await set(closed);
        assert.equal(await opens(path, name, ticket), false, `${path} ${JSON.stringify(closed)}`);
        await set({ password: undefined, fileAccess });
      }
      await recordings.discard(await acme(), recording.id, anybody);
      assert.equal(await opens(path, name, ticket), false);
      await recordings.recover(await acme(), recording.id, anybody);
      assert.equal(await opens(path, name, ticket), true);
      await recordings.discard(await acme(), recording.id, anybody);
      await recordings.erase(await acme(), recording.id, anybody);
      assert.equal(await opens(path, name, ticket), false);
    }
  });

  test("nor by a host's when the account is closed, or is no host of it any more", async () => {
    const { accounts, sites, recordingTickets } = site().context;
    const who = await site().person();
    const closed = { ...USUAL_DOCUMENT.fileAccess, attendeeView: false, attendeeDownload: false };
    const recording = await kept({
      webExID: who.webExID,
      document: { ...USUAL_DOCUMENT, fileAccess: closed },
    });
    const { id: account } = await accounts.required(await sites.required('acme'), who.webExID);
    const theirs = recordingTickets.give(await acme(), 'fetch', recording, { account, hasPassword: false });
    assert.equal(await opens('nbr/MultiThreadDownloadServlet', 'ticket', theirs), true);
    await site().ok('user.SetUser', `<webExId>${who.webExID}</webExId><active>DEACTIVATED</active>`);
    const { status } = await asked('nbr/MultiThreadDownloadServlet', 'ticket', theirs);
    assert.ok(status === 403 || status === 404, `${status}`);
    const guest = await accounts.required(await sites.required('acme'), 'guest');
    const others = recordingTickets.give(await acme(), 'fetch', recording, {
      account: guest.id,
      hasPassword: false,
    });
    assert.equal(await opens('nbr/MultiThreadDownloadServlet', 'ticket', others), false);
  });

  test('links tell the same of what is wrong, deleted, of another site, or never was', async () => {
    const recording = await kept();
    const deleted = await kept();
    await site().context.recordings.discard(await acme(), deleted.id, () => {});
    const { streamToken: S, downloadToken: D, id } = recording;
    const wrong = [
      `/acme/ldr.php?RCID=${D}`,
      `/acme/lsr.php?RCID=${S}`,
      `/acme/lsr.php?AT=pb&RCID=${D}`,
      `/acme/ldr.php?RCID=${deleted.streamToken}`,
      `/acme/lsr.php?RCID=${deleted.downloadToken}`,
      `/acme/ldr.php?AT=END&RCID=${D}`,
      `/acme-ci/ldr.php?RCID=${S}`,
      `/acme-ci/lsr.php?RCID=${D}`,
      '/acme/ldr.php',
      '/acme/lsr.php?RCID=',
      '/acme/lsr.php?RCID=../../../../etc/passwd',
      `/acme/lsr.php?RCID=${'0'.repeat(32)}`,
      `/acme/ldr.php?AT=pb&SP=MC&rID=${id}&rKey=${D.slice(0, 16)}`,
      `/acme/lsr.php?AT=dw&SP=MC&rID=${id}&rKey=${S.slice(0, 16)}`,
      `/acme/lsr.php?AT=dw&SP=MC&rID=${id}&rKey=${D.slice(0, 15)}`,
      `/acme/lsr.php?AT=dw&SP=MC&rID=${id}`,
      `/acme/lsr.php?AT=dw&SP=MC&rID=${deleted.id}&rKey=${deleted.downloadToken.slice(0, 16)}`,
      `/acme-ci/lsr.php?AT=dw&SP=MC&rID=${id}&rKey=${D.slice(0, 16)}`,
      `/acme/lsr.php?AT=dw&SP=MC&rID=../${id}&rKey=${D.slice(0, 16)}`,
      `/recordingservice/sites/acme/recording/playback/${D}`,
      `/recordingservice/sites/acme-ci/recording/playback/${S}`,
      `/recordingservice/sites/acme/recording/playback/../../../../etc/passwd`,
      `/recordingservice/sites/acme/recording/playback/${S}%2f..`,
      `/webappng/api/v1/recordings/${D}/stream?siteurl=acme`,
      `/webappng/api/v1/recordings/${S}/stream?siteurl=acme-ci`,
      `/webappng/api/v1/recordings/..%2f..%2fetc/stream?siteurl=acme`,
      `/acme/svc3300/svccomponents/servicerecordings/recordingpasswordcheck.do?RCID=${S}`,
      `/acme/ec3300/eventcenter/recording/recordAction.do?internalRecordTicket=${S}`,
    ];
    const said = new Set<string>();
    for (const path of wrong) {
      for (const headers of [
        {},
        { Accept: 'text/html', 'User-Agent': 'Mozilla/5.0' },
        { Range: 'bytes=0-1' },
      ]) {
        const answer = await fetch(site().url + path, { headers });
        // The forms of a page bear a token, and where they stand.
        const text = (await answer.text()).replaceAll(
          /(name="(?:FORM|BACK)" value=|"(?:FORM|BACK)":)"[^"]*"/g,
          '',
        );
        assert.equal(answer.status, 404, path);
        assert.ok(!text.includes(recording.name) && !text.includes(S) && !text.includes(D), path);
        if (path.startsWith('/acme/')) said.add(text.replaceAll(/[0-9a-f]{8}-[0-9a-z]+/g, ''));
      }
    }
    assert.equal(said.size, 1, [...said].join('\n'));
    const json = await (
      await fetch(`${site().url}/webappng/api/v1/recordings/${D}/stream?siteurl=acme`)
    ).json();
    assert.deepEqual(json, { code: 53000, message: 'NotFound' });
  });

  test('none of them, and no password, is written into the log', async () => {
    const recording = await kept({ document: { ...USUAL_DOCUMENT, password: 'very-secret-1' } });
    const ticket = await give('fetch', recording);
    await asked('nbr/MultiThreadDownloadServlet', 'ticket', ticket);
    await fetch(`${site().url}/acme/lsr.php?RCID=${recording.downloadToken}`, {
      headers: { accessPwd: 'very-secret-1' },
    });
    const log = site().log.join('\n');
    for (const secret of [ticket, recording.downloadToken, 'very-secret-1', INSTALLATION_KEY.toString()]) {
      assert.ok(!log.includes(secret), secret);
    }
  });
});
