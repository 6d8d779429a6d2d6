import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDatabase } from '../../src/database/database.ts';
import type { RowTarget } from '../../src/database/transfer/row-store.ts';
import { siteExport } from '../../src/database/transfer/site-export.ts';
import { type ImportedSite, ImportRefused, importSite } from '../../src/database/transfer/site-import.ts';
import { REFERENCES } from '../../src/database/transfer/site-references.ts';
import { LEFT_OUT } from '../../src/database/transfer/site-tables.ts';
import { madeTarget, sourceAt } from '../../src/database/transfer/transfer.ts';
import { Visitor } from '../browser/visitor.ts';
import { held } from '../history/held.ts';
import { aRecording } from '../support/a-recording.ts';
import { aTranscript } from '../support/a-transcript.ts';
import { forEachDatabase, forSqlite } from '../support/databases.ts';
import { startSite, type TestSite } from '../support/site.ts';

/** A site that moves: from one installation into another, alone or beside others, whole or not at all. */

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parlance-import-'));
});
after(() => rm(folder, { recursive: true, force: true }));

async function exported(url: string, siteName = 'acme'): Promise<string> {
  await using source = await sourceAt(url);
  let text = '';
  for await (const line of siteExport(source, siteName)) text += line;
  return text;
}

async function inFile(text: string): Promise<string> {
  const file = join(folder, `${Math.random()}.jsonl`);
  await writeFile(file, text);
  return file;
}

const ENTRY = {
  site: null,
  at: 0,
  act: 'site.imported',
  noun: 'site',
  name: 'acme',
  name_key: 'acme',
  subject: null,
  actor_kind: 'command',
  actor: 'root',
  actor_key: 'root',
  actor_account: null,
  actor_site: null,
  face: 'command',
  address: null,
  request: null,
  document: '{}',
} as const;

type Wanted = Partial<Parameters<typeof importSite>[1]>;

async function imported(url: string, text: string, wanted: Wanted = {}): Promise<ImportedSite> {
  await using target = await madeTarget(url);
  return await importSite(target, { file: await inFile(text), entry: () => ENTRY, ...wanted });
}

/** Columns that hold no number of a row, in whichever table, beside times (`…_at`) and keys (`…_key`). */
const PLAIN = new Set(
  (
    'webex_id email first_name last_name active privileges personal_url access_code time_zone_id ' +
    'cues category_id visit_count locked password_hash credential_version failed_sign_ins failed_since version ' +
    'document email_confirmed accounts token kind media_type bytes word name is_host co_host end_reason voip_time ' +
    'service audio_only via role join_status register_id lead_source lead_score at act noun subject ' +
    'actor_kind actor actor_site face address request sender audience recipient_name body address_type ' +
    'description waiting attempts not_before left_to bound day usages attendances longest operation message ' +
    'saved_by computers topic recipient state claimed_until problem language conf_id done list_status ' +
    'expected_enrollment budget after_enrollment_url duration format stream_token download_token ' +
    'leased_until has_password listing downloaded viewed recordings sha256 number parts public_id ' +
    'segments ext_account_id ext_system_id ext_opportunity_id delivery minutes host_token attendee_token ' +
    'session_type recurring occurrences_until password_required registration in_progress host_joined ' +
    'participants_joined sequence sessions kinds service_type site_id type status security_version width ' +
    'height library title source host_webex_id host_name host_email participants peak people_time ' +
    'attendees invited registered stays people_minutes voip_minutes voip_participants has_voices ' +
    'client_id redirect_uris scopes secret_hash enabled ' +
    'call_in_minutes toll_free_minutes call_in_participants is_agent is_manager'
  ).split(' '),
);

const START = '<schedule><startDate>06/01/2026 10:00:00</startDate></schedule>';
const lab = (name: string) => `<lab><labName>${name}</labName></lab>`;

