/** One request of the XML API, from bytes to text: a straight line. */
import type { Context } from '../context.ts';
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import type { GsbStatus } from '../sites/site.ts';
import type { Hint } from '../xml/decoder.ts';
import { NotReadable, readXml } from '../xml/reader.ts';
import { Caller, type CallerTrace } from './caller.ts';
import { Encoded } from './encoded.ts';
import type { Content, Envelope, OpenedMessage, Outcome } from './envelopes/envelope.ts';
import { type Failure, failureOf } from './exceptions/failure.ts';
import { Kept } from './kept.ts';
import type { AccountCall, CredentialsCall, OpenCall, SiteCall } from './operation.ts';
import type { CompiledOperation, Registry } from './registry.ts';

/** What happened, for the log. Never a secret. */
export interface Trace extends CallerTrace {
  readonly operations: string[];
  readonly failures: Failure[];
  readonly hints: string[];
  /** Errors that are ours. */
  readonly faults: unknown[];
}

export interface Answer {
  /** That of the envelope, or 413 for a message that is too large. */
  readonly status: number;
  /** A text, or the bytes of one that is kept. */
  readonly body: string | Buffer;
  readonly trace: Trace;
}

/** The answer to what was not even read, or could not be answered. */
export function refusedUnread(why: unknown, envelope: Envelope, context: Context): Answer {
  return refused(why, newTrace(), envelope, context);
}

function refused(why: unknown, trace: Trace, envelope: Envelope, context: Context): Answer {
  const isTooLarge = why instanceof NotReadable && why.rule === 'too-large';
  const { status, text } = envelope.refuse(failed(why, trace), context.settings.gsbStatus as GsbStatus);
  return { status: isTooLarge ? 413 : status, body: text, trace };
}

function newTrace(): Trace {
  return { operations: [], failures: [], hints: [], faults: [] };
}

/** A message that is odd in every element, or in one that is endless, must not fill the log. */
const MOST_HINTS = 40;
const LONGEST_HINT = 300;

function hintInto({ hints }: Trace): Hint {
  return (note) => {
    if (hints.length < MOST_HINTS) hints.push(note.slice(0, LONGEST_HINT));
    else if (hints.length === MOST_HINTS) hints.push('there is more of this kind');
  };
}

/**
 * @param host the Host header: its first label may name the site when the message does not
 * @param address where the caller is; it is asked for when somebody must be told from others
 * @param contentType the header: its charset outranks the XML declaration
 */
export type Dispatch = (
  bytes: Buffer,
  host: string | undefined,
  address?: () => string | undefined,
  contentType?: string,
) => Promise<Answer>;

const SOMEWHERE = () => undefined;

export function dispatcher(registry: Registry, context: Context): Dispatch {
  const { envelope, keepWhole } = registry;
  const kept = new Kept();
  return async (bytes, host, address = SOMEWHERE, contentType) => {
    const trace = newTrace();
    const hint = hintInto(trace);
    let message: OpenedMessage;
    try {
      const document = readXml(bytes, { contentType, keepWhole });
      for (const note of document.hints) hint(note);
      message = envelope.open(document.root, hint);
    } catch (error) {
      return refused(error, trace, envelope, context);
    }
    const caller = new Caller(context, message.securityContext, host, trace);
    const outcomes: Done[] = [];
    for (const content of message.contents) {
      outcomes.push(await outcomeOf(content, registry, caller, { app: context, hint, kept, address }, trace));
    }
    const { gsbStatus } = caller;
    const [only] = outcomes;
    if (only?.before && outcomes.length === 1) {
      const { encoded, form } = only.before;
      // An operation that has succeeded is told with HTTP 200 in every envelope.
      const write = () => message.answer(outcomes, gsbStatus).text;
      return { status: 200, body: encoded.alone(form, gsbStatus, write), trace };
    }
    const { status, text } = message.answer(outcomes, gsbStatus);
    return { status, body: text, trace };
  };
}

/** An outcome, and where its content was encoded before. */
type Done = Outcome & { readonly before?: { readonly encoded: Encoded; readonly form: CompiledOperation } };

async function outcomeOf(
  { element, type }: Content,
  registry: Registry,
  caller: Caller,
  open: OpenCall,
  trace: Trace,
): Promise<Done> {
  let found: CompiledOperation | undefined;
  try {
    found = registry.find(type(), open.hint);
    const { operation } = found;
    trace.operations.push(operation.name);
    // Only what is a promise is awaited: an answer that is kept waits for nothing.
    const entered = callFor(found, caller, open);
    const call = entered instanceof Promise ? await entered : entered;
    const running = operation.run(call, found.decode(element, open.hint));
    const response = running instanceof Promise ? await running : running;
    const { service } = operation;
    if (!(response instanceof Encoded)) return { service, content: found.enclose(found.encode(response)) };
    return { service, content: found.enclose(response.text), before: { encoded: response, form: found } };
  } catch (error) {
    return { service: found?.operation.service, failure: failed(error, trace) };
  }
}

/**
 * Finds who calls, as far as the operation needs to know, and whether they may. The call is counted once it is known
 * who calls: the limit is the site's, and whoever only knows its name must not use up what its integrations need.
 * Wrong credentials are limited by the lockout of the account.
 */
function callFor(found: CompiledOperation, caller: Caller, open: OpenCall): MaybePromise<OpenCall> {
  const { may, throttled } = found.operation;
  if (may.needs === 'nothing') return caller.siteIfAny().then(() => open);
  return andThen(caller.site(), (site) => {
    const { identify, visitor } = caller;
    const count = () => (throttled === 'never' ? undefined : open.app.throttle.count(site, throttled));
    const call: SiteCall = { ...open, site, identify, visitor, count };
    if (may.needs === 'site') return call;
    if (may.needs === 'credentials') {
      const credentialsCall: CredentialsCall = { ...call, credentials: caller.credentials };
      return credentialsCall;
    }
    return andThen(identify('anyCredential', may.withExpiredPassword), (account) =>
      andThen(count(), () => {
        const accountCall: AccountCall = { ...call, account };
        may.allows(accountCall);
        return accountCall;
      }),
    );
  });
}

function failed(error: unknown, trace: Trace): Failure {
  const failure = failureOf(error);
  trace.failures.push(failure);
  if (failure.isFault) trace.faults.push(error);
  return failure;
}
