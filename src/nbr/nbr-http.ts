/**
 * The NBR services over HTTP: `/nbr/services/<service>`, in any case, and `/nbr/services/` for a call of any of them.
 * They stand on the raw request and response, because recordings go through here both ways. Whatever fails below that
 * address is a SOAP fault with HTTP 500: clients would read a page as data.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { actingAs } from '../acting.ts';
import { mayTakeLong } from '../browser/long-body.ts';
import type { Context } from '../context.ts';
import type { EntryDetail, RefusalFacts } from '../request-log/entry.ts';
import { maskTarget } from '../request-log/masking/mask.ts';
import { refusalFacts } from '../request-log/refusal-facts.ts';
import { shown } from '../xml/charset.ts';
import { valuesOf } from './arguments.ts';
import { attached } from './attachments.ts';
import { type CallBody, callBody } from './call-body.ts';
import { NbrCaller } from './nbr-caller.ts';
import { type NbrFault, nbrFaultOf } from './nbr-fault.ts';
import { NBR_SERVICES, type NbrOperation, type NbrServiceName, type Returned } from './nbr-operation.ts';
import { nbrOperationNamed } from './nbr-operations.ts';
import { inlineParts } from './sent-parts.ts';
import { answerText, faultText } from './soap-answer.ts';
import { callIn, callInQuery, NoCall, type SoapCall } from './soap-call.ts';
import { wsdl } from './wsdl.ts';

/** What the log is told of a call; never a parameter. */
interface CallTrace {
  readonly caller: NbrCaller;
  operation?: string;
  fault?: NbrFault;
  facts?: RefusalFacts;
}

/** Bytes of a call that are taken and thrown away behind a refusal: who is still sending would not see the answer. */
const MOST_PATIENCE = 32 * 1024 * 1024;

/** Milliseconds after which a client is given up that takes nothing. */
const STALLED = 5 * 60_000;

/**
 * Behind the fault of a recording that is not there: some split a download at blank lines, and find that it does not
 * exist where there are two of them and no more.
 */
const TWO_BLANK_LINES = '\r\n\r\n\r\n\r\n';

export function nbrServices(context: Context): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const id = context.log.nextRequestId();
    const arrived = performance.now();
    const trace: CallTrace = { caller: new NbrCaller(context) };
    response.setHeader('X-Request-ID', id);
    response.setHeader('Cache-Control', 'no-store');
    const actor = () => trace.caller.actor(context.callerAddress(request), id);
    actingAs(actor, () => new Exchange(context, request, response, trace, id).run())
      .catch((error: unknown) => {
        // What fails behind the head of an answer can be told to nobody: its length is missed.
        if (!isHangUp(error)) context.log.fault(id, error);
        response.destroy();
      })
      .finally(() => {
        const { caller, operation, fault } = trace;
        const { site, account } = caller;
        const refused = fault?.faultstring;
        const ms = performance.now() - arrived;
        context.log.nbrCall(id, { site, caller: account, operation, refused, ms });
        context.requestLog.note({
          at: context.clock.now() - ms,
          id,
          face: 'nbr',
          operation,
          site: caller.found?.id ?? 0,
          caller: account,
          address: context.callerAddress(request),
          result: fault === undefined ? 'ok' : fault.isOurs ? 'fault' : 'refused',
          reason: refused,
          httpStatus: response.statusCode,
          ms,
          bytesIn: Number(request.headers['content-length'] ?? 0) || 0,
          bytesOut: Number(response.getHeader('content-length') ?? 0) || 0,
          hints: 0,
          detail: nbrDetail(request, trace),
        });
      });
  };
}

class Exchange {
  readonly #context: Context;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #trace: CallTrace;
  readonly #id: string;

  constructor(
    context: Context,
    request: IncomingMessage,
    response: ServerResponse,
    trace: CallTrace,
    id: string,
  ) {
    this.#context = context;
    this.#request = request;
    this.#response = response;
    this.#trace = trace;
    this.#id = id;
  }

