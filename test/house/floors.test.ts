import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { floorOffences } from '../../scripts/check-floors.ts';
import { filesBelow, ROOT } from '../../scripts/files.ts';
import { rightsOffences } from '../../scripts/rights-in-policies.ts';
import { ownerOffences } from '../../scripts/table-owners.ts';

const offences = (path: string, text: string) => floorOffences([{ path, text }]);

test('the house stands: no import goes up or sideways', () => {
  const sources = filesBelow('src')
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
  assert.deepEqual(floorOffences(sources), []);
  assert.deepEqual(ownerOffences(sources), []);
  assert.deepEqual(rightsOffences(sources), []);
});

for (const [what, path, text] of [
  ['a domain that imports a protocol', 'src/accounts/a.ts', "import { x } from '../xml-api/message.ts';"],
  ['a domain that imports the sign-in', 'src/sites/a.ts', "import { x } from '../sign-in/tickets.ts';"],
  ['a domain that knows XML', 'src/accounts/a.ts', "import { text } from '../xml/schema.ts';"],
  ['a domain that knows HTTP', 'src/accounts/a.ts', "import { createServer } from 'node:http';"],
  ['a domain that knows the web framework', 'src/sites/a.ts', "import Fastify from 'fastify';"],
  ['one protocol that imports another', 'src/url-api/a.ts', "import { x } from '../xml-api/operation.ts';"],
  ['a protocol that imports the server', 'src/xml-api/user/a.ts', "import { x } from '../../server.ts';"],
  ['a sign-in that imports the mail', 'src/sign-in/a.ts', "import { x } from '../mail/outbox.ts';"],
  ['a database that imports the domain', 'src/database/a.ts', "import { x } from '../sites/site.ts';"],
  [
    'a service of the XML API that imports another',
    'src/xml-api/ep/a.ts',
    "import { x } from '../meeting/meeting-type.ts';",
  ],
  [
    'shared types that import a service',
    'src/xml-api/types/a.ts',
    "import { x } from '../user/user-type.ts';",
  ],
  ['shared types that know a call', 'src/xml-api/types/a.ts', "import { x } from '../operation.ts';"],
  ['a dispatcher that knows a service', 'src/xml-api/dispatch.ts', "import { x } from './user/get-user.ts';"],
  ['a type-only import', 'src/sites/a.ts', "import type { Context } from '../context.ts';"],
  ['an import over several lines', 'src/sites/a.ts', "import {\n  a,\n  b,\n} from '../context.ts';"],
  ['a re-export', 'src/sites/a.ts', "export * from '../context.ts';"],
  ['an import for its effects', 'src/sites/a.ts', "import '../context.ts';"],
  ['a dynamic import', 'src/sites/a.ts', "const later = await import('../context.ts');"],
  ['a type import in place', 'src/sites/a.ts', "type C = import('../context.ts').Context;"],
] as const) {
  test(`${what} is an offence`, () => {
    const [offence, ...others] = offences(path, text);
    assert.deepEqual(others, []);
    assert.match(offence ?? '', new RegExp(`^${path}:${text.split('\n').length} imports `));
  });
}

test('a room without a floor is an offence', () => {
  assert.match(offences('src/utils/a.ts', '')[0] ?? '', /^src\/utils\/a\.ts is on no floor/);
});

test('rooms of the domain may import each other, but not in a circle', () => {
  const accounts = { path: 'src/accounts/a.ts', text: "import { x } from '../sites/site.ts';" };
  const sites = { path: 'src/sites/a.ts', text: "import { x } from '../accounts/account.ts';" };
  assert.deepEqual(floorOffences([accounts]), []);
  assert.deepEqual(floorOffences([accounts, sites]), ['a circle: accounts → sites → accounts']);
});

test('imports downwards, of other modules and in comments are no offence', () => {
  const text = [
    "import { parse } from 'node:path';",
    "import type { Site } from '../../sites/site.ts';",
    "import { text } from '../../xml/schema.ts';",
    '/**',
    " * import { x } from '../../server.ts';",
    ' */',
  ].join('\n');
  assert.deepEqual(offences('src/xml-api/user/a.ts', text), []);
});

const SESSION = {
  path: 'src/database/tables/session-table.ts',
  text: '/**\n * A session.\n * @room sessions\n */\nexport interface SessionTable {\n  id: number;\n  start_at: number;\n}\n',
};

for (const [what, text] of [
  ['reads', "db.selectFrom('session').select('id')"],
  ['reads under another name', "db.selectFrom('session as s')"],
  ['writes', "db.updateTable('session').set({})"],
  ['joins', "db.selectFrom('mail').innerJoin('session', 'session.id', 'mail.session')"],
  ['names a column of', "eb('session.start_at', '>', 0)"],
  ['writes SQL about', "import { sql } from 'kysely';\nsql`select 1 from mail join session as s on true`"],
  ['passes the name to SQL of', "import { sql } from 'kysely';\nsql.table('session')"],
] as const) {
  test(`a room ${what} no table of another room`, () => {
    const [offence, ...more] = ownerOffences([SESSION, { path: 'src/mail/a.ts', text }]);
    assert.match(offence ?? '', /^src\/mail\/a\.ts:\d names the table session, which belongs to sessions$/);
    assert.ok(more.length <= 1);
    assert.deepEqual(ownerOffences([SESSION, { path: 'src/sessions/a.ts', text }]), []);
  });
}

test('what merely looks like a column is no offence', () => {
  const text = "switch (event.kind) { case 'session.scheduled': break; }";
  assert.deepEqual(ownerOffences([SESSION, { path: 'src/mail/a.ts', text }]), []);
});

test('every table says which room owns it, and the room is there', () => {
  for (const path of filesBelow('src/database/tables')) {
    const room = /@room (\S+)/.exec(readFileSync(join(ROOT, path), 'utf8'))?.[1];
    if (path.endsWith('-table.ts')) assert.ok(room && existsSync(join(ROOT, 'src', room)), path);
  }
});

test('a protocol that reads a role off an account judges a right by itself', () => {
  const judging = "import { type Account, isSiteAdmin } from '../../accounts/account.ts';\n";
  assert.deepEqual(rightsOffences([{ path: 'src/xml-api/user/a.ts', text: judging }]), [
    'src/xml-api/user/a.ts imports isSiteAdmin: what somebody may do is judged in src/policies/',
  ]);
  assert.deepEqual(rightsOffences([{ path: 'src/policies/a.ts', text: judging }]), []);
  assert.deepEqual(
    rightsOffences([
      { path: 'src/xml-api/user/a.ts', text: "import type { Account } from '../../accounts/account.ts';" },
    ]),
    [],
  );
});
