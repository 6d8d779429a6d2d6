import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { forProtocol } from '../support/databases.ts';
import {
  ADMIN,
  bodyContent,
  GUEST,
  HOST,
  message,
  PASSWORD,
  type PostOptions,
  sharedSite,
} from '../support/site.ts';

/** Each is a FAILURE with a number and a reason that names the element and the rule; HTTP is 200 or 413; nothing changes. */

const NAMES = `<firstName>A</firstName><lastName>B</lastName><webExId>victim</webExId><email>v@acme.com</email><password>${PASSWORD}</password>`;
const CREATE = message(bodyContent('user.CreateUser', NAMES));
const create = (more: string, names = NAMES) => message(bodyContent('user.CreateUser', names + more));

interface Bad {
  readonly what: string;
  readonly body: string | Uint8Array;
  readonly options?: PostOptions;
  readonly status?: number;
  readonly exceptionID: string;
  readonly reason: string | RegExp;
}

const UNREADABLE: readonly Bad[] = [
  {
    what: 'an empty body',
    body: '',
    exceptionID: '000000',
    reason: 'there is no document: the body is empty',
  },
  {
    what: 'white space',
    body: ' \n\t',
    exceptionID: '000000',
    reason: 'there is no document: the body is empty',
  },
  { what: 'text', body: 'hello', exceptionID: '000000', reason: /outside the root element/ },
  { what: 'JSON', body: '{"message": {}}', exceptionID: '000000', reason: /outside the root element/ },
  { what: 'zeros', body: Buffer.alloc(4096), exceptionID: '000000', reason: /./ },
  {
    what: 'a truncated document',
    body: CREATE.slice(0, -40),
    exceptionID: '000000',
    reason: /the document ends|is never closed/,
  },
  {
    what: 'tags that do not match',
    body: CREATE.replace('</firstName>', '</lastName>'),
    exceptionID: '000000',
    reason: /a closing tag does not match.*\(line 2, column \d+\)/,
  },
  {
    what: 'an attribute given twice',
    body: CREATE.replace('<bodyContent ', '<bodyContent a="1" a="2" '),
    exceptionID: '000000',
    reason: /duplicate attribute/,
  },
  {
    what: 'two roots',
    body: `${CREATE}<message/>`,
    exceptionID: '000000',
    reason: /there is more than one root element \(line 2, column \d+\)$/,
  },
  {
    what: 'a bare ampersand',
    body: CREATE.replace('>A<', '>A & B<'),
    exceptionID: '000000',
    reason: /an ampersand has to be written &amp; \(line 2, column \d+\)$/,
  },
  {
    what: 'an entity of HTML',
    body: CREATE.replace('>A<', '>&nbsp;<'),
    exceptionID: '000000',
    reason: /an entity other than/,
  },
  {
    what: 'a reference to a control character',
    body: CREATE.replace('>A<', '>&#0;<'),
    exceptionID: '000000',
    reason: /a character reference stands for no character/,
  },
  {
    what: 'bytes that are not of the encoding',
    body: Buffer.from(CREATE.replace('>A<', '>Zürich<'), 'latin1'),
    exceptionID: '000000',
    reason: /the text is not UTF-8 \(line 2\)/,
  },
  {
    what: 'an unknown encoding',
    body: Buffer.from(CREATE.replace('UTF-8', 'EBCDIC')),
    exceptionID: '000000',
    reason: /the encoding "EBCDIC" in the XML declaration is not known/,
  },
  {
    what: 'UTF-16 cut in a character',
    body: Buffer.from(`\ufeff${CREATE.replace('UTF-8', 'UTF-16')}`, 'utf16le').subarray(0, -1),
    exceptionID: '000000',
    reason: /UTF-16|document ends|never closed/,
  },
  {
    what: 'a DOCTYPE',
    body: CREATE.replace('\n', '\n<!DOCTYPE message [<!ENTITY a "b">]>'),
    exceptionID: '000000',
    reason: 'a DOCTYPE is not allowed',
  },
  {
    what: 'a DOCTYPE with an external entity',
    body: CREATE.replace('\n', '\n<!DOCTYPE a SYSTEM "file:///etc/passwd">'),
    exceptionID: '000000',
    reason: 'a DOCTYPE is not allowed',
  },
  {
    what: 'too deep a document',
    body: CREATE.replace('>A<', `>${'<a>'.repeat(70)}${'</a>'.repeat(70)}<`),
    exceptionID: '000000',
    reason: /nested more than 64 deep/,
  },
  {
    what: 'too many elements',
    body: CREATE.replace('>A<', `>${'<a/>'.repeat(20_001)}<`),
    exceptionID: '000000',
    reason: /more than 20000 elements/,
  },
  {
    what: 'too many attributes',
    body: CREATE.replace(
      '<bodyContent ',
      `<bodyContent ${Array.from({ length: 65 }, (_, n) => `a${n}="" `).join('')}`,
    ),
    exceptionID: '000000',
    reason: /more than 64 attributes/,
  },
  {
    what: 'a document over the limit',
    body: CREATE.replace('>A<', `>${'A'.repeat(1_048_576)}<`),
    status: 413,
    exceptionID: '000000',
    reason: /the document has \d+ bytes; at most 1048576 are read/,
  },
  {
    what: 'a body far over the limit',
    body: CREATE.replace('>A<', `>${'A'.repeat(8_000_000)}<`),
    status: 413,
    exceptionID: '000000',
    reason: 'the message is larger than 1048576 bytes',
  },
  {
    what: 'a form without the field XML',
    body: 'UID=a&PWD=b',
    exceptionID: '000000',
    reason: /outside the root element/,
  },
  {
    what: 'a packing that is not read',
    body: CREATE,
    options: { headers: { 'Content-Encoding': 'br' } },
    exceptionID: '000000',
    reason: 'the Content-Encoding "br" is not read; send gzip, deflate or the message as it is',
  },
  {
    what: 'one packing in another',
    body: gzipSync(gzipSync(CREATE)),
    options: { headers: { 'Content-Encoding': 'gzip, gzip' } },
    exceptionID: '000000',
    reason: 'the Content-Encoding "gzip, gzip" is not read; send gzip, deflate or the message as it is',
  },
  ...['gzip', 'deflate'].map((coding) => ({
    what: `what is not ${coding} and says so`,
    body: CREATE,
    options: { headers: { 'Content-Encoding': coding } },
    exceptionID: '000000',
    reason: `the body is not what its Content-Encoding says: ${coding}`,
  })),
  {
    what: 'half of what was packed',
    body: gzipSync(CREATE).subarray(0, -30),
    options: { headers: { 'Content-Encoding': 'gzip' } },
    exceptionID: '000000',
    reason: 'the body is not what its Content-Encoding says: gzip',
  },
  {
    what: 'a few bytes that unpack to millions',
    body: gzipSync(CREATE.replace('>A<', `>${'A'.repeat(50_000_000)}<`)),
    options: { headers: { 'Content-Encoding': 'gzip' } },
    status: 413,
    exceptionID: '000000',
    reason: 'the message is larger than 1048576 bytes',
  },
  {
    what: 'a few bytes that unpack to a document over the limit',
    body: gzipSync(CREATE.replace('>A<', `>${'A'.repeat(1_048_576)}<`)),
    options: { headers: { 'Content-Encoding': 'gzip' } },
    status: 413,
    exceptionID: '000000',
    reason: /the document has \d+ bytes; at most 1048576 are read/,
  },
  { what: 'a form with an empty field XML', body: 'XML=&UID=a', exceptionID: '000000', reason: /./ },
  { what: 'a form with a broken escape', body: 'XML=%3Cmessage%', exceptionID: '000000', reason: /./ },
  {
    what: 'another root',
    body: '<html><body/></html>',
    exceptionID: '000912',
    reason: 'The message names no operation: the root is "html", not "serv:message"',
  },
  {
    what: 'an envelope of SOAP',
    body: '<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body/></soap:Envelope>',
    exceptionID: '000912',
    reason: 'The message names no operation: the root is "soap:Envelope", not "serv:message"',
  },
  {
    what: 'a message without a body',
    body: message('').replace('<body></body>', ''),
    exceptionID: '000912',
    reason: 'The message names no operation: there is no bodyContent in a body',
  },
  {
    what: 'a body without bodyContent',
    body: message(''),
    exceptionID: '000912',
    reason: 'The message names no operation: there is no bodyContent in a body',
  },
  {
    what: 'two headers',
    body: CREATE.replace('<body>', '<header/><body>'),
    exceptionID: '000908',
    reason: 'An element is given too often: header: may be given once',
  },
  {
    what: 'two bodies',
    body: CREATE.replace('</body>', '</body><body/>'),
    exceptionID: '000908',
    reason: 'An element is given too often: body: may be given once',
  },
  {
    what: 'two security contexts',
    body: CREATE.replace('</header>', '<serv:securityContext/></header>'),
    exceptionID: '000908',
    reason: 'An element is given too often: securityContext: may be given once',
  },
  {
    what: 'two passwords of the caller',
    body: CREATE.replace(
      '</password></securityContext>',
      '</password><password>x</password></securityContext>',
    ),
    exceptionID: '000908',
    reason: 'An element is given too often: password: may be given once',
  },
];

