import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';

const EVIL = '"><script>alert(1)</script>';

forProtocol('The contacts of a host', (open) => {
  const shared = sharedSite(open);

  async function signedIn() {
    const { webExID } = await shared().person();
    const visitor = new Visitor(shared().url);
    await visitor.post('/acme/p.php', { AT: 'LI', WID: webExID, PW: PASSWORD });
    await visitor.get('/acme/');
    const FORM = visitor.cookies.get('form') ?? '';
    const send = (fields: Readonly<Record<string, string>>) =>
      visitor.post('/acme/contacts.php', { FORM, ...fields });
    const shown = async (query: Readonly<Record<string, string>> = {}) =>
      (await visitor.get('/acme/contacts.php', query)).text;
    const bring = async (file: string | Buffer) => {
      const body = new FormData();
      body.append('FORM', FORM);
      body.append('FILE', new Blob([file as string]), 'people.csv');
      const cookies = [['ticket', visitor.cookie], ...visitor.cookies]
        .map((pair) => pair.join('='))
        .join('; ');
      return fetch(`${shared().url}/acme/contacts.php`, {
        method: 'POST',
        body,
        headers: { Cookie: cookies },
        redirect: 'manual',
      });
    };
    return { visitor, FORM, send, shown, bring };
  }

  const idOf = (text: string, name: string) =>
    new RegExp(`ID=(\\d+)" aria-label="Edit ${name}"`).exec(text)?.[1] ?? '';

  test('are added, found, changed and deleted, with everything as text', async () => {
    const { send, shown } = await signedIn();
    assert.match(await shown(), /No contacts yet/);
    await send({ DO: 'SAVE', NAME: EVIL, EM: 'evil@example.com', COMPANY: EVIL });
    await send({ DO: 'SAVE', NAME: 'Zoë', EM: 'zoe@example.com', PHONE: '+49 30 1' });
    const all = await shown();
    assert.match(all, /2 contacts/);
    assert.doesNotMatch(all, /<script>alert/);
    const found = await shown({ Q: 'ZOË' });
    assert.match(found, /1 contact</);
    assert.doesNotMatch(found, /evil@/);
    assert.match(await shown({ Q: 'nobody' }), /Nobody is called that/);
    const ID = idOf(all, 'Zoë');
    const taken = await send({ DO: 'SAVE', ID, NAME: 'Typed', EM: 'EVIL@example.com' });
    assert.equal(taken.status, 400);
    assert.match(taken.text, /Another contact has this e-mail address/);
    assert.match(taken.text, /value="Typed"/);
    const wrong = await send({ DO: 'SAVE', EM: 'no address' });
    assert.match(wrong.text, /This is not an e-mail address/);
    await send({ DO: 'SAVE', ID, NAME: 'Zoe', EM: 'zoe@example.org' });
    assert.match(await shown(), /zoe@example\.org/);
    await send({ DO: 'REMOVE', ID });
    assert.doesNotMatch(await shown(), /zoe@/);
  });

  test('are in groups, and each host has their own', async () => {
    const own = await signedIn();
    await own.send({ DO: 'GROUP', NAME: 'Board' });
    assert.match((await own.send({ DO: 'GROUP', NAME: 'board' })).text, /a group of this name already/);
    const [, GROUP = ''] = /GROUP=(\d+)"[^>]*>Board</.exec(await own.shown()) ?? [];
    await own.send({ DO: 'SAVE', NAME: 'Ann', EM: 'ann@example.com', [`G${GROUP}`]: '1' });
    await own.send({ DO: 'SAVE', NAME: 'Bob', EM: 'bob@example.com' });
    const board = await own.shown({ GROUP });
    assert.match(board, /ann@example\.com/);
    assert.doesNotMatch(board, /bob@example\.com/);
    const other = await signedIn();
    const ID = idOf(await own.shown(), 'Ann');
    assert.doesNotMatch(await other.shown({ GROUP, ID }), /ann@|Board/);
    const deeds: readonly Readonly<Record<string, string>>[] = [
      { DO: 'REMOVE', ID },
      { DO: 'SAVE', ID, EM: 'mine@example.com' },
      { DO: 'UNGROUP', GROUP },
    ];
    for (const deed of deeds) assert.equal((await other.send(deed)).status, 404);
    assert.equal((await own.visitor.post('/acme/contacts.php', { DO: 'REMOVE', ID })).status, 403);
    await own.send({ DO: 'UNGROUP', GROUP });
    assert.match(await own.shown(), /ann@example\.com/);
  });

  test('come from files of other programs and go to them, formulas as text', async () => {
    const { bring, shown, visitor } = await signedIn();
    const file =
      '\ufeffVorname;Nachname;E-Mail-Adresse;Firma;Kategorien\r\n' +
      'Änne;Müller;aenne@example.com;"Müller; Söhne";Vertrieb;\r\n' +
      'Ohne;Adresse;;;\r\n=1+1;;formula@example.com;;Vertrieb\r\n';
    const answer = await bring(file);
    assert.match(answer.headers.get('Location') ?? '', /WAS=IMPORTED&TAKEN=2&LEFT=1/);
    const all = await shown();
    assert.match(all, /Änne Müller/);
    assert.match(all, /Müller; Söhne/);
    const { text, headers } = await visitor.get('/acme/contacts.php', { EXPORT: '1' });
    assert.match(String(headers['content-disposition']), /attachment; filename="contacts\.csv"/);
    assert.match(text, /Änne Müller,aenne@example\.com,Müller; Söhne/);
    assert.doesNotMatch(text, /^=|,=/m);
    // What was taken out comes back as it was.
    assert.match((await bring(text)).headers.get('Location') ?? '', /TAKEN=2&LEFT=0/);
    for (const [broken, said] of [
      ['Name,Company\r\nAnn,Acme\r\n', /No column of the file has e-mail addresses/],
      [Buffer.from([0, 1, 2, 0, 255, 254, 0, 9, 0, 0, 7]), /not a file of text/],
      ['', /not a file of text/],
    ] as const) {
      const refused = await bring(broken);
      assert.equal(refused.status, 400);
      assert.match(await refused.text(), said);
    }
  });
});
