/** Whether the tail of the request log keeps up with a steady load: what was sent, what was seen, what was said to be lost. */
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { setTimeout as passed } from 'node:timers/promises';
import { consoleCookie } from './console-cookie.ts';
import { PATH } from './load.ts';
import { HOST, message } from './messages.ts';
import { type ServerProcess, startParlance } from './processes.ts';
import { aims, table } from './report.ts';

const PER_SECOND = 500;
const SECONDS = 60;
/** Milliseconds between two volleys. */
const EVERY = 10;
/** Milliseconds without an entry, after which none is expected any more. */
const QUIET = 3_000;

/** What has come of the tail. */
interface Seen {
  /** Numbers of the entries, each once. */
  readonly entries: Set<number>;
  /** Entries of calls, each with the id that its caller was told. */
  readonly calls: Set<string>;
  twice: number;
  /** Said of the tail: gone before they could be read. */
  skipped: number;
  /** Said of the log: more than could be written. */
  dropped: number;
  /** Milliseconds from an entry's arrival as a call to its being seen; of each. */
  readonly late: number[];
  lastAt: number;
}

export async function logTail(): Promise<string> {
  await using parlance = await startParlance();
  const seen: Seen = {
    entries: new Set(),
    calls: new Set(),
    twice: 0,
    skipped: 0,
    dropped: 0,
    late: [],
    lastAt: 0,
  };
  const tail = await openTail(parlance, seen);
  const before = await parlance.cpu();
  const began = performance.now();
  const sent = await sendSteadily(parlance);
  const seconds = (performance.now() - began) / 1000;
  const cpu = (await parlance.cpu()) - before;
  while (performance.now() - seen.lastAt < QUIET) await passed(100);
  tail.destroy();
  const missed = [...sent].filter((id) => !seen.calls.has(id)).length;
  const late = seen.late.sort((one, other) => one - other);
  const at = (part: number) => late[Math.min(late.length - 1, Math.floor(late.length * part))] ?? 0;
  return [
    `One open tail of the log while ${PER_SECOND} GetUser a second come by password, for ${SECONDS} s`,
    '',
    table(
      [{ title: '', digits: 0 }],
      [
        ['calls answered', [sent.size]],
        ['calls a second', [sent.size / seconds]],
        ['of them seen in the tail', [sent.size - missed]],
        ['said to be skipped', [seen.skipped]],
        ['said to be dropped', [seen.dropped]],
        ['seen twice', [seen.twice]],
        ['ms until seen, median', [at(0.5)]],
        ['ms until seen, 99 %', [at(0.99)]],
        ['ms until seen, longest', [at(1)]],
        ['CPU of the server, % of one', [cpu / seconds / 10]],
      ],
    ),
    '',
    aims([
      { what: 'calls a second', found: sent.size / seconds, atLeast: PER_SECOND * 0.99 },
      { what: 'calls that were lost without a word', found: missed - seen.skipped - seen.dropped, atMost: 0 },
      { what: 'entries seen twice', found: seen.twice, atMost: 0 },
      { what: 'until an entry is seen, 99 %', found: at(0.99), unit: 'ms', atMost: 1_000 },
    ]),
  ].join('\n');
}

/** As the administrator's browser has it. */
async function openTail({ url }: ServerProcess, seen: Seen): Promise<IncomingMessage> {
  const Cookie = await consoleCookie(url);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/acme/console/api/log/tail`, { headers: { Cookie } }, resolve).on('error', reject);
  });
  if (answer.statusCode !== 200) throw new Error(`the tail answers ${answer.statusCode}`);
  answer.setEncoding('utf8');
  let text = '';
  answer.on('data', (piece: string) => {
    text += piece;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) take(event, seen);
  });
  return answer;
}

function take(event: string, seen: Seen): void {
  const name = /^event: ?(.*)$/m.exec(event)?.[1];
  const data = /^data: ?(.*)$/m.exec(event)?.[1];
  if (data === undefined) return;
  seen.lastAt = performance.now();
  const told = JSON.parse(data);
  if (name === 'skipped') seen.skipped += told.entries;
  if (name !== 'entry') return;
  if (seen.entries.has(told.entry)) seen.twice += 1;
  seen.entries.add(told.entry);
  if (told.face === 'log') seen.dropped += Number.parseInt(told.reason, 10);
  if (told.face !== 'xml') return;
  seen.calls.add(told.id);
  seen.late.push(Date.now() - told.at);
}

/** @returns the ids of the calls, as their answers tell them */
async function sendSteadily({ url }: ServerProcess): Promise<Set<string>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  const body = message(HOST, 'user.GetUser', '<webExId>hostid</webExId>');
  const ids = new Set<string>();
  const calls: Promise<void>[] = [];
  const began = performance.now();
  for (let sent = 0; sent < PER_SECOND * SECONDS; ) {
    const due = Math.min(PER_SECOND * SECONDS, ((performance.now() - began) / 1000) * PER_SECOND);
    for (; sent < due; sent++) calls.push(call(url, agent, body, ids));
    await passed(EVERY);
  }
  await Promise.all(calls);
  agent.destroy();
  return ids;
}

function call(url: string, agent: Agent, body: string, ids: Set<string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url + PATH, { method: 'POST', agent }, (answer) => {
      ids.add(String(answer.headers['x-request-id']));
      answer.resume().on('end', resolve).on('error', reject);
    });
    asked.on('error', reject).end(body);
  });
}