const REFUSED: readonly Bad[] = [
  {
    what: 'no xsi:type',
    body: CREATE.replace(/ xsi:type="[^"]*"/, ''),
    exceptionID: '000912',
    reason: 'The message names no operation: a bodyContent has no xsi:type',
  },
  {
    what: 'an empty xsi:type',
    body: CREATE.replace(/xsi:type="[^"]*"/, 'xsi:type=" "'),
    exceptionID: '000912',
    reason: 'The message names no operation: a bodyContent has no xsi:type',
  },
  {
    what: 'an unknown xsi:type',
    body: CREATE.replace('CreateUser', 'CreateCake'),
    exceptionID: '000911',
    reason: 'The operation is unknown: java:com.webex.service.binding.user.CreateCake',
  },
  {
    what: 'an operation of another service',
    body: CREATE.replace('user.CreateUser', 'event.CreateUser'),
    exceptionID: '000911',
    reason: 'The operation is unknown: java:com.webex.service.binding.event.CreateUser',
  },
  {
    what: 'an operation of another service that is built',
    body: CREATE.replace('user.CreateUser', 'meeting.CreateUser'),
    exceptionID: '000911',
    reason: 'The operation is unknown: java:com.webex.service.binding.meeting.CreateUser',
  },
  {
    what: 'a type of a JavaScript object',
    body: CREATE.replace('CreateUser', 'constructor'),
    exceptionID: '000911',
    reason: /^The operation is unknown/,
  },
  {
    what: 'a missing element',
    body: CREATE.replace('<lastName>B</lastName>', ''),
    exceptionID: '000901',
    reason: 'A required element is missing: lastName: is required',
  },
  {
    what: 'a missing webExId',
    body: CREATE.replace('<webExId>victim</webExId>', ''),
    exceptionID: '000901',
    reason: 'A required element is missing: webExId: is required',
  },
  {
    what: 'an empty required element',
    body: CREATE.replace('>v@acme.com<', '><'),
    exceptionID: '000901',
    reason: 'A required element is missing: email: is required',
  },
  {
    what: 'no password',
    body: CREATE.replace(/<password>[^<]*<\/password>(?=<\/bodyContent>)/, ''),
    exceptionID: '000901',
    reason: 'A required element is missing: password: is required',
  },
  {
    what: 'too long a name',
    body: CREATE.replace('>A<', `>${'A'.repeat(65)}<`),
    exceptionID: '000902',
    reason: 'The value of an element is too long: firstName: is longer than 64 characters',
  },
  {
    what: 'too long a webExId',
    body: CREATE.replace('>victim<', `>${'v'.repeat(129)}<`),
    exceptionID: '000902',
    reason: 'The value of an element is too long: webExId: is longer than 128 characters',
  },
  {
    what: 'too long a value deep inside',
    body: create(`<tracking><trackingCode1>${'x'.repeat(129)}</trackingCode1></tracking>`),
    exceptionID: '000902',
    reason: 'The value of an element is too long: tracking/trackingCode1: is longer than 128 characters',
  },
  {
    what: 'a word outside an enumeration',
    body: create('<active>SLEEPING</active>'),
    exceptionID: '000906',
    reason:
      'The value of an element is not in its list: active: must be one of ACTIVATED, REQUEST_TO_ACTIVATE, DEACTIVATED',
  },
  {
    what: 'a boolean that is none',
    body: create('<privilege><host>yes</host></privilege>'),
    exceptionID: '000903',
    reason: 'The value of an element is not a boolean: privilege/host: must be true or false',
  },
  {
    what: 'a number that is none',
    body: create('<timeZoneID>four</timeZoneID>'),
    exceptionID: '000904',
    reason: 'The value of an element is not a number: timeZoneID: must be a number',
  },
  {
    what: 'a number with a fraction',
    body: create('<categoryId>1.5</categoryId>'),
    exceptionID: '000904',
    reason: 'The value of an element is not a number: categoryId: must be a number',
  },
  {
    what: 'a number that is too large',
    body: create('<categoryId>3000000000</categoryId>'),
    exceptionID: '000905',
    reason: /^The value of an element is out of range: categoryId: must be from/,
  },
  {
    what: 'a number that no computer holds',
    body: create(`<timeZoneID>${'9'.repeat(400)}</timeZoneID>`),
    exceptionID: '000905',
    reason: /^The value of an element is out of range: timeZoneID/,
  },
  {
    what: 'a time zone that does not exist',
    body: create('<timeZoneID>62</timeZoneID>'),
    exceptionID: '000909',
    reason: 'The value of an element breaks a rule: timeZoneID: must be from 0 to 61',
  },
  {
    what: 'a language that does not exist',
    body: create('<languageID>18</languageID>'),
    exceptionID: '000909',
    reason: /languageID: is not the number of a language/,
  },
  {
    what: 'a date that does not exist',
    body: create('<expirationDate>02/30/2027 00:00:00</expirationDate>'),
    exceptionID: '000909',
    reason: /expirationDate: must be a date of the form MM\/DD\/YYYY HH:mm:ss/,
  },
  {
    what: 'an e-mail that is none',
    body: CREATE.replace('>v@acme.com<', '>nobody<'),
    exceptionID: '000909',
    reason: /email: must be one e-mail address/,
  },
  {
    what: 'two e-mails',
    body: CREATE.replace('>v@acme.com<', '>a@acme.com,b@acme.com<'),
    exceptionID: '000909',
    reason: /email: must be one e-mail address/,
  },
  {
    what: 'a webExId with markup',
    body: CREATE.replace('>victim<', '>&lt;b&gt;<'),
    exceptionID: '000909',
    reason: /webExId: must not contain/,
  },
  {
    what: 'an element given too often',
    body: create(
      `<tspAccount>${'<tspAccount/>'.repeat(1)}${'<tspAccount><tollCallInNumber>1</tollCallInNumber></tspAccount>'.repeat(4)}</tspAccount>`,
    ),
    exceptionID: '000908',
    reason: /tspAccount\/tspAccount: may be given at most 3 times/,
  },
  {
    what: 'an element that may stand once and stands twice',
    body: create('<tracking/><tracking><trackingCode1>a</trackingCode1></tracking>').replace(
      '<email>',
      '<email>other@acme.com</email><email>',
    ),
    exceptionID: '000908',
    reason: 'An element is given too often: email: may be given once',
  },
  {
    what: 'a webExID that is taken',
    body: CREATE.replace('>victim<', '>HostId<'),
    exceptionID: '030004',
    reason: 'WebEx ID already exists',
  },
  {
    what: 'an e-mail that is taken',
    body: CREATE.replace('>v@acme.com<', '>HOSTID@acme.com<'),
    exceptionID: '030005',
    reason: 'E-mail address already exists',
  },
  {
    what: 'no rights',
    body: message(bodyContent('user.CreateUser', NAMES), HOST),
    exceptionID: '000001',
    reason: 'Access denied, additional privileges are required',
  },
  {
    what: 'fewer rights still',
    body: message(bodyContent('user.CreateUser', NAMES), GUEST),
    exceptionID: '000001',
    reason: 'Access denied, additional privileges are required',
  },
];

