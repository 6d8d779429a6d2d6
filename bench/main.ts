/** `npm run bench`, or `npm run bench calls start …` for some of them. */
import { accounts } from './accounts.ts';
import { calls } from './calls.ts';
import { guessing } from './guessing.ts';
import { histories } from './histories.ts';
import { hostile } from './hostile.ts';
import { imports } from './imports.ts';
import { lists } from './lists.ts';
import { logTail } from './log-tail.ts';
import { meetings } from './meetings.ts';
import { nodes } from './nodes.ts';
import { recordingLists } from './recording-lists.ts';
import { recordings } from './recordings.ts';
import { renames } from './renames.ts';
import { requestLog } from './request-log.ts';
import { rest } from './rest.ts';
import { restLists } from './rest-lists.ts';
import { restRecordings } from './rest-recordings.ts';
import { rooms } from './rooms.ts';
import { start } from './start.ts';
import { webhooks } from './webhooks.ts';

/** Each gives what it has to print. */
const BENCHES: Readonly<Record<string, () => Promise<string>>> = {
  calls,
  meetings,
  renames,
  lists: async () =>
    `${await lists()}\n\n${await histories()}\n\n${await recordingLists()}\n\n${await accounts()}`,
  hostile,
  guessing,
  nodes,
  recordings,
  'request-log': async () => `${await requestLog()}\n\n${await logTail()}`,
  rest: async () => `${await rest()}\n\n${await restLists()}`,
  imports,
  rooms,
  start,
  webhooks,
};

/** Parts of another one, each for itself. */
const PARTS: typeof BENCHES = {
  accounts,
  histories,
  'log-tail': logTail,
  'recording-lists': recordingLists,
  'rest-lists': restLists,
  'rest-recordings': restRecordings,
};

const names = process.argv.slice(2);
const known = { ...BENCHES, ...PARTS };
const unknown = names.find((name) => !(name in known));
if (unknown !== undefined) {
  console.error(`there is no benchmark ${unknown}; there are ${Object.keys(known).join(', ')}`);
  process.exit(1);
}
for (const name of names.length > 0 ? names : Object.keys(BENCHES)) console.log(`${await known[name]?.()}\n`);
