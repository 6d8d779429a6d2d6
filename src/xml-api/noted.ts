/** What the request log is told of a message. It is on the way of every call: what few need is put together for them alone. */
import type { EntryFace, NewEntry, Result } from '../request-log/entry.ts';
import { keptBody } from '../request-log/masking/kept-body.ts';
import { maskTarget } from '../request-log/masking/mask.ts';
import { decodeText } from '../xml/charset.ts';
import type { Answer, Trace } from './dispatch.ts';

export interface Exchange {
  /** When it arrived: milliseconds since 1970. */
  readonly at: number;
  readonly id: string;
  /** Milliseconds. */
  readonly ms: number;
  readonly address: string | undefined;
  readonly method: string | undefined;
  /** Path and query. */
  readonly target: string;
  readonly contentType: string | undefined;
  readonly userAgent: string | undefined;
  /** As it was sent, or unpacked; nothing where it was not read. */
  readonly message: Buffer | undefined;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** The entry that is repeated. */
  readonly repeats?: number | undefined;
}

const FACE: EntryFace = 'xml';

/** @param takesBodies whether there is room for one more message's, where its site keeps them */
export function noted(exchange: Exchange, answer: Answer, takesBodies: () => boolean): NewEntry {
  const { trace, status } = answer;
  const { operations, failures, tolerated } = trace;
  const [failure] = failures;
  const wantsBodies = trace.found?.settings.requestLog.bodies === true;
  const keepsBodies = wantsBodies && takesBodies();
  const isPlain = failure === undefined && tolerated.hints.length === 0 && !keepsBodies;
  const isUsual = exchange.method === 'POST' && exchange.repeats === undefined;
  const entry: NewEntry = {
    at: exchange.at,
    id: exchange.id,
    face: FACE,
    operation: operations.length === 1 ? operations[0] : operationsOf(operations),
    site: trace.found?.id ?? 0,
    caller: trace.caller,
    address: exchange.address,
    result: resultOf(trace),
    reason: failure && reasonOf(failure.reason),
    exceptionID: failure?.exceptionID,
    httpStatus: status,
    ms: exchange.ms,
    bytesIn: exchange.bytesIn,
    bytesOut: exchange.bytesOut,
    hints: tolerated.hints.length,
    detail: isPlain && isUsual ? undefined : detailOf(exchange, trace),
  };
  if (keepsBodies) return { ...entry, ...bodiesOf(exchange, answer) };
  return wantsBodies ? { ...entry, withoutBodies: true } : entry;
}

/** Letters of several operations of one message. */
const LONGEST_OPERATIONS = 200;

function operationsOf(operations: readonly string[]): string | undefined {
  return operations.length === 0 ? undefined : operations.join(', ').slice(0, LONGEST_OPERATIONS);
}

/** Letters: a reason may list all that is allowed. */
const LONGEST_REASON = 500;

function reasonOf(reason: string): string {
  return reason.slice(0, LONGEST_REASON);
}

function resultOf({ faults, failures }: Trace): Result {
  if (faults.length > 0) return 'fault';
  return failures.length > 0 ? 'refused' : 'ok';
}

const LONGEST_TARGET = 2_000;
const LONGEST_AGENT = 300;

function detailOf(exchange: Exchange, trace: Trace): NewEntry['detail'] {
  const { method, target, userAgent, repeats } = exchange;
  const { tolerated, refusals } = trace;
  return {
    method,
    target: maskTarget(target.slice(0, LONGEST_TARGET)),
    userAgent: userAgent?.slice(0, LONGEST_AGENT),
    tried: trace.caller === undefined ? trace.tried : undefined,
    ...(tolerated.hints.length > 0 && { tolerated: tolerated.hints }),
    ...(refusals.length > 0 && { refusals }),
    repeats,
  };
}

function bodiesOf(
  { message, contentType = '' }: Exchange,
  { body, credentials = {} }: Answer,
): Pick<NewEntry, 'request' | 'response'> {
  const { password, sessionTicket, webExAccessToken } = credentials;
  const secrets = [password, sessionTicket, webExAccessToken].filter((value) => value !== undefined);
  const answer = typeof body === 'string' ? body : body.toString();
  const asked = message && textOf(message, contentType);
  return {
    // A form's field XML has been taken out of it.
    request: asked === undefined ? undefined : keptBody('text/xml', asked, message?.length ?? 0, secrets),
    response: keptBody('text/xml', answer, Buffer.byteLength(answer), secrets),
  };
}

/** Nothing of what is no text. */
function textOf(bytes: Buffer, contentType: string): string | undefined {
  try {
    return decodeText(bytes, () => {}, contentType);
  } catch {
    return undefined;
  }
}
