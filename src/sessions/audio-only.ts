/** Audio-only sessions: those of the type AUO. */
import type { AccountWithProfile } from '../accounts/account.ts';
import type { Random } from '../random.ts';
import { isSchedulable, type SessionType, sessionType } from '../sites/session-types.ts';
import type { Site } from '../sites/site.ts';
import type { AccessCodes, BaseDocument } from './documents/base-document.ts';
import { typeFor } from './scheduling.ts';
import { type Session, SessionTypeNotSupported } from './session.ts';

const AUDIO_ONLY = 'AUO';

export function isAudioOnly(site: Site, session: Pick<Session, 'sessionType'>): boolean {
  return sessionType(site, session.sessionType)?.productCodePrefix === AUDIO_ONLY;
}

/**
 * The type of an audio-only session: the one that is wished for, or the first that the host has.
 * @throws SessionTypeNotSupported when the site or the host does not have the type
 */
export function audioOnlyTypeFor(
  site: Site,
  host: AccountWithProfile,
  wished: number | undefined,
): SessionType {
  const types = host.profile.meetingTypes.flatMap((id) => sessionType(site, id) ?? []);
  const found =
    wished === undefined || wished === -1
      ? types.find((type) => type.productCodePrefix === AUDIO_ONLY && isSchedulable(site, type))
      : typeFor(site, host, 'MeetingCenter', wished);
  if (found?.productCodePrefix !== AUDIO_ONLY || !site.settings.telephony.audioOnly) {
    throw new SessionTypeNotSupported(wished ?? -1);
  }
  return found;
}

/** The codes that an audio-only session is called by: those of the host's own conference account, or its own. */
export function accessCodesOf(
  { telephony, accessCodes }: Pick<BaseDocument, 'telephony' | 'accessCodes'>,
  { profile }: AccountWithProfile,
): Partial<AccessCodes> | undefined {
  const { personalAccountIndex } = telephony;
  const own = profile.personalTeleconf.accounts.find(
    ({ accountIndex }) => accountIndex === personalAccountIndex,
  );
  return own ?? accessCodes;
}

/** Three different codes of nine digits. */
export function newAccessCodes(random: Random): AccessCodes {
  const codes = new Set<string>();
  while (codes.size < 3) codes.add(String(random.digits(9)));
  const [subscriber = '', full = '', limited = ''] = codes;
  return {
    subscriberAccessCode: subscriber,
    participantFullAccessCode: full,
    participantLimitedAccessCode: limited,
  };
}
