/** Refusals of whoever calls: not proven, not allowed, too often. */
import { nearest } from '../../xml/nearest.ts';
import type { Surroundings, WordsOf } from './diagnosis.ts';

function account({ tried: { webExID } }: Surroundings): string {
  return webExID === undefined ? 'The account' : `The account "${webExID}"`;
}

const CREDENTIALS = 'docs/reference/types.md';
const SINGLE_SIGN_ON = 'docs/single-sign-on.md';
const URL_API = 'docs/url-api.md';

/** The caller is told the same of both; whoever looks after the site may know. */
const wrongPassword: WordsOf = (_facts, around) => {
  const { tried, hasAccount } = around;
  const name = tried.webExID;
  if (hasAccount === false && name !== undefined) {
    return {
      cause: `The site has no account "${name}".`,
      mend: 'Send the webExID of an account of this site, or make the account first.',
      element: 'securityContext/webExID',
    };
  }
  return {
    cause: `The password of ${name === undefined ? 'the account' : `the account "${name}"`} is wrong.`,
    mend: 'Send the right <password>; an administrator can send a link to a new one. Several wrong ones lock the account for a while.',
    element: 'securityContext/password',
  };
};

const badTicket: WordsOf = () => ({
  cause: 'The session ticket is unknown, has expired, or was ended.',
  mend: 'Get a new one by AuthenticateUser, and take it for at most 5400 seconds.',
  element: 'securityContext/sessionTicket',
  manual: 'docs/reference/operations/user.AuthenticateUser.md',
});

export const CALLER_WORDS: Readonly<Record<string, WordsOf>> = {
  WrongCredentials: wrongPassword,
  AccountNotFound: (facts, around) =>
    around.tried.webExID !== undefined && around.hasAccount === false
      ? wrongPassword(facts, around)
      : {
          cause: 'The site has no account of that webExID.',
          mend: 'Look the webExID up: in the console among the users, or by LstsummaryUser.',
          manual: 'docs/reference/operations/user.LstsummaryUser.md',
        },
  CredentialsMissing: ({ element = 'webExID' }) => ({
    cause: `<securityContext> has no <${element}>: nobody is named who calls.`,
    mend: 'Send <webExID> with <password> or <sessionTicket>, or <webExAccessToken>.',
    element: `securityContext/${element}`,
    manual: CREDENTIALS,
  }),
  SessionTicketInvalid: badTicket,
  SessionTicketNotSupported: () => ({
    cause: 'A session ticket does not do for this operation.',
    mend: 'Send the <password> of the account.',
    element: 'securityContext/sessionTicket',
  }),
  AccessTokenInvalid: () => ({
    cause: 'The access token does not prove who is calling.',
    mend: "Get a new token from the site's OpenID provider, and see that issuer and audience are those of the site's settings.",
    element: 'securityContext/webExAccessToken',
    manual: SINGLE_SIGN_ON,
  }),
  AuthenticationServerRefused: () => ({
    cause: "The site's identity provider did not accept what was sent.",
    mend: 'Look at the identity provider: its own log tells why.',
    manual: SINGLE_SIGN_ON,
  }),
  SsoRefused: () => ({
    cause: 'The SAML assertion was not accepted.',
    mend: "Compare it with the site's settings of single sign-on: issuer, audience, certificate and clock.",
    manual: SINGLE_SIGN_ON,
  }),
  AccountLocked: (_facts, around) => ({
    cause: `${account(around)} is locked: wrong passwords came too often.`,
    mend: 'Wait until the lock has run out, or unlock the account in the console.',
    element: 'securityContext/webExID',
  }),
  AccountInactive: (_facts, around) => ({
    cause: `${account(around)} is deactivated.`,
    mend: 'Activate it again in the console, or by SetUser (active).',
    element: 'securityContext/webExID',
  }),
  AccountExpired: (_facts, around) => ({
    cause: `${account(around)} has expired.`,
    mend: 'Give the account a later expiration date.',
    element: 'securityContext/webExID',
  }),
  PasswordExpired: (_facts, around) => ({
    cause: `The password of ${around.tried.webExID === undefined ? 'the account' : `the account "${around.tried.webExID}"`} has expired.`,
    mend: 'Set a new password.',
    element: 'securityContext/password',
  }),
  AccessDenied: (_facts, { tried }) => ({
    cause: `${tried.webExID === undefined ? 'Whoever called' : `"${tried.webExID}"`} may not do this.`,
    mend: 'Call as an account that may: the page of the operation says who.',
  }),
  RateLimitReached: () => ({
    cause: 'More calls came than the site allows in a minute.',
    mend: "Call less often, or raise the limit in the site's settings (throttling).",
  }),
  TooManyGuesses: () => ({
    cause: 'Too many wrong passwords came from this address or for this session.',
    mend: 'Wait some minutes, and send the right password.',
  }),
  UnknownATCommand: () => ({
    cause: 'The page has no command of that name (AT).',
    mend: 'Send one of the commands of the page.',
    element: 'AT',
    manual: URL_API,
  }),
  BadWebExIDorPassword: wrongPassword,
  PostRequired: () => ({
    cause: 'A password or a partner id stands in the address, which the site does not take.',
    mend: 'Send the call as a POST with a form (urlAPI.enforcePost).',
    manual: URL_API,
  }),
  CSRFRequired: () => ({
    cause: 'The call lacks the CSRF token of who is signed in.',
    mend: 'Send the CSRF that LI has handed out (urlAPI.requireCSRF).',
    element: 'CSRF',
    manual: URL_API,
  }),
  PartnerIDError: () => ({
    cause: 'The partner id (PID) is not that of the site, or the site has none.',
    mend: "Send the partner id of the site's settings (partnerID).",
    element: 'PID',
    manual: URL_API,
  }),
  AutoLoginDisabled: () => ({
    cause: 'The site lets no program sign people in.',
    mend: "Switch supportAPI.autoLogin on in the site's settings.",
    manual: URL_API,
  }),
  NoSuchSite: (_facts, { tried: { site }, siteNames }) => {
    const near = site === undefined ? undefined : nearest(site, siteNames);
    return {
      cause: site === undefined ? 'The address names no site.' : `There is no site "${site}".`,
      mend:
        near === undefined
          ? 'Put the name of a site into the address: /<siteName>/…'
          : `Call /${near}/…: that is probably the site that was meant.`,
      ...(near !== undefined && { nearest: near }),
      manual: URL_API,
    };
  },
  NoSuchPage: () => ({
    cause: 'There is no page at this address.',
    mend: 'Compare the address with the manual.',
    manual: URL_API,
  }),
};
