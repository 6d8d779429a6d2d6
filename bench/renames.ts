/** What a rename of an endless series costs beside that of a single meeting: processor time, without the network. */
import { dispatcher } from '../src/xml-api/dispatch.ts';
import { webexEnvelope } from '../src/xml-api/envelopes/webex.ts';
import { OPERATIONS } from '../src/xml-api/operations.ts';
import { compile } from '../src/xml-api/registry.ts';
import { bigSite } from './big-site.ts';
import { type Contender, cpuOf, inTurn, numbered, type Rounds } from './measure.ts';
import { HOST, message } from './messages.ts';
import { temporaryFolder } from './processes.ts';
import { aims, cpuTable } from './report.ts';

const REQUESTS = 100;
const ROUNDS: Rounds = { warmUp: 2, counted: 9 };

const SINGLE = 'a single meeting';
const SERIES = 'an endless daily series';

export async function renames(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(temporaryFolder()).path;
  const { context } = started.use(await bigSite(folder, { accounts: 20, sessions: 1_000 }));
  const dispatch = dispatcher(compile(OPERATIONS, webexEnvelope), context);
  const call = async (operation: string, content: string) => {
    const { body } = await dispatch(Buffer.from(message(HOST, operation, content)), undefined);
    const text = body.toString();
    if (!text.includes('<serv:result>SUCCESS')) throw new Error(text.slice(0, 2_000));
    return text;
  };

  const renaming = async (name: string, repeat: string): Promise<Contender> => {
    const created = await call(
      'meeting.CreateMeeting',
      '<metaData><confName>Review</confName></metaData>' +
        `<schedule><startDate>07/30/2027 15:00:00</startDate><duration>60</duration></schedule>${repeat}`,
    );
    const key = /<meet:meetingkey>(\d+)/.exec(created)?.[1];
    let renamed = 0;
    return {
      name,
      measure: () =>
        cpuOf(numbered(REQUESTS), async () => {
          renamed += 1;
          await call(
            'meeting.SetMeeting',
            `<meetingkey>${key}</meetingkey><metaData><confName>Review ${renamed}</confName></metaData>`,
          );
        }),
    };
  };
  const contenders = [
    await renaming(SINGLE, ''),
    await renaming(SERIES, '<repeat><repeatType>DAILY</repeatType></repeat>'),
  ];
  const measured = await inTurn(contenders, ROUNDS);
  return [
    `A rename by SetMeeting, in one process; ${ROUNDS.counted} rounds of ${REQUESTS} requests each, in turn`,
    '',
    cpuTable(contenders, measured),
    '',
    aims([
      {
        what: 'CPU of a rename, an endless series to a single meeting',
        found: measured.ratio(SERIES, SINGLE, 'cpu'),
        atMost: 1.5,
      },
    ]),
  ].join('\n');
}
