#!/usr/bin/env node
// The way in. Plain JavaScript that an old Node.js can read too: it runs the newer one that `npm ci` has brought, or
// says what is wrong.
const NEEDED = 24;

if (Number(process.versions.node.split('.')[0]) >= NEEDED) import('../src/main.ts');
else import('./brought-node.mjs').then(({ runBroughtNode }) => runBroughtNode(process.argv.slice(1)));
