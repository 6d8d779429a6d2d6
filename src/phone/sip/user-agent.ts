/**
 * Takes calls by SIP over UDP (RFC 3261), from proxies on the local network: no sign-in, no TLS, no names to be looked
 * up. It knows neither rooms nor sound.
 */
import type { Timers } from '../timers.ts';
import { ALLOWED, Dialog, type DialogListener } from './dialog.ts';
import { type Arrival, GIVEN_UP, type Response, ServerTransaction } from './server-transaction.ts';
import { type SipRequest, type SipResponse, sipMessage } from './sip-message.ts';
import { listed, namedAddress, type SipUri, sipUri } from './uri.ts';
import { type Endpoint, topVia, transactionKey } from './via.ts';

/** Somebody calls. */
export interface SipInvitation {
  /** Whom they call. */
  readonly called: SipUri;
  readonly request: SipRequest;
  readonly source: Endpoint;
  /** Ours, as the caller's side reaches it. */
  readonly local: Endpoint;
  /** What they offer; nothing when the offer is ours to make. */
  readonly offer: string | undefined;
  readonly isOpen: boolean;
  /** Whoever calls gives up before there is an answer: the invitation is refused by itself. */
  whenCancelled(work: () => void): void;
  refuse(response: Response): void;
  /** @param description our answer, or our offer */
  accept(description: string, listener: DialogListener): Leg;
}

export interface Leg {
  hangUp(): void;
}

export interface UserAgentParts {
  readonly timers: Timers;
  send(datagram: Buffer, to: Endpoint): void;
  /** Letters and digits that nobody guesses. */
  random(): string;
  mayReach(address: string): boolean;
  invited(invitation: SipInvitation): void;
}

/** Requests that are remembered at once: beyond, new ones are passed over until others are done. */
const MOST_REQUESTS = 4_096;

/** Milliseconds for which the end of the calls is waited for. */
const PATIENCE = 2_000;

const NOT_THERE: Response = { status: 481, reason: 'Call/Transaction Does Not Exist' };

export type UserAgent = ReturnType<typeof openUserAgent>;

