/** What reading a meeting by REST costs beside GetMeeting of the same one. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loaded, underLoad } from './calls.ts';
import { inTurn, type Rounds } from './measure.ts';
import { HOST, message, post } from './messages.ts';
import { startClient, startServer, stayAwake } from './processes.ts';
import { aims, table } from './report.ts';

const ROUNDS: Rounds = { warmUp: 2, counted: 9 };
const XML = 'GetMeeting';
const REST = 'GET /v1/meetings/{id}';

const SCHEDULED =
  '<metaData><confName>Test-Meeting via XML API</confName></metaData>' +
  '<schedule><startDate>07/30/2027 15:00:00</startDate><duration>60</duration></schedule>';

export async function rest(): Promise<string> {
  await using started = new AsyncDisposableStack();
  started.use(stayAwake());
  const client = started.use(startClient());
  const server = started.use(await startServer('bench/servers/with-token.ts'));
  const { body } = await post(server.url, message(HOST, 'meeting.CreateMeeting', SCHEDULED));
  const key = /<meet:meetingkey>(\d+)/.exec(body)?.[1];
  if (key === undefined) throw new Error(`no meeting:\n${body}`);
  const headers = { Authorization: `Bearer ${readFileSync(join(server.data, 'token'), 'utf8')}` };
  const id = await idOf(server.url, key, headers);
  const get = message(HOST, 'meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`);
  const contenders = [
    loaded(XML, client, server, get),
    underLoad(REST, client, server, {
      bodies: [],
      get: { path: `/v1/meetings/${id}`, headers },
      expect: `"meetingNumber":"${key}"`,
    }),
  ];
  const measured = await inTurn(contenders, ROUNDS);
  return [
    `A meeting by REST over HTTP: 16 connections, kept alive; ${ROUNDS.counted} rounds of 1 s each, in turn`,
    '',
    table(
      [
        { title: 'requests/s', digits: 0 },
        { title: 'CPU ms/1,000', digits: 1 },
        { title: 'rate to XML', digits: 2 },
        { title: 'CPU to XML', digits: 2 },
      ],
      contenders.map(({ name }) => [
        name,
        [
          measured.of(name, 'rate'),
          measured.of(name, 'cpu'),
          measured.ratio(name, XML, 'rate'),
          measured.ratio(name, XML, 'cpu'),
        ],
      ]),
    ),
    '',
    aims([{ what: `${REST}, rate to ${XML}`, found: measured.ratio(REST, XML, 'rate'), atLeast: 0.8 }]),
  ].join('\n');
}

async function idOf(url: string, key: string, headers: Readonly<Record<string, string>>): Promise<string> {
  const answer = await fetch(`${url}/v1/meetings?meetingNumber=${key}`, { headers });
  const text = await answer.text();
  const id = /"id":"([0-9a-f]{32})"/.exec(text)?.[1];
  if (id === undefined) throw new Error(`no id: ${answer.status} ${text}`);
  return id;
}
