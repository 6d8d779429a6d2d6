import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccountPieces } from '../../src/accounts/account-pieces.ts';
import { exportBatch } from '../../src/accounts/batch/batch-export.ts';
import {
  type BatchForm,
  ORIGINAL_FORM,
  readBatch,
  USUAL_FORM,
  writtenRows,
} from '../../src/accounts/batch/batch-file.ts';
import { type BatchOrder, type BatchResult, importBatch } from '../../src/accounts/batch/batch-import.ts';
import { RuleBroken } from '../../src/refusal.ts';
import { keptSite } from '../sessions/kept.ts';
import { forEachDatabase } from '../support/databases.ts';

/** Users by files: what is read of them, what is done, and what comes back. */

const order: BatchOrder = {
  isDryRun: false,
  password: async (password) => () => ({ passwordHash: `hash of ${password}` }),
};

async function* inPieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const fileOf = (text: string | Uint8Array) => readBatch(inPieces(Buffer.from(text)));

forEachDatabase('a file of users', (open) => {
  async function house() {
    const database = await open();
    const kept = await keptSite(database);
    const accountPieces = openAccountPieces(database);
    const run = async (text: string | Uint8Array, how: Partial<BatchOrder> = {}) => {
      const results: BatchResult[] = [];
      const file = await fileOf(text);
      for await (const result of importBatch(kept.accounts, kept.site, file, { ...order, ...how })) {
        results.push(result);
      }
      return results.map(({ line, verdict, comment }) => [line, verdict, comment].filter(Boolean).join(' '));
    };
    const exported = async (form: BatchForm) => {
      const pieces: Buffer[] = [];
      for await (const piece of exportBatch(accountPieces, kept.site, form)) pieces.push(piece);
      return Buffer.concat(pieces);
    };
    const find = async (webExId: string) => {
      const account = await kept.accounts.find(kept.site, webExId);
      return account && kept.accounts.withProfile(account);
    };
    return { ...kept, run, exported, find };
  }

  test('creates users, changes them by their UserID, and leaves alone what is there', async () => {
    const { run, find } = await house();
    const text =
      'UserID,Active,FirstName,LastName,UserName,Email,Password,HostPrivilege,City,TrackingCode1\n' +
      ',Y,Ann,Able,ann,ann@acme.com,S3cret-word,HOST,Berlin,T1\n' +
      ',N,Bob,Brown,bob@acme.com,,,ATTND,,\n';
    assert.deepEqual(await run(text), ['2 created', '3 created']);
    const ann = await find('ann');
    assert.equal(ann?.passwordHash, 'hash of S3cret-word');
    assert.equal(ann?.profile.address.city, 'Berlin');
    assert.equal(ann?.profile.tracking.trackingCode1, 'T1');
    const bob = await find('bob@acme.com');
    assert.deepEqual(
      [bob?.email, bob?.active, bob?.profile.privileges.attendeeOnly, bob?.profile.privileges.host],
      ['bob@acme.com', 'DEACTIVATED', true, false],
    );
    assert.deepEqual(await run(text), ['2 same', '3 same'], 'a second time');
    const change = `User Id;lastname;City;HostPrivilege\n${ann?.userId};Other;-;admn\n`;
    assert.deepEqual(await run(change), ['2 changed']);
    const after = await find('ann');
    assert.deepEqual(
      [after?.lastName, after?.firstName, after?.profile.address.city, after?.profile.privileges.siteAdmin],
      ['Other', 'Ann', '', true],
      'an empty cell leaves what is there, a hyphen empties it',
    );
  });

  test('refuses a row with its reason, and goes on', async () => {
    const { run, find, host } = await house();
    await host('hanna');
    const rows = [
      ',Ann,Able,ann,ann@acme.com,Y',
      ',Ann,Again,ANN,other@acme.com,Y',
      ',Eve,Evil,eve,no address,Y',
      ',Eve,Evil,eve2,eve@acme.com,perhaps',
      ',,Evil,eve3,eve3@acme.com,Y',
      ',Han,Na,hanna,hanna2@acme.com,Y',
      ',Han,Na,hanna3,hanna@acme.com,Y',
      '999999999,No,Body,nobody,nobody@acme.com,Y',
      'x,No,Body,nobody,nobody@acme.com,Y',
      ',Too,Many,many,many@acme.com,Y,extra',
      ',Zoe,Last,zoe,zoe@acme.com,Y',
    ];
    const said = await run(`UserID,FirstName,LastName,UserName,Email,Active\n${rows.join('\n')}\n`);
    for (const [at, pattern] of [
      /^2 created$/,
      /^3 refused UserName: stands in line 2 already/,
      /^4 refused Email: must be one e-mail address/,
      /^5 refused Active: must be Y or N/,
      /^6 refused FirstName: is required/,
      /^7 refused UserName: is taken: give its UserID, \d{9}/,
      /^8 refused the e-mail hanna@acme.com is taken/,
      /^9 refused UserID: is that of nobody/,
      /^10 refused UserID: must be a number/,
      /^11 refused row: has 7 cells under 6 headings/,
      /^12 created$/,
    ].entries()) {
      assert.match(said[at] ?? '', pattern);
    }
    assert.equal(await find('eve'), undefined);
  });

  test('empties nothing that nobody can be without, and lets an account stay for ever', async () => {
    const { run, find } = await house();
    await run('FirstName,LastName,UserName,ExpirationDate\nAnn,Able,a@acme.com,12/31/2030\n');
    const id = (await find('a@acme.com'))?.userId;
    const emptied = async (heading: string) => (await run(`UserID,${heading}\n${id},-\n`))[0] ?? '';
    for (const heading of ['FirstName', 'LastName', 'UserName']) {
      assert.match(await emptied(heading), /refused \w+: must not be empty/);
    }
    assert.match(await emptied('Email'), /refused Email/);
    assert.notEqual((await find('a@acme.com'))?.expiresAt, null);
    assert.equal(await emptied('ExpirationDate'), '2 changed');
    assert.equal((await find('a@acme.com'))?.expiresAt, null);
  });

  test('says of whose password it is whether they will administer the site', async () => {
    const { run } = await house();
    const owners: boolean[] = [];
    const password: BatchOrder['password'] = async (_password, { isAdmin }) => {
      owners.push(isAdmin);
      return () => ({ passwordHash: 'a hash' });
    };
    const text = 'FirstName,LastName,UserName,Password,HostPrivilege\n';
    await run(`${text}Ann,Able,a@acme.com,p,ADMN\nBob,B,b@acme.com,p,HOST\n`, { password });
    assert.deepEqual(owners.sort(), [false, true]);
  });

  test('says what it would do, and does nothing', async () => {
    const { run, find } = await house();
    const text = 'FirstName,LastName,UserName,Email\nAnn,Able,ann,ann@acme.com\nX,Y,,\n';
    assert.deepEqual(await run(text, { isDryRun: true }), ['2 created', '3 refused UserName: is required']);
    assert.equal(await find('ann'), undefined);
  });

  test('is left where somebody aborts it', async () => {
    const { run } = await house();
    assert.deepEqual(
      await run('FirstName,LastName,UserName\nA,B,a@acme.com\n', { signal: AbortSignal.abort() }),
      [],
    );
  });

  test('comes back from an export as it was, in both forms, and no spreadsheet takes a name for a formula', async () => {
    const { run, exported } = await house();
    await run(
      'FirstName,LastName,UserName,Email,Phone\n"=1+1","O""Neil, “ü”",ann,ann@acme.com,+49 30 1234\n',
    );
    for (const form of [USUAL_FORM, ORIGINAL_FORM]) {
      const bytes = await exported(form);
      assert.deepEqual(await run(bytes), ['2 same']);
      const text = new TextDecoder(form.encoding).decode(bytes);
      assert.match(text, /'=1\+1/);
      assert.match(text, /'\+49 30 1234/);
      assert.match(text, /^UserID[,\t]Active[,\t]FirstName[,\t]LastName[,\t]UserName/);
      assert.doesNotMatch(text, /hash of/);
    }
  });
});

forEachDatabase('a file that is none of users', (open) => {
  const sent = async (bytes: string | Uint8Array) => {
    const { accounts, site } = await keptSite(await open());
    const file = await fileOf(bytes);
    for await (const _ of importBatch(accounts, site, file, order));
  };
  const head = 'FirstName,LastName,UserName\n';

  for (const [what, bytes, why] of [
    ['empty', '', /is empty/],
    ['binary', Buffer.from([0, 1, 0, 2, 0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 9, 9, 9]), /must be text/],
    ['without a heading that is needed', 'FirstName,LastName\nA,B\n', /lack UserName/],
    ['with a heading that nobody knows', `${head.trim()},Shoe size\n`, /have Shoe size/],
    ['with a heading twice', `${head.trim()},Last Name\n`, /LastName twice/],
    [
      'of another encoding below',
      Buffer.concat([Buffer.from(head), Buffer.from([0x41, 0xff, 0x2c])]),
      /UTF-8/,
    ],
    ['with a row without an end', `${head}"${'x'.repeat(100_000)}`, /cannot be read/],
  ] as const) {
    test(`is refused: ${what}`, async () => {
      await assert.rejects(sent(bytes), (error) => error instanceof RuleBroken && why.test(error.message));
    });
  }
});

forEachDatabase('a file in another form', (open) => {
  for (const [what, bytes] of [
    ['with semicolons', Buffer.from('FirstName;LastName;UserName\r\nÄnn;B;a@acme.com\r\n')],
    ['with a mark in front', Buffer.from('\ufeffFirstName,LastName,UserName\nÄnn,B,a@acme.com')],
    [
      'in UTF-16 without a mark',
      Buffer.from('FirstName\tLastName\tUserName\nÄnn\tB\ta@acme.com\n', 'utf16le'),
    ],
    [
      'in UTF-16 the other way round',
      writtenRows(
        { encoding: 'utf-16be', separator: '\t' },
        [
          ['FirstName', 'LastName', 'UserName'],
          ['Änn', 'B', 'a@acme.com'],
        ],
        true,
      ),
    ],
  ] as const) {
    test(`is read: ${what}`, async () => {
      const { accounts, site } = await keptSite(await open());
      for await (const _ of importBatch(accounts, site, await fileOf(bytes), order));
      assert.equal((await accounts.find(site, 'a@acme.com'))?.firstName, 'Änn');
    });
  }
});
