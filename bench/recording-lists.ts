/** What a page of LstRecording costs on a site of many recordings and on one of few: processor time, without the network. */
import { formatSiteTime, GMT } from '../src/time/site-time.ts';
import { dispatcher } from '../src/xml-api/dispatch.ts';
import { webexEnvelope } from '../src/xml-api/envelopes/webex.ts';
import { OPERATIONS } from '../src/xml-api/operations.ts';
import { compile } from '../src/xml-api/registry.ts';
import { type BigRecordings, bigRecordings, EACH, FIRST } from './big-recordings.ts';
import { type Contender, cpuOf, inTurn, numbered, type Rounds } from './measure.ts';
import { adminOf, HOST, message } from './messages.ts';
import { temporaryFolder } from './processes.ts';
import { aims, cpuTable } from './report.ts';

const SMALL = 1_000;
const LARGE = 100_000;

const REQUESTS = 100;
const ROUNDS: Rounds = { warmUp: 2, counted: 9 };

const PAGE = '<listControl><startFrom>1</startFrom><maximumNum>50</maximumNum></listControl>';

/** From the end of what a small site has, so that both have as many in it. */
function window(minutes: number): string {
  const to = FIRST + SMALL * EACH - 1;
  const [from, until] = [to - minutes * EACH, to].map((at) => formatSiteTime(at, GMT));
  return `<createTimeScope><createTimeStart>${from}</createTimeStart><createTimeEnd>${until}</createTimeEnd></createTimeScope>`;
}

const LISTS = [
  { name: "a site's first 50, total", body: PAGE },
  { name: "50 of a host's, total", body: `${PAGE}<hostWebExID>hostid</hostWebExID>` },
  {
    name: 'the newest 50',
    body: `${PAGE}<order><orderBy>CREATETIME</orderBy><orderAD>DESC</orderAD></order>`,
  },
  { name: '50 of a window of 500', body: PAGE + window(500) },
  {
    name: '50 of services of a window of 500',
    body: `${PAGE}${window(500)}<serviceTypes><serviceType>MeetingCenter</serviceType></serviceTypes>`,
  },
] as const;

export async function recordingLists(): Promise<string> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(temporaryFolder()).path;
  const sites = [
    { name: 'of 1,000', site: started.use(await bigRecordings(folder, SMALL)) },
    { name: 'of 100,000', site: started.use(await bigRecordings(folder, LARGE)) },
  ];
  const contenders = LISTS.flatMap((list) =>
    sites.map(({ name, site }) => listing(`${list.name} ${name}`, site, list.body)),
  );
  const measured = await inTurn(contenders, ROUNDS);
  return [
    `A page of LstRecording, in one process; ${ROUNDS.counted} rounds of ${REQUESTS} requests each, in turn`,
    '',
    cpuTable(contenders, measured),
    '',
    aims(
      LISTS.map(({ name }) => ({
        what: `CPU of ${name}, 100,000 recordings to 1,000`,
        found: measured.ratio(`${name} of 100,000`, `${name} of 1,000`, 'cpu'),
        atMost: 1.3,
      })),
    ),
  ].join('\n');
}

function listing(name: string, { context }: BigRecordings, body: string): Contender {
  const dispatch = dispatcher(compile(OPERATIONS, webexEnvelope), context);
  const caller = { ...adminOf('acme'), siteName: HOST.siteName ?? 'acme' };
  const request = Buffer.from(message(caller, 'ep.LstRecording', body));
  return {
    name,
    measure: () =>
      cpuOf(numbered(REQUESTS), async () => {
        const answer = await dispatch(request, undefined);
        if (!answer.body.includes('<serv:returned>50'))
          throw new Error(answer.body.toString().slice(0, 2000));
      }),
  };
}
