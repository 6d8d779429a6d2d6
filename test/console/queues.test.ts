import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageOf } from '../browser/follower.ts';
import type { Visitor } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { ADMIN, sharedSite } from '../support/site.ts';
import { visitorAs } from '../url-api/portal.ts';

forProtocol('The page of the queues', (open) => {
  const shared = sharedSite(open);

  const PATH = '/acme/queues.php';
  async function contentOf(visitor: Visitor) {
    const content = pageOf(await visitor.get(PATH))?.content;
    assert.ok(content?.page === 'queues');
    return content;
  }
  /** Posts a form of the page, with what is filled in. */
  async function post(
    visitor: Visitor,
    form: { readonly fields: Readonly<Record<string, string>> } | undefined,
    fields: Readonly<Record<string, string>> = {},
  ) {
    assert.ok(form);
    return visitor.post(PATH, { ...form.fields, ...fields });
  }

  test('makes queues, which AssignWebACDQueues then knows, and takes them away', async () => {
    const visitor = await visitorAs(shared(), 'admin');
    const empty = await contentOf(visitor);
    assert.deepEqual(empty.queues, []);
    const made = await post(visitor, empty.make, { NAME: 'Printers' });
    assert.equal(made.status, 302);
    const agent = await shared().person({ profile: { webACDPrefs: { isAgent: true } } });
    const assign = `<webExId>${agent.webExID}</webExId><queue><name>Printers</name><action>ASSIGN</action></queue>`;
    await shared().ok('user.AssignWebACDQueues', assign, ADMIN);
    const { queues } = await contentOf(visitor);
    assert.deepEqual(
      queues.map(({ name, people }) => [name, people]),
      [['Printers', 1]],
    );
    await post(visitor, queues[0]?.remove);
    assert.deepEqual((await contentOf(visitor)).queues, []);
    await shared().refused('000956', 'user.AssignWebACDQueues', assign, ADMIN);
    // Somebody else has removed it in the meantime.
    assert.equal((await post(visitor, queues[0]?.remove)).status, 404);
  });

  test('says what is wrong with a name, and keeps it', async () => {
    const visitor = await visitorAs(shared(), 'admin');
    const { make } = await contentOf(visitor);
    await post(visitor, make, { NAME: 'Invoices' });
    for (const [NAME, problem] of [
      ['INVOICES', 'taken'],
      [' ', 'name'],
      ['n'.repeat(129), 'name'],
    ] as const) {
      const content = pageOf(await post(visitor, make, { NAME }))?.content;
      assert.ok(content?.page === 'queues');
      assert.equal(content.problem, problem);
    }
    assert.equal((await visitor.post(PATH, { DO: 'MAKE', NAME: 'Forged' })).status, 403);
    assert.deepEqual(
      (await contentOf(visitor)).queues.map(({ name }) => name),
      ['Invoices'],
    );
  });

  test('shows them to administrators who may only read, without a form', async () => {
    const reader = await shared().person({ privileges: { roSiteAdmin: true, host: false } });
    const content = await contentOf(await visitorAs(shared(), reader.webExID));
    assert.equal(content.make, undefined);
    assert.ok(content.queues.every(({ remove }) => remove === undefined));
  });
});
