/** The data folder: it is there, it can be written, nobody else reads it, and there is room. */
import { randomUUID } from 'node:crypto';
import { access, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secretFile } from '../../installation.ts';
import type { Settings } from '../../settings.ts';
import { about, type Finding, messageOf } from './finding.ts';

/** Bytes below which somebody should look: some hours of recordings, or a year of meetings. */
const LITTLE = 2 * 1024 ** 3;
/** Bytes below which writes will fail soon. */
const HARDLY_ANY = 200 * 1024 ** 2;

/** Bits of a mode that let others than the owner read or write. */
const OTHERS = 0o077;

export async function dataFolder(settings: Settings): Promise<readonly Finding[]> {
  const { data } = settings;
  const folder = about('data folder');
  try {
    await access(data);
  } catch {
    return [
      folder.look(
        `${data} is not there yet: the first \`parlance serve\` makes it. Name another with --data`,
      ),
    ];
  }
  const findings: Finding[] = [];
  try {
    const probe = join(data, `.doctor-${randomUUID()}`);
    await writeFile(probe, 'x', { flag: 'wx', flush: true });
    await rm(probe);
    findings.push(folder.ok(`${data} can be written`));
  } catch (error) {
    findings.push(
      folder.wrong(
        `${data} cannot be written (${messageOf(error)}): give it to the user that runs \`parlance serve\``,
      ),
    );
  }
  findings.push(await room(data));
  for (const file of [join(data, 'parlance.db'), secretFile(settings)]) {
    const mode = await stat(file).then(
      ({ mode }) => mode,
      () => 0,
    );
    // Windows has no such bits.
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
      findings.push(folder.wrong(`others may read ${file}: chmod 600 ${file}`));
    }
  }
  return findings;
}

async function room(data: string): Promise<Finding> {
  const disk = about('disk');
  const { bavail, bsize } = await statfs(data);
  const free = bavail * bsize;
  const text = `${(free / 1e9).toFixed(1)} GB are free where ${data} lies`;
  if (free < HARDLY_ANY) return disk.wrong(`${text}: writes will fail soon. Make room`);
  return free < LITTLE ? disk.look(`${text}: recordings need more`) : disk.ok(text);
}
