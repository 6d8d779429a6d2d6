import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { codeSample } from '../../src/code-samples/code-sample.ts';
import { withCredentials } from '../../src/code-samples/credentials.ts';
import { SAMPLE_LANGUAGES } from '../../src/code-samples/sample-language.ts';
import type { SampledRequest, SampleText } from '../../src/code-samples/sampled-request.ts';
import { readCSharp, readPhp } from './quoted-source.ts';
import { type Arrival, openReceiver, type Receiver } from './receiver.ts';
import { FILES, isRunHere, RUNNERS } from './runners.ts';

const run = promisify(execFile);

/** What ends a text, begins code, is expanded, or changes on its way through an editor, in any of the languages. */
const HOSTILE = [
  `'; rm -rf / #`,
  `"; drop(); //`,
  "`id` $(id) $id #{id} %s %n {0} {{x}} $& $' $$",
  `\${id} \${`,
  String.raw`\u0022 \x41 \n \\ \' \" \ `,
  `''' """ \`\`\` "" ?> <?php <!-- --> ]]> </script> */ /* EOF`,
  '@/etc/passwd & <b>',
  'a\r\nb\rc\td\n\n',
  '\u0001\u001b[31m \u0085 \u2028 \u2029 \u202e \u200b \ufeff \u00a0 é 漢字 😀 \u{e0041}',
  'ends with a backslash \\',
].join('\n');

const SECRET = `P@ss'"\\$(id)\`&<>{x} é😀`;

const credentials = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const MESSAGE = `<?xml version="1.0"?>
<m><header><securityContext>
  <siteName>acme</siteName><webExID>admin</webExID><password>${credentials(SECRET)}</password>
</securityContext></header><x><![CDATA[${HOSTILE}]]></x></m>"`;

/** A request to each of the addresses below the receiver's. */
function requests(url: string): readonly SampledRequest[] {
  const form: SampleText = [
    `${url}/p.php?AT=LI&PW=`,
    { words: 'password', value: SECRET, inside: 'form' },
    '&x=[1-3]{a,b}',
  ];
  return [
    {
      method: 'POST',
      url: [`${url}/WBXService/XMLService?it's=$(id)&a=%22`],
      headers: [
        { name: 'Content-Type', value: ['text/xml; charset=UTF-8'] },
        { name: 'X-Hostile', value: [`@file '"\\$(id)\`{x} \${y}`] },
        { name: 'X-Token', value: ['Bearer ', { words: 'access token', value: `a'"$b`, inside: 'text' }] },
        { name: 'Content-Length', value: ['1'] },
        { name: 'Host', value: ['elsewhere.example'] },
      ],
      body: withCredentials(MESSAGE),
    },
    { method: 'GET', url: form, headers: [{ name: 'Content-Type', value: ['text/x'] }] },
    {
      method: 'POST',
      url: [`${url}/bytes`],
      headers: [{ name: 'Content-Type', value: ['application/octet-stream'] }],
      body: Buffer.from([0, 1, 0xff, 0xfe, 0x27, 0x22, 0x0d, 0x0a]),
    },
    {
      method: 'PUT',
      url: [`${url}/long`],
      headers: [{ name: 'Content-Type', value: ['text/plain'] }],
      body: [`${'"x\\'.repeat(60_000)}\n`],
    },
  ];
}

function checkArrived(arrivals: readonly Arrival[]): void {
  const [message, link, bytes, long] = arrivals;
  assert.equal(arrivals.length, 4);
  assert.equal(message?.method, 'POST');
  assert.equal(decodeURIComponent(message.target), `/WBXService/XMLService?it's=$(id)&a="`);
  assert.equal(message.headers['content-type'], 'text/xml; charset=UTF-8');
  assert.equal(message.headers['x-hostile'], `@file '"\\$(id)\`{x} \${y}`);
  assert.equal(message.headers['x-token'], `Bearer a'"$b`);
  assert.equal(message.body.toString(), MESSAGE);
  assert.equal(link?.method, 'GET');
  assert.equal(
    decodeURIComponent(link.target.replaceAll('+', ' ')),
    `/p.php?AT=LI&PW=${SECRET}&x=[1-3]{a,b}`,
  );
  assert.deepEqual([...(bytes?.body ?? [])], [0, 1, 0xff, 0xfe, 0x27, 0x22, 0x0d, 0x0a]);
  assert.equal(long?.method, 'PUT');
  assert.equal(long.body.toString(), `${'"x\\'.repeat(60_000)}\n`);
}

describe('Code samples', () => {
  let receiver: Receiver;
  let folder = '';
  before(async () => {
    receiver = await openReceiver();
    folder = await mkdtemp(join(tmpdir(), 'parlance-samples-'));
  });
  after(async () => {
    await receiver[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  for (const language of SAMPLE_LANGUAGES) {
    const runner = RUNNERS[language];
    const isHere = isRunHere(language);
    test(`in ${language} send what was sent, whatever it holds`, {
      skip: !isHere && 'not on this machine',
    }, async () => {
      assert.ok(runner);
      const [program, ...options] = runner;
      for (const request of requests(receiver.url)) {
        const file = join(folder, FILES[language]);
        await writeFile(file, codeSample(request, language));
        const { stdout } = await run(program, [...options, file]);
        assert.match(stdout, /taken/);
      }
      checkArrived(receiver.arrivals());
    });
  }

  for (const [language, read] of [
    ['php', readPhp],
    ['csharp', readCSharp],
  ] as const) {
    test(`in ${language} say what was sent, by the rules of its literals`, () => {
      const [message, link, bytes, long] = requests('http://site.example').map((request) =>
        read(codeSample(request, language)),
      );
      const name = (variable: string) => (language === 'php' ? `$${variable}` : variable);
      assert.equal(message?.variables.get(name('password')), SECRET);
      assert.equal(message.variables.get(name('webexId')), 'admin');
      assert.equal(message.variables.get(name('body')), MESSAGE);
      const said = message.texts.join('\n');
      assert.ok(said.includes(`@file '"\\$(id)\`{x} \${y}`));
      assert.ok(said.includes(`Bearer a'"$b`));
      assert.doesNotMatch(said, /elsewhere\.example|content-length/i);
      assert.ok(
        link?.texts.includes(
          `http://site.example/p.php?AT=LI&PW=${encodeURIComponent(SECRET)}&x=%5B1-3%5D%7Ba,b%7D`,
        ),
      );
      assert.equal(bytes?.variables.get(name('body')), '\0\x01\xff\xfe\'"\r\n');
      assert.equal(long?.variables.get(name('body')), `${'"x\\'.repeat(60_000)}\n`);
    });
  }

  test('have the credentials on top, and nowhere else', () => {
    for (const language of SAMPLE_LANGUAGES) {
      const [request] = requests('http://site.example');
      assert.ok(request);
      const sample = codeSample(
        { ...request, body: withCredentials(MESSAGE.replace(credentials(SECRET), 'Geheim1')) },
        language,
      );
      assert.equal(sample.split('Geheim1').length, 2, language);
      assert.ok(sample.indexOf('Geheim1') < sample.indexOf('securityContext'), language);
    }
  });

  test('leave a message that holds its credentials in an unusual way as it was sent', () => {
    for (const message of [
      '<m/>',
      'no XML at all',
      '<securityContext><password><![CDATA[x]]></password></securityContext>',
      '<securityContext><password>&quot;x&#65;</password></securityContext>',
      '<securityContext><password>x',
    ]) {
      assert.equal(
        withCredentials(message)
          .map((part) => (typeof part === 'string' ? part : '?'))
          .join(''),
        message,
      );
    }
  });
});
