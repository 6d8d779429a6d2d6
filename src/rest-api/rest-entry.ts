/** What the request log is told of a call. */
import type { IncomingMessage } from 'node:http';
import type { EntryFace, NewEntry } from '../request-log/entry.ts';
import { keptBody } from '../request-log/masking/kept-body.ts';
import { maskTarget } from '../request-log/masking/mask.ts';
import { refusalFacts } from '../request-log/refusal-facts.ts';
import type { RestTrace } from './rest-trace.ts';

const FACE: EntryFace = 'rest';
const LONGEST_TARGET = 2_000;
const LONGEST_AGENT = 300;
const LONGEST_REASON = 500;

export interface RestExchange {
  readonly at: number;
  readonly id: string;
  readonly ms: number;
  readonly address: string | undefined;
  readonly request: IncomingMessage;
  readonly received: Buffer | undefined;
  readonly bytesOut: number;
  readonly status: number;
  readonly answer: string | Buffer | undefined;
  readonly answerType: string;
}

/** @param takesBodies whether there is room for one more call's, where its site keeps them */
export function noted(exchange: RestExchange, trace: RestTrace, takesBodies: () => boolean): NewEntry {
  const { request, received, status } = exchange;
  const { problem, hints, token, site = token?.site } = trace;
  const wantsBodies = site?.settings.requestLog.bodies === true;
  const keepsBodies = wantsBodies && takesBodies();
  const isPlain = !problem && hints.length === 0 && !keepsBodies && request.method === 'GET';
  const entry: NewEntry = {
    at: exchange.at,
    id: exchange.id,
    face: FACE,
    operation: trace.operation,
    site: site?.id ?? 0,
    caller: token?.account.webExId,
    address: exchange.address,
    result: problem ? (problem.isFault ? 'fault' : 'refused') : 'ok',
    reason: problem && (problem.descriptions[0] ?? problem.message).slice(0, LONGEST_REASON),
    httpStatus: status,
    ms: exchange.ms,
    bytesIn: received?.length ?? 0,
    bytesOut: exchange.bytesOut,
    hints: hints.length,
    detail: isPlain && !request.url?.includes('?') ? undefined : detailOf(exchange, trace),
  };
  if (keepsBodies) return { ...entry, ...bodiesOf(exchange, trace) };
  return wantsBodies ? { ...entry, withoutBodies: true } : entry;
}

function detailOf({ request }: RestExchange, { hints, error, operation }: RestTrace): NewEntry['detail'] {
  const { method, url = '', headers } = request;
  return {
    method,
    target: maskTarget(url.slice(0, LONGEST_TARGET)),
    userAgent: headers['user-agent']?.slice(0, LONGEST_AGENT),
    ...(hints.length > 0 && { tolerated: hints }),
    ...(error !== undefined && { refusals: [{ ...refusalFacts(error), operation }] }),
  };
}

function bodiesOf(
  { request, received, answer, answerType, bytesOut }: RestExchange,
  { secrets }: RestTrace,
): Pick<NewEntry, 'request' | 'response'> {
  const type = request.headers['content-type'] ?? 'application/json';
  const text = typeof answer === 'string' ? answer : undefined;
  return {
    request: received && keptBody(type, received.toString(), received.length, secrets),
    response: text === undefined ? undefined : keptBody(answerType, text, bytesOut, secrets),
  };
}
