/** A call from its acceptance to its end (RFC 3261, sections 12 to 15). */
import type { Timers } from '../timers.ts';
import { GIVEN_UP, type ServerTransaction, T1, T2 } from './server-transaction.ts';
import { datagramOf, type SipRequest, type SipResponse } from './sip-message.ts';
import { listed, namedAddress, sipUri } from './uri.ts';
import { type Endpoint, MAGIC_COOKIE } from './via.ts';

/** What a call does when something happens in it. */
export interface DialogListener {
  /** It is certain that the call stands: the caller has heard of it. @param answer to an offer of ours */
  confirmed(answer: string | undefined): void;
  /**
   * The caller wants it otherwise: on hold, or from elsewhere. @param offer nothing where ours is asked for
   * @returns our description of it, or nothing when it cannot be had
   */
  offered(offer: string | undefined): string | undefined;
  /** @returns whether it was understood */
  informed(type: string, text: string): boolean;
  /** The other side has hung up, or is gone. */
  ended(): void;
}

interface DialogParts {
  readonly timers: Timers;
  send(datagram: Buffer, to: Endpoint): void;
  random(): string;
  /** Whether datagrams may be sent there. */
  mayReach(address: string): boolean;
  /** Awaits the answer to a request of ours; nothing when none comes. */
  expect(branch: string, answered: (response: SipResponse | undefined) => void): void;
  /** Nothing belongs to it any more. */
  over(): void;
}

const SDP = 'application/sdp';

export class Dialog {
  readonly #parts: DialogParts;
  readonly #listener: DialogListener;
  readonly #source: Endpoint;
  readonly #local: Endpoint;
  readonly #callId: string;
  /** As this side writes them. */
  readonly #from: string;
  readonly #to: string;
  readonly #routes: readonly string[];
  #target: string;
  #remoteCseq: number;
  #cseq = 0;
  /** Says an acceptance again until it is heard. */
  #unheard: { readonly cseq: number; readonly stop: () => void; readonly isOffer: boolean } | undefined;
  #state: 'up' | 'hanging up' | 'over' = 'up';
  #endsWhenHeard = false;

  /** Accepts an invitation. @param isOffer whether the description is to be answered by the caller */
  constructor(
    invitation: ServerTransaction,
    description: string,
    isOffer: boolean,
    listener: DialogListener,
    parts: DialogParts,
  ) {
    const { request, source, local } = invitation.arrival;
    this.#parts = parts;
    this.#listener = listener;
    this.#source = source;
    this.#local = local;
    this.#callId = request.headers.get('call-id') ?? '';
    this.#from = `${request.headers.get('to')};tag=${invitation.tag}`;
    this.#to = request.headers.get('from') ?? '';
    this.#routes = request.headers.all('record-route').flatMap(listed);
    this.#target = contactOf(request) ?? namedAddress(this.#to)?.uri ?? '';
    this.#remoteCseq = request.cseq;
    this.#accept(invitation, description, isOffer);
  }

  /** Answers a request that belongs to it. */
  take(transaction: ServerTransaction): void {
    const { request } = transaction;
    // What is older than what was answered came too late (section 12.2.2).
    if (request.cseq <= this.#remoteCseq) {
      transaction.respond({ status: 500, reason: 'Out of Order' });
      return;
    }
    this.#remoteCseq = request.cseq;
    switch (request.method) {
      case 'INVITE':
        this.#change(transaction);
        return;
      case 'INFO': {
        const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
        const isKnown = this.#listener.informed(type, request.body);
        transaction.respond(
          isKnown ? { status: 200, reason: 'OK' } : { status: 415, reason: 'Unsupported Media Type' },
        );
        return;
      }
      case 'BYE':
        transaction.respond({ status: 200, reason: 'OK' });
        this.#end();
        return;
    }
  }

