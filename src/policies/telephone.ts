/** Who may come into a session by telephone, and what they have to press: what is closed to strangers stays so. */
import type { AccountWithProfile } from '../accounts/account.ts';
import { AccessDenied } from '../refusal.ts';
import { type Attendee, holderOf } from '../sessions/attendee.ts';
import { accessCodesOf, isAudioOnly } from '../sessions/audio-only.ts';
import { isSame } from '../sessions/password.ts';
import { type SessionWithDocument, WrongSessionPassword } from '../sessions/session.ts';
import type { Site } from '../sites/site.ts';
import { AccountRequired, RegistrationIDInvalid } from './admission.ts';
import { admitsStrangers } from './site.ts';

/** It is not the PIN of the host: pressed again, or told in another way. No protocol but the telephone knows it. */
export class WrongHostPin extends Error {
  constructor() {
    super('that is not the PIN of the host');
  }
}

/** Where somebody calls. */
export interface Called {
  /** Nothing for a personal room. */
  readonly session: SessionWithDocument | undefined;
  readonly host: AccountWithProfile;
  /** Those who were invited or registered. */
  readonly people: readonly Attendee[];
}

/** What a caller has pressed. */
export interface Pressed {
  readonly password?: string | undefined;
  readonly registrationID?: string | undefined;
  readonly pin?: string | undefined;
}

export type PhoneEntrance =
  | { readonly lacks: 'password' | 'registrationID' }
  | { readonly isHost: boolean; readonly maySpeak: boolean };

/**
 * The way in for a caller, whom nobody knows.
 * @throws WrongHostPin, WrongSessionPassword, RegistrationIDInvalid for what is pressed and is wrong
 * @throws AccountRequired, AccessDenied where strangers do not come in, or nothing that can be pressed opens it
 */
export function entranceByPhone(site: Site, called: Called, pressed: Pressed): PhoneEntrance {
  if (pressed.pin !== undefined) {
    if (!hostPins(site, called).some((pin) => isSame(pin, pressed.pin))) throw new WrongHostPin();
    return { isHost: true, maySpeak: true };
  }
  checkStrangers(site, called);
  const { session, people } = called;
  if (!session) return { isHost: false, maySpeak: true };
  const { passwords, listening } = passwordsOf(site, session, called.host);
  const { password, registrationID } = pressed;
  if (passwords.length > 0) {
    if (password === undefined) return { lacks: 'password' };
    const isRight = passwords.filter((right) => isSame(right, password)).length > 0;
    if (!isRight) throw new WrongSessionPassword(session.sessionKey, false);
  }
  if (session.document.attendeeOptions.registration) {
    if (registrationID === undefined) return { lacks: 'registrationID' };
    const holder = holderOf(people, registrationID);
    const attendee = holder === 'a stranger' ? undefined : holder?.attendee;
    const isLetIn = !attendee || attendee.joinStatus === 'ACCEPT' || attendee.joinStatus === 'INVITE';
    if (!holder || !isLetIn) throw new RegistrationIDInvalid();
  }
  return { isHost: false, maySpeak: !isSame(listening, password) };
}

function checkStrangers(site: Site, { session }: Called): void {
  const { enforceAudioLogin, pmrForceLogin } = site.settings;
  const requiresAccount = session ? session.document.attendeeOptions.joinRequiresAccount : pmrForceLogin;
  if (requiresAccount || enforceAudioLogin) throw new AccountRequired();
  if (!admitsStrangers(site)) throw new AccessDenied('sign in first');
}

/** Of a personal room the PIN of its owner, of a session its host key, and the code of an audio-only one. */
function hostPins(site: Site, { session, host }: Called): string[] {
  if (!session) return [host.profile.personalMeetingRoom.hostPIN];
  const codes = isAudioOnly(site, session) ? accessCodesOf(session.document, host) : undefined;
  return [session.document.hostKey, ...(codes?.subscriberAccessCode ? [codes.subscriberAccessCode] : [])];
}

/** Fewer digits are tried too soon. */
const SHORTEST = 4;

/**
 * What opens a session on the telephone: the codes of an audio-only one; the audio password, where the site has them;
 * or else the password by the letters of the keys (release notes 9.0 SP6), so that nothing is open to callers that is
 * closed to browsers.
 * @throws AccessDenied when the password cannot be pressed
 */
function passwordsOf(
  site: Site,
  session: SessionWithDocument,
  host: AccountWithProfile,
): { readonly passwords: readonly string[]; readonly listening?: string | undefined } {
  const { document } = session;
  if (isAudioOnly(site, session)) {
    const codes = accessCodesOf(document, host);
    const listening = codes?.participantLimitedAccessCode;
    return {
      passwords: [codes?.participantFullAccessCode, listening].filter((code) => code !== undefined),
      listening,
    };
  }
  const { audioPasswordBySuperAdmin, audioPasswordBySiteAdmin } = site.settings;
  const hasAudio = audioPasswordBySuperAdmin && audioPasswordBySiteAdmin;
  if (hasAudio && document.audioPassword) return { passwords: [document.audioPassword] };
  if (!document.password) return { passwords: [] };
  const keys = onKeys(document.password);
  if (keys.length < SHORTEST) throw new AccessDenied('its password cannot be pressed on a telephone');
  return { passwords: [keys] };
}

const LETTERS = 'abc2def3ghi4jkl5mno6pqrs7tuv8wxyz9';

/** A text on the keys of a telephone (ITU-T E.161); what is on none is left out. */
export function onKeys(text: string): string {
  return [...text.toLowerCase()]
    .map((sign) => {
      if (/^\d$/.test(sign)) return sign;
      const at = LETTERS.indexOf(sign);
      return at < 0 ? '' : (/\d/.exec(LETTERS.slice(at))?.[0] ?? '');
    })
    .join('');
}
