import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { SAMPLE_LANGUAGES } from '../../src/code-samples/sample-language.ts';
import type {
  TestAnswer,
  TestForm,
  TestLinks,
  TestOperations,
} from '../../src/console/test-tool/test-tool-data.ts';
import type { Context } from '../../src/context.ts';
import { forProtocol } from '../support/databases.ts';
import { type LogEntry, PASSWORD, sharedSite } from '../support/site.ts';
import { ConsoleClient } from './console-client.ts';

const call = (type: string, content = '', context = '<siteName>acme</siteName>') =>
  `<?xml version="1.0" encoding="ISO-8859-1"?><message xmlns:xsi="urn:x"><header><securityContext>${context}</securityContext></header><body><bodyContent xsi:type="java:com.webex.service.binding.${type}">${content}</bodyContent></body></message>`;

forProtocol('The test tool', (open) => {
  const shared = sharedSite(open);
  let admin: ConsoleClient;
  before(async () => {
    admin = await ConsoleClient.as(shared(), 'admin');
  });

  const send = async (message: string, as: 'me' | 'message' = 'me', client = admin) => {
    const { status, json, text } = await client.post('test/send', { message, as });
    assert.equal(status, 200, text);
    return json as TestAnswer;
  };

  /** What the log tells of a request. */
  const loggedAs = (id: string): LogEntry | undefined => {
    const line = shared().log.findLast((written) => written.includes(`"${id}"`));
    return line === undefined ? undefined : JSON.parse(line);
  };

  /** How many session tickets there are. */
  const held = async ({ database }: Context): Promise<number> => {
    const statement = database.prepare<Record<never, never>, { count: number }>((db) =>
      db.selectFrom('session_ticket').select((eb) => eb.fn.countAll<number>().as('count')),
    );
    return Number((await statement.first({}))?.count);
  };

  test('lists every operation, and makes a form of each', async () => {
    const { operations } = (await admin.get('test/operations')).json as TestOperations;
    assert.ok(operations.length > 100);
    const form = (await admin.get('test/operations/user/GetUser')).json as TestForm;
    assert.equal(form.request[0]?.name, 'webExId');
    assert.match(
      form.sample,
      /<siteName>acme<\/siteName>\n +<webExID>admin<\/webExID>\n +<password><\/password>/,
    );
    assert.match(form.address, /^http.*\/WBXService\/XMLService$/);
    assert.equal((await admin.get('test/operations/user/NoSuch')).status, 404);
  });

  test('sends as whoever is signed in, and what it sends is a call like any other', async () => {
    const answer = await send(call('user.GetUser', '<webExId>hostid</webExId><oddity>é</oddity>'));
    assert.equal(answer.status, 200);
    assert.match(
      answer.body,
      /<serv:result>SUCCESS<\/serv:result>.*<use:email>hostid@acme\.com<\/use:email>/s,
    );
    assert.ok(answer.headers.some(([name, value]) => name === 'X-Request-ID' && value === answer.id));
    assert.equal(answer.hints.filter((hint) => hint.includes('oddity')).length, 1);

    assert.equal(answer.bytesOut, Buffer.byteLength(answer.body));
    const logged = loggedAs(answer.id);
    assert.equal(logged?.caller, 'admin');
    assert.deepEqual(logged.operations, ['GetUser']);
  });

  test('puts who is signed in into the place of the credentials that stand there', async () => {
    for (const context of [
      '<siteName>acme</siteName><webExID>hostid</webExID><password>wrong</password>',
      '<s:webExID>nobody</s:webExID><s:sessionTicket>x</s:sessionTicket>',
      '',
    ]) {
      const answer = await send(call('user.GetUser', '<webExId>guest</webExId>', context));
      assert.match(answer.body, /SUCCESS/, context);
    }
    for (const message of [
      '<message><body><bodyContent xsi:type="user.GetUser"><webExId>guest</webExId></bodyContent></body></message>',
      '<message><header/><body><bodyContent xsi:type="user.GetUser"><webExId>guest</webExId></bodyContent></body></message>',
      '<message><a:header><a:securityContext/></a:header><body><bodyContent xsi:type="user.GetUser"><webExId>guest</webExId></bodyContent></body></message>',
    ]) {
      assert.match((await send(message)).body, /SUCCESS/, message);
    }
  });

  test('sends as somebody else with their credentials alone', async () => {
    const as = (password: string) =>
      call(
        'user.GetUser',
        '<webExId>hostid</webExId>',
        `<siteName>acme</siteName><webExID>hostid</webExID><password>${password}</password>`,
      );
    assert.match((await send(as(PASSWORD), 'message')).body, /SUCCESS/);
    assert.match((await send(as('wrong'), 'message')).body, /<serv:exceptionID>030002</);
    assert.match((await send(as(''), 'message')).body, /FAILURE/);
  });

  test('leaves no ticket behind, and shows none', async () => {
    const { context } = shared();
    const { body } = await send(call('user.GetUser', '<webExId>hostid</webExId>'));
    assert.doesNotMatch(body, /sessionTicket/);
    assert.equal(await held(context), 0);
  });

  test('gives what is not well-formed as it is to the server, without a ticket, and tells the refusal', async () => {
    for (const message of ['', 'no XML', '<m>', '<!DOCTYPE m><m/>', call('user.GetUser').slice(0, -4)]) {
      const { body, id } = await send(message);
      assert.match(body, /FAILURE/, message);
      assert.ok(loggedAs(id));
    }
  });

  test('keeps samples without the credentials in them', async () => {
    const message = call('user.GetUser', '', '<webExID>admin</webExID><password>P@ssword123</password>');
    const saved = await admin.post('test/samples', { name: 'A user', operation: 'user.GetUser', message });
    const { samples } = (await admin.get('test/samples')).json;
    assert.equal(samples[0].name, 'A user');
    const kept = (await admin.get(`test/samples/${saved.json.id}`)).json;
    assert.equal(kept.message, message.replace('P@ssword123', ''));
    const other = await ConsoleClient.as(shared(), 'admin', 'acme-basic');
    assert.equal((await other.get(`test/samples/${saved.json.id}`)).status, 404);
    assert.equal((await admin.call('DELETE', `test/samples/${saved.json.id}`)).status, 200);
    assert.equal((await admin.call('DELETE', `test/samples/${saved.json.id}`)).status, 404);
    assert.equal((await admin.get('test/samples/nonsense')).status, 422);
  });

  test('lists the commands of the URL API, and what each takes', async () => {
    const { folder, origin, links } = (await admin.get('test/links')).json as TestLinks;
    assert.equal(folder, '/acme/');
    assert.equal(origin, shared().url);
    const signIn = links.find(({ page, command }) => page === 'p.php' && command === 'LI');
    assert.ok(signIn?.parameters.some(({ name, meaning }) => name === 'WID' && meaning !== ''));
    assert.ok(links.some(({ page, command }) => page === 'j.php' && command === undefined));
  });

  test('writes code that makes the call, at the public address', async () => {
    const body = call('user.GetUser', '', '<webExID>admin</webExID><password>Geheim1</password>');
    const { json } = await admin.post('test/code', {
      method: 'POST',
      target: '/WBXService/XMLService',
      contentType: 'text/xml',
      body,
    });
    for (const language of SAMPLE_LANGUAGES) {
      assert.ok(json.samples[language].includes(`${shared().url}/WBXService/XMLService`), language);
      assert.equal(json.samples[language].split('Geheim1').length, 2, language);
    }
    const link = await admin.post('test/code', {
      method: 'GET',
      target: '/acme/p.php?AT=LI&WID=hostid&PW=***&MU=x',
    });
    assert.match(link.json.samples.curl, /^PARAMETER_PW='\*\*\*'$/m);
    assert.match(link.json.samples.curl, /PW='"\$\(form "\$PARAMETER_PW"\)"'&MU=x'/);
    for (const target of ['//evil.example/', 'https://evil.example/', '']) {
      assert.equal((await admin.post('test/code', { method: 'GET', target })).status, 422, target);
    }
  });
});