  acknowledged({ cseq, body }: SipRequest): void {
    if (this.#unheard?.cseq !== cseq) return;
    const { stop, isOffer } = this.#unheard;
    stop();
    this.#unheard = undefined;
    if (this.#endsWhenHeard) this.#bye();
    else if (this.#state === 'up') this.#listener.confirmed(isOffer ? body : undefined);
  }

  /** Ends the call from this side: as soon as the caller has heard that it stands (section 15). */
  hangUp(): void {
    if (this.#state !== 'up' || this.#endsWhenHeard) return;
    if (this.#unheard) this.#endsWhenHeard = true;
    else this.#bye();
  }

  /** The same, whether they have heard or not: this side goes away. */
  hangUpNow(): void {
    if (this.#state === 'up') this.#bye();
  }

  #change(transaction: ServerTransaction): void {
    const { request } = transaction;
    if (this.#unheard?.isOffer || this.#state !== 'up') {
      transaction.respond({ status: 491, reason: 'Request Pending' });
      return;
    }
    this.#target = contactOf(request) ?? this.#target;
    const offer = request.body === '' ? undefined : request.body;
    const description = this.#listener.offered(offer);
    if (description === undefined) {
      transaction.respond({ status: 488, reason: 'Not Acceptable Here' });
      return;
    }
    this.#unheard?.stop();
    this.#accept(transaction, description, offer === undefined);
  }

  #accept(transaction: ServerTransaction, description: string, isOffer: boolean): void {
    const { address, port } = this.#local;
    const { request, arrival } = transaction;
    const datagram = transaction.respond({
      status: 200,
      reason: 'OK',
      headers: [
        ...request.headers.all('record-route').map((route) => ['Record-Route', route] as const),
        ['Contact', `<sip:${bracketed(address)}:${port}>`],
        ['Allow', ALLOWED],
        ['Supported', ''],
      ],
      content: { type: SDP, text: description },
    });
    if (!datagram) return;
    const { timers } = this.#parts;
    const back = transaction.arrival.via.parameters.has('rport') ? arrival.source : wayOf(transaction);
    let cancelAgain = () => {};
    const again = (wait: number): void => {
      cancelAgain = timers.after(wait, () => {
        this.#parts.send(datagram, back);
        again(Math.min(2 * wait, T2));
      });
    };
    again(T1);
    const cancelGiveUp = timers.after(GIVEN_UP, () => {
      // Nobody has heard of the call: it is ended all the same (section 13.3.1.4).
      this.#unheard?.stop();
      this.#unheard = undefined;
      this.#bye();
      this.#listener.ended();
    });
    this.#unheard = {
      cseq: request.cseq,
      isOffer,
      stop() {
        cancelAgain();
        cancelGiveUp();
      },
    };
  }

  #bye(): void {
    if (this.#state !== 'up') return;
    this.#state = 'hanging up';
    this.#unheard?.stop();
    const branch = `${MAGIC_COOKIE}${this.#parts.random()}`;
    const { uri, routes, next } = this.#way();
    const datagram = datagramOf(`BYE ${uri} SIP/2.0`, [
      ['Via', `SIP/2.0/UDP ${bracketed(this.#local.address)}:${this.#local.port};branch=${branch};rport`],
      ['Max-Forwards', '70'],
      ...routes.map((route) => ['Route', route] as const),
      ['From', this.#from],
      ['To', this.#to],
      ['Call-ID', this.#callId],
      ['CSeq', `${++this.#cseq} BYE`],
    ]);
    const { timers, send } = this.#parts;
    let cancel = () => {};
    const say = (wait: number): void => {
      send(datagram, next);
      cancel = timers.after(wait, () => say(Math.min(2 * wait, T2)));
    };
    say(T1);
    this.#parts.expect(branch, () => {
      cancel();
      this.#over();
    });
  }

  /** Where a request of ours goes, by the proxies that wanted to stay on the way (section 12.2.1.1). */
  #way(): { readonly uri: string; readonly routes: readonly string[]; readonly next: Endpoint } {
    const [first] = this.#routes;
    const firstUri = first === undefined ? undefined : (namedAddress(first)?.uri ?? '');
    const hop = sipUri(firstUri ?? this.#target);
    // Names are left to the proxy that brought the call; and nobody else is written to.
    const next =
      hop && this.#parts.mayReach(hop.host) ? { address: hop.host, port: hop.port ?? 5060 } : this.#source;
    if (firstUri === undefined) return { uri: this.#target, routes: [], next };
    if (sipUri(firstUri)?.parameters.has('lr')) return { uri: this.#target, routes: this.#routes, next };
    return { uri: firstUri, routes: [...this.#routes.slice(1), `<${this.#target}>`], next };
  }

  #end(): void {
    const wasUp = this.#state === 'up';
    this.#unheard?.stop();
    this.#over();
    if (wasUp) this.#listener.ended();
  }

  #over(): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#parts.over();
  }
}

export const ALLOWED = 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO';

function wayOf({ arrival }: ServerTransaction): Endpoint {
  return { address: arrival.source.address, port: arrival.via.port ?? 5060 };
}

function contactOf({ headers }: SipRequest): string | undefined {
  const [first] = listed(headers.get('contact') ?? '');
  const uri = first === undefined ? undefined : namedAddress(first)?.uri;
  return uri !== undefined && sipUri(uri) ? uri : undefined;
}

function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}
