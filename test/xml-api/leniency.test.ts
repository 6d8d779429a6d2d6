import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { forProtocol } from '../support/databases.ts';
import { type Answer, bodyContent, HOST, message, type PostOptions, sharedSite } from '../support/site.ts';

/**
 * What working clients were seen to send (facts 2, clients: request shapes and quirks). Each is answered, and the
 * log says what was tolerated.
 */

const GET_USER = message(bodyContent('user.GetUser', '<webExId>hostid</webExId>'), HOST);
const CREDENTIALS = /<securityContext>.*<\/securityContext>/.exec(GET_USER)?.[0];

interface Tolerated {
  readonly client: string;
  readonly body?: string | Uint8Array;
  readonly options?: PostOptions;
  /** In the log; without it there is nothing to say. */
  readonly hint?: RegExp;
}

const form = (text: string) => encodeURIComponent(text).replaceAll('%20', '+');
const withType = (type: string) => GET_USER.replace('java:com.webex.service.binding.user.GetUser', type);

const TRANSPORT: readonly Tolerated[] = [
  ...[
    'text/xml',
    'application/xml; charset=utf-8',
    'text/xml charset=UTF-8',
    'application/x-www-form-urlencoded',
    'application/x-www-rform-urlencoded',
    'text/plain;charset=UTF-8',
    'application/json',
    'nonsense',
  ].map((type) => ({ client: `Content-Type ${type}`, options: { headers: { 'Content-Type': type } } })),
  {
    client: 'no Content-Type (sampleflow, indico, webexpy)',
    body: Buffer.from(GET_USER),
  },
  {
    client: 'a form with its field XML last (phpebex, webex-php-api)',
    body: `UID=hostid&PWD=x&SID=1&PID=2&XML=${form(GET_USER)}`,
    options: { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
  },
  {
    client: 'a form with the only field XML',
    body: `XML=${form(GET_USER)}`,
    options: { headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
  },
  {
    client: 'a form without a Content-Type that says so, the field in small letters',
    body: `a=b&xml=${form(GET_USER)}&z=`,
  },
  {
    client: 'GET with the message in the query',
    options: { method: 'GET', path: `/WBXService/xml8.0.0/XMLService?XML=${form(GET_USER)}` },
  },
  {
    client: 'GET whose query leaves ? and = as they are',
    options: {
      method: 'GET',
      path: `/WBXService/XMLService?UID=1&XML=${encodeURI(GET_USER).replaceAll('+', '%2B').replaceAll('&', '%26')}`,
    },
  },
  ...[
    '/WBXService/xml8.0.0/XMLService',
    '/WBXService/xml11.0.0/XMLService',
    '/wbxservice/xmlservice',
    '/WBXService/XMLService/',
  ].map((path) => ({ client: `the path ${path}`, options: { path } })),
  {
    client: 'utf-16 declared, utf-8 sent and said (a .NET writer)',
    body: Buffer.from(GET_USER.replace('UTF-8', 'utf-16')),
    options: { headers: { 'Content-Type': 'text/xml; charset=utf-8' } },
    hint: /the declaration says "utf-16" but the text is sent as UTF-8/,
  },
  ...['ISO-8859-1', 'windows-1252'].map((charset) => ({
    client: `charset=${charset} without a declaration`,
    body: Buffer.from(
      GET_USER.replace(/<\?xml.*\?>\n/, '').replace('<header>', '<header><!-- Zürich -->'),
      'latin1',
    ),
    options: { headers: { 'Content-Type': `text/xml; charset=${charset}` } },
  })),
  {
    client: 'a form in ISO-8859-1',
    body: `XML=${form(GET_USER.replace(/<\?xml.*\?>\n/, '')).replace('%3Cheader%3E', '%3Cheader%3E%3C!--%FC--%3E')}`,
    options: { headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=iso-8859-1' } },
  },
  ...[
    ['gzip', gzipSync(GET_USER)],
    ['GZIP', gzipSync(GET_USER)],
    ['x-gzip', gzipSync(GET_USER)],
    ['deflate', deflateSync(GET_USER)],
    ['deflate', deflateRawSync(GET_USER)],
    ['identity', Buffer.from(GET_USER)],
    ['gzip', gzipSync(`UID=1&XML=${form(GET_USER)}`)],
    ['gzip', gzipSync(GET_USER.replace('<header>', `<header><!-- ${'x'.repeat(500_000)} -->`))],
  ].map(([coding, body]) => ({
    client: `Content-Encoding ${coding}, ${body?.length} bytes`,
    ...(body instanceof Buffer && { body }),
    options: { headers: { 'Content-Encoding': String(coding) } },
  })),
];

const TEXT: readonly Tolerated[] = [
  {
    client: 'serv: on the root without its declaration',
    body: GET_USER.replace(' xmlns:serv="http://www.webex.com/schemas/2002/06/service"', ''),
    hint: /prefix "serv" is used but not declared/,
  },
  {
    client: 'undeclared use: prefixes inside (atlas)',
    body: GET_USER.replace('<webExId>hostid</webExId>', '<use:webExId>hostid</use:webExId>'),
    hint: /prefix "use" is used but not declared/,
  },
  {
    client: 'a root <message> without prefix or namespace (smx, sugar)',
    body: `<message><header>${CREDENTIALS}</header><body><bodyContent xsi:type="java:com.webex.service.binding.user.GetUser"><webExId>hostid</webExId></bodyContent></body></message>`,
    hint: /prefix "xsi" is used but not declared/,
  },
  {
    client: 'a default namespace and com: children (dokeos)',
    body:
      '<message xmlns="http://www.webex.com/schemas/2002/06/service" xmlns:com="http://www.webex.com/schemas/2002/06/common" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<header>${CREDENTIALS?.replaceAll(/<(\/?)(?!\/?securityContext)/g, '<$1com:')}</header>` +
      '<body><bodyContent xsi:type="java:com.webex.service.binding.user.GetUser"><webExId>hostid</webExId></bodyContent></body></message>',
  },
  {
    client: 'every element with a prefix (kaltura)',
    body: GET_USER.replaceAll(/<(\/?)(header|body|bodyContent|securityContext)(?=[ >])/g, '<$1serv:$2'),
  },
  { client: 'no XML declaration (atlas, paradiso)', body: GET_USER.replace(/<\?xml.*\?>\n/, '') },
  {
    client: 'a line break before <?xml (stgreenb)',
    body: `\n  ${GET_USER}`,
    hint: /white space before the XML declaration/,
  },
  { client: 'line breaks after the root', body: `${GET_USER}\r\n\n` },
  {
    client: 'ISO-8859-1 declared and meant',
    body: Buffer.from(
      GET_USER.replace('UTF-8', 'ISO-8859-1').replace('<header>', '<header><!-- Zürich -->'),
      'latin1',
    ),
  },
  {
    client: 'ISO-8859-1 declared, UTF-8 sent',
    body: GET_USER.replace('UTF-8', 'ISO-8859-1').replace('<header>', '<header><!-- Zürich -->'),
    hint: /the declaration says ISO-8859-1 but the text is UTF-8/,
  },
  {
    client: 'encoding="ISO - 8859 - 1" (DiScribe)',
    body: GET_USER.replace('UTF-8', 'ISO - 8859 - 1'),
    hint: /the encoding name "ISO - 8859 - 1" holds blanks/,
  },
  {
    client: 'UTF-16 with a mark',
    body: Buffer.from(`\ufeff${GET_USER.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
  },
  { client: 'UTF-8 with a mark', body: `\ufeff${GET_USER}` },
  { client: '<?xml version ="1.0"', body: GET_USER.replace('version="1.0"', 'version ="1.0"') },
  { client: '</bodyContent >', body: GET_USER.replace('</bodyContent>', '</bodyContent >') },
  {
    client: 'single quotes, tabs and \\r\\n',
    body: GET_USER.replaceAll('"', "'").replaceAll('><', '>\r\n\t<'),
  },
  { client: 'xsi:type= "…" (webexpy)', body: GET_USER.replace('xsi:type="', 'xsi:type= "') },
  { client: 'a blank inside the quotes', body: GET_USER.replace('xsi:type="', 'xsi:type=" ') },
  {
    client: 'xmlns:schemaLocation with two URIs (zimbra)',
    body: GET_USER.replace('<serv:message', '<serv:message xmlns:schemaLocation="http://a http://b"'),
  },
  { client: 'comments (newman)', body: GET_USER.replace('<webExId>', '<!-- the host --><webExId>') },
  {
    client: 'a comment inside a text',
    body: GET_USER.replace('<webExId>hostid', '<webExId>host<!-- -->id'),
    hint: /comment stands inside the text of "webExId"/,
  },
  {
    client: 'white space round values',
    body: GET_USER.replace('>hostid</webExId>', '>\n   hostid\t</webExId>'),
  },
  {
    client: 'white space round the password',
    body: GET_USER.replace(/<password>(.*)<\/password>/, '<password>\n  $1\n</password>'),
  },
  { client: 'CDATA', body: GET_USER.replace('>hostid</webExId>', '><![CDATA[hostid]]></webExId>') },
  {
    client: 'an element that does not exist (coldfusion: webExUser)',
    body: GET_USER.replace('<webExId>', '<webExUser>x</webExUser><webExId>'),
    hint: /<webExUser> is not an element of <bodyContent>: ignored/,
  },
  {
    client: 'webExID for webExId',
    body: GET_USER.replace(/<webExId>hostid<\/webExId>/, '<webExID>hostid</webExID>'),
    hint: /<webExID> is read as <webExId>/,
  },
  {
    client: 'an element inside a text (DiScribe: role in email)',
    body: GET_USER.replace('>hostid</webExId>', '>hostid<role>HOST</role></webExId>'),
    hint: /<webExId> holds text only/,
  },
  {
    client: 'empty elements',
    body: GET_USER.replace('<webExID>', '<email></email><siteID/><partnerID>  </partnerID><webExID>'),
    hint: /<siteID\/> is empty: read as absent/,
  },
];

const TYPES = [
  'java:com.webex.xmlapi.service.binding.user.GetUser',
  'java:com.webex.service.binding.user.getUser',
  'user.GetUser',
  'use:getUser',
  'GetUser',
  'java:com.webex.service.binding.users.GetUser',
];

forProtocol('what clients send', (open) => {
  const site = sharedSite(open);

  function assertAnswered(answer: Answer, hint: RegExp | undefined): void {
    assert.equal(answer.result, 'SUCCESS', `${answer.exceptionID} ${answer.reason}`);
    assert.equal(answer.value('webExId'), 'hostid');
    if (hint) assert.match(answer.hints.join('\n'), hint);
    else assert.deepEqual(answer.hints, []);
  }

  describe('over HTTP', () => {
    for (const { client, body = GET_USER, options, hint } of TRANSPORT) {
      test(client, async () => assertAnswered(await site().post(body, options), hint));
    }

    test('HEAD is answered without a body', async () => {
      const answer = await fetch(`${site().url}/WBXService/XMLService?XML=${form(GET_USER)}`, {
        method: 'HEAD',
      });
      assert.equal(answer.status, 200);
      assert.ok(Number(answer.headers.get('content-length')) > 1000);
    });

    test('HTTP/1.0 over a connection that is closed afterwards', async () => {
      const answer = await site().raw(
        `POST /WBXService/XMLService HTTP/1.0\r\nContent-Length: ${GET_USER.length}\r\n\r\n${GET_USER}`,
      );
      assert.match(answer, /^HTTP\/1\.[01] 200 /);
      assert.match(answer, /<use:webExId>hostid</);
    });

    test('the absolute form of the address, whose host counts in place of the header', async () => {
      const anySite = GET_USER.replace(/<siteName>.*<\/siteName>/, '');
      for (const [address, host] of [
        ['http://acme.meetings.example/WBXService/XMLService', 'acme-ci.meetings.example'],
        ['HTTPS://acme.meetings.example:8443/WBXService/XMLService?', 'nobody'],
      ]) {
        const answer = await site().raw(
          `POST ${address} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\nContent-Length: ${anySite.length}\r\n\r\n${anySite}`,
        );
        assert.match(answer, /<use:webExId>hostid</);
      }
      for (const [address, status] of [
        ['http://acme.meetings.example/healthz', 200],
        ['http://acme.meetings.example', 200],
        ['http://acme.meetings.example?x', 200],
        ['http:///healthz', 400],
        ['http://a b/healthz', 400],
      ]) {
        const answer = await site().raw(`GET ${address} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
        assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `), String(address));
      }
    });

    test('a body in pieces', async () => {
      const pieces = [GET_USER.slice(0, 7), GET_USER.slice(7)].map(
        (piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`,
      );
      const answer = await site().raw(
        `POST /WBXService/XMLService HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n${pieces.join('')}0\r\n\r\n`,
      );
      assert.match(answer, /<use:webExId>hostid</);
    });
  });

  describe('in XML', () => {
    for (const { client, body = GET_USER, hint } of TEXT) {
      test(client, async () => assertAnswered(await site().post(body), hint));
    }
  });

  describe('as the type of the operation', () => {
    for (const type of TYPES) {
      test(type, async () => {
        const answer = await site().post(withType(type));
        assertAnswered(answer, /is read as "java:com\.webex\.service\.binding\.user\.GetUser"/);
      });
    }

    test('site.LstTimeZone (indico)', async () => {
      const answer = await site().post(
        message('<bodyContent xsi:type="site.LstTimeZone"><timeZoneID>4</timeZoneID></bodyContent>', HOST),
      );
      assert.equal(answer.value('timeZone/timeZoneID'), '4');
    });
  });

  describe('as booleans', () => {
    for (const [given, read] of [
      ['TRUE', 'true'],
      ['True', 'true'],
      ['1', 'true'],
      [' true ', 'true'],
      ['FALSE', 'false'],
      ['0', 'false'],
    ] as const) {
      test(`${given} is ${read}`, async () => {
        const { webExID } = await site().person();
        await site().ok(
          'user.SetUser',
          `<webExId>${webExID}</webExId><options><folderRead>${given}</folderRead></options>`,
        );
        const answer = await site().ok('user.GetUser', `<webExId>${webExID}</webExId>`);
        assert.equal(answer.value('options/folderRead'), read);
      });
    }
  });

  test('words of an enumeration in another case are taken, with a hint', async () => {
    const { webExID } = await site().person();
    const answer = await site().ok(
      'user.SetUser',
      `<webExId>${webExID}</webExId><service>pro_office</service>`,
    );
    assert.match(answer.hints.join(), /<service> says pro_office for PRO_OFFICE/);
    const set = await site().ok('user.GetUser', `<webExId>${webExID}</webExId>`);
    assert.equal(set.value('service'), 'PRO_OFFICE');
  });

  test('characters beyond ASCII come back as they were, from each encoding', async () => {
    const { webExID } = await site().person();
    const title = 'Zoë & <Straße> "é"';
    const request = message(
      bodyContent('user.SetUser', `<webExId>${webExID}</webExId><title>Zoë &amp; &lt;Straße&gt; "é"</title>`),
    );
    const encodings: readonly Uint8Array[] = [
      Buffer.from(request),
      Buffer.from(request.replace('UTF-8', 'ISO-8859-1'), 'latin1'),
      Buffer.from(`\ufeff${request.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
      Buffer.from(`XML=${form(request)}`),
    ];
    for (const bytes of encodings) {
      await site().ok('user.SetUser', `<webExId>${webExID}</webExId><title>none</title>`);
      assert.equal((await site().post(bytes)).result, 'SUCCESS');
      const answer = await site().ok('user.GetUser', `<webExId>${webExID}</webExId>`);
      assert.equal(answer.value('title'), title);
    }
    const far = '&<>ü☃ 𝄞';
    await site().ok('user.SetUser', `<webExId>${webExID}</webExId><title>&amp;&lt;>ü☃ &#x1D11E;</title>`);
    assert.equal((await site().ok('user.GetUser', `<webExId>${webExID}</webExId>`)).value('title'), far);
  });

  test('a message that is odd in thousands of places does not fill the log', async () => {
    const odd = `<${'x'.repeat(50_000)}/>${'<oddity/>'.repeat(5_000)}`;
    const answer = await site().post(GET_USER.replace('<webExId>', `${odd}<webExId>`));
    assert.equal(answer.result, 'SUCCESS');
    assert.ok(answer.hints.length <= 50);
    assert.ok(JSON.stringify(answer.logged).length < 20_000);
  });
});
