import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openDatabase } from '../../src/database/database.ts';
import { foundDemo } from '../../src/demo.ts';
import { openLog } from '../../src/log.ts';
import { startServer } from '../../src/server.ts';
import { defaultSettings } from '../../src/settings.ts';
import { message } from '../support/site.ts';

/** Secrets in every place of every face, on a site that keeps bodies: none of them may lie in the log's files. */

const folder = await mkdtemp(join(tmpdir(), 'parlance-secrets-'));
after(() => rm(folder, { recursive: true }));

let made = 0;
/** One that is found again, and another one each time. */
function secret(): string {
  made += 1;
  return `Zq9!xSecret${made}Kw`;
}

const DEMO = 'P@ssword123';

function withPassword(content: string, type = 'user.GetUser', password: string = DEMO): string {
  return message(`<bodyContent xsi:type="java:com.webex.service.binding.${type}">${content}</bodyContent>`, {
    siteName: 'acme',
    webExID: 'admin',
    password,
  });
}

/** Whole messages of the XML API, as clients and as attackers write them. */
const MESSAGES: readonly (() => string | Buffer)[] = [
  () => withPassword('<webExId>hostid</webExId>', 'user.GetUser', secret()),
  () => withPassword(`<webExId>hostid</webExId><password>${secret()}</password>`, 'user.SetUser'),
  () =>
    withPassword(
      `<webExId>new1</webExId><firstName>A</firstName><lastName>B</lastName><email>n@acme.com</email><password>${secret()}</password><passwordHintAnswer>${secret()}</passwordHintAnswer><privilege><host>true</host></privilege><active>ACTIVATED</active>`,
      'user.CreateUser',
    ),
  () =>
    withPassword(
      `<accessControl><meetingPassword>${secret()}</meetingPassword></accessControl><metaData><confName>x</confName></metaData><schedule><startDate>03/05/2027 10:00:00</startDate></schedule>`,
      'meeting.CreateMeeting',
    ),
  () =>
    withPassword(
      `<webExIdd>hostid</webExIdd><pasword>${secret()}</pasword><passwrd a="${secret()}">${secret()}</passwrd>`,
    ),
  () =>
    withPassword(
      `<samlResponse>${Buffer.from(secret()).toString('base64')}${secret()}</samlResponse>`,
      'user.AuthenticateUser',
    ),
  () => withPassword(`<password><![CDATA[${secret()}]]></password><webExId>hostid</webExId>`, 'user.SetUser'),
  () =>
    message('<bodyContent xsi:type="java:com.webex.service.binding.user.GetUser"/>', {
      siteName: 'acme',
      webExID: 'admin',
      sessionTicket: secret(),
    }),
  () =>
    message('<bodyContent xsi:type="java:com.webex.service.binding.user.GetUser"/>', {
      siteName: 'acme',
      webExID: 'admin',
      webExAccessToken: secret(),
    }),
  () =>
    message('<bodyContent xsi:type="java:com.webex.service.binding.user.GetUser"/>', {
      siteName: 'nosuch',
      webExID: 'admin',
      password: secret(),
    }),
  () =>
    `<message><header><securityContext><siteName>acme</siteName><webExID>admin</webExID><password>${secret()}`,
  () =>
    `<message><header><securityContext><password>${secret()}</passwort></securityContext></header></message>`,
  () =>
    Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(withPassword('<webExId>hostid</webExId>', 'user.GetUser', secret()), 'utf16le'),
    ]),
  () =>
    withPassword(
      `<webExId>hostid</webExId><b>${'x'.repeat(70_000)}</b><password>${secret()}</password>`,
      'user.SetUser',
    ),
  () =>
    `XML=${encodeURIComponent(withPassword('<webExId>hostid</webExId>', 'user.GetUser', secret()))}&PW=${secret()}`,
];

