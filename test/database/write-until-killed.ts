import { openDatabase } from '../../src/database/database.ts';
import { siteRow } from './rows.ts';

/** A program that writes, eight at a time, and says what has been acknowledged, until it is killed. */

const database = await openDatabase(process.argv[2] ?? '', { alone: process.argv[3] === 'alone' });

async function writeOn(): Promise<never> {
  for (;;) {
    const row = siteRow();
    await database.write(async (tx) => tx.run(database.builder.insertInto('site').values(row).compile()));
    process.stdout.write(`${row.name}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, writeOn));
