/**
 * A process that records, one recording after the other, and makes ready what is there, until it is killed:
 * `node record-until-killed.ts DATABASE FOLDER HOURS`. Each part is printed when it is acknowledged, and not before.
 */
import { writeSync } from 'node:fs';
import { openDatabase } from '../../src/database/database.ts';
import { once, RECORDED, WEBM, workshop } from './processing/workshop.ts';

/** Bytes of a part. */
const SIZE = 1_500;

const [url = '', folder = '', hours = '0'] = process.argv.slice(2);
const { clock, database, rooms, site, host, work } = await workshop(await openDatabase(url), {}, folder);
// What an earlier process has left is its own no more.
clock.advance({ hours: Number(hours) });
await rooms.sweep();

async function record(run: number): Promise<void> {
  const begun = { site: site.id, run, sessionKey: 123_456_789, host: host.id, name: 'Stand-up', recorder: 5 };
  const about = { service: 'MeetingCenter', timeZoneID: 4, confID: 77 } as const;
  await database.write((tx) => rooms.begin(tx, site, { ...begun, ...about }));
  const room = await rooms.ofRun(run);
  const segment = await database.write((tx) => rooms.segment(tx, run, 5, WEBM));
  if (!room || segment === undefined) throw new Error('nothing is recorded');
  for (let part = 0; part * SIZE < RECORDED.length; part++) {
    const bytes = RECORDED.subarray(part * SIZE, (part + 1) * SIZE);
    const taken = await rooms.take(site, room, { segment, part }, once(bytes));
    if (!taken.kept) throw new Error(taken.why);
    say(`kept ${room.recording} ${part}`);
  }
  await database.write((tx) => rooms.over(tx, run, {}));
  say(`over ${room.recording}`);
}

/** At once: a line that waits in this process would be lost with it. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

for (let count = 1; ; count++) {
  await record(1_000 * Number(hours) + count);
  const making = work.drain();
  // The next one is recorded while this one is made ready, or after it.
  if (count % 2 === 0) await making;
  say('made');
}