/** Requests of browsers and portals. */
const REQUESTS: readonly (() => [path: string, init?: RequestInit])[] = [
  () => [`/acme/p.php?AT=LI&WID=hostid&PW=${secret()}`],
  () => [
    `/acme/p.php?AT=LI&WID=hostid&TK=${secret()}&BU=${encodeURIComponent(`https://portal.example/?token=${secret()}`)}`,
  ],
  () => [`/acme/p.php?AT=LI&WID=hostid&%50W=${secret()}`],
  () => [
    '/acme/p.php',
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `AT=LI&WID=hostid&PW=${secret()}`,
    },
  ],
  () => [`/acme/p.php?AT=SU&PID=${secret()}&FN=A&LN=B&WID=x1&PW=${secret()}&EM=x1@acme.com`],
  () => [`/acme/m.php?AT=JM&MK=1&PW=${secret()}&MTID=${secret()}`],
  () => [`/nosuch/m.php?AT=JM&PW=${secret()}`],
  () => [
    `/acme/signin.php`,
    {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Cookie: `ticket=${secret()}; form=${secret()}`,
      },
      body: `WID=hostid&PW=${secret()}`,
    },
  ],
  () => [`/acme/reset.php?TOKEN=${secret()}`],
  () => [`/acme/confirm.php?TOKEN=${secret()}`],
  () => [
    '/acme/console/api/me',
    { headers: { Cookie: `ticket=${secret()}`, Authorization: `Bearer ${secret()}` } },
  ],
  () => [`/acme/sso.php?SAMLResponse=${secret()}`],
  () => [`/acme/image/${secret()}?token=${secret()}`],
  () => [`/acme/nothing/here?password=${secret()}`],
  () => [
    `/WBXService/XMLService?XML=${encodeURIComponent(withPassword('<webExId>hostid</webExId>', 'user.GetUser', secret()))}`,
  ],
  () => [
    `/nbr/services/nbrXmlService?method=getMeetingTicket&siteId=5941234563&username=admin&password=${secret()}&service=MC`,
  ],
  () => [
    '/nbr/services/NBRStorageService',
    {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml' },
      body: `<Envelope><Body><getStorageAccessTicket><in0>5941234563</in0><in1>admin</in1><in2>${secret()}</in2></getStorageAccessTicket></Body></Envelope>`,
    },
  ],
];

async function contentOf(at: string): Promise<string> {
  const files = (await readdir(at)).filter((name) => name.startsWith('log.db'));
  assert.ok(files.length > 0);
  return (await Promise.all(files.map((name) => readFile(join(at, name), 'latin1')))).join('');
}

test('no secret of any request lies in the files of the log', async () => {
  await using database = await openDatabase('sqlite::memory:');
  const server = await startServer({
    settings: defaultSettings({ port: 0, host: '127.0.0.1', logLevel: 'silent' }),
    database,
    secret: Buffer.from('the key of an installation in a test'),
    log: openLog('silent'),
    requestLogFile: join(folder, 'log.db'),
  });
  const { url, context } = server;
  const handedOut: string[] = [];
  try {
    await foundDemo(context, { requestLog: { bodies: true }, urlAPI: { backURLs: ['any'] } });
    for (const write of MESSAGES) {
      const body = write();
      const isForm = typeof body === 'string' && body.startsWith('XML=');
      const answer = await fetch(`${url}/WBXService/XMLService`, {
        method: 'POST',
        headers: { 'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'text/xml' },
        body: typeof body === 'string' ? body : new Uint8Array(body),
      });
      await answer.arrayBuffer();
    }
    for (const ask of REQUESTS) {
      const [path, init] = ask();
      await (await fetch(url + path, { redirect: 'manual', ...init })).arrayBuffer();
    }
    // What the site hands out is a secret too.
    for (const [type, element] of [
      ['user.GetLoginTicket', 'ticket'],
      ['user.AuthenticateUser', 'sessionTicket'],
      ['user.GetloginurlUser', 'userLoginURL'],
    ] as const) {
      const content = type === 'user.GetloginurlUser' ? '<webExID>admin</webExID>' : '';
      const answer = await fetch(`${url}/WBXService/XMLService`, {
        method: 'POST',
        body: withPassword(content, type),
      });
      const text = await answer.text();
      const [, value = ''] = new RegExp(`${element}>([^<]+)<`).exec(text) ?? [];
      if (value !== '') handedOut.push(/TK=([^&]+)/.exec(value)?.[1] ?? value);
    }
    const login = await fetch(
      `${url}/acme/p.php?AT=LI&WID=hostid&PW=${encodeURIComponent(DEMO)}&BU=https://portal.example/`,
      { redirect: 'manual' },
    );
    const csrf = /CSRF=([\w-]{8,})/.exec(await login.text())?.[1];
    if (csrf) handedOut.push(csrf);
    handedOut.push(...login.headers.getSetCookie().map((cookie) => cookie.split(/[=;]/)[1] ?? ''));
  } finally {
    await server.close();
  }
  assert.ok(handedOut.length >= 3, String(handedOut.length));
  const text = await contentOf(folder);
  assert.match(text, /CreateMeeting/);
  assert.match(text, /<webExID>admin<\/webExID>/);
  assert.match(text, /\*\*\*/);
  const wide = text.replaceAll('\0', '');
  const found = Array.from({ length: made }, (_, at) => `xSecret${at + 1}Kw`).filter((one) =>
    wide.includes(one),
  );
  assert.deepEqual(found, []);
  for (const one of handedOut) assert.ok(!wide.includes(one), one);
  assert.ok(!wide.includes(DEMO));
});
