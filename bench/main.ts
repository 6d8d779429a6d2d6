/** `npm run bench`, or `npm run bench calls start …` for some of them. */
import { calls } from './calls.ts';
import { guessing } from './guessing.ts';
import { histories } from './histories.ts';
import { hostile } from './hostile.ts';
import { lists } from './lists.ts';
import { meetings } from './meetings.ts';
import { nodes } from './nodes.ts';
import { renames } from './renames.ts';
import { start } from './start.ts';

/** Each gives what it has to print. */
const BENCHES: Readonly<Record<string, () => Promise<string>>> = {
  calls,
  meetings,
  renames,
  lists,
  histories,
  hostile,
  guessing,
  nodes,
  start,
};

const names = process.argv.slice(2);
const unknown = names.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  console.error(`there is no benchmark ${unknown}; there are ${Object.keys(BENCHES).join(', ')}`);
  process.exit(1);
}
for (const [name, run] of Object.entries(BENCHES)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`${await run()}\n`);
}