  async run(): Promise<void> {
    try {
      await this.#answer();
    } catch (error) {
      if (this.#response.headersSent || isHangUp(error)) throw error;
      this.#refuse(error, undefined);
    } finally {
      this.#takeRest();
    }
  }

  async #answer(): Promise<void> {
    const { method = '', url = '' } = this.#request;
    const [path = '', query = ''] = split(url);
    const service = serviceAt(path);
    if (method === 'GET') {
      const asked = new URLSearchParams(query);
      if (/^wsdl(?:=|$|&)/i.test(query)) {
        if (!service) throw new NoCall(`each service has its own description: ${NBR_SERVICES.join(', ')}`);
        return this.#send(200, wsdl(service, this.#addressOf(service)));
      }
      return this.#call(callInQuery(asked), undefined);
    }
    if (method !== 'POST') throw new NoCall(`calls come by POST or GET, not by ${method.slice(0, 20)}`);
    const from: AsyncIterator<Buffer> = this.#request.iterator({ destroyOnReturn: false });
    try {
      const body = await callBody(this.#request, from);
      await this.#call(callIn(body.root), body);
    } finally {
      // As long as somebody may still read it, the rest would not be let through.
      await from.return?.();
    }
  }

  async #call({ name, list }: SoapCall, body: CallBody | undefined): Promise<void> {
    const operation = nbrOperationNamed(name);
    if (!operation) throw new NoCall(`there is no operation ${shown(name)}`);
    this.#trace.operation = operation.name;
    if (operation.isWrite && !body) throw new NoCall(`${operation.name} changes something: call it by POST`);
    try {
      const values = valuesOf(operation.parameters, list);
      const parts = body?.parts ?? inlineParts([]);
      const returned = await operation.run(
        {
          app: this.#context,
          caller: this.#trace.caller,
          parts,
          takeLong: () => mayTakeLong(this.#request),
        },
        values,
      );
      await this.#return(operation, name, returned);
    } catch (error) {
      if (this.#response.headersSent || isHangUp(error)) throw error;
      this.#refuse(error, operation, name);
    }
  }

  async #return(
    operation: NbrOperation,
    name: string,
    returned: Awaited<ReturnType<NbrOperation['run']>>,
  ): Promise<void> {
    const answered = { name, namespace: this.#addressOf(operation.service) };
    const { returns } = operation;
    if (returns !== 'files') {
      return this.#send(200, answerText(answered, returns, returned as string | number | boolean));
    }
    const { recordingStore, random } = this.#context;
    const { contentType, contentLength, body, close } = await attached(
      answered,
      returned as Returned['files'],
      recordingStore,
      random,
    );
    const response = this.#response;
    response.setTimeout(STALLED, () => response.destroy());
    try {
      response.writeHead(200, { 'Content-Type': contentType, 'Content-Length': contentLength });
      await pipeline(Readable.from(body, { objectMode: false }), response);
    } finally {
      close();
    }
  }

  #refuse(error: unknown, operation: NbrOperation | undefined, name = ''): void {
    const fault = nbrFaultOf(error, this.#id);
    this.#trace.fault = fault;
    this.#trace.facts = refusalFacts(error);
    if (fault.isOurs) this.#context.log.fault(this.#id, error);
    if (operation?.returnsCodes && fault.code !== undefined) {
      const answered = { name, namespace: this.#addressOf(operation.service) };
      this.#send(200, answerText(answered, 'string', fault.code));
      return;
    }
    const text = faultText(fault.faultstring, fault.isOurs);
    this.#send(500, fault.isMissing && operation?.returns === 'files' ? text + TWO_BLANK_LINES : text);
  }

  #send(status: number, text: string): void {
    // A GET has no body, and is complete only after this turn of the loop.
    if (this.#request.method === 'POST' && !this.#request.complete) this.#response.shouldKeepAlive = false;
    this.#response.writeHead(status, {
      'Content-Type': 'text/xml;charset=utf-8',
      'Content-Length': Buffer.byteLength(text),
    });
    this.#response.end(text);
  }

  /** Where it is reached from outside. */
  #addressOf(service: NbrServiceName): string {
    return `${this.#context.links.publicUrl()}/nbr/services/${service}`;
  }

  /** A body that nobody has read to its end. */
  #takeRest(): void {
    const request = this.#request;
    if (request.complete || request.destroyed) return;
    let size = 0;
    request.on('data', (bytes: Buffer) => {
      size += bytes.length;
      if (size > MOST_PATIENCE) request.destroy();
    });
    request.on('error', () => {});
    request.resume();
  }
}

function split(url: string): [path: string, query: string] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

/**
 * The service that an address names; nothing for the folder of all.
 * @throws NoCall for any other address
 */
function serviceAt(path: string): NbrServiceName | undefined {
  const name = /^\/nbr\/services\/?([^/]*)\/?$/i.exec(path)?.[1];
  if (name === '') return undefined;
  const service = NBR_SERVICES.find((known) => known.toLowerCase() === name?.toLowerCase());
  if (!service) throw new NoCall(`there is no service at ${shown(path)}`);
  return service;
}

const LONGEST_TARGET = 2_000;
const LONGEST_AGENT = 300;

/** Never a parameter: they are told by their place too, so that no name says which of them is a secret. */
function nbrDetail({ method, url = '', headers }: IncomingMessage, { facts }: CallTrace): EntryDetail {
  return {
    method,
    target: maskTarget(url.slice(0, LONGEST_TARGET)),
    userAgent: headers['user-agent']?.slice(0, LONGEST_AGENT),
    ...(facts && { refusals: [facts] }),
  };
}

/** Whoever called has gone. */
function isHangUp(error: unknown): boolean {
  const codes = ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