forProtocol('bad input', (open) => {
  const site = sharedSite(open);

  /** Sends it twice: whatever it did, the server answers the next one alike. */
  async function assertRefused(bad: Bad, prefix = ''): Promise<void> {
    const { body, options, status = 200, exceptionID, reason } = bad;
    for (let time = 0; time < 2; time++) {
      const answer = await site().post(body, options);
      assert.equal(answer.status, status);
      assert.equal(answer.result, 'FAILURE');
      assert.equal(answer.exceptionID, exceptionID, answer.reason);
      if (typeof reason === 'string') assert.equal(answer.reason, prefix + reason);
      else assert.match(answer.reason ?? '', reason);
      assert.ok((answer.reason ?? '').length < 500, 'a reason is a sentence');
      assert.equal(answer.bodyContents[0]?.children.length ?? 0, 0);
    }
    await site().refused('030001', 'user.GetUser', '<webExId>victim</webExId>', ADMIN);
  }

  describe('that cannot be read', () => {
    for (const bad of UNREADABLE) {
      test(`${bad.what}: ${bad.exceptionID}`, () =>
        assertRefused(bad, bad.exceptionID === '000000' ? 'Fail to forward request:' : ''));
    }

    test('a GET without a query: 000000', async () => {
      for (const path of [
        '/WBXService/XMLService',
        '/WBXService/XMLService?',
        '/WBXService/XMLService?a=b',
      ]) {
        const answer = await site().post('', { method: 'GET', path });
        assert.equal(answer.status, 200);
        assert.equal(answer.exceptionID, '000000');
        assert.match(answer.reason ?? '', /the query has no field XML; send the message by POST$/);
      }
    });

    test('is answered in the form of the front router', async () => {
      const answer = await site().post('hello');
      assert.match(
        answer.text,
        /^<\?xml version="1\.0" encoding="UTF-8" \?>\n<serv:message xmlns:serv="[^"]+" xmlns:com="[^"]+">\n {2}<serv:header>\n/,
      );
      assert.match(answer.text, /<serv:body>\s*<\/serv:body>/);
      assert.equal(answer.headers.get('content-type'), 'text/xml;charset=UTF-8');
    });
  });

  describe('that can be read', () => {
    for (const bad of REFUSED) test(`${bad.what}: ${bad.exceptionID}`, () => assertRefused(bad));
  });

  test('other methods are answered like POST', async () => {
    const text = message(bodyContent('user.GetUser', '<webExId>hostid</webExId>'));
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      assert.equal((await site().post(text, { method })).result, 'SUCCESS');
    }
  });

  test('a caller who hangs up in the middle leaves nothing behind', async () => {
    const answer = await site().raw(
      `POST /WBXService/XMLService HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000\r\nConnection: close\r\n\r\n${'x'.repeat(10)}`.replace(
        'Content-Length: 5000000',
        'Content-Length: nonsense',
      ),
    );
    assert.match(answer, /^HTTP\/1\.1 400 /);
    assert.doesNotMatch(answer, /at .*\(.*:\d+:\d+\)/);
    assert.equal((await site().post(CREATE.replace('CreateUser', 'NoSuchThing'))).exceptionID, '000911');
  });
});
