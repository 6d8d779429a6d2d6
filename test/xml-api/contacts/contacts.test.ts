import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, CI_ADMIN, GUEST, sharedSite, xml } from '../../support/site.ts';

forProtocol('contacts', (open) => {
  const site = sharedSite(open);
  const contact = (name: string, rest = '') =>
    `<contact><name>${xml(name)}</name><email>${name.toLowerCase()}@example.com</email>${rest}</contact>`;
  const keep = async (caller: Caller, ...names: readonly string[]) =>
    (await site().ok('ep.CreateContacts', names.map((name) => contact(name)).join(''), caller)).texts(
      'contactID',
    );
  const list = (caller: Caller, content = '') => site().call('ep.LstContact', content, caller);
  const distList = (content: string) => `<distList>${content}</distList>`;

  test('are created (the documented request) and listed', async () => {
    const host = await site().person();
    const ids = await site().ok(
      'ep.CreateContacts',
      '<contact><name>Some Body</name><email>some@body.com</email></contact>' +
        '<contact><name>Another Body</name><email>another@body.com</email></contact>',
      host,
    );
    assert.equal(new Set(ids.texts('contactID')).size, 2);
    const answer = await list(host);
    assert.deepEqual(answer.texts('contact/name'), ['Another Body', 'Some Body']);
    assert.deepEqual(answer.texts('contact/contactID').toReversed(), ids.texts('contactID'));
  });

  test('give back everything that was said, in the order of the schema, markup as text', async () => {
    const host = await site().person();
    await site().ok(
      'ep.CreateContacts',
      '<contact><email>whole@example.com</email><name>&lt;b&gt;Whole&lt;/b&gt;</name><title>Dr</title>' +
        '<company>A &amp; B</company><webExId>whole</webExId>' +
        '<address><addressType>GLOBAL</addressType><address1>One</address1><city>Bonn</city></address>' +
        '<phones><phone>1</phone><mobilePhone>2</mobilePhone><fax>3</fax></phones><notes>n</notes><url>u</url>' +
        '<type>MEMBER</type><joinStatus>ACCEPT</joinStatus><language>german</language><locale>GERMANY</locale>' +
        '<timeZoneID>25</timeZoneID></contact>',
      host,
    );
    const answer = await list(host);
    const [row] = answer.all('contact');
    assert.deepEqual(
      row?.children.map(({ name, text }) => [name, text]),
      [
        ['name', '<b>Whole</b>'],
        ['title', 'Dr'],
        ['company', 'A & B'],
        ['webExId', 'whole'],
        ['address', ''],
        ['phones', ''],
        ['email', 'whole@example.com'],
        ['notes', 'n'],
        ['url', 'u'],
        ['type', 'MEMBER'],
        ['joinStatus', 'ACCEPT'],
        ['language', 'GERMAN'],
        ['locale', 'GERMANY'],
        ['timeZoneID', '25'],
        ['contactID', answer.value('contact/contactID')],
      ],
    );
    assert.equal(answer.value('contact/address/addressType'), 'PERSONAL', 'as documented: it is ignored');
    assert.equal(answer.value('contact/phones/fax'), '3');
  });

  test('are kept all or none', async () => {
    const host = await site().person();
    for (const { number, content } of [
      { number: '000901', content: '' },
      { number: '000901', content: `${contact('Anna')}<contact><name>No e-mail</name></contact>` },
      { number: '000909', content: `${contact('Anna')}<contact><email>a@b.c&#10;x</email></contact>` },
      { number: '000909', content: contact('Anna', '<language>KLINGON</language>') },
      { number: '000909', content: contact('Anna', '<timeZoneID>62</timeZoneID>') },
      { number: '000902', content: contact('Anna', `<notes>${'n'.repeat(2_001)}</notes>`) },
      { number: '000906', content: contact('Anna', '<type>ROBOT</type>') },
    ]) {
      await site().refused(number, 'ep.CreateContacts', content, host);
    }
    assert.equal((await list(host)).exceptionID, '000015');
  });

  test('are nobody else’s, but administrators see those of a host', async () => {
    const [host, other] = [await site().person(), await site().person()];
    const reader = await site().person({ privileges: { host: false, roSiteAdmin: true } });
    await keep(host, 'Secret');
    assert.equal((await list(other)).exceptionID, '000015');
    const named = `<hostWebExID>${host.webExID}</hostWebExID>`;
    for (const caller of [other, GUEST]) {
      const answer = await list(caller, named);
      assert.equal(answer.exceptionID, '000001');
      assert.ok(!answer.text.includes('Secret'));
      assert.equal((await list(caller, '<hostWebExID>nobody</hostWebExID>')).exceptionID, '000001');
    }
    for (const caller of [ADMIN, reader, host]) {
      assert.deepEqual((await list(caller, named)).texts('contact/name'), ['Secret']);
    }
    assert.equal((await list(CI_ADMIN, named)).exceptionID, '030001');
  });

  test('of the type GLOBAL are the accounts of the site, as far as they show themselves', async () => {
    const shy = await site().person({
      firstName: 'Shy',
      lastName: 'Zzz',
      profile: { title: 'Secret title', phones: { phone: '555-1' }, options: { emailVisible: false } },
    });
    const open = await site().person({
      firstName: 'Open',
      email: 'open@acme.com',
      lastName: 'Zzzz',
      profile: {
        title: 'Shown title',
        phones: { phone: '555-2' },
        options: { titleVisible: true, workPhoneVisible: true, emailVisible: true },
      },
    });
    const gone = await site().person({ lastName: 'Gone', active: 'DEACTIVATED' });
    const answer = await list(shy, '<addressType>GLOBAL</addressType>');
    const ids = answer.texts('contact/webExId');
    assert.deepEqual(ids.slice(-2), [shy.webExID, open.webExID], 'by their names');
    assert.ok(ids.includes('hostid') && !ids.includes(gone.webExID));
    assert.ok(!answer.text.includes('Secret title') && !answer.text.includes('555-1'));
    assert.ok(answer.text.includes('Shown title') && answer.text.includes('555-2'));
    const emailOf = new Map(ids.map((id, at) => [id, answer.texts('contact/email')[at]]));
    assert.equal(emailOf.get(open.webExID), 'open@acme.com');
    assert.equal(emailOf.get(shy.webExID), '');
    assert.deepEqual(new Set(answer.texts('contact/address/addressType')), new Set(['GLOBAL']));
    const page = await list(
      shy,
      `<addressType>GLOBAL</addressType><listControl><startFrom>${ids.length}</startFrom></listControl>`,
    );
    assert.deepEqual(page.texts('contact/webExId'), ids.slice(-1));
    assert.equal((await list(GUEST, '<addressType>GLOBAL</addressType>')).exceptionID, '000001');
  });

  test('are put together in distribution lists', async () => {
    const host = await site().person();
    const [anna, bert] = await keep(host, 'Anna', 'Bert');
    const created = await site().ok(
      'ep.CreateDistList',
      distList(`<name>Team &lt;1&gt;</name><desc>Us</desc><contactID>${anna}</contactID>`),
      host,
    );
    const id = created.value('distListID');
    const lists = await site().ok('ep.LstDistList', '', host);
    assert.deepEqual(
      lists.all('distList')[0]?.children.map(({ name, text }) => [name, text]),
      [
        ['distListID', id],
        ['name', 'Team <1>'],
        ['desc', 'Us'],
        ['addressType', 'PERSONAL'],
      ],
    );
    const members = async (criterion = `<distListID>${id}</distListID>`) =>
      (await list(host, criterion)).texts('contact/name');
    assert.deepEqual(await members(), ['Anna']);
    const set = (content: string) =>
      site().ok('ep.SetDistList', distList(`<distListID>${id}</distListID>${content}`), host);
    await set(`<name>Crew</name><contactID>${bert}</contactID><contactOperation>ADD</contactOperation>`);
    assert.deepEqual(await members('<distListName>CREW</distListName>'), ['Anna', 'Bert']);
    await set(`<contactID>${anna}</contactID><contactOperation>DELETE</contactOperation>`);
    assert.deepEqual(await members(), ['Bert']);
    await set('<contactOperation>DELETE_ALL</contactOperation>');
    assert.equal((await list(host, `<distListID>${id}</distListID>`)).exceptionID, '000015');
    assert.equal((await site().ok('ep.LstDistList', '<name>crew</name>', host)).value('distList/desc'), 'Us');
  });

  test('refuses lists that cannot be', async () => {
    const [host, other] = [await site().person(), await site().person()];
    const [foreign] = await keep(other, 'Foreign');
    const created = await site().ok('ep.CreateDistList', distList('<name>Mine</name>'), host);
    const id = `<distListID>${created.value('distListID')}</distListID>`;
    const create = (content: string) => ({ operation: 'ep.CreateDistList', content: distList(content) });
    const set = (content: string) => ({ operation: 'ep.SetDistList', content: distList(content) });
    for (const { number, request, caller = host } of [
      { number: '000901', request: { operation: 'ep.CreateDistList', content: '' } },
      { number: '000901', request: create('<desc>nameless</desc>') },
      { number: '000932', request: create('<name>mine</name>') },
      { number: '000930', request: create(`<name>New</name><contactID>${foreign}</contactID>`) },
      { number: '000930', request: create('<name>New</name><contactID>9007199254740991</contactID>') },
      { number: '000905', request: create('<name>New</name><contactID>-1</contactID>') },
      { number: '000902', request: create(`<name>${'n'.repeat(129)}</name>`) },
      { number: '000901', request: set('<name>Other</name>') },
      { number: '000931', request: set('<distListID>9007199254740991</distListID>') },
      { number: '000931', request: set(id), caller: other },
      { number: '000930', request: set(`${id}<contactID>${foreign}</contactID>`) },
      {
        number: '000930',
        request: set(`${id}<contactID>1</contactID><contactOperation>DELETE</contactOperation>`),
      },
      { number: '000901', request: set(`${id}<contactOperation>DELETE</contactOperation>`) },
      { number: '000906', request: set(`${id}<contactOperation>REPLACE</contactOperation>`) },
    ]) {
      await site().refused(number, request.operation, request.content, caller);
    }
  });

  test('and their lists are the owner’s: only administrators list those of a host', async () => {
    const [host, other] = [await site().person(), await site().person()];
    await site().ok('ep.CreateDistList', distList('<name>Mine</name>'), host);
    const named = `<hostWebExID>${host.webExID}</hostWebExID>`;
    await site().refused('000015', 'ep.LstDistList', '', other);
    await site().refused('000001', 'ep.LstDistList', named, other);
    await site().refused('030001', 'ep.LstDistList', named, CI_ADMIN);
    await site().refused('000015', 'ep.LstDistList', '<addressType>GLOBAL</addressType>', host);
    const answer = await site().ok('ep.LstDistList', named, ADMIN);
    assert.deepEqual(answer.texts('distList/name'), ['Mine']);
  });
});
