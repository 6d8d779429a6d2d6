import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { QueueNameTaken, QueueNotFound, TooManyQueues } from '../../../src/accounts/web-acd/queue.ts';
import { MOST_QUEUES } from '../../../src/accounts/web-acd/queues.ts';
import { RuleBroken } from '../../../src/refusal.ts';
import { forProtocol } from '../../support/databases.ts';
import { ADMIN, type Caller, CI_ADMIN, sharedSite } from '../../support/site.ts';

forProtocol('Web ACD', (open) => {
  const site = sharedSite(open);

  before(async () => {
    const { queues, sites } = site().context;
    for (const name of ['Printers', 'Invoices', 'Parcels'])
      await queues.create(await sites.required('acme'), name);
  });

  const serves = (isAgent: boolean, isMgr: boolean) =>
    site().person({ profile: { webACDPrefs: { isAgent, isMgr } } });
  const queue = (name: string, role = '', action = 'ASSIGN') =>
    `<queue><name>${name}</name>${role && `<type>${role}</type>`}<action>${action}</action></queue>`;
  const assign = (caller: Caller, ...queues: string[]) =>
    site().ok('user.AssignWebACDQueues', `<webExId>${caller.webExID}</webExId>${queues.join('')}`, ADMIN);
  const queuesOf = async (caller: Caller, content = '') => {
    const answer = await site().call('site.GetWebACDQueues', content, caller);
    return answer.all('queue').map(({ children }) => {
      const value = (wanted: string) => children.find(({ name }) => name === wanted)?.text;
      return [value('name'), value('type')].join(' ').trim();
    });
  };

  test('has agents and managers serve queues, under the names of the schema', async () => {
    const both = await serves(true, true);
    const answer = await assign(
      both,
      queue('PRINTERS'),
      queue('Invoices', 'MANAGER'),
      queue('Parcels', 'ALL'),
    );
    assert.match(answer.text, /xsi:type="use:AssignWebACDQueuesResponse"/);
    assert.deepEqual(await queuesOf(both), ['Invoices MANAGER', 'Parcels ALL', 'Printers AGENT']);
    const named = `<webExId>${both.webExID}</webExId>`;
    assert.deepEqual(await queuesOf(ADMIN, `${named}<type>AGENT</type>`), ['Parcels ALL', 'Printers AGENT']);
    assert.deepEqual(await queuesOf(both, '<type>MANAGER</type>'), ['Invoices MANAGER', 'Parcels ALL']);
    await assign(
      both,
      queue('Parcels', 'MANAGER', 'UNASSIGN'),
      queue('Printers', '', 'UNASSIGN'),
      queue('Invoices', 'AGENT', 'UNASSIGN'),
    );
    assert.deepEqual(await queuesOf(both), ['Invoices MANAGER', 'Parcels AGENT']);
  });

  test('counts who serves a queue, and tells when that was changed', async () => {
    const { clock } = site();
    const { queues, sites } = site().context;
    await queues.create(await sites.required('acme'), 'Counted');
    const [agent, manager] = [await serves(true, false), await serves(false, true)];
    clock.turnTo(Date.UTC(2026, 5, 1, 12));
    await assign(agent, queue('Counted'));
    await assign(manager, queue('Counted', 'MANAGER'));
    const row = async (content: string) => {
      const answer = await site().ok('site.GetWebACDQueues', content, ADMIN);
      assert.match(answer.text, /xsi:type="ns1:GetWebACDQueuesResponse"/);
      const at = answer.texts('queue/name').indexOf('Counted');
      return [answer.texts('queue/numUsers')[at], answer.texts('queue/modDate')[at]];
    };
    assert.deepEqual(await row(''), ['2', '06/01/2026 12:00:00']);
    assert.deepEqual(await row('<type>AGENT</type>'), ['1', '06/01/2026 12:00:00']);
    clock.advance({ hours: 1 });
    // What changes nothing is no change.
    await assign(agent, queue('Counted'));
    assert.deepEqual(await row(''), ['2', '06/01/2026 12:00:00']);
    const page = await site().ok(
      'site.GetWebACDQueues',
      '<listControl><startFrom>2</startFrom><maximumNum>1</maximumNum></listControl>',
      ADMIN,
    );
    assert.deepEqual(page.texts('queue/name'), ['Invoices']);
    assert.equal(page.value('matchingRecords/returned'), '1');
  });

  test('changes all or nothing, and names what is wrong', async () => {
    const agent = await serves(true, false);
    const nobody = await site().person();
    const of = (caller: Caller) => `<webExId>${caller.webExID}</webExId>`;
    const ASSIGN = 'user.AssignWebACDQueues';
    await site().refused('000956', ASSIGN, of(agent) + queue('Printers') + queue('Nowhere'), ADMIN);
    await site().refused('000909', ASSIGN, of(agent) + queue('Printers') + queue('Parcels', 'ALL'), ADMIN);
    await site().refused('000909', ASSIGN, of(nobody) + queue('Printers'), ADMIN);
    await site().refused('000906', ASSIGN, of(agent) + queue('Printers', 'BOSS'), ADMIN);
    await site().refused('000901', ASSIGN, of(agent), ADMIN);
    await site().refused('030001', ASSIGN, `<webExId>nobody</webExId>${queue('Printers')}`, ADMIN);
    await site().refused('000001', ASSIGN, of(agent) + queue('Printers'), agent);
    await site().refused('030001', ASSIGN, of(agent) + queue('Printers'), CI_ADMIN);
    assert.deepEqual(await queuesOf(agent), []);
    await site().refused('000001', 'site.GetWebACDQueues', of(agent), nobody);
  });

  test('gives agents to a manager, and LstsummaryUser lists them', async () => {
    const [manager, one, two] = [
      await serves(false, true),
      await serves(true, false),
      await serves(true, true),
    ];
    const user = ({ webExID }: Caller, action = 'ASSIGN') =>
      `<webACDUser><webExId>${webExID}</webExId><action>${action}</action></webACDUser>`;
    const change = (content: string) => `<manager>${manager.webExID}</manager>${content}`;
    const AGENTS = 'user.AssignWebACDAgents';
    const list = async (more = '') => {
      const content = `<webACD><manager>${manager.webExID}</manager>${more}</webACD>`;
      return (await site().call('user.LstsummaryUser', content, ADMIN)).texts('user/webExId').sort();
    };
    await site().refused('000909', AGENTS, change(user(one) + user(manager)), ADMIN);
    await site().refused('030001', AGENTS, change(user(one) + user({ webExID: 'nobody' })), ADMIN);
    await site().refused('000909', AGENTS, `<manager>${one.webExID}</manager>${user(two)}`, ADMIN);
    await site().refused('000001', AGENTS, change(user(one)), manager);
    assert.deepEqual(await list(), []);
    const answer = await site().ok(AGENTS, change(user(one) + user(two) + user(one)), ADMIN);
    assert.match(answer.text, /xsi:type="use:AssignWebACDAgentsResponse"/);
    assert.deepEqual(await list(), [one.webExID, two.webExID].sort());
    assert.deepEqual(await list('<isMgr>true</isMgr>'), [two.webExID]);
    await site().ok(AGENTS, change(user(one, 'UNASSIGN')), ADMIN);
    assert.deepEqual(await list(), [two.webExID]);
  });

  test('has queues that administrators make and take away', async () => {
    const { queues, sites } = site().context;
    const acme = await sites.required('acme-basic');
    await queues.create(acme, '  Padded ');
    await assert.rejects(queues.create(acme, 'PADDED'), QueueNameTaken);
    for (const name of ['', ' \u0007 ', 'n'.repeat(129)])
      await assert.rejects(queues.create(acme, name), RuleBroken);
    const [made] = await queues.of(acme);
    assert.equal(made?.name, 'Padded');
    const elsewhere = await sites.required('acme-w11');
    await assert.rejects(queues.remove(elsewhere, made.id), QueueNotFound);
    await queues.remove(acme, made.id);
    await assert.rejects(queues.remove(acme, made.id), QueueNotFound);
    for (let at = 0; at < MOST_QUEUES; at++) await queues.create(acme, `Q${at}`);
    await assert.rejects(queues.create(acme, 'One more'), TooManyQueues);
  });
});
