/**
 * The XML API over HTTP. It stands beside the web framework, on the raw request and response: an
 * integration calls it many times a second, and a framework's own work would double what a call costs.
 */
import type { Context } from '../context.ts';
import { Departures } from '../http/departures.ts';
import { Pace, SMALL } from '../http/pace.ts';
import type { RawHandler } from '../http/raw-handler.ts';
import { readBody } from '../http/read-body.ts';
import type { Log } from '../log.ts';
import { contentCoding } from '../xml/content-encoding.ts';
import { LIMITS, NotReadable } from '../xml/reader.ts';
import type { DoorAnswer, DoorMessage } from '../xml-door.ts';
import { type Answer, type Dispatch, dispatcher, refusedUnread, type Trace } from './dispatch.ts';
import { webexEnvelope } from './envelopes/webex.ts';
import { type Exchange, noted } from './noted.ts';
import { OPERATIONS } from './operations.ts';
import { compile } from './registry.ts';

const PLAIN_PATH = '/WBXService/XMLService';

/** With a version in the path or without, in any case. */
const PATH = /^\/WBXService\/(?:xml\d+(?:\.\d+)*\/)?XMLService\/?(?:\?|$)/i;

/** Whether the XML API answers at this address. */
export function isXmlService(url: string): boolean {
  // The plain form is what nearly everybody sends.
  return url === PLAIN_PATH || PATH.test(url);
}

/** Recorded in 2016; an old client caches nothing, and neither may anybody else. */
const HEADERS: readonly string[] = [
  'Server',
  '',
  'Pragma',
  'no-cache',
  'Cache-Control',
  'no-cache',
  'Expires',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  'Content-Type',
  'text/xml;charset=UTF-8',
];

export interface XmlService {
  readonly answer: RawHandler;
  /** A call that comes from within: counted, measured and logged like any other. */
  readonly send: (message: DoorMessage) => Promise<DoorAnswer>;
}

/** @param measure is told of every message, and of the milliseconds that it took */
export function xmlService(
  context: Context,
  log: Log,
  measure?: (trace: Trace, milliseconds: number) => void,
): XmlService {
  const dispatch: Dispatch = dispatcher(compile(OPERATIONS, webexEnvelope), context);
  const refuse = (why: unknown): Answer => refusedUnread(why, webexEnvelope, context);
  const pace = new Pace();
  const departures = new Departures();

  /** After the answer has left. */
  const told = (exchange: Exchange, answer: Answer) => {
    log.xmlRequest(exchange.id, answer.trace, exchange.ms);
    measure?.(answer.trace, exchange.ms);
    try {
      context.requestLog.note(noted(exchange, answer, context.requestLog.takesBodies));
    } catch (error) {
      // What is wrong with its entry is nobody's but ours.
      log.fault(exchange.id, error);
    }
  };

  const answer: RawHandler = (request, response) => {
    const arrived = performance.now();
    const id = log.nextRequestId();
    const answered = (answer: Answer) => {
      const { status, body } = answer;
      const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
      const headers = headersOf(id, answer, length);
      departures.send(response, status, headers, request.method === 'HEAD' ? undefined : body);
      const ms = performance.now() - arrived;
      const { method, url = '', headers: sent } = request;
      const exchange = {
        at: context.clock.now() - ms,
        id,
        ms,
        address: context.callerAddress(request),
        method,
        target: url,
        contentType: sent['content-type'],
        userAgent: sent['user-agent'],
        message: received,
        bytesIn: received?.length ?? 0,
        bytesOut: length,
      };
      told(exchange, answer);
    };
    const failed = (error: unknown) => answered(refuse(error));
    const { host, 'content-type': contentType, 'content-encoding': contentEncoding } = request.headers;
    let received: Buffer | undefined;
    const run = (size: number, message: () => Buffer) =>
      pace.run(size, () => {
        try {
          received = message();
          dispatch(received, host, () => context.callerAddress(request), contentType, id).then(
            answered,
            failed,
          );
        } catch (error) {
          failed(error);
        }
      });
    const receive = (body: Buffer) => {
      const unpack = body.length > 0 ? contentCoding(contentEncoding) : undefined;
      if (!unpack) return run(body.length, () => messageIn(body));
      // A few bytes may hold very many: those are unpacked in their turn only.
      const small = body.length <= SMALL ? unpack(body, SMALL) : undefined;
      if (small) return run(small.length, () => messageIn(small));
      run(LARGEST_BODY, () => messageIn(unpack(body, LARGEST_BODY) ?? tooLarge()));
    };
    if (request.method === 'GET' || request.method === 'HEAD') {
      const { url = '' } = request;
      const bytes = url.includes('?') ? formField(url.slice(url.indexOf('?') + 1)) : undefined;
      if (bytes) run(bytes.length, () => bytes);
      else answered(refuse(new NotReadable('empty', 'the query has no field XML; send the message by POST')));
      return;
    }
    readBody(request, pace, LARGEST_BODY, (bytes) => {
      try {
        if (bytes) return receive(bytes);
        response.shouldKeepAlive = false;
        tooLarge();
      } catch (error) {
        failed(error);
      }
    });
  };

  const send = ({ bytes, contentType, host, address, userAgent, repeats }: DoorMessage) =>
    new Promise<DoorAnswer>((resolve) => {
      const arrived = performance.now();
      const id = log.nextRequestId();
      const answered = (answer: Answer) => {
        const body = Buffer.from(answer.body);
        const { hints } = answer.trace.tolerated;
        resolve({
          id,
          status: answer.status,
          headers: inPairs(headersOf(id, answer, body.length)),
          body,
          hints,
        });
        const ms = performance.now() - arrived;
        const at = context.clock.now() - ms;
        const whence = {
          id,
          at,
          ms,
          address,
          method: 'POST',
          target: PLAIN_PATH,
          contentType,
          userAgent,
          repeats,
        };
        told({ ...whence, message: bytes, bytesIn: bytes.length, bytesOut: body.length }, answer);
      };
      const failed = (error: unknown) => answered(refuse(error));
      pace.run(bytes.length, () => {
        dispatch(bytes, host, () => address, contentType, id).then(answered, failed);
      });
    });

  return { answer, send };
}

