/** Code samples of the REST interface: what they say, and what they do where their language is on the machine. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { codeSample } from '../../src/code-samples/code-sample.ts';
import { restRequest } from '../../src/code-samples/rest-request.ts';
import { SAMPLE_LANGUAGES } from '../../src/code-samples/sample-language.ts';
import { ENDPOINTS } from '../../src/rest-api/endpoints.ts';
import { sampleBody } from '../../src/rest-api/openapi/sample-body.ts';
import { nameOf } from '../../src/rest-api/rest-endpoint.ts';
import { RestClient } from '../rest-api/client.ts';
import { forSqlite } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { readCSharp, readPhp } from './quoted-source.ts';
import { FILES, isRunHere, RUNNERS } from './runners.ts';

const run = promisify(execFile);

test('The declared sample of every endpoint is said in every language, with the token on top alone', () => {
  for (const endpoint of ENDPOINTS) {
    const example = sampleBody(endpoint);
    const body = example === undefined ? undefined : JSON.stringify(example, undefined, 2);
    const { method, path } = endpoint;
    const call = restRequest({ method, url: `https://meet.example.com/v1/${path}`, token: 'Geheim1', body });
    for (const language of SAMPLE_LANGUAGES) {
      assert.equal(
        codeSample(call, language).split('Geheim1').length,
        2,
        `${nameOf(endpoint)} in ${language}`,
      );
    }
    if (body === undefined || method === 'GET') continue;
    assert.equal(readPhp(codeSample(call, 'php')).variables.get('$body'), body, nameOf(endpoint));
    assert.equal(readCSharp(codeSample(call, 'csharp')).variables.get('body'), body, nameOf(endpoint));
  }
});

forSqlite('Samples of REST', (open) => {
  const site = sharedSite(open);

  for (const language of SAMPLE_LANGUAGES) {
    test(`in ${language} make a meeting, whatever its title holds, and delete it`, {
      skip: !isRunHere(language) && 'not on this machine',
    }, async () => {
      const client = await RestClient.as(site(), 'hostid');
      const folder = await mkdtemp(join(tmpdir(), 'parlance-samples-'));
      const [program, ...options] = RUNNERS[language] ?? [''];
      const ask = async (method: string, path: string, body?: object) => {
        const call = {
          method,
          url: `${site().url}/v1/${path}`,
          token: client.token,
          ...(body && { body: JSON.stringify(body, undefined, 2) }),
        };
        const file = join(folder, FILES[language]);
        await writeFile(file, codeSample(restRequest(call), language));
        return (await run(program, [...options, file])).stdout;
      };
      try {
        const title = `Größe "x" 'y' $(id) \\ {z} ${language}`;
        const made = await ask('POST', 'meetings', {
          title,
          start: '2031-05-06T10:00:00Z',
          end: '2031-05-06T11:00:00Z',
        });
        const meeting = JSON.parse(made.slice(made.indexOf('{')));
        assert.equal(meeting.title, title);
        await ask('DELETE', `meetings/${meeting.id}?sendEmail=false`);
        await client.refused(404, 'GET', `meetings/${meeting.id}`);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  }
});
