// `npm run node -- …`: the Node.js of the project with these arguments. The scripts of package.json use it.
import { runBroughtNode, runInstead } from './brought-node.mjs';

const NEEDED = 24;
const given = process.argv.slice(2);

if (Number(process.versions.node.split('.')[0]) >= NEEDED) runInstead(process.execPath, given);
else runBroughtNode(given);