/** Something of everything that refers to something else. */
async function lived(
  site: TestSite,
  labName = 'Lab of acme',
): Promise<{ readonly key: string; readonly recordID: number }> {
  const { context } = site;
  const meeting = await site.ok(
    'meeting.CreateMeeting',
    `<metaData><confName>Moving on</confName></metaData>${START}<participants><attendees><attendee>` +
      '<person><name>Ada</name><email>ada@example.com</email></person></attendee></attendees></participants>',
    { siteName: 'acme', webExID: 'hostid', password: 'P@ssword123' },
  );
  await site.ok('training.CreateLab', lab(labName));
  await site.ok('sales.AddProducts', '<product><name>Thing</name></product>');
  await site.ok(
    'ep.CreateContacts',
    `<contact><name>C</name><email>c@${labName.replaceAll(' ', '-')}.example.com</email></contact>`,
  );
  await site.ok('ep.CreateDistList', `<distList><name>List ${labName}</name></distList>`);
  const acme = await context.sites.required('acme');
  await context.queues.create(acme, `Help of ${labName}`);
  const ina = { who: { name: 'Ina', email: 'ina@example.com' }, from: 0 };
  await held(site, { service: 'meeting', host: 'hostid', confName: 'Held', minutes: 1, people: [ina] });
  const recorded = await aRecording(context, { name: 'Recorded there', content: Buffer.from('a film') });
  await aTranscript(context, recorded);
  await context.mail.outbox.list(acme);
  return { key: meeting.value('meetingkey') ?? '', recordID: recorded.id };
}

async function serving<T>(url: string, work: (site: TestSite) => Promise<T>): Promise<T> {
  const database = await openDatabase(url);
  try {
    await using site = await startSite(database, { settings: { recordings: join(folder, 'recordings') } });
    return await work(site);
  } finally {
    await database.close();
  }
}

forEachDatabase('a site that moves', (_open, { fresh }) => {
  test('is the same byte for byte where it was alone, under the numbers that it had', async () => {
    const [from, to] = [await fresh(), await fresh()];
    await serving(from, lived);
    const text = await exported(from);
    const done = await imported(to, text);
    assert.deepEqual(done.changed, []);
    assert.equal(await exported(to), text);
    // What comes next takes no number that is there.
    await serving(to, (site) => lived(site, 'Next'));
  });

  test('is the same to programs and people beside others, whose own it leaves alone', async () => {
    const [from, to] = [await fresh(), await fresh()];
    const { key, recordID } = await serving(from, lived);
    // The other installation has rows of the same numbers.
    await serving(to, lived);
    const others = await exported(to);
    const text = await exported(from);
    await assert.rejects(imported(to, text), /there is a site acme already/);
    await assert.rejects(imported(to, text, { siteName: 'moved' }), /has the siteID \d+/);
    const done = await imported(to, text, { siteName: 'moved', siteID: 8_600_777 });
    assert.ok(done.changed.some(({ shownAs }) => shownAs === 'labID'));
    assert.equal(await exported(to), others);
    await serving(to, async (site) => {
      const host = { siteName: 'moved', webExID: 'hostid', password: 'P@ssword123' };
      const admin = { ...host, webExID: 'admin' };
      const user = await site.ok('user.GetUser', '<webExId>hostid</webExId>', host);
      assert.equal(user.value('email'), 'hostid@acme.com');
      const listed = await site.ok('ep.LstsummarySession', '', host);
      assert.match(listed.text, new RegExp(key));
      const recording = await site.ok('ep.GetRecordingInfo', `<recordingID>${recordID}</recordingID>`, host);
      assert.match(recording.text, /Recorded there/);
      const { recordings, transcriptPages, sites, accounts } = site.context;
      const moved = await sites.required('moved');
      const itsHost = (await accounts.required(moved, 'hostid')).id;
      const [found] = await transcriptPages.newest(moved, { host: itsHost }, { max: 10 });
      assert.equal(found?.recording.name, 'Recorded there');
      assert.match(
        (await recordings.filesOf(found.recording)).CAPTIONS?.name ?? '',
        new RegExp(`^${moved.id}/`),
      );
      const link = await site.ok('meeting.GetjoinurlMeeting', `<sessionKey>${key}</sessionKey>`, host);
      const address = new URL(link.value('joinMeetingURL') ?? '');
      const page = await new Visitor(site.url).get(address.pathname + address.search);
      assert.match(page.text, /Moving on/);
      // Both go on: the next of each has a number of its own.
      await site.ok('training.CreateLab', lab('Next'), admin);
      await site.ok('training.CreateLab', lab('Next'));
    });
  });

  test('is refused where a session of it is here already, and nothing of it is kept', async () => {
    const url = await fresh();
    await serving(url, lived);
    const text = await exported(url);
    const twin = { siteName: 'twin', siteID: 8_600_778 };
    await assert.rejects(
      imported(url, text, twin),
      /another site here has the (session|personal room) \d{9} already/,
    );
    await assert.rejects(exported(url, 'twin'), /no site twin/);
    assert.equal(await exported(url), text);
  });

  test('is taken whole or not at all', async () => {
    const [from, to] = [await fresh(), await fresh()];
    await serving(from, lived);
    const text = await exported(from);
    const stop = async () => {
      throw new Error('stopped');
    };
    await assert.rejects(imported(to, text, { bring: stop }), /stopped/);
    await assert.rejects(exported(to), /no site acme/);
    const half = text.slice(0, Math.floor(text.length * 0.7));
    await assert.rejects(imported(to, half), /damaged, or not whole/);
    await assert.rejects(exported(to), /no site acme/);
    await imported(to, text);
  });
});

