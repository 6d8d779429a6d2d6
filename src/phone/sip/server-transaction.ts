/** One request of somebody else's and its answer, which may have to be said again (RFC 3261, section 17.2; RFC 6026). */
import type { Timers } from '../timers.ts';
import { datagramOf, type SipRequest } from './sip-message.ts';
import { type Endpoint, type Via, viasOf, wayBack } from './via.ts';

/** Milliseconds: how long a datagram takes to come back, the longest wait between two of them, how long one lives. */
export const T1 = 500;
export const T2 = 4_000;
export const T4 = 5_000;

/** After so long nobody waits for an answer any more. */
export const GIVEN_UP = 64 * T1;

/** What a request came in, and by which of our addresses. */
export interface Arrival {
  readonly request: SipRequest;
  readonly via: Via;
  readonly source: Endpoint;
  readonly local: Endpoint;
}

export interface Response {
  readonly status: number;
  readonly reason: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly content?: { readonly type: string; readonly text: string };
}

/** Refused until that is heard; accepted, which its dialog looks after; done with. */
type State = 'open' | 'refused' | 'accepted' | 'done';

interface Parts {
  readonly timers: Timers;
  send(datagram: Buffer, to: Endpoint): void;
  /** What answers bear in To where the request has none: it is ours of the dialog. */
  readonly tag: string;
  /** Nothing belongs to it any more. */
  ended(): void;
}

export class ServerTransaction {
  readonly arrival: Arrival;
  readonly tag: string;
  readonly #parts: Parts;
  #last: Buffer | undefined;
  #state: State = 'open';
  #cancel: (() => void)[] = [];
  #onCancel: (() => void) | undefined;

  constructor(arrival: Arrival, parts: Parts) {
    this.arrival = arrival;
    this.tag = parts.tag;
    this.#parts = parts;
  }

  get request(): SipRequest {
    return this.arrival.request;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Called when whoever asks wants no answer any more. */
  whenCancelled(work: () => void): void {
    this.#onCancel = work;
  }

  cancelled(): void {
    if (this.#state === 'open') this.#onCancel?.();
  }

  /** A final answer is the last one. @returns what was sent, for whoever has to say it again until it is heard */
  respond(response: Response): Buffer | undefined {
    if (this.#state !== 'open') return undefined;
    const datagram = this.#datagramOf(response);
    this.#last = datagram;
    this.#send(datagram);
    if (response.status < 200) return datagram;
    if (this.request.method !== 'INVITE') this.#endAfter('done', GIVEN_UP);
    else if (response.status < 300) this.#endAfter('accepted', GIVEN_UP);
    else {
      this.#endAfter('refused', GIVEN_UP);
      this.#repeat(T1);
    }
    return datagram;
  }

  /** The request has come once more. An acceptance is said again by its dialog, and what was heard not at all. */
  again(): void {
    const isHeard = this.#state === 'done' && this.request.method === 'INVITE';
    if (this.#last && this.#state !== 'accepted' && !isHeard) this.#send(this.#last);
  }

  /** A refusal has been heard. @returns whether this was one */
  acknowledged(): boolean {
    if (this.#state === 'refused') this.#endAfter('done', T4);
    return this.#state !== 'accepted';
  }

  #endAfter(state: State, milliseconds: number): void {
    this.drop();
    this.#state = state;
    const end = () => {
      this.drop();
      this.#state = 'done';
      this.#parts.ended();
    };
    this.#cancel.push(this.#parts.timers.after(milliseconds, end));
  }

  #repeat(wait: number): void {
    this.#cancel.push(
      this.#parts.timers.after(wait, () => {
        if (this.#state !== 'refused' || !this.#last) return;
        this.#send(this.#last);
        this.#repeat(Math.min(2 * wait, T2));
      }),
    );
  }

  /** Nothing happens by itself any more. */
  drop(): void {
    for (const cancel of this.#cancel.splice(0)) cancel();
  }

  #send(datagram: Buffer): void {
    const { via, source } = this.arrival;
    this.#parts.send(datagram, wayBack(via, source));
  }

  #datagramOf({ status, reason, headers = [], content }: Response): Buffer {
    const { request, source } = this.arrival;
    const to = request.headers.get('to') ?? '';
    const hasTag = /;\s*tag\s*=/i.test(to.replace(/<[^>]*>/, ''));
    return datagramOf(
      `SIP/2.0 ${status} ${reason}`,
      [
        ...viasOf(request, source).map((via) => ['Via', via] as const),
        ['From', request.headers.get('from') ?? ''],
        ['To', hasTag || status === 100 ? to : `${to};tag=${this.tag}`],
        ['Call-ID', request.headers.get('call-id') ?? ''],
        ['CSeq', `${request.cseq} ${request.method}`],
        ...headers,
      ],
      content,
    );
  }
}
