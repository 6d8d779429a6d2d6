/** Security options of a site. */
import { count, marked, toggle } from './setting.ts';

const STORED = { storedOnly: true };

export const SECURITY_SETTINGS = {
  security: marked(
    {
      allMeetingsUnlisted: toggle(false, 'Every session is unlisted.'),
      allMeetingsPassword: toggle(false, 'Every session needs a password (060026).'),
      joinBeforeHost: toggle(true, 'Attendees may join before the host.'),
      audioBeforeHost: toggle(true, 'Attendees may join the audio before the host.'),
      strictMeetingPasswords: toggle(
        false,
        '`meetingPasswordCriteria` holds for the passwords of sessions (`meetings/strictPasswords`).',
      ),
      strictUserPassword: toggle(true, '`accountPasswordCriteria` holds for the passwords of accounts.'),
      requireLoginBeforeSiteAccess: toggle(
        false,
        'Nobody learns of a session without a sign-in: GetSessionInfo needs credentials.',
      ),
      firstAttendeeAsPresenter: toggle(
        false,
        'The first attendee to join before the host presents, unless the session says otherwise.',
      ),
      changePersonalURL: toggle(true, 'Account holders may change their own personal URL.'),
      changeUserName: toggle(true, 'Account holders may change their own first and last name.'),
      passwordChangeIntervalOpt: toggle(
        false,
        'Account holders change their password at most once in `passwordChangeInterval`.',
      ),
      passwordChangeInterval: count(24, 'Hours between two changes.', { max: 24 * 365 }),
      accountNotify: toggle(false, 'Administrators are told of new accounts.', STORED),
      changePWDWhenAutoLogin: toggle(false, 'An automatic sign-in asks for a new password too.', STORED),
      enforceBaseline: toggle(false, 'The baseline of security settings is enforced.', STORED),
      isEnableUUIDLink: toggle(true, 'Links carry a random id in place of the session key.', STORED),
      isEnableUUIDLinkForSAC: toggle(false, 'The same for sales sessions.', STORED),
      enforceRecordingPwdForMC: toggle(false, 'Recordings of meetings need a password.', STORED),
      enforceRecordingPwdForEC: toggle(false, 'Recordings of events need a password.', STORED),
      enforceRecordingPwdForTC: toggle(false, 'Recordings of trainings need a password.', STORED),
      enforceRecordingPwdForMisc: toggle(false, 'Other recordings need a password.', STORED),
    },
    { policy: true },
  ),
  audioPasswordBySuperAdmin: toggle(
    false,
    'The owner lets the site have audio passwords; it takes both switches.',
    { owner: true },
  ),
  audioPasswordBySiteAdmin: toggle(
    false,
    'The site has audio passwords, where the owner lets it: eight digits for every session with a password.',
  ),
  enforceAudioLogin: toggle(false, 'Who dials in must give his account (`isEnforceAudioLogin`).'),
  pmrForceLogin: toggle(
    false,
    'Personal rooms are for people with an account (PMR_ForceLogin, `joinRequiresAccount`).',
  ),
  samlSSO: marked(
    {
      enableSSO: toggle(false, 'The site signs people in by SAML; true on sites of the types 2 and 4.'),
      autoAccountCreation: toggle(false, 'An unknown person of the identity provider gets an account.'),
    },
    { owner: true, storedOnly: true },
  ),
};
