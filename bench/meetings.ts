/** What scheduling a meeting costs, on disk before it is acknowledged, beside reading one. */
import { loaded } from './calls.ts';
import { inTurn, type Rounds } from './measure.ts';
import { HOST, message, post } from './messages.ts';
import { startClient, startParlance, stayAwake } from './processes.ts';
import { aims, table } from './report.ts';

const ROUNDS: Rounds = { warmUp: 2, counted: 9 };
const GET = 'GetMeeting';
const CREATE = 'CreateMeeting';

const SCHEDULED =
  '<metaData><confName>Test-Meeting via XML API</confName></metaData>' +
  '<schedule><startDate>07/30/2027 15:00:00</startDate><duration>60</duration></schedule>';

export async function meetings(): Promise<string> {
  await using started = new AsyncDisposableStack();
  started.use(stayAwake());
  const client = started.use(startClient());
  const reading = started.use(await startParlance());
  // Of its own, so that what its writing leaves behind burdens no reader.
  const writing = started.use(await startParlance());
  const create = message(HOST, 'meeting.CreateMeeting', SCHEDULED);
  const { body } = await post(reading.url, create);
  const key = /<meet:meetingkey>(\d+)/.exec(body)?.[1];
  if (key === undefined) throw new Error(`no meeting:\n${body}`);
  const get = message(HOST, 'meeting.GetMeeting', `<meetingKey>${key}</meetingKey>`);

  const contenders = [loaded(GET, client, reading, get), loaded(CREATE, client, writing, create)];
  const measured = await inTurn(contenders, ROUNDS);
  return [
    `A meeting over HTTP: 16 connections, kept alive; ${ROUNDS.counted} rounds of 1 s each, in turn`,
    '',
    table(
      [
        { title: 'requests/s', digits: 0 },
        { title: 'CPU ms/1,000', digits: 1 },
        { title: 'rate to Get', digits: 2 },
      ],
      contenders.map(({ name }) => [
        name,
        [measured.of(name, 'rate'), measured.of(name, 'cpu'), measured.ratio(name, GET, 'rate')],
      ]),
    ),
    '',
    aims([
      {
        what: 'CreateMeeting, durable, rate to GetMeeting',
        found: measured.ratio(CREATE, GET, 'rate'),
        atLeast: 0.5,
      },
    ]),
  ].join('\n');
}
