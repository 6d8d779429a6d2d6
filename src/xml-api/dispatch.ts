/** One request of the XML API, from bytes to text: a straight line. */
import { actingAs } from '../acting.ts';
import type { Context } from '../context.ts';
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import type { RefusalFacts } from '../request-log/entry.ts';
import type { GsbStatus } from '../sites/site.ts';
import { NotReadable, readXml } from '../xml/reader.ts';
import { Caller, type CallerTrace } from './caller.ts';
import { Encoded } from './encoded.ts';
import type { Content, Envelope, OpenedMessage, Outcome } from './envelopes/envelope.ts';
import type { SecurityContext } from './envelopes/message-type.ts';
import { type Failure, failureOf } from './exceptions/failure.ts';
import { factsOf } from './facts-of.ts';
import { Kept } from './kept.ts';
import { NewPasswords } from './new-passwords.ts';
import type { AccountCall, CredentialsCall, OpenCall, SiteCall } from './operation.ts';
import type { CompiledOperation, Registry } from './registry.ts';
import { Tolerated } from './tolerated.ts';

/** What happened, for the log. Never a secret. */
export interface Trace extends CallerTrace {
  readonly operations: string[];
  /** Those of them that were answered, and those that were refused. */
  readonly succeeded: string[];
  readonly refused: string[];
  readonly failures: Failure[];
  readonly tolerated: Tolerated;
  /** Errors that are ours. */
  readonly faults: unknown[];
  /** Why each of the failures came, for whoever asks the log. */
  readonly refusals: RefusalFacts[];
}

export interface Answer {
  /** That of the envelope, or 413 for a message that is too large. */
  readonly status: number;
  /** A text, or the bytes of one that is kept. */
  readonly body: string | Buffer;
  readonly trace: Trace;
  /** What the message proves its caller by: none of it goes into a log. */
  readonly credentials?: SecurityContext;
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
  return {
    operations: [],
    succeeded: [],
    refused: [],
    failures: [],
    tolerated: new Tolerated(),
    faults: [],
    refusals: [],
  };
}

/**
 * @param host the Host header: its first label may name the site when the message does not
 * @param address where the caller is; it is asked for when somebody must be told from others
 * @param contentType the header: its charset outranks the XML declaration
 * @param requestId as the log names the call
 */
export type Dispatch = (
  bytes: Buffer,
  host: string | undefined,
  address?: () => string | undefined,
  contentType?: string,
  requestId?: string,
) => Promise<Answer>;

const SOMEWHERE = () => undefined;

export function dispatcher(registry: Registry, context: Context): Dispatch {
  const { envelope, keepWhole } = registry;
  const kept = new Kept();
  return async (bytes, host, address = SOMEWHERE, contentType, requestId) => {
    const trace = newTrace();
    const { tolerated } = trace;
    const { hint } = tolerated;
    let message: OpenedMessage;
    try {
      const document = readXml(bytes, { contentType, keepWhole });
      for (const note of document.hints) hint(note);
      message = envelope.open(document.root, hint);
      tolerated.endEnvelope();
    } catch (error) {
      return refused(error, trace, envelope, context);
    }
    const credentials = message.securityContext;
    const caller = new Caller(context, credentials, host, trace);
    const { count: countNewPassword } = new NewPasswords();
    const open: OpenCall = { app: context, hint, kept, address, countNewPassword };
    const outcomes: Done[] = [];
    const actor = () => caller.actor(address(), requestId);
    for (const content of message.contents) {
      outcomes.push(await actingAs(actor, () => outcomeOf(content, registry, caller, open, trace)));
    }
    const { gsbStatus } = caller;
    const [only] = outcomes;
    if (only?.before && outcomes.length === 1) {
      const { encoded, form } = only.before;
      // An operation that has succeeded is told with HTTP 200 in every envelope.
      const write = () => message.answer(outcomes, gsbStatus).text;
      return { status: 200, body: encoded.alone(form, gsbStatus, write), trace, credentials };
    }
    const { status, text } = message.answer(outcomes, gsbStatus);
    return { status, body: text, trace, credentials };
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
  const { tolerated } = trace;
  let found: CompiledOperation | undefined;
  try {
    tolerated.beginOperation();
    found = registry.find(type(), open.hint);
    const { operation } = found;
    trace.operations.push(operation.name);
    // Only what is a promise is awaited: an answer that is kept waits for nothing.
    const entered = callFor(found, caller, open);
    const call = entered instanceof Promise ? await entered : entered;
    const request = found.decode(element, open.hint);
    if (caller.isStrict) tolerated.checkKnown();
    const running = operation.run(call, request);
    const response = running instanceof Promise ? await running : running;
    const { service, name } = operation;
    const encoded = response instanceof Encoded ? response : undefined;
    const content = found.enclose(encoded?.text ?? found.encode(response));
    trace.succeeded.push(name);
    return encoded ? { service, content, before: { encoded, form: found } } : { service, content };
  } catch (error) {
    trace.tried = caller.tried;
    if (found) trace.refused.push(found.operation.name);
    return { service: found?.operation.service, failure: failed(error, trace, found) };
  }
}

/**
 * Finds who calls, as far as the operation needs to know, and whether they may. The call is counted once it is known
 * who calls: the limit is the site's, and whoever only knows its name must not use up what its integrations need.
 * Wrong credentials are limited by the lockout of the account.
 */
function callFor(compiled: CompiledOperation, caller: Caller, open: OpenCall): MaybePromise<OpenCall> {
  const { may, throttled } = compiled.operation;
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

function failed(error: unknown, trace: Trace, compiled?: CompiledOperation): Failure {
  const failure = failureOf(error);
  trace.failures.push(failure);
  trace.refusals.push(factsOf(error, failure, trace.tolerated, compiled?.operation));
  if (failure.isFault) trace.faults.push(error);
  return failure;
}
