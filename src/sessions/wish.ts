/**
 * What anybody may wish of a session, by whichever protocol. Every part is optional: what a wish is silent about is
 * as usual in a new session, and stays as it is in one that is changed.
 */
import type { Partially } from '../merge.ts';
import { RuleBroken } from '../refusal.ts';
import { isPanelist, type NewAttendee } from './attendee.ts';
import type { AnyContent } from './documents/session-document.ts';
import { LONGEST_PASSWORD } from './password.ts';
import type { SubjectWish } from './sales-subject.ts';
import type { OwnWish } from './series-exceptions.ts';
import type { ListStatus } from './session.ts';
import type { TimingWish } from './timing.ts';

/** Characters at most (meeting.xsd). */
export const LONGEST = {
  confName: 512,
  password: LONGEST_PASSWORD,
  agenda: 2500,
  extURL: 512,
  joinNotifyURL: 512,
} as const;

/** The least and the most of a number (meeting.xsd). */
export const BOUNDS = {
  maxUserNumber: [1, Number.MAX_SAFE_INTEGER],
  openTime: [0, 86_400],
  extNotifyTime: [0, Number.MAX_SAFE_INTEGER],
} as const;

export interface SessionWish {
  readonly confName?: string | undefined;
  /** The webExID of its host. */
  readonly host?: string | undefined;
  /** -1 leaves it to the host's own default, as silence does. */
  readonly sessionType?: number | undefined;
  /** The name of the session template that a new session begins with. */
  readonly template?: string | undefined;
  readonly timing?: TimingWish | undefined;
  readonly listStatus?: ListStatus | undefined;
  /** Everybody with full access; they take the place of those who had it. */
  readonly invited?: readonly NewAttendee[] | undefined;
  /** Presenters and alternate hosts alone, or those who attend alone; they take the place of those of before. */
  readonly presenting?: readonly NewAttendee[] | undefined;
  readonly attending?: readonly NewAttendee[] | undefined;
  /** Everybody who only listens; they take the place of those who did. */
  readonly limited?: readonly NewAttendee[] | undefined;
  /** Who is invited to an event: they take the place of those who were, and whoever has enrolled stays. */
  readonly audience?: readonly NewAttendee[] | undefined;
  /** The panel of an event: they take the place of those who were on it. */
  readonly panelists?: readonly NewAttendee[] | undefined;
  /** The host's own conference account that an audio-only session is held on, or numbers of its own. */
  readonly conferenceAccount?: number | 'none' | undefined;
  /** What a sales session is about. */
  readonly subject?: SubjectWish | undefined;
  readonly document?: DocumentWish | undefined;
}

/** What is wished of a session's document, of whichever service; lists are replaced whole. */
export type DocumentWish = Partially<
  Omit<
    AnyContent,
    | 'intAccountID'
    | 'intOpptyID'
    | 'repeat'
    | 'startLocal'
    | 'zoneName'
    | 'excluded'
    | 'exceptions'
    | 'hostKey'
    | 'guestToken'
    | 'accessCodes'
    | 'audioPassword'
  >
>;

/** @throws RuleBroken when a part of the wish is outside its limits. */
export function checkWish({ confName, timing, document = {} }: SessionWish): void {
  const { password, agenda } = document;
  checkDescribed({ confName, password, agenda, duration: timing?.duration });
  for (const { own } of timing?.changes ?? []) checkDescribed(own ?? {});
  for (const name of ['extURL', 'joinNotifyURL'] as const) checkLength(name, document[name], LONGEST[name]);
  for (const name of ['maxUserNumber', 'openTime', 'extNotifyTime'] as const) {
    const [least, most] = BOUNDS[name];
    const wished = document[name];
    if (wished !== undefined && (wished < least || wished > most)) {
      throw new RuleBroken(name, `must be from ${least} to ${most}`);
    }
  }
}

/** What one occurrence may have of its own, too. */
function checkDescribed({ confName, password, agenda, duration }: OwnWish): void {
  checkLength('confName', confName, LONGEST.confName);
  if (confName !== undefined && /^\p{Cc}*$/u.test(confName)) {
    throw new RuleBroken('confName', 'must have a visible character');
  }
  checkLength('meetingPassword', password, LONGEST.password);
  checkLength('agenda', agenda, LONGEST.agenda);
  if (duration !== undefined && duration < 1) throw new RuleBroken('duration', 'must be at least 1 minute');
}

function checkLength(element: string, text: string | undefined, most: number): void {
  if (text !== undefined && text.length > most && [...text].length > most) {
    throw new RuleBroken(element, `must have at most ${most} characters`);
  }
}

type Before = NewAttendee & { readonly registeredAt?: number | null };

/** The people afterwards; nothing when the wish names nobody, so that they stay. */
export function peopleAfter(
  before: readonly Before[],
  { invited, limited, presenting, attending, audience, panelists }: SessionWish,
): readonly NewAttendee[] | undefined {
  if (audience || panelists) {
    // Somebody who is named twice is what they are named last.
    return [
      ...before.filter((one) => !(isPanelist(one) ? panelists : audience && !one.registeredAt)),
      ...(audience ?? []),
      ...(panelists ?? []),
    ];
  }
  if (!invited && !limited && !presenting && !attending) return undefined;
  return [
    ...(invited ?? [...attendingAfter(before, attending), ...presentingAfter(before, presenting)]),
    ...(limited ?? before.filter(({ role }) => role === 'LIMITED')),
  ];
}

/** Whoever registered by themselves stays beside those who are named. */
function attendingAfter(before: readonly Before[], wished: readonly NewAttendee[] | undefined) {
  const attend = before.filter(({ role }) => role === 'ATTENDEE');
  return wished ? [...attend.filter(({ registeredAt }) => registeredAt != null), ...wished] : attend;
}

function presentingAfter(before: readonly Before[], wished: readonly NewAttendee[] | undefined) {
  return wished ?? before.filter(({ role }) => role === 'PRESENTER' || role === 'HOST');
}
