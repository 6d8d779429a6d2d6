import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Recording } from '../../../src/recordings/recording.ts';
import { USUAL_DOCUMENT } from '../../../src/recordings/recording.ts';
import { aRecording, type Wished } from '../../support/a-recording.ts';
import { forProtocol } from '../../support/databases.ts';
import { sharedSite } from '../../support/site.ts';
import { byDownloader, byImporter, type Fetched, fileOf } from './walkers.ts';

/** Every way in which a program comes to a file ends with the same bytes, byte for byte. */

const data = mkdtempSync(join(tmpdir(), 'parlance-flows-'));
after(() => rm(data, { recursive: true, force: true }));

const content = randomBytes(70_000);
const PASSWORD = 'pass-w0rd&1';

forProtocol('Programs that fetch a recording', (open) => {
  const site = sharedSite(open, { settings: { data } });
  const kept = (wished: Wished = {}) => aRecording(site().context, { content, ...wished });
  const locked = { document: { ...USUAL_DOCUMENT, password: PASSWORD } };
  const fileURL = (recording: Recording) => `${site().url}/acme/lsr.php?RCID=${recording.downloadToken}`;
  const streamURL = (recording: Recording) => `${site().url}/acme/ldr.php?RCID=${recording.streamToken}`;

  function assertSame({ bytes, announced = content.length }: Fetched): void {
    assert.ok(bytes.equals(content), 'the bytes are those that are kept');
    assert.equal(announced, content.length);
  }

  async function countsOf({ id }: Recording): Promise<{ viewed: number; downloaded: number }> {
    const { accessHistory, sites } = site().context;
    const acme = await sites.required('acme');
    const { rows } = await accessHistory.accesses(acme, { recordID: id }, { startFrom: 1, maximumNum: 50 });
    return {
      viewed: rows.filter(({ viewed }) => viewed).length,
      downloaded: rows.filter(({ downloaded }) => downloaded).length,
    };
  }

  test('by one request, as curl does', async () => {
    const recording = await kept();
    assertSame(await fileOf(fileURL(recording)));
    const older = `AT=dw&SP=MC&rID=${recording.id}&rKey=${recording.downloadToken.slice(0, 16)}`;
    assertSame(await fileOf(`${site().url}/acme/lsr.php?${older}`));
    assertSame(await fileOf(`${site().url}/acme/ldr.php?${older}`));
    assert.deepEqual(await countsOf(recording), { viewed: 0, downloaded: 3 });
  });

  test('by the pages that the importers of 2013 to 2020 walk', async () => {
    const recording = await kept();
    assertSame(await byImporter(fileURL(recording)));
    assert.deepEqual(await countsOf(recording), { viewed: 0, downloaded: 1 });
  });

  test('by the pages that a downloader of 2021 to 2023 walks', async () => {
    const recording = await kept();
    assertSame(await byDownloader(fileURL(recording), ''));
    assert.deepEqual(await countsOf(recording), { viewed: 0, downloaded: 1 });
  });

  test('by the same with the password of a meeting', async () => {
    const recording = await kept(locked);
    assertSame(await byDownloader(fileURL(recording), PASSWORD));
    await assert.rejects(byDownloader(fileURL(recording), 'another'));
    assert.deepEqual(await countsOf(recording), { viewed: 0, downloaded: 1 });
  });

  test('by the form of an event', async () => {
    const recording = await kept({ ...locked, service: 'EventCenter' });
    assertSame(await byDownloader(fileURL(recording), PASSWORD));
    await assert.rejects(byDownloader(fileURL(recording), 'another'));
    const older = `AT=dw&SP=EC&rID=${recording.id}&rKey=${recording.downloadToken.slice(0, 16)}`;
    assertSame(await byDownloader(`${site().url}/acme/lsr.php?${older}`, PASSWORD));
  });

  test('by the password in a header', async () => {
    const recording = await kept(locked);
    const refused = await fetch(fileURL(recording));
    assert.equal(refused.status, 403);
    assertSame(await fileOf(fileURL(recording), { headers: { accessPwd: PASSWORD } }));
  });

  test("by the player's JSON", async () => {
    const recording = await kept(locked);
    const stream = await streamOf(recording, PASSWORD);
    assert.equal(stream.recordName, recording.name);
    assert.equal(stream.recordUUID, recording.streamToken);
    assert.equal(stream.duration, 2000);
    assert.equal(stream.fileSize, content.length);
    assert.match(stream.createTime, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    assert.equal(stream.preventDownload, false);
    assert.equal(stream.downloadRecordingInfo.downloadInfo.hlsURL, undefined);
    assertSame(await fileOf(stream.fallbackPlaySrc));
    assertSame(await fileOf(stream.downloadRecordingInfo.downloadInfo.mp4URL));
    assert.deepEqual(await countsOf(recording), { viewed: 1, downloaded: 1 });
  });

  test('by what the JSON tells of the file, as bookmarklets and extensions do', async () => {
    const { mp4StreamOption: option } = await streamOf(await kept());
    const { host, recordingDir, timestamp, token, xmlName, playbackOption: ext } = option;
    const asked = new URLSearchParams({ recordingDir, timestamp, token, xmlName, ext });
    const screen = await (await fetch(`${host}/apis/html5-pipeline.do?${asked}`)).text();
    const fileName = /<Sequence.+?>(.+?)<\/Sequence>/.exec(screen)?.[1] ?? '';
    const named = new URLSearchParams({ recordingDir, timestamp, token, fileName });
    assertSame(await fileOf(`${host}/apis/download.do?${named}`));
  });

  test('never by more than the host lets them have', async () => {
    const fileAccess = { ...USUAL_DOCUMENT.fileAccess, attendeeDownload: false };
    const recording = await kept({ document: { ...USUAL_DOCUMENT, fileAccess } });
    const stream = await streamOf(recording);
    assert.equal(stream.preventDownload, true);
    assert.deepEqual(stream.downloadRecordingInfo.downloadInfo, {});
    assertSame(await fileOf(stream.fallbackPlaySrc));
    for (const headers of [{}, { 'User-Agent': 'Mozilla/5.0' }]) {
      assert.equal((await fetch(fileURL(recording), { headers })).status, 403);
    }
  });

  test('are told to wait while a recording is made ready, and go on then', async () => {
    const recording = await aRecording(site().context, { state: 'RECORDING' });
    assert.equal((await fetch(fileURL(recording))).status, 409);
    const page = await (await fetch(fileURL(recording), { headers: { 'User-Agent': 'Mozilla/5.0' } })).text();
    const ticket = /var prepareTicket = '([^']+)';/.exec(page)?.[1] ?? '';
    const prepare = `${site().url}/acme/mw3300/mywebex/nbrPrepare.do?siteurl=acme`;
    const waiting = await (await fetch(`${prepare}&recordid=${recording.id}&prepareTicket=${ticket}`)).text();
    const [, status, more = '', next = ''] = /func_prepare\('(.*?)','(.*?)','(.*?)'\)/.exec(waiting) ?? [];
    assert.equal(status, 'Preparing');
    for (const again of [more, `&status=${status}&ticket=${next}`]) {
      assert.match(await (await fetch(prepare + again)).text(), /func_prepare\('Preparing'/);
    }
    await site().context.recordings.settle(recording.id, { state: 'FAILED' });
    assert.match(await (await fetch(prepare + more)).text(), /func_prepare\('Error','',''\)/);
  });

  test('find the id of the player in the page of the other link', async () => {
    const recording = await kept();
    const page = await (await fetch(streamURL(recording))).text();
    const address = /location\.href.+?(http[^']+playback\/([a-zA-Z0-9]+))/.exec(page);
    assert.equal(address?.[2], recording.streamToken);
    const spelled = ['playback/{id}', 'play/{id}', '{id}/playback', '{id}'].map((one) =>
      one.replace('{id}', recording.streamToken),
    );
    for (const service of ['recordingservice', 'webappng']) {
      for (const path of spelled) {
        const shown = await fetch(`${site().url}/${service}/sites/acme/recording/${path}`);
        assert.equal(shown.status, 200, path);
        assert.match(await shown.text(), /"page":"recording"/);
      }
    }
  });

  interface Stream {
    readonly recordName: string;
    readonly recordUUID: string;
    readonly duration: number;
    readonly fileSize: number;
    readonly createTime: string;
    readonly preventDownload: boolean;
    readonly fallbackPlaySrc: string;
    readonly mp4StreamOption: Readonly<Record<string, string>> & {
      readonly host: string;
      readonly recordingDir: string;
      readonly timestamp: string;
      readonly token: string;
      readonly xmlName: string;
      readonly playbackOption: string;
    };
    readonly downloadRecordingInfo: {
      readonly downloadInfo: { readonly mp4URL: string; readonly hlsURL?: string };
    };
  }

  async function streamOf({ streamToken }: Recording, accessPwd?: string): Promise<Stream> {
    const address = `${site().url}/webappng/api/v1/recordings/${streamToken}/stream?siteurl=acme`;
    const answer = await fetch(address, { headers: accessPwd === undefined ? {} : { accessPwd } });
    assert.equal(answer.status, 200);
    return (await answer.json()) as Stream;
  }
});