forSqlite('a file that is taken for a site', (_open, { fresh }) => {
  test('is refused with what is wrong with it', async () => {
    const url = await fresh();
    const { migration } = JSON.parse((await exportedKept(url)).split('\n')[0] ?? '');
    const head = JSON.stringify({ parlance: 'site', site: 'acme', migration });
    const cases: readonly (readonly [string, RegExp])[] = [
      ['', /no export of a site/],
      ['{"table":"site"}\n', /no export of a site/],
      ['{"parlance":"site","migration":"0001"}\n', /another version/],
      [`${head}\n`, /has no site/],
      [`${head}\n{"table":"site\n`, /line 2 cannot be read/],
      [`${head}\n{"table":"sqlite_master","row":{}}\n`, /no table sqlite_master/],
      [`${head}\n{"table":"site","row":{"evil\\"":1}}\n`, /no column evil/],
    ];
    for (const [text, told] of cases) {
      await assert.rejects(imported(url, text), (error: unknown) => {
        assert.ok(error instanceof ImportRefused, String(error));
        assert.match(error.message, told);
        return true;
      });
    }
  });

  async function exportedKept(url: string): Promise<string> {
    await serving(url, async () => {});
    return exported(url);
  }

  test('has no column of which nobody says whether it holds the number of a row', async () => {
    await using target: RowTarget = await madeTarget(await fresh());
    const silent = target.tables
      .filter(({ name }) => !LEFT_OUT.has(name))
      .flatMap(({ name, columns }) =>
        columns
          .filter((column) => column !== 'site' && !/_(at|key)$/.test(column))
          .filter((column) => !REFERENCES[name]?.[column] && !PLAIN.has(column))
          .map((column) => `${name}.${column}`),
      );
    assert.deepEqual(silent, []);
    const columns = new Map(target.tables.map((table) => [table.name, new Set(table.columns)]));
    const unknown = Object.entries(REFERENCES).flatMap(([table, named]) =>
      Object.keys(named).flatMap((column) => (columns.get(table)?.has(column) ? [] : [`${table}.${column}`])),
    );
    assert.deepEqual(unknown, []);
  });
});
