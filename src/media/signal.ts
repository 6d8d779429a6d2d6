/**
 * What browsers of a room say to each other: until they are connected (WebRTC's perfect negotiation) a description, a
 * candidate, or that they are there; and reactions. It is read word by word, because it is given to somebody else's
 * browser.
 */
import { isIP } from 'node:net';
import { RuleBroken } from '../refusal.ts';
import { isReaction, type Reaction } from './reactions.ts';

export type Signal =
  /** Their connection begins anew: they have come, or come again. */
  | { readonly kind: 'hello' }
  | (OfAttempt & { readonly kind: 'description'; readonly type: 'offer' | 'answer'; readonly sdp: string })
  | (OfAttempt & {
      readonly kind: 'candidate';
      readonly candidate: string;
      readonly mid: string | null;
      readonly line: number | null;
    })
  /** So many lines of something are drawn; none where it is not drawn. */
  | (OfAttempt & {
      readonly kind: 'wants';
      readonly medium: 'camera' | 'screen';
      readonly lines: number | null;
    })
  | { readonly kind: 'reaction'; readonly reaction: Reaction };

/** What belongs to a connection that has been given up is known by this. */
interface OfAttempt {
  /** Drawn by the side that makes the first offer. */
  readonly attempt: string;
}

/** Characters of a description; one with forty candidates and three media has about twelve thousand. */
const LONGEST_SDP = 40_000;
const LONGEST_CANDIDATE = 1_000;

/** @throws RuleBroken when it is none of them, whatever it is */
export function signalIn(value: unknown): Signal {
  if (!isObject(value)) throw new RuleBroken('signal', 'must be an object');
  switch (value.kind) {
    case 'hello':
      return { kind: 'hello' };
    case 'description':
      return {
        kind: 'description',
        attempt: attemptIn(value.attempt),
        type: typeIn(value.type),
        sdp: sdpIn(value.sdp),
      };
    case 'candidate':
      return {
        kind: 'candidate',
        attempt: attemptIn(value.attempt),
        candidate: candidateIn(value.candidate),
        mid: midIn(value.mid),
        line: lineIn(value.line),
      };
    case 'wants':
      return {
        kind: 'wants',
        attempt: attemptIn(value.attempt),
        medium: mediumIn(value.medium),
        lines: linesIn(value.lines),
      };
    case 'reaction':
      return { kind: 'reaction', reaction: reactionIn(value.reaction) };
    default:
      throw new RuleBroken('signal', 'is of an unknown kind');
  }
}

function mediumIn(medium: unknown): 'camera' | 'screen' {
  if (medium !== 'camera' && medium !== 'screen')
    throw new RuleBroken('signal', 'is of no medium that is drawn');
  return medium;
}

function linesIn(lines: unknown): number | null {
  if (lines === null) return null;
  if (typeof lines !== 'number' || !Number.isInteger(lines) || lines < 1 || lines > 10_000) {
    throw new RuleBroken('signal', 'has lines that are none');
  }
  return lines;
}

function attemptIn(attempt: unknown): string {
  if (typeof attempt !== 'string' || !/^[\w-]{1,40}$/.test(attempt)) {
    throw new RuleBroken('signal', 'is of no attempt');
  }
  return attempt;
}

function typeIn(type: unknown): 'offer' | 'answer' {
  if (type !== 'offer' && type !== 'answer') throw new RuleBroken('signal', 'must be an offer or an answer');
  return type;
}

/** Lines of a letter, an equals sign and visible characters (RFC 8866). */
function sdpIn(sdp: unknown): string {
  if (
    typeof sdp !== 'string' ||
    sdp.length > LONGEST_SDP ||
    !/^v=0\r\n(?:[a-z]=[\x20-\x7e]*\r\n)+$/.test(sdp)
  ) {
    throw new RuleBroken('signal', 'has a description that is none');
  }
  for (const [, candidate = ''] of sdp.matchAll(/^a=(candidate:.*)\r$/gm)) candidateIn(candidate);
  return sdp;
}

/** One line (RFC 8839); an empty one says that there are no more. */
function candidateIn(candidate: unknown): string {
  if (
    typeof candidate !== 'string' ||
    candidate.length > LONGEST_CANDIDATE ||
    !/^(?:candidate:[\x20-\x7e]*)?$/.test(candidate)
  ) {
    throw new RuleBroken('signal', 'has a candidate that is none');
  }
  // Foundation, component, transport, priority, and then where the other browser is to send to.
  const [, , , , address = '', port = ''] = candidate.split(' ');
  if (candidate !== '' && !(isReachable(address) && /^\d{1,5}$/.test(port))) {
    throw new RuleBroken('signal', 'has a candidate that leads nowhere');
  }
  return candidate;
}

/**
 * An address of one machine, or the name under which a browser hides it (RFC 8828). Browsers send to it what proves
 * that somebody there wants it, and nothing else until they have an answer: any machine may be named, but not all of a
 * network at once, nor a name that browsers would have to ask others for.
 */
function isReachable(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !/^(?:0|22[4-9]|2[3-5]\d)\./.test(address);
    case 6:
      return !/^(?:ff|::$)/i.test(address);
    default:
      return /^[\da-f-]{1,64}\.local$/i.test(address);
  }
}

function midIn(mid: unknown): string | null {
  if (mid === null || mid === undefined) return null;
  if (typeof mid !== 'string' || !/^[\w-]{1,32}$/.test(mid))
    throw new RuleBroken('signal', 'has a mid that is none');
  return mid;
}

function lineIn(line: unknown): number | null {
  if (line === null || line === undefined) return null;
  if (typeof line !== 'number' || !Number.isInteger(line) || line < 0 || line > 100) {
    throw new RuleBroken('signal', 'has a line that is none');
  }
  return line;
}

function reactionIn(reaction: unknown): Reaction {
  if (!isReaction(reaction)) throw new RuleBroken('signal', 'has an unknown reaction');
  return reaction;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
