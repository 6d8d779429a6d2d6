/** Records events in a database until it is killed: `record-and-die.ts URL COUNT`. Nothing is handed on. */
import { openDatabase } from '../../src/database/database.ts';
import { openTestEvents, startedEvent } from './test-events.ts';

const [url = '', count = '1'] = process.argv.slice(2);
const database = await openDatabase(url);
const { events, site } = await openTestEvents(database);
for (let at = 1; at <= Number(count); at++) {
  await database.write((tx) => events.record(tx, site, startedEvent(at)));
}
console.log('committed');
process.kill(process.pid, 'SIGKILL');
