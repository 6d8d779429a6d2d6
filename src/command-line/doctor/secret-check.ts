/** The installation's key, without which nobody's tickets are good. */
import { readFile } from 'node:fs/promises';
import { SHORTEST_KEY, secretFile } from '../../installation.ts';
import type { Settings } from '../../settings.ts';
import { about, type Finding } from './finding.ts';

export async function secretCheck(settings: Settings): Promise<readonly Finding[]> {
  const secret = about('secret');
  if (settings.secret !== '') return [secret.ok('it comes from the settings')];
  const file = secretFile(settings);
  const key = await readFile(file).catch(() => undefined);
  if (!key) return [secret.look('there is none yet: the first `parlance serve` makes one')];
  if (key.length < SHORTEST_KEY) {
    return [
      secret.wrong(`${file} is damaged: restore it from a backup, or delete it to have a new one made`),
    ];
  }
  return [
    settings.database === ''
      ? secret.ok(`it is in ${file}`)
      : secret.look(`it is in ${file}: several processes on one database need the same one (--secret)`),
  ];
}