function headersOf(id: string, { trace: { tolerated } }: Answer, length: number): string[] {
  const headers = [...HEADERS, 'X-Request-ID', id, 'Content-Length', String(length)];
  if (tolerated.hints.length > 0) headers.push('X-Parlance-Hints', tolerated.header);
  return headers;
}

function inPairs(headers: readonly string[]): [name: string, value: string][] {
  return headers.flatMap((name, at): [string, string][] =>
    at % 2 === 0 ? [[name, headers[at + 1] ?? '']] : [],
  );
}

/** What a form adds around a message of the largest size, every byte of it escaped. */
const LARGEST_BODY = LIMITS.size * 3 + 1024;

function tooLarge(): never {
  throw new NotReadable('too-large', `the message is larger than ${LIMITS.size} bytes`);
}

const LESS_THAN = 0x3c;

/** A body is XML whatever its Content-Type says, unless it is a form with a field XML. */
function messageIn(bytes: Buffer): Buffer {
  if (bytes[0] === LESS_THAN) return bytes;
  const start = bytes.subarray(0, 4096).toString('latin1');
  if (!/(?:^|&)\s*XML=/i.test(start) || /^[\s\u00ef\u00bb\u00bf\u00fe\u00ff\0]*</.test(start)) return bytes;
  return formField(bytes.toString('latin1')) ?? bytes;
}

/** The bytes of the field XML of a url-encoded form. */
function formField(form: string): Buffer | undefined {
  for (const pair of form.split('&')) {
    const equals = pair.indexOf('=');
    if (equals < 0 || pair.slice(0, equals).trim().toUpperCase() !== 'XML') continue;
    const value = pair
      .slice(equals + 1)
      .replaceAll('+', ' ')
      .trim();
    return value === '' ? undefined : Buffer.from(value.replace(ESCAPED, unescaped), 'latin1');
  }
  return undefined;
}

const ESCAPED = /%[0-9a-f]{2}/gi;

/** One byte. The message's own encoding is found afterwards, so that escapes stand for bytes here. */
function unescaped(byte: string): string {
  return String.fromCharCode(Number.parseInt(byte.slice(1), 16));
}
