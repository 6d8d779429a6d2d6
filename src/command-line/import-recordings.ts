/** Brings files as recordings, and lists what there is. */
import { open } from 'node:fs/promises';
import { parse, resolve } from 'node:path';
import type { Context } from '../context.ts';
import { checkBringsRecordings } from '../policies/kept-recording.ts';
import { LONGEST_NAME, type Recording } from '../recordings/recording.ts';
import { Refusal } from '../refusal.ts';
import type { Typed } from './command.ts';
import { namedBySomebody } from './file-of-somebody.ts';

const PAGE = 500;

/** Some of the files were not brought; which ones has been said. */
class FilesRefused extends Refusal {}

/**
 * One after the other: one that is refused keeps none of the others out.
 * @param typed the files are meant from the folder in `input`
 * @throws FilesRefused
 */
export async function importRecordingFiles(
  context: Context,
  { args: [siteName = '', webExID = '', ...files], input: folder }: Typed,
  say: (line: string) => void,
): Promise<void> {
  const { sites, accounts, intake } = context;
  const site = await sites.required(siteName);
  const host = await accounts.withProfile(await accounts.required(site, webExID));
  checkBringsRecordings(host);
  let refused = 0;
  for (const file of files) {
    const path = resolve(folder, file);
    try {
      const source = await namedBySomebody(open(path));
      try {
        const { size, mtimeMs } = await namedBySomebody(source.stat());
        const { base: fileName, name } = parse(path);
        const made = Math.floor(mtimeMs);
        const recording = await intake.take(
          site,
          { host },
          {
            name: nameOf(name),
            fileName,
            bytes: size,
            // The best that an archive knows of when it was recorded.
            createdAt: made > 0 && made <= context.clock.now() ? made : undefined,
          },
          source.createReadStream({ autoClose: false }),
        );
        say(lineOf(recording));
      } finally {
        await source.close();
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused += 1;
      say(`refused  ${file}: ${error.message}`);
    }
  }
  if (refused > 0) throw new FilesRefused(`${refused} of ${files.length} files were not brought`);
}

export async function listRecordings(
  { sites, recordingList }: Context,
  { args: [siteName = ''] }: Typed,
  say: (line: string) => void,
): Promise<void> {
  const site = await sites.required(siteName);
  const states = ['RECORDING', 'PROCESSING', 'READY', 'FAILED'] as const;
  const order = { by: 'CREATED', descending: true } as const;
  for (let startFrom = 1; ; startFrom += PAGE) {
    const page = { startFrom, maximumNum: PAGE, order };
    const { total, recordings } = await recordingList.search(site, { states, inBin: false }, page);
    for (const recording of recordings) say(`${lineOf(recording)}  ${recording.hostWebExID}`);
    if (startFrom + PAGE > total) return;
  }
}

function lineOf({ id, state, format, createdAt, bytes, name, document }: Recording): string {
  const made = new Date(createdAt).toISOString();
  const why = document.problem === undefined ? '' : `  (${document.problem})`;
  return `${id}  ${state}${why}  ${format}  ${made}  ${bytes} bytes  ${name}`;
}

/** What a file is called, as a name that lists can show. */
function nameOf(file: string): string {
  const plain = file
    .toWellFormed()
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim();
  return [...(plain || 'Recording')].slice(0, LONGEST_NAME).join('');
}