export function openUserAgent(parts: UserAgentParts) {
  const { timers, send, random } = parts;
  const transactions = new Map<string, ServerTransaction>();
  const dialogs = new Map<string, Dialog>();
  /** What calls came in, by which they are the same however they came. */
  const merged = new Map<string, Arrival>();
  const awaited = new Map<string, (response: SipResponse | undefined) => void>();
  let closed: (() => void) | undefined;

  function receive(datagram: Buffer, source: Endpoint, local: Endpoint): void {
    const message = sipMessage(datagram);
    if (!message) return;
    if (message.kind === 'response') {
      heard(message.response);
      return;
    }
    const { request } = message;
    const via = topVia(request);
    if (!via) return;
    const arrival: Arrival = { request, via, source, local };
    const key = transactionKey(request, via);
    if (request.method === 'ACK') {
      if (message.kind === 'request') acknowledged(request, transactions.get(`${key} INVITE`));
      return;
    }
    const known = transactions.get(`${key} ${request.method}`);
    if (known) {
      known.again();
      return;
    }
    const isNewcomer = tagOf(request.headers.get('to')) === undefined;
    if (isNewcomer && (transactions.size >= MOST_REQUESTS || closed)) return;
    const transaction = begin(arrival, `${key} ${request.method}`);
    if (message.kind === 'bad request') {
      transaction.respond({ status: message.status, reason: message.why });
    } else if (request.method === 'CANCEL') cancel(transaction, transactions.get(`${key} INVITE`));
    else answer(transaction);
  }

  function begin(arrival: Arrival, key: string): ServerTransaction {
    const own = arrival.request.method === 'INVITE' ? mergeKey(arrival.request) : '';
    if (own !== '' && !merged.has(own)) merged.set(own, arrival);
    const transaction = new ServerTransaction(arrival, {
      timers,
      send,
      tag: random(),
      ended() {
        transactions.delete(key);
        if (merged.get(own) === arrival) merged.delete(own);
      },
    });
    transactions.set(key, transaction);
    return transaction;
  }

  function acknowledged(request: SipRequest, invite: ServerTransaction | undefined): void {
    if (invite?.acknowledged()) return;
    dialogs.get(dialogKey(request))?.acknowledged(request);
  }

  function cancel(transaction: ServerTransaction, invite: ServerTransaction | undefined): void {
    if (!invite) {
      transaction.respond(NOT_THERE);
      return;
    }
    transaction.respond({ status: 200, reason: 'OK' });
    if (!invite.isOpen) return;
    invite.cancelled();
    invite.respond({ status: 487, reason: 'Request Terminated' });
  }

  function answer(transaction: ServerTransaction): void {
    const { request } = transaction;
    const isWithin = tagOf(request.headers.get('to')) !== undefined;
    const dialog = isWithin ? dialogs.get(dialogKey(request)) : undefined;
    const refusal =
      isWithin && !dialog
        ? NOT_THERE
        : (refusalOf(request) ?? (dialog ? undefined : ofNewcomers(transaction)));
    if (refusal) transaction.respond(refusal);
    else if (request.method === 'OPTIONS') transaction.respond(CAPABILITIES);
    else if (dialog) dialog.take(transaction);
    else invite(transaction);
  }

  /** What is refused outside of a call. */
  function ofNewcomers({ request, arrival }: ServerTransaction): Response | undefined {
    if (request.method === 'BYE' || request.method === 'INFO') return NOT_THERE;
    if (!sipUri(request.uri)) return { status: 416, reason: 'Unsupported URI Scheme' };
    if (tagOf(request.headers.get('from')) === undefined) return { status: 400, reason: 'From Without Tag' };
    // It has come twice, by two ways (section 8.2.2.2).
    const isTwice = (merged.get(mergeKey(request)) ?? arrival) !== arrival;
    return isTwice ? { status: 482, reason: 'Loop Detected' } : undefined;
  }

  function invite(transaction: ServerTransaction): void {
    const { request, arrival } = transaction;
    const called = sipUri(request.uri);
    if (!called) return;
    const offer = request.body === '' ? undefined : request.body;
    transaction.respond({ status: 100, reason: 'Trying' });
    parts.invited({
      called,
      request,
      source: arrival.source,
      local: arrival.local,
      offer,
      get isOpen() {
        return transaction.isOpen;
      },
      whenCancelled: (work) => transaction.whenCancelled(work),
      refuse: (response) => void transaction.respond(response),
      accept(description, listener) {
        const key = [
          request.headers.get('call-id'),
          transaction.tag,
          tagOf(request.headers.get('from')),
        ].join(' ');
        const dialog = new Dialog(transaction, description, offer === undefined, listener, {
          timers,
          send,
          random,
          mayReach: parts.mayReach,
          expect,
          over() {
            dialogs.delete(key);
            if (dialogs.size === 0) closed?.();
          },
        });
        dialogs.set(key, dialog);
        return dialog;
      },
    });
  }

  function expect(branch: string, answered: (response: SipResponse | undefined) => void): void {
    const cancelTimer = timers.after(GIVEN_UP, () => once(undefined));
    const once = (response: SipResponse | undefined) => {
      if (!awaited.delete(branch)) return;
      cancelTimer();
      answered(response);
    };
    awaited.set(branch, once);
  }

  function heard(response: SipResponse): void {
    const via = topVia(response);
    if (response.status >= 200 && response.method === 'BYE')
      awaited.get(via?.parameters.get('branch') ?? '')?.(response);
  }

  return {
    /** @param local our address, as the sender reaches it */
    receive,

    /** Ends every call; resolves when the callers have heard of it, or after a while. */
    async close(): Promise<void> {
      await new Promise<void>((resolve) => {
        closed = resolve;
        if (dialogs.size === 0) resolve();
        timers.after(PATIENCE, resolve);
        for (const dialog of [...dialogs.values()]) dialog.hangUpNow();
      });
      for (const transaction of transactions.values()) transaction.drop();
      for (const answered of [...awaited.values()]) answered(undefined);
      transactions.clear();
    },
  };
}

const CAPABILITIES: Response = {
  status: 200,
  reason: 'OK',
  headers: [
    ['Allow', ALLOWED],
    ['Accept', 'application/sdp'],
    ['Supported', ''],
  ],
};

/** What is refused within a call and outside of one. */
function refusalOf({ method, headers, body }: SipRequest): Response | undefined {
  if (!ALLOWED.split(', ').includes(method)) {
    return { status: 405, reason: 'Method Not Allowed', headers: [['Allow', ALLOWED]] };
  }
  const required = headers.all('require').flatMap(listed);
  if (required.length > 0) {
    return { status: 420, reason: 'Bad Extension', headers: [['Unsupported', required.join(', ')]] };
  }
  if (method !== 'INVITE' || body === '') return undefined;
  const [type = ''] = (headers.get('content-type') ?? '').split(';');
  const isPlain = !headers.get('content-encoding') || headers.get('content-encoding') === 'identity';
  if (type.trim().toLowerCase() === 'application/sdp' && isPlain) return undefined;
  return { status: 415, reason: 'Unsupported Media Type', headers: [['Accept', 'application/sdp']] };
}

function tagOf(header: string | undefined): string | undefined {
  return namedAddress(header ?? '')?.parameters.get('tag') || undefined;
}

/** As the other side writes it: ours is in To. */
function dialogKey({ headers }: SipRequest): string {
  return [headers.get('call-id'), tagOf(headers.get('to')), tagOf(headers.get('from'))].join(' ');
}

function mergeKey({ headers, cseq }: SipRequest): string {
  return [headers.get('call-id'), tagOf(headers.get('from')), cseq].join(' ');
}
