/** Security options of a site. */
import { count, marked, text, toggle, word, words } from './setting.ts';

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
  enforceAudioLogin: toggle(false, 'Who dials in must give their account (`isEnforceAudioLogin`).'),
  pmrForceLogin: toggle(
    false,
    'Personal rooms are for people with an account (PMR_ForceLogin, `joinRequiresAccount`).',
  ),
  samlSSO: {
    ...marked(
      {
        enableSSO: toggle(false, 'The site signs people in by SAML; true on sites of the types 2 and 4.'),
        autoAccountCreation: toggle(false, 'An unknown person of the identity provider gets an account.'),
        autoAccountUpdate: toggle(
          false,
          'A sign-in with a newer `updateTimeStamp` brings the account up to date.',
        ),
        profile: word(
          ['SP', 'IdP'],
          'SP',
          'Where a sign-in begins: here (`SP`), or at the identity provider (`IdP`), which lets samlResponse into AuthenticateUser.',
        ),
        idpIssuer: text('', 'The entity ID of the identity provider (Issuer for SAML).'),
        idpLoginUrl: text('', 'Where the identity provider takes an AuthnRequest by HTTP-Redirect.'),
        idpLogoutUrl: text('', 'Where the identity provider takes a LogoutRequest by HTTP-Redirect.'),
        idpCertificates: words(
          [],
          'What the identity provider signs with: PEM or its base64, two of them during a rollover.',
          { maxEntries: 2 },
        ),
        spIssuer: text('', 'The entity ID of the site (WebEx SAML Issuer); empty: its own address.'),
        nameIDFormat: text(
          'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
          'The format of NameID that is asked for; unspecified takes any.',
        ),
        authnContextClassRef: text(
          '',
          'How people must have signed in at the identity provider; empty: it is not asked.',
        ),
        signAuthnRequests: toggle(false, 'AuthnRequests are signed.'),
        singleLogout: toggle(false, 'Who signs out here is signed out at the identity provider too.'),
        defaultTarget: text('', 'Where a sign-in leads that names no page of the site.'),
        errorUrl: text('', 'Who cannot be signed in is sent there, with the number of the error.'),
        targetParameter: word(
          ['TARGET', 'RelayState'],
          'TARGET',
          'The form field that names the page, when the identity provider begins.',
        ),
        removeUidDomain: toggle(false, 'The domain is cut off from a uid (Active Directory UPN).'),
        requireEncryption: toggle(false, 'Only encrypted assertions are taken.'),
      },
      { owner: true, guided: true },
    ),
    allowSha1: toggle(false, 'Signatures by SHA-1 are taken, which can be forged.', { owner: true }),
  },
};
