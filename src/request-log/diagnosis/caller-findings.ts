/** Refusals of whoever calls: not proven, not allowed, too often. */
import { nearest } from '../../xml/nearest.ts';
import type { RefusalFindingOf } from './diagnosis.ts';

const CREDENTIALS = 'docs/reference/types.md';
const SINGLE_SIGN_ON = 'docs/single-sign-on.md';
const URL_API = 'docs/url-api.md';

/** The caller is told the same of both; whoever looks after the site may know. */
const wrongPassword: RefusalFindingOf = (_facts, { tried: { webExID }, hasAccount }) => {
  if (hasAccount === false && webExID !== undefined) {
    return {
      cause: { say: 'noSuchAccount', webExID },
      mend: { say: 'sendAccountOfSite' },
      element: 'securityContext/webExID',
    };
  }
  return {
    cause: { say: 'wrongPassword', webExID },
    mend: { say: 'sendRightPassword' },
    element: 'securityContext/password',
  };
};

export const CALLER_FINDINGS: Readonly<Record<string, RefusalFindingOf>> = {
  WrongCredentials: wrongPassword,
  AccountNotFound: (facts, around) =>
    around.tried.webExID !== undefined && around.hasAccount === false
      ? wrongPassword(facts, around)
      : {
          cause: { say: 'unknownWebExID' },
          mend: { say: 'lookUpWebExID' },
          manual: 'docs/reference/operations/user.LstsummaryUser.md',
        },
  CredentialsMissing: ({ element = 'webExID' }) => ({
    cause: { say: 'credentialsMissing', element },
    mend: { say: 'sendCredentials' },
    element: `securityContext/${element}`,
    manual: CREDENTIALS,
  }),
  SessionTicketInvalid: () => ({
    cause: { say: 'wrongSessionTicket' },
    mend: { say: 'getSessionTicket' },
    element: 'securityContext/sessionTicket',
    manual: 'docs/reference/operations/user.AuthenticateUser.md',
  }),
  SessionTicketNotSupported: () => ({
    cause: { say: 'sessionTicketNotSupported' },
    mend: { say: 'sendPassword' },
    element: 'securityContext/sessionTicket',
  }),
  AccessTokenInvalid: () => ({
    cause: { say: 'wrongAccessToken' },
    mend: { say: 'getAccessToken' },
    element: 'securityContext/webExAccessToken',
    manual: SINGLE_SIGN_ON,
  }),
  AuthenticationServerRefused: () => ({
    cause: { say: 'providerRefused' },
    mend: { say: 'lookAtProvider' },
    manual: SINGLE_SIGN_ON,
  }),
  SsoRefused: () => ({
    cause: { say: 'assertionRefused' },
    mend: { say: 'compareAssertion' },
    manual: SINGLE_SIGN_ON,
  }),
  AccountLocked: (_facts, { tried: { webExID } }) => ({
    cause: { say: 'accountLocked', webExID },
    mend: { say: 'waitOrUnlock' },
    element: 'securityContext/webExID',
  }),
  AccountInactive: (_facts, { tried: { webExID } }) => ({
    cause: { say: 'accountInactive', webExID },
    mend: { say: 'activateAccount' },
    element: 'securityContext/webExID',
  }),
  AccountExpired: (_facts, { tried: { webExID } }) => ({
    cause: { say: 'accountExpired', webExID },
    mend: { say: 'extendAccount' },
    element: 'securityContext/webExID',
  }),
  PasswordExpired: (_facts, { tried: { webExID } }) => ({
    cause: { say: 'passwordExpired', webExID },
    mend: { say: 'setPassword' },
    element: 'securityContext/password',
  }),
  AccessDenied: (_facts, { tried: { webExID } }) => ({
    cause: { say: 'notAllowed', webExID },
    mend: { say: 'callAsAnother' },
  }),
  RateLimitReached: () => ({ cause: { say: 'tooManyCalls' }, mend: { say: 'callLessOften' } }),
  TooManyGuesses: () => ({ cause: { say: 'tooManyGuesses' }, mend: { say: 'waitAndSendPassword' } }),
  UnknownATCommand: () => ({
    cause: { say: 'noSuchCommand' },
    mend: { say: 'sendCommand' },
    element: 'AT',
    manual: URL_API,
  }),
  BadWebExIDorPassword: wrongPassword,
  PostRequired: () => ({
    cause: { say: 'postRequired' },
    mend: { say: 'sendByPost' },
    manual: URL_API,
  }),
  CSRFRequired: () => ({
    cause: { say: 'csrfMissing' },
    mend: { say: 'sendCsrf' },
    element: 'CSRF',
    manual: URL_API,
  }),
  PartnerIDError: () => ({
    cause: { say: 'wrongPartnerID' },
    mend: { say: 'sendPartnerID' },
    element: 'PID',
    manual: URL_API,
  }),
  AutoLoginDisabled: () => ({
    cause: { say: 'autoLoginOff' },
    mend: { say: 'switchAutoLoginOn' },
    manual: URL_API,
  }),
  NoSuchSite: (_facts, { tried: { site }, siteNames }) => {
    const near = site === undefined ? undefined : nearest(site, siteNames);
    return {
      cause: site === undefined ? { say: 'noSiteInAddress' } : { say: 'noSuchSite', site },
      mend: near === undefined ? { say: 'putSiteIntoAddress' } : { say: 'callAddressOf', site: near },
      ...(near !== undefined && { nearest: near }),
      manual: URL_API,
    };
  },
  NoSuchPage: () => ({
    cause: { say: 'noSuchPage' },
    mend: { say: 'compareAddress' },
    manual: URL_API,
  }),
};
