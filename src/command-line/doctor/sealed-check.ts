/** What the database keeps sealed under the secret of the installation: with another one nobody opens it. */
import { access, readFile } from 'node:fs/promises';
import { tableRecords } from '../../database/transfer/table-records.ts';
import { sourceAt } from '../../database/transfer/transfer.ts';
import { databaseFile, SHORTEST_KEY, secretFile } from '../../installation.ts';
import { systemRandom } from '../../random.ts';
import type { Settings } from '../../settings.ts';
import { opensInstallationKey } from '../../sign-in/saml/installation-key.ts';
import { openSecretSealing } from '../../webhooks/sealed-secret.ts';
import { about, type Finding } from './finding.ts';

/** Says nothing where all can be opened, and where other checks say that there is no database or no secret. */
export async function sealedCheck(settings: Settings): Promise<readonly Finding[]> {
  const secret = await secretOf(settings);
  if (!secret || !(await isThere(settings))) return [];
  await using source = await sourceAt(settings.database || `sqlite:${databaseFile(settings)}`);
  const sealed = about('secret');
  const findings: Finding[] = [];
  for await (const { name, sealed: bytes } of tableRecords(source, 'installation_key')) {
    if (!(bytes instanceof Uint8Array) || opensInstallationKey(secret, String(name), bytes)) continue;
    findings.push(
      sealed.wrong(
        `the key ${name} in the database was sealed under another secret, and nobody signs in by it: give the one ` +
          'that the database came from (--secret, or the file `secret` of its data folder)',
      ),
    );
  }
  const sealing = openSecretSealing(secret, systemRandom);
  let closed = 0;
  for await (const { secret: bytes } of tableRecords(source, 'webhook')) {
    if (bytes instanceof Uint8Array && sealing.open(bytes) === undefined) closed++;
  }
  if (closed > 0) {
    findings.push(
      sealed.wrong(
        `${closed} ${closed === 1 ? 'webhook has a secret' : 'webhooks have secrets'} sealed under another one, and ` +
          'cannot sign what they send: give the secret that the database came from, or set theirs anew by REST',
      ),
    );
  }
  return findings;
}

async function secretOf(settings: Settings): Promise<Buffer | undefined> {
  if (settings.secret !== '') return Buffer.from(settings.secret);
  const key = await readFile(secretFile(settings)).catch(() => undefined);
  return key && key.length >= SHORTEST_KEY ? key : undefined;
}

async function isThere(settings: Settings): Promise<boolean> {
  if (settings.database !== '') return true;
  return access(databaseFile(settings)).then(
    () => true,
    () => false,
  );
}
