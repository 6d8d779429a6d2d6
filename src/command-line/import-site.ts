/** Takes a site from a file into an installation that nobody serves meanwhile. */
import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseInUse } from '../database/errors.ts';
import { lockFile } from '../database/file-lock.ts';
import { type ImportedSite, ImportRefused, importSite } from '../database/transfer/site-import.ts';
import { madeTarget } from '../database/transfer/transfer.ts';
import { databaseFile } from '../installation.ts';
import { openRecordingStore } from '../recordings/store/open-recording-store.ts';
import { RuleBroken } from '../refusal.ts';
import { machineUser } from './command-actor.ts';
import { settingsOf } from './with-settings.ts';

/** Changed numbers of one kind that are told one by one. */
const MOST_TOLD = 20;

/**
 * @param say prints a line
 * @throws ImportRefused, DatabaseUnavailable, RuleBroken; then nothing of it is there
 */
export async function importSiteFile(
  file: string,
  flags: Record<string, unknown>,
  say: (line: string) => void,
): Promise<void> {
  const settings = settingsOf(flags);
  const from = typeof flags.withRecordings === 'string' ? flags.withRecordings : undefined;
  const siteID = flags.siteId === undefined ? undefined : publicNumber(flags.siteId);
  const store = from === undefined ? undefined : openRecordingStore(settings);
  const brought: string[] = [];
  if (settings.database === '') await mkdir(settings.data, { recursive: true, mode: 0o700 });
  const path = databaseFile(settings);
  const url = settings.database || `sqlite:${path}`;
  await using target = await madeTarget(url);
  const lock = settings.database === '' ? lockFile(path) : undefined;
  if (settings.database === '' && !lock) throw new DatabaseInUse(path);
  try {
    const done = await importSite(target, {
      file,
      siteName: typeof flags.as === 'string' ? flags.as : undefined,
      siteID,
      bring: flags.withoutRecordings
        ? undefined
        : async (name, to) => {
            if (!store) throw new ImportRefused(RECORDINGS_ASKED);
            await store.put(to, fileOf(join(from ?? '', name), name));
            brought.push(to);
          },
      entry: ({ siteName, siteID: number, rows, tables }) =>
        entryOf(siteName, number, { rows, tables, withRecordings: store !== undefined }),
    });
    tell(done, say, store !== undefined);
  } catch (error) {
    for (const name of brought) await store?.remove(name);
    throw error;
  } finally {
    lock?.release();
  }
}

const RECORDINGS_ASKED =
  'the site has recordings: bring their files with --with-recordings <folder>, or leave them out with --without-recordings';

/** @throws ImportRefused for one that is not there */
async function* fileOf(path: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    throw new ImportRefused(`the folder of recordings lacks ${name}`);
  }
}

/** Of the whole installation, so that the site's own entries stay what they were. */
function entryOf(siteName: string, siteID: number, after: object) {
  const by = machineUser();
  return {
    site: null,
    at: Date.now(),
    act: 'site.imported',
    noun: 'site',
    name: siteName,
    name_key: siteName,
    subject: siteID,
    actor_kind: 'command',
    actor: by,
    actor_key: by.toLowerCase(),
    actor_account: null,
    actor_site: null,
    face: 'command',
    address: null,
    request: null,
    document: JSON.stringify({ after }),
  };
}

function tell(
  { siteName, siteID, rows, tables, changed, files }: ImportedSite,
  say: (line: string) => void,
  areBrought: boolean,
): void {
  say(`${siteName}  siteID ${siteID}  ${rows} rows of ${tables} tables`);
  const kinds = Map.groupBy(changed, ({ shownAs }) => shownAs);
  for (const [shownAs, numbers] of kinds) {
    const told = numbers.slice(0, MOST_TOLD).map(({ from, to }) => `${from} is ${to} now`);
    const more = numbers.length > MOST_TOLD ? `, and ${numbers.length - MOST_TOLD} more` : '';
    say(`${shownAs}: others had these numbers. ${told.join(', ')}${more}`);
  }
  if (files === 0) return;
  say(
    areBrought
      ? `${files} files of recordings are here`
      : `${files} files of recordings are left out: these recordings are listed and cannot be played`,
  );
}

function publicNumber(text: unknown): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1) throw new RuleBroken('site-id', 'must be a whole number');
  return number;
}
