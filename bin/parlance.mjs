#!/usr/bin/env node
// The way in. Plain JavaScript that an old Node.js can read too, so that it can say what is wrong.
const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  console.error(
    `parlance: Node.js ${NEEDED} or newer is needed; this is ${process.versions.node}. ` +
      'In the folder of Parlance `npm ci` fetches it and `npm start` uses it.',
  );
  process.exit(1);
}

import('../src/main.ts');
