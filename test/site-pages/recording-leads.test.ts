import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { NewRecording } from '../../src/recordings/recordings.ts';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { begin, meeting, visitorAs } from '../url-api/portal.ts';

/** A session and its end lead to what was recorded of it: its host, and others where the host has made it public. */

forProtocol('The way to a recording', (open) => {
  const data = mkdtempSync(join(tmpdir(), 'parlance-leads-'));
  const shared = sharedSite(open, { settings: { data } });
  after(() => rm(data, { recursive: true, force: true }));

  async function recorded(sessionKey: string, more: Partial<NewRecording> = {}) {
    const { database, recordings, accounts, sites } = shared().context;
    const acme = await sites.required('acme');
    const { id: host } = await accounts.required(acme, 'hostid');
    return database.write((tx) =>
      recordings.add(tx, acme, {
        host,
        name: 'Recorded',
        state: 'READY',
        service: 'MeetingCenter',
        timeZoneID: 4,
        format: 'MP4',
        sessionKey: Number(sessionKey),
        ...more,
      }),
    );
  }

  const about = async (visitor: Visitor, MK: string) =>
    (await visitor.get('/acme/m.php', { AT: 'MD', MK })).text;

  test('leads its host, and administrators, there', async () => {
    const { key } = await meeting(shared(), 'hostid', '', '');
    const { streamToken } = await recorded(key);
    for (const name of ['hostid', 'admin']) {
      const text = await about(await visitorAs(shared(), name), key);
      assert.ok(text.includes(`/acme/ldr.php?RCID=${streamToken}`), name);
    }
    for (const visitor of [new Visitor(shared().url), await visitorAs(shared(), 'guest')]) {
      assert.doesNotMatch(await about(visitor, key), /RCID|recordings\.php/);
    }
  });

  test('leads everybody there whom the session is open to, where it is public and may be watched', async () => {
    const { key } = await meeting(shared(), 'hostid', '', '');
    const { streamToken } = await recorded(key, { document: { listing: 'PUBLIC' } });
    const stranger = await visitorAs(shared(), 'guest');
    assert.ok((await about(stranger, key)).includes(streamToken));
    const other = await meeting(shared(), 'hostid', '', '');
    const fileAccess = { registration: false, attendeeView: false, attendeeDownload: true, endPlayURL: '' };
    await recorded(other.key, { document: { listing: 'PUBLIC', fileAccess } });
    assert.doesNotMatch(await about(stranger, other.key), /RCID/);
  });

  test('shows its host alone how far it is, while it is made ready', async () => {
    const { key } = await meeting(shared(), 'hostid', '', '');
    await recorded(key, { state: 'RECORDING', document: { listing: 'PUBLIC' } });
    const host = await about(await visitorAs(shared(), 'hostid'), key);
    assert.match(host, /href="\/acme\/recordings\.php"/);
    assert.match(
      await about(await visitorAs(shared(), 'admin'), key),
      /href="\/acme\/recordings\.php\?ALL=1"/,
    );
    assert.doesNotMatch(await about(await visitorAs(shared(), 'guest'), key), /recordings\.php|RCID/);
  });

  test('is on the page after it has ended', async () => {
    const { key } = await meeting(shared(), 'hostid', '', '');
    const host = await begin(shared(), key);
    const { streamToken } = await recorded(key);
    const room = await host.get('/acme/room.php', { MK: key });
    const FORM = /name="FORM" value="([^"]+)"/.exec(room.text)?.[1] ?? '';
    const { text } = await host.post('/acme/room.php', { MK: key, DO: 'END', FORM });
    assert.ok(text.includes(`/acme/ldr.php?RCID=${streamToken}`));
    assert.match(text, /Watch the recording/);
  });
});
