import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import type { RecordingsPage } from '../../src/browser/pages/recordings-page.ts';
import type { NewRecording } from '../../src/recordings/recordings.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { visitorAs } from '../url-api/portal.ts';

/** Hosts look after their recordings; nobody else does, and nobody else learns of them. */

/** An old archive: it is kept as it is, and at once. */
const ARF = Buffer.concat([Buffer.from('0100020000000000', 'hex'), randomBytes(70_000)]);

forProtocol('recordings.php', (open) => {
  const data = mkdtempSync(join(tmpdir(), 'parlance-recordings-'));
  const shared = sharedSite(open, { settings: { data } });
  after(() => rm(data, { recursive: true, force: true }));

  const acme = () => shared().context.sites.required('acme');

  async function all(inBin = false) {
    const search = { inBin, states: ['RECORDING', 'PROCESSING', 'READY', 'FAILED'] as const };
    return shared().context.recordingList.search(await acme(), search, { startFrom: 1, maximumNum: 500 });
  }

  /** A recording of somebody, as if it had been made. */
  async function kept(webExID: string, more: Partial<NewRecording> = {}) {
    const { database, recordings, accounts } = shared().context;
    const site = await acme();
    const { id: host } = await accounts.required(site, webExID);
    const name = `Kept ${randomBytes(4).toString('hex')}`;
    return database.write((tx) =>
      recordings.add(tx, site, {
        host,
        name,
        state: 'READY',
        service: 'MeetingCenter',
        timeZoneID: 4,
        format: 'ARF',
        ...more,
      }),
    );
  }

  const found = async (id: number) => shared().context.recordings.find(await acme(), id);

  /** The value of the hidden field, which every form of the page bears. */
  async function tokenOf(visitor: Visitor): Promise<string> {
    const { text } = await visitor.get('/acme/recordings.php');
    return /name="FORM" value="([^"]+)"/.exec(text)?.[1] ?? '';
  }

  async function does(visitor: Visitor, DO: string, fields: Readonly<Record<string, string>>) {
    return visitor.post('/acme/recordings.php', { FORM: await tokenOf(visitor), DO, ...fields });
  }

  interface Bringing {
    readonly token?: string;
    readonly accept?: string;
    readonly bytes?: string;
    readonly name?: string;
    readonly site?: string;
  }

  async function brings(visitor: Visitor, file: Uint8Array<ArrayBuffer>, bringing: Bringing = {}) {
    const { accept = 'application/json', name = 'Old one.arf', bytes, site = 'acme' } = bringing;
    const body = new FormData();
    body.append('FORM', bringing.token ?? (await tokenOf(visitor)));
    if (bytes !== undefined) body.append('BYTES', bytes);
    body.append('FILE', new Blob([file]), name);
    const ticket = visitor.cookie === undefined ? [] : [`ticket=${visitor.cookie}`];
    const cookies = [...visitor.cookies].map(([cookie, value]) => `${cookie}=${value}`);
    const answer = await fetch(`${shared().url}/${site}/recordings.php`, {
      method: 'POST',
      headers: { Accept: accept, Cookie: [...ticket, ...cookies].join('; ') },
      redirect: 'manual',
      body,
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.startsWith('application/json');
    const told: { readonly id?: string; readonly problem?: string } = isJson ? JSON.parse(text) : {};
    return { status: answer.status, location: answer.headers.get('location'), text, told };
  }

  const list = async (visitor: Visitor, fields: Readonly<Record<string, string>> = {}) => {
    visitor.accept = 'application/json';
    const { status, text } = await visitor.get('/acme/recordings.php', fields);
    visitor.accept = 'text/html';
    assert.equal(status, 200);
    return JSON.parse(text) as RecordingsPage;
  };

  test('takes a file from a script, byte for byte', async () => {
    const host = await visitorAs(shared(), 'hostid');
    const { status, told } = await brings(host, ARF, { bytes: String(ARF.length) });
    assert.equal(status, 201);
    const recording = await found(Number(told.id));
    assert.equal(recording?.name, 'Old one');
    assert.equal(recording?.state, 'READY');
    const { recordings, recordingStore } = shared().context;
    const { MAIN } = recording ? await recordings.filesOf(recording) : {};
    assert.ok(MAIN);
    assert.ok(ARF.equals(await buffer(await recordingStore.read(MAIN.name))));
  });

  test('takes a file from a form without scripts, and says so', async () => {
    const host = await visitorAs(shared(), 'hostid');
    const { status, location } = await brings(host, ARF, { accept: 'text/html', name: 'Lecture <1>.ARF' });
    assert.equal(status, 302);
    const { pathname, search } = new URL(location ?? '', shared().url);
    const { text } = await host.get(pathname + search);
    assert.match(text, /“Lecture &lt;1&gt;” has arrived\./);
  });

  test('keeps nothing of what it does not take', async () => {
    const host = await visitorAs(shared(), 'hostid');
    const before = (await all()).total;
    const nothing = Buffer.from('no recording at all');
    assert.deepEqual((await brings(host, nothing, { name: 'a.mp4' })).told, {
      problem: 'RecordingKindUnknown',
    });
    assert.deepEqual((await brings(host, ARF, { bytes: '7' })).told, { problem: 'RecordingBroken' });
    assert.deepEqual((await brings(host, ARF, { token: 'made up' })).told, { problem: 'CSRFRequired' });
    const page = await brings(host, nothing, { accept: 'text/html', name: 'a.mp4' });
    assert.equal(page.status, 415);
    assert.match(page.text, /role="alert"/);
    assert.equal((await all()).total, before);
  });

  test('takes nothing from those who bring none, without reading it', async () => {
    const before = (await all()).total;
    const token = await tokenOf(await visitorAs(shared(), 'hostid'));
    const stranger = new Visitor(shared().url);
    const guest = await visitorAs(shared(), 'guest');
    const foreigner = await visitorAs(shared(), 'admin', 'acme-basic');
    const { webExID } = await shared().person({ privileges: { host: false, roSiteAdmin: true } });
    const reader = await visitorAs(shared(), webExID);
    for (const visitor of [stranger, guest, foreigner, reader]) {
      visitor.cookies.set('form', token);
      const { status, told } = await brings(visitor, ARF, { token });
      assert.deepEqual({ status, ...told }, { status: 403, problem: 'AccessDenied' });
    }
    assert.equal((await all()).total, before);
  });

  test('keeps nothing of a file that breaks off', async () => {
    const host = await visitorAs(shared(), 'hostid');
    const before = (await all()).total;
    const FORM = await tokenOf(host);
    const { hostname, port } = new URL(shared().url);
    const head = (name: string) => `--b\r\nContent-Disposition: form-data; name="${name}"`;
    const body = `${head('FORM')}\r\n\r\n${FORM}\r\n${head('FILE')}; filename="a.arf"\r\n\r\n${ARF.toString('latin1', 0, 9000)}`;
    const cookies = [['ticket', host.cookie], ...host.cookies].map(([name, value]) => `${name}=${value}`);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(
      `POST /acme/recordings.php HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: application/json\r\n` +
        `Cookie: ${cookies.join('; ')}\r\nContent-Type: multipart/form-data; boundary=b\r\n` +
        `Content-Length: ${ARF.length}\r\n\r\n`,
    );
    socket.write(Buffer.from(body, 'latin1'));
    socket.end();
    socket.resume();
    await once(socket, 'close');
    assert.equal((await all()).total, before);
  });

  test('says that no room is left, and keeps what is there', async () => {
    const host = await visitorAs(shared(), 'hostid');
    const { sites } = shared().context;
    await brings(host, ARF);
    const before = (await all()).total;
    await sites.change('acme', { settings: { recordings: { quota: 1 } } });
    try {
      const large = Buffer.concat([ARF, randomBytes(1_000_000)]);
      const { status, told } = await brings(host, large, { bytes: String(large.length) });
      assert.deepEqual({ status, ...told }, { status: 507, problem: 'RecordingSpaceUsed' });
      const { text } = await brings(host, large, { accept: 'text/html' });
      assert.match(text, /No room is left for this recording/);
      assert.equal((await list(host)).space.most, 1_000_000);
    } finally {
      await sites.change('acme', { settings: { recordings: { quota: 20_000 } } });
    }
    assert.equal((await all()).total, before);
  });

  test('changes what its host says of a recording', async () => {
    const host = await visitorAs(shared(), 'hostid');
    const { id } = await kept('hostid');
    const ID = String(id);
    assert.match((await host.get('/acme/recordings.php', { ID })).text, /Settings of the recording/);
    const fields = { ID, NAME: ' Renamed ', ABOUT: 'Two\nlines', PW: 'Pa55word', VIEW: '1', REGISTER: '1' };
    const saved = await does(host, 'SAVE', fields);
    assert.equal(saved.status, 302);
    assert.match((await host.get(`/acme/recordings.php${saved.target?.search}`)).text, /“Renamed” are saved/);
    const recording = await found(id);
    assert.equal(recording?.name, 'Renamed');
    assert.equal(recording?.document.description, 'Two\nlines');
    assert.equal(recording?.document.password, 'Pa55word');
    assert.deepEqual(recording?.document.fileAccess, {
      attendeeView: true,
      attendeeDownload: false,
      registration: true,
      endPlayURL: '',
    });
    await does(host, 'SAVE', { ID, NAME: 'Renamed' });
    assert.equal((await found(id))?.document.password, undefined);
  });

  test('takes no recording without a name, and no end that browsers cannot go to; what was typed stays', async () => {
    const host = await visitorAs(shared(), 'hostid');
    const { id, name } = await kept('hostid');
    const bad: readonly Readonly<Record<string, string>>[] = [
      { NAME: ' ' },
      { NAME: 'New', END: 'javascript:alert(1)' },
      { NAME: 'New', END: 'nowhere' },
    ];
    for (const fields of bad) {
      const { status, text } = await does(host, 'SAVE', { ID: String(id), ABOUT: 'typed before', ...fields });
      assert.equal(status, 400);
      assert.match(text, /typed before/);
      assert.match(text, /role="alert"/);
    }
    assert.equal((await found(id))?.name, name);
  });

  test('deletes a recording, brings it back, and deletes it for good', async () => {
    const host = await visitorAs(shared(), 'hostid');
    const { told } = await brings(host, ARF, { name: 'Gone.arf' });
    const ID = told.id ?? '';
    const recording = await found(Number(ID));
    assert.ok(recording);
    const { recordings, recordingStore } = shared().context;
    const { MAIN } = await recordings.filesOf(recording);
    assert.ok(MAIN);

    const deleted = await does(host, 'DELETE', { ID });
    const said = await list(host, Object.fromEntries(deleted.target?.searchParams ?? []));
    assert.equal(said.done?.what, 'deleted');
    assert.equal(said.done?.undo?.fields.DO, 'RESTORE');
    assert.ok(!said.recordings.some(({ id }) => id === ID));
    const inBin = (await list(host, { BIN: '1' })).recordings.find(({ id }) => id === ID);
    assert.equal(inBin?.daysLeft, 30);
    assert.equal(inBin?.play, undefined);
    // What lies there has no settings, and is not deleted twice.
    assert.equal((await host.get('/acme/recordings.php', { ID })).status, 404);
    assert.equal((await does(host, 'DELETE', { ID })).status, 404);

    assert.equal((await does(host, 'RESTORE', { ID })).status, 302);
    assert.equal((await found(Number(ID)))?.deletedAt, null);
    // What is kept is not erased by a form of yesterday.
    assert.equal((await does(host, 'ERASE', { ID })).status, 404);

    await does(host, 'DELETE', { ID });
    const erased = await does(host, 'ERASE', { ID });
    assert.match((await host.get(`/acme/recordings.php${erased.target?.search}`)).text, /deleted for good/);
    assert.equal(await found(Number(ID)), undefined);
    await assert.rejects(recordingStore.read(MAIN.name));
  });

  test('shows to each what is theirs, and to administrators what the site has', async () => {
    const [one, other] = [await shared().person(), await shared().person()];
    const mine = await kept(one.webExID, { name: 'Mine' });
    const theirs = await kept(other.webExID, { name: 'Theirs' });
    const host = await visitorAs(shared(), one.webExID);
    assert.deepEqual(
      (await list(host, { ALL: '1' })).recordings.map(({ id }) => id),
      [String(mine.id)],
    );
    const admin = await visitorAs(shared(), 'admin');
    assert.deepEqual((await list(admin, { Q: 'Theirs' })).recordings, []);
    const [row] = (await list(admin, { ALL: '1', Q: 'theirs' })).recordings;
    assert.equal(row?.id, String(theirs.id));
    assert.equal(row?.hostName, 'Percy Person');
    assert.ok(row?.remove);

    const { webExID } = await shared().person({ privileges: { host: false, roSiteAdmin: true } });
    const reader = await visitorAs(shared(), webExID);
    const read = await list(reader, { Q: 'Theirs' });
    assert.equal(read.upload, undefined);
    const [seen] = read.recordings;
    assert.ok(seen?.download);
    assert.deepEqual([seen?.settings, seen?.remove], [undefined, undefined]);
  });

  test("lets nobody at somebody else's recording, nor tells of it", async () => {
    const other = await shared().person();
    const { id } = await kept('hostid', { name: 'Not theirs', document: { password: 'S3cret' } });
    const ID = String(id);
    const gone = await kept('hostid', { name: 'Not theirs' });
    await shared().context.recordings.discard(await acme(), gone.id, () => {});
    const { webExID } = await shared().person({ privileges: { host: false, roSiteAdmin: true } });
    const before = JSON.stringify([await found(id), await found(gone.id)]);
    for (const visitor of [await visitorAs(shared(), other.webExID), await visitorAs(shared(), webExID)]) {
      const answers = [
        await visitor.get('/acme/recordings.php', { ID }),
        await visitor.get('/acme/recordings.php', { ID, WAS: 'SAVED', Q: 'none of them' }),
        await visitor.get('/acme/recordings.php', { ID: String(gone.id), WAS: 'DELETED', Q: 'none of them' }),
        await does(visitor, 'SAVE', { ID, NAME: 'Taken' }),
        await does(visitor, 'DELETE', { ID }),
        await does(visitor, 'RESTORE', { ID: String(gone.id) }),
        await does(visitor, 'ERASE', { ID: String(gone.id) }),
      ];
      for (const { text } of answers) assert.doesNotMatch(text, /Not theirs|S3cret/);
      assert.deepEqual(
        answers.map(({ status }) => status),
        [404, 200, 200, 404, 404, 404, 404],
      );
    }
    assert.equal(JSON.stringify([await found(id), await found(gone.id)]), before);
  });

  test('has no form of another site done', async () => {
    const host = await visitorAs(shared(), 'hostid');
    const { id } = await kept('hostid');
    const { status } = await host.post('/acme/recordings.php', { DO: 'DELETE', ID: String(id) });
    assert.equal(status, 403);
    assert.equal((await found(id))?.deletedAt, null);
  });

  test('says only what is true of what has been done', async () => {
    const host = await visitorAs(shared(), 'hostid');
    const { id } = await kept('hostid');
    const lie = await list(host, { WAS: 'DELETED', ID: String(id) });
    assert.equal(lie.done, undefined);
  });

  test('is searched, put in order, and turned over', async () => {
    const { webExID } = await shared().person();
    for (const [at, name] of ['50 % done', '50 of them', 'Zeta'].entries()) {
      await kept(webExID, { name, duration: at * 60, createdAt: Date.UTC(2026, at, 1, 12) });
    }
    const host = await visitorAs(shared(), webExID);
    const names = async (fields: Readonly<Record<string, string>>) =>
      (await list(host, fields)).recordings.map(({ name }) => name);
    assert.deepEqual(await names({}), ['Zeta', '50 of them', '50 % done']);
    assert.deepEqual(await names({ ORDER: 'name' }), ['50 % done', '50 of them', 'Zeta']);
    assert.deepEqual(await names({ Q: '50 %' }), ['50 % done']);
    for (let at = 0; at < 48; at++) await kept(webExID, { createdAt: Date.UTC(2025, 0, 1) });
    const first = await list(host);
    assert.deepEqual([first.total, first.recordings.length, first.before], [51, 50, undefined]);
    const second = await list(host, { PG: '2' });
    assert.deepEqual([second.recordings.length, second.after], [1, undefined]);
    assert.ok(first.after?.includes('PG=2') && second.before?.includes('PG=1'));
  });

  test('asks those who are not signed in to sign in, and comes back', async () => {
    const { status, text } = await new Visitor(shared().url).get('/acme/recordings.php');
    assert.equal(status, 200);
    assert.match(text, /name="MU" value="\/acme\/recordings\.php"/);
  });

  test('is led to from the page of a host', async () => {
    const host = await visitorAs(shared(), 'hostid');
    assert.match((await host.get('/acme/')).text, /href="\/acme\/recordings\.php"/);
    const guest = await visitorAs(shared(), 'guest');
    assert.doesNotMatch((await guest.get('/acme/')).text, /recordings\.php/);
  });

  const settingsOf = async (visitor: Visitor, ID: number) =>
    (await visitor.get('/acme/recordings.php', { ID: String(ID) })).text;

  /** Captions that somebody brings for a recording. */
  async function captions(visitor: Visitor, id: number, file: string | Buffer, name = 'talk.de.srt') {
    const body = new FormData();
    body.append('FORM', await tokenOf(visitor));
    body.append('FILE', new Blob([Buffer.from(file)]), name);
    const ticket = visitor.cookie === undefined ? [] : [`ticket=${visitor.cookie}`];
    const cookies = [...visitor.cookies].map(([cookie, value]) => `${cookie}=${value}`);
    const answer = await fetch(`${shared().url}/acme/recordings.php?ID=${id}&TRANSCRIPT=1`, {
      method: 'POST',
      headers: { Cookie: [...ticket, ...cookies].join('; ') },
      redirect: 'manual',
      body,
    });
    return { status: answer.status, text: await answer.text() };
  }

  test('takes captions of a recording, tells what is wrong with them, and gives them back', async () => {
    const host = await visitorAs(shared(), 'hostid');
    const { id } = await kept('hostid');
    assert.match(await settingsOf(host, id), /Nobody has written down yet/);
    const srt = '1\r\n00:00:01,000 --> 00:00:02,000\r\nGr\xfc\xdfe & <b>mehr</b>\r\n';
    assert.equal((await captions(host, id, Buffer.from(srt, 'latin1'))).status, 302);
    assert.match(await settingsOf(host, id), /One passage, uploaded or corrected by people, in German/);
    const words = async (WORDS: string, visitor = host) =>
      visitor.get('/acme/recordings.php', { ID: String(id), WORDS });
    const vtt = 'WEBVTT\nLanguage: de\n\n1\n00:00:01.000 --> 00:00:02.000\nGrüße &amp; mehr\n';
    assert.equal((await words('VTT')).text, vtt);
    assert.equal((await words('TXT')).text, 'Grüße & mehr\n');
    const wrong = await captions(
      host,
      id,
      '1\n00:00:01,000 --> 00:00:02,000\nHi\n\n2\nat noon --> later\nHi',
    );
    assert.equal(wrong.status, 400);
    assert.match(wrong.text, /line 6: a time cannot be read/);
    assert.equal((await words('VTT')).text, vtt, 'nothing was changed');
    const large = await captions(host, id, Buffer.alloc(4 * 1024 * 1024 + 1, 'a'));
    assert.match(large.text, /it has more than 4 MB/);
    const other = await visitorAs(shared(), 'guest');
    assert.notEqual((await captions(other, id, srt)).status, 302);
    assert.equal(
      (await captions(await visitorAs(shared()), id, srt)).status,
      200,
      'they are asked to sign in',
    );
    assert.equal((await words('VTT')).text, vtt);
    await does(host, 'REMOVE_TRANSCRIPT', { ID: String(id) });
    assert.equal((await words('VTT')).status, 404);
    assert.match(await settingsOf(host, id), /Nobody has written down yet/);
  });
});
