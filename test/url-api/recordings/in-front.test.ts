import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { PageContent } from '../../../src/browser/pages/page-data.ts';
import { type Recording, type RecordingDocument, USUAL_DOCUMENT } from '../../../src/recordings/recording.ts';
import { type Visit, Visitor } from '../../browser/visitor.ts';
import { aRecording, type Wished } from '../../support/a-recording.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, PASSWORD, sharedSite } from '../../support/site.ts';
import { listPortal, visitorAs } from '../portal.ts';

/** What stands in front of a recording, for people in a browser: password, registration, sign-in, and its host's no. */

const data = mkdtempSync(join(tmpdir(), 'parlance-in-front-'));
after(() => rm(data, { recursive: true, force: true }));

const content = randomBytes(5_000);
const FOLDER = '/acme/svc3300/svccomponents/servicerecordings/recordingpasswordcheck.do';

forProtocol('In front of a recording', (open) => {
  const site = sharedSite(open, { settings: { data } });
  before(() => listPortal(site()));

  function kept(document: Partial<RecordingDocument> = {}, wished: Wished = {}): Promise<Recording> {
    return aRecording(site().context, { content, document: { ...USUAL_DOCUMENT, ...document }, ...wished });
  }

  const access = (fileAccess: Partial<RecordingDocument['fileAccess']>) => ({
    fileAccess: { ...USUAL_DOCUMENT.fileAccess, ...fileAccess },
  });
  const view = ({ streamToken }: Recording) => `/acme/ldr.php?RCID=${streamToken}`;
  const download = ({ downloadToken }: Recording) => `/acme/lsr.php?RCID=${downloadToken}`;

  /** As a browser of today asks on its own machine or by HTTPS. */
  function browser(): Visitor {
    const visitor = new Visitor(site().url);
    visitor.from = { 'Sec-Fetch-Dest': 'document' };
    return visitor;
  }

  function contentOf(visit: Visit): PageContent {
    const text = /<script type="application\/json" id="page">(.*?)<\/script>/s.exec(visit.text)?.[1];
    assert.ok(text, `${visit.status} ${visit.text.slice(0, 200)}`);
    return (JSON.parse(text) as { content: PageContent }).content;
  }

  function shown<K extends PageContent['page']>(
    visit: Visit,
    kind: K,
  ): Extract<PageContent, { readonly page: K }> {
    const found = contentOf(visit);
    assert.equal(found.page, kind);
    return found as Extract<PageContent, { readonly page: K }>;
  }

  async function accessesOf({ id }: Recording) {
    const { accessHistory, sites } = site().context;
    const acme = await sites.required('acme');
    const page = { startFrom: 1, maximumNum: 100 };
    return (await accessHistory.accesses(acme, { recordID: id }, page)).rows;
  }

  test('is nothing: people watch it, its still and its file, and each opening counts once', async () => {
    const recording = await kept({ description: 'What was said' });
    const visitor = browser();
    await visitor.head(view(recording));
    const page = shown(await visitor.get(view(recording)), 'recording');
    assert.equal(page.name, recording.name);
    assert.equal(page.hostName, 'Holly Host');
    assert.equal(page.description, 'What was said');
    assert.equal(page.manage, undefined);
    const { url = '' } = page.play ?? {};
    visitor.from = { Range: 'bytes=0-99' };
    const part = await visitor.get(url);
    assert.equal(part.status, 206);
    visitor.from = { 'Sec-Fetch-Dest': 'video' };
    assert.equal((await visitor.get(url)).headers['content-length'], '5000');
    visitor.from = { 'Sec-Fetch-Dest': 'document' };
    const file = await visitor.get(page.download ?? '');
    assert.equal(file.headers['content-disposition'], 'attachment; filename="Recorded.mp4"');
    visitor.from = { Range: 'bytes=4000-' };
    assert.equal((await visitor.get(page.download ?? '')).status, 206);
    const accesses = await accessesOf(recording);
    assert.deepEqual(
      accesses.map(({ viewed, downloaded, name, email }) => [viewed, downloaded, name, email]),
      [
        [true, false, '', ''],
        [false, true, '', ''],
      ],
    );
    const listed = await site().ok(
      'history.LstrecordaccessDetailHistory',
      `<recordID>${recording.id}</recordID>`,
    );
    assert.equal(listed.all('recordDetail').length, 2);
  });

  test('older links play and fetch it, those of events at lsr.php for both', async () => {
    const meeting = await kept();
    const event = await kept({}, { service: 'EventCenter' });
    const { links, sites } = site().context;
    const acme = await sites.required('acme');
    for (const recording of [meeting, event]) {
      const plays = new URL(links.olderRecording(acme, recording, 'stream'));
      const fetches = new URL(links.olderRecording(acme, recording, 'download'));
      shown(await browser().get(plays.pathname + plays.search), 'recording');
      const file = await browser().get(fetches.pathname + fetches.search);
      assert.match(String(file.headers['content-disposition']), /^attachment/);
      assert.equal((await accessesOf(recording)).length, 2);
    }
    const played = new URL(links.olderRecording(acme, event, 'stream'));
    assert.match(played.href, /lsr\.php\?AT=pb&SP=EC/);
  });

  test('its host comes back to it after a sign-in', async () => {
    const recording = await kept({ password: 'open-sesame' });
    const { signIn = '' } = shown(await browser().get(view(recording)), 'recording-password');
    const { form } = shown(await browser().get(signIn), 'sign-in');
    const visitor = browser();
    const WID = 'hostid';
    const signedIn = await visitor.post(form?.action ?? '', { ...form?.fields, WID, PW: PASSWORD });
    assert.equal(`${signedIn.target?.pathname}${signedIn.target?.search.split('&')[0]}`, view(recording));
    shown(await visitor.get(view(recording)), 'recording');
  });

  test('those who are signed in are known by name, and its host finds the list', async () => {
    const recording = await kept();
    const guest = await visitorAs(site(), 'guest');
    assert.equal(shown(await guest.get(view(recording)), 'recording').manage, undefined);
    const host = await visitorAs(site(), 'hostid');
    assert.equal(shown(await host.get(view(recording)), 'recording').manage, '/acme/recordings.php');
    const [first, second] = await accessesOf(recording);
    assert.equal(first?.email, 'guest@acme.com');
    assert.equal(second?.name, 'Holly Host');
  });

  test('a password lets this browser in, to watch and to fetch', async () => {
    const recording = await kept({ password: 'open-sesame' });
    const visitor = browser();
    const asked = await visitor.get(view(recording));
    const { form, field } = shown(asked, 'recording-password');
    assert.ok(!asked.text.includes(recording.name), 'nothing is told of it before');
    assert.equal(form.action, FOLDER);
    assert.equal(
      shown(await visitor.post(form.action, { ...form.fields, [field]: 'wrong' }), 'recording-password')
        .problem,
      'WrongRecordingPassword',
    );
    const let1 = await visitor.post(form.action, { ...form.fields, [field]: 'open-sesame' });
    assert.equal(let1.status, 303);
    assert.equal(let1.location, view(recording));
    const page = shown(await visitor.get(view(recording)), 'recording');
    assert.equal((await visitor.get(page.play?.url ?? '')).status, 200);
    assert.equal((await visitor.get(download(recording))).status, 200);
    assert.equal(shown(await browser().get(view(recording)), 'recording-password').purpose, 'view');
    // In the address it would be written down on its way.
    const { siteurl = '', AT = '', RCID = '' } = form.fields;
    const byAddress = await browser().get(FOLDER, { siteurl, AT, RCID, password: 'open-sesame' });
    assert.equal(shown(byAddress, 'recording-password').problem, undefined);
  });

  test('a new password closes the browsers and the tickets of the old one', async () => {
    const recording = await kept({ password: 'first-one' });
    const visitor = browser();
    const { form, field } = shown(await visitor.get(view(recording)), 'recording-password');
    await visitor.post(form.action, { ...form.fields, [field]: 'first-one' });
    const { play } = shown(await visitor.get(view(recording)), 'recording');
    assert.equal((await visitor.get(play?.url ?? '')).status, 200);
    await change(recording, { password: 'second-one' });
    assert.equal((await visitor.get(play?.url ?? '')).status, 404);
    shown(await visitor.get(view(recording)), 'recording-password');
  });

  test('a browser passes to a dozen recordings, and its cookie grows no further', async () => {
    const visitor = browser();
    const all = await Promise.all(Array.from({ length: 14 }, () => kept({ password: 'open-sesame' })));
    for (const recording of all) {
      const { form, field } = shown(await visitor.get(view(recording)), 'recording-password');
      await visitor.post(form.action, { ...form.fields, [field]: 'open-sesame' });
    }
    assert.ok((visitor.cookies.get('recordings') ?? '').length < 1_200);
    const pages = [];
    for (const recording of all) pages.push(contentOf(await visitor.get(view(recording))).page);
    assert.deepEqual(pages.slice(0, 2), ['recording-password', 'recording-password']);
    assert.deepEqual(new Set(pages.slice(2)), new Set(['recording']));
  });

  test('passwords are not tried without end, by a form, a header or the JSON', async () => {
    const recording = await kept({ password: 'open-sesame' });
    const visitor = browser();
    const { form, field } = shown(await visitor.get(view(recording)), 'recording-password');
    for (let tries = 0; tries < 8; tries++)
      await visitor.post(form.action, { ...form.fields, [field]: `${tries}` });
    visitor.from = { accessPwd: 'by a header' };
    assert.equal((await visitor.get(view(recording))).status, 200);
    const json = `/webappng/api/v1/recordings/${recording.streamToken}/stream?siteurl=acme`;
    assert.equal((await visitor.get(json)).status, 403);
    visitor.from = { accessPwd: 'open-sesame' };
    const last = await visitor.get(json);
    assert.equal(last.status, 429, 'the right one is refused too');
    visitor.from = { 'Sec-Fetch-Dest': 'document' };
    const after = await visitor.post(form.action, { ...form.fields, [field]: 'open-sesame' });
    assert.equal(shown(after, 'recording-password').problem, 'TooManyGuesses');
    site().clock.advance({ minutes: 16 });
    assert.equal((await visitor.post(form.action, { ...form.fields, [field]: 'open-sesame' })).status, 303);
  });

  test('who has to register says who they are, and the history has it', async () => {
    const recording = await kept(access({ registration: true }), { name: 'Registered for' });
    const visitor = browser();
    const page = shown(await visitor.get(view(recording)), 'recording-registration');
    assert.equal(page.name, recording.name);
    const fields = {
      ...page.form.fields,
      FN: 'Ada',
      LN: 'Lovelace',
      EM: 'ada@example.com',
      CY: 'Analytical',
    };
    const post = (more: Readonly<Record<string, string>>) =>
      visitor.post(page.form.action, { ...fields, ...more });
    const again = shown(await post({ EM: 'ada' }), 'recording-registration');
    assert.equal(again.problem, 'InvalidEmailAddress');
    assert.deepEqual(again.given, { FN: 'Ada', LN: 'Lovelace', EM: 'ada' });
    assert.equal(again.fields.find(({ name }) => name === 'CY')?.value, 'Analytical');
    assert.equal(shown(await post({ LN: '' }), 'recording-registration').problem, 'InvalidDataFormat');
    assert.equal(shown(await post({ FORM: 'forged' }), 'recording-registration').problem, 'CSRFRequired');
    assert.deepEqual(await accessesOf(recording), []);
    assert.equal((await post({})).location, view(recording));
    shown(await visitor.get(view(recording)), 'recording');
    assert.equal((await visitor.get(download(recording))).status, 200);

    const accesses = await accessesOf(recording);
    assert.deepEqual(
      accesses.map(({ name, email, viewed, downloaded }) => [name, email, viewed, downloaded]),
      [
        ['Ada Lovelace', 'ada@example.com', false, false],
        ['Ada Lovelace', 'ada@example.com', true, false],
        ['Ada Lovelace', 'ada@example.com', false, true],
      ],
    );
    for (const one of accesses) {
      assert.equal(one.registeredAt, accesses[0]?.accessedAt);
      assert.equal(one.details.registration?.company, 'Analytical');
    }
    const listed = await site().ok(
      'history.LstrecordaccessHistory',
      `<recordName>${recording.name}</recordName>`,
    );
    const at = listed.texts('recordAccessHistory/recordID').indexOf(String(recording.id));
    assert.equal(listed.texts('recordAccessHistory/registered')[at], '1', 'one person');
    shown(await browser().get(view(recording)), 'recording-registration');
  });

  test('registrations by strangers come to an end', async () => {
    const recording = await kept(access({ registration: true }));
    await site().context.sites.change('acme', { settings: { throttling: { registrations: 3 } } });
    const visitor = browser();
    const { form } = shown(await visitor.get(view(recording)), 'recording-registration');
    const statuses: number[] = [];
    for (let one = 0; one < 5; one++) {
      visitor.cookies.delete('recordings');
      const EM = `ada${one}@example.com`;
      const visit = await visitor.post(form.action, { ...form.fields, FN: 'Ada', LN: 'L', EM });
      statuses.push(visit.status);
      if (visit.status !== 303) assert.equal(shown(visit, 'recording-registration').problem, 'RateLimit');
    }
    await site().context.sites.change('acme', { settings: { throttling: { registrations: 0 } } });
    assert.ok(statuses.filter((status) => status === 303).length <= 3, `${statuses}`);
    assert.equal((await accessesOf(recording)).length, statuses.filter((status) => status === 303).length);
  });

  test('more openings in a minute than strangers have are not refused, and not counted', async () => {
    const recording = await kept();
    const set = (strangers: number) =>
      site().context.sites.change('acme', { settings: { throttling: { strangers } } });
    site().clock.advance({ minutes: 2 });
    await set(2);
    for (let one = 0; one < 4; one++) shown(await browser().get(view(recording)), 'recording');
    assert.equal((await browser().get(download(recording))).status, 200);
    assert.equal((await accessesOf(recording)).length, 2);
    const guest = await visitorAs(site(), 'guest');
    shown(await guest.get(view(recording)), 'recording');
    assert.equal((await accessesOf(recording)).length, 3);
    await set(0);
  });

  test('both: the password comes first, and both stay', async () => {
    const recording = await kept({ password: 'open-sesame', ...access({ registration: true }) });
    const visitor = browser();
    const first = shown(await visitor.get(view(recording)), 'recording-password');
    await visitor.post(first.form.action, { ...first.form.fields, [first.field]: 'open-sesame' });
    const next = shown(await visitor.get(view(recording)), 'recording-registration');
    const who = { FN: 'Ada', LN: 'Lovelace', EM: 'ada@example.com' };
    await visitor.post(next.form.action, { ...next.form.fields, ...who });
    shown(await visitor.get(view(recording)), 'recording');
  });

  test('what the host closes is closed to all but those who see it anyway', async () => {
    const another = await site().person();
    const recording = await kept({
      password: 'open-sesame',
      ...access({ attendeeView: false, attendeeDownload: false, registration: true }),
    });
    for (const address of [view(recording), download(recording)]) {
      const closed = await browser().get(address);
      assert.equal(closed.status, 403);
      assert.equal(
        shown(closed, 'recording-closed').purpose,
        address === view(recording) ? 'view' : 'download',
      );
      for (const other of [await visitorAs(site(), 'guest'), await visitorAs(site(), another.webExID)]) {
        assert.equal((await other.get(address)).status, 403);
      }
    }
    for (const person of ['hostid', 'admin']) {
      const visitor = await visitorAs(site(), person);
      visitor.from = { 'Sec-Fetch-Dest': 'document' };
      const { play } = shown(await visitor.get(view(recording)), 'recording');
      assert.equal((await browser().get(play?.url ?? '')).status, 200, 'the ticket is theirs');
      assert.equal((await visitor.get(download(recording))).status, 200);
    }
  });

  test('is shown as what it is where it cannot be played', async () => {
    const unfinished = await aRecording(site().context, { state: 'RECORDING' });
    const page = shown(await browser().get(view(unfinished)), 'recording');
    assert.equal(page.unplayable, 'unfinished');
    assert.equal(page.download, undefined);
    const arf = await kept({}, { format: 'ARF' });
    const kind = shown(await browser().get(view(arf)), 'recording');
    assert.equal(kind.unplayable, 'format');
    assert.equal(kind.play, undefined);
    assert.equal(kind.download, download(arf));
  });

  test('shows the chapters and the part that the host wants shown', async () => {
    const chapters = [
      { at: 0, kind: 'segment', title: '' },
      { at: 1_000, kind: 'joined', title: 'Ada' },
      { at: 1_500, kind: 'chat', title: 'Ada: hello' },
    ] as const;
    const playback = {
      ...USUAL_DOCUMENT.playback,
      chat: false,
      range: 'PARTIAL',
      partialStart: 1,
      partialEnd: 2,
    } as const;
    const recording = await kept({ chapters: [...chapters], playback });
    const page = shown(await browser().get(view(recording)), 'recording');
    assert.deepEqual(
      page.chapters.map(({ kind }) => kind),
      ['segment', 'joined'],
    );
    assert.deepEqual([page.play?.from, page.play?.to], [1, 2]);
  });

  test('leads on at its end by the rules of back URLs', async () => {
    const listed = await kept(access({ endPlayURL: 'https://portal.example/next' }));
    const page = shown(await browser().get(view(listed)), 'recording');
    const led = await browser().get(page.end ?? '');
    assert.equal(led.target?.href, 'https://portal.example/next');
    const elsewhere = await kept(access({ endPlayURL: 'https://elsewhere.example/' }));
    const stays = shown(await browser().get(`${view(elsewhere)}&AT=END`), 'leaving');
    assert.equal(stays.origin, 'https://elsewhere.example');
    const script = await kept(access({ endPlayURL: 'javascript:alert(1)' }));
    const home = await browser().get(`${view(script)}&AT=END`);
    assert.doesNotMatch(`${home.location} ${home.text}`, /javascript/);
  });

  test('a site that asks for a sign-in tells strangers nothing, whatever they bear', async () => {
    const recording = await kept();
    const { play } = shown(await browser().get(view(recording)), 'recording');
    const closeTo = (requireLoginBeforeSiteAccess: boolean) =>
      site().context.sites.change('acme', { settings: { security: { requireLoginBeforeSiteAccess } } });
    await closeTo(true);
    try {
      const asked = await browser().get(view(recording));
      shown(asked, 'sign-in');
      assert.match(asked.text, new RegExp(`ldr.php\\?RCID=${recording.streamToken}`));
      assert.equal((await browser().get(play?.url ?? '')).status, 404);
      const stranger = new Visitor(site().url);
      stranger.accept = undefined;
      for (const address of [view(recording), download(recording)]) {
        assert.equal((await stranger.get(address)).status, 403);
      }
      const json = await stranger.get(
        `/webappng/api/v1/recordings/${recording.streamToken}/stream?siteurl=acme`,
      );
      assert.equal(json.status, 403);
      assert.equal(JSON.parse(json.text).code, 53004);
      const guest = await visitorAs(site(), 'guest');
      shown(await guest.get(view(recording)), 'recording');
    } finally {
      await closeTo(false);
    }
  });

  async function change({ id }: Recording, document: Partial<RecordingDocument>): Promise<void> {
    const { recordings, sites } = site().context;
    const acme = await sites.required(ADMIN.siteName);
    await recordings.change(
      acme,
      id,
      () => {},
      (current) => ({ name: current.name, document: { ...current.document, ...document } }),
    );
  }
});
