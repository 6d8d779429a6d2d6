import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, sharedSite } from '../../support/site.ts';

forProtocol('sales accounts, opportunities and products', (open) => {
  const site = sharedSite(open);
  const account = (content: string) => `<account>${content}</account>`;
  const opportunity = (content: string) => `<opportunity>${content}</opportunity>`;
  async function keep(caller: Caller, name: string, more = ''): Promise<string> {
    const answer = await site().ok('sales.CreateAccount', account(`<name>${name}</name>${more}`), caller);
    return answer.value('intAccountID') ?? '';
  }

  test('are kept, changed and listed by the elements of the schema', async () => {
    const host = await site().person();
    const parent = await keep(host, 'Parent');
    const child = await keep(
      host,
      'Child',
      `<extAccountID>C-7</extAccountID><extSystemID>2</extSystemID><parentIntID>${parent}</parentIntID>`,
    );
    const made = await site().ok(
      'sales.CreateOpportunity',
      opportunity(`<name>Desks</name><intAccountID>${child}</intAccountID><extOpptyID>O-1</extOpptyID>`),
      host,
    );
    const intOpptyID = made.value('intOpptyID') ?? '';
    await site().ok(
      'sales.SetOpportunity',
      opportunity(`<name>More desks</name><intOpptyID>${intOpptyID}</intOpptyID>`),
      host,
    );
    await site().ok(
      'sales.SetAccount',
      account(`<name>Kid</name><intAccountID>${child}</intAccountID>`),
      host,
    );
    const listed = await site().ok(
      'sales.LstAccounts',
      '<extAccountID>C-7</extAccountID><returnOppty>true</returnOppty>',
      host,
    );
    const [row] = listed.all('account');
    assert.deepEqual(
      row?.children.map(({ name, text }) => [name, text]),
      [
        ['name', 'Kid'],
        ['extAccountID', 'C-7'],
        ['extSystemID', '2'],
        ['parentIntID', parent],
        ['intAccountID', child],
        ['opportunity', ''],
      ],
    );
    assert.equal(listed.value('account/opportunity/name'), 'More desks');
    assert.equal(listed.value('account/opportunity/extOpptyID'), 'O-1');
    const plain = await site().ok('sales.LstAccounts', '', host);
    assert.deepEqual(plain.texts('account/name'), ['Kid', 'Parent']);
    assert.equal(plain.all('account/opportunity').length, 0, 'they are not asked for');
    const opportunities = await site().ok(
      'sales.LstOpportunities',
      `<intAccountID>${child}</intAccountID><extOpptyID>O-1</extOpptyID>`,
      host,
    );
    assert.deepEqual(
      opportunities.all('opportunity')[0]?.children.map(({ name, text }) => [name, text]),
      [
        ['name', 'More desks'],
        ['intAccountID', child],
        ['extOpptyID', 'O-1'],
        ['intOpptyID', intOpptyID],
        ['extAccountID', 'C-7'],
      ],
    );
  });

  test('name what is wrong with them, and nothing is kept', async () => {
    const host = await site().person();
    await keep(host, 'Taken');
    const create = (content: string) => ['sales.CreateAccount', account(content)] as const;
    for (const [number, [operation, content]] of [
      ['000951', create('<name>TAKEN</name>')],
      ['000901', create('<extAccountID>1</extAccountID>')],
      ['000902', create(`<name>${'n'.repeat(129)}</name>`)],
      ['000950', create('<name>New</name><parentIntID>999999</parentIntID>')],
      ['000952', ['sales.SetOpportunity', opportunity('<intOpptyID>999999</intOpptyID>')]],
      ['000901', ['sales.SetOpportunity', opportunity('<name>X</name>')]],
      ['000901', ['sales.SetAccount', account('<name>X</name>')]],
      ['000901', ['sales.CreateOpportunity', opportunity('')]],
      [
        '000950',
        ['sales.CreateOpportunity', opportunity('<name>X</name><intAccountID>999999</intAccountID>')],
      ],
    ] as const) {
      await site().refused(number, operation, content, host);
    }
    assert.deepEqual((await site().ok('sales.LstAccounts', '', host)).texts('account/name'), ['Taken']);
    await site().refused('000015', 'sales.LstOpportunities', '', host);
  });

  test('are those of another user where an administrator names one', async () => {
    const [host, other] = [await site().person(), await site().person()];
    const named = `<webExID>${host.webExID}</webExID>`;
    await site().ok('sales.CreateAccount', `${named}${account('<name>Given</name>')}`, ADMIN);
    assert.deepEqual((await site().ok('sales.LstAccounts', '', host)).texts('account/name'), ['Given']);
    assert.deepEqual((await site().ok('sales.LstAccounts', named, ADMIN)).texts('account/name'), ['Given']);
    for (const unknown of [named, '<webExID>nobody</webExID>']) {
      await site().refused('000001', 'sales.LstAccounts', unknown, other);
    }
    await site().refused('030001', 'sales.LstAccounts', '<webExID>nobody</webExID>', ADMIN);
  });

  test('products are one transaction: one bad row and nothing is written', async () => {
    const product = (name: string, more = '') =>
      `<product><name>${name}</name><description>d</description>${more}</product>`;
    const added = await site().ok('sales.AddProducts', product('Lamp') + product('Chair'), ADMIN);
    const [lamp, chair] = added.texts('prodID');
    const names = async () =>
      (
        await site().ok(
          'sales.LstProducts',
          `<order><orderBy>NAME</orderBy><orderAD>DESC</orderAD></order><prodID>${lamp}</prodID><prodID>${chair}</prodID>`,
          ADMIN,
        )
      ).texts('product/name');
    assert.deepEqual(await names(), ['Lamp', 'Chair']);
    await site().refused(
      '000954',
      'sales.SetProducts',
      product('Changed', `<prodID>${lamp}</prodID>`) + product('Nothing', '<prodID>999999</prodID>'),
      ADMIN,
    );
    for (const bad of ['<product><description>d</description></product>', product('n'.repeat(129))]) {
      const answer = await site().call('sales.AddProducts', product('Unwritten') + bad, ADMIN);
      assert.equal(answer.result, 'FAILURE');
      assert.match(String(answer.reason), /name/);
    }
    await site().refused('000015', 'sales.LstProducts', '<name>unwritten</name>', ADMIN);
    const set = await site().ok(
      'sales.SetProducts',
      product('Stool', `<prodID>${chair}</prodID>`) + product('Light', `<prodID>${lamp}</prodID>`),
      ADMIN,
    );
    assert.deepEqual(set.texts('prodID'), [chair, lamp], 'in the order of the request');
    assert.deepEqual(await names(), ['Stool', 'Light']);
    const page = await site().ok(
      'sales.LstProducts',
      '<listControl><startFrom>1</startFrom><maximumNum>1</maximumNum></listControl><name>STOOL</name>',
      await site().person(),
    );
    assert.equal(page.value('matchingRecords/total'), '1');
  });

  test('are refused where the site has no sales sessions', async () => {
    const { sites } = site().context;
    await sites.change('acme', { settings: { supportedServices: { salesCenter: false } } });
    for (const operation of ['LstAccounts', 'LstOpportunities', 'LstProducts'] as const) {
      await site().refused('000001', `sales.${operation}`, '', ADMIN);
    }
    await site().refused('000001', 'sales.AddProducts', '<product><name>X</name></product>', ADMIN);
    await sites.change('acme', { settings: { supportedServices: { salesCenter: true } } });
  });
});
