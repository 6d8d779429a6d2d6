import type { Causes, Mends, Sentences } from '../../../../src/request-log/diagnosis/sentences.ts';

interface Place {
  readonly element?: string | undefined;
  readonly parent?: string | undefined;
}

function named({ element }: Place): string {
  return element === undefined ? 'an element' : `<${element}>`;
}

function placed(place: Place): string {
  return place.parent === undefined ? named(place) : `${named(place)} of <${place.parent}>`;
}

function account(webExID: string | undefined): string {
  return webExID === undefined ? 'the account' : `the account "${webExID}"`;
}

const causes: Sentences<Causes> = {
  noSuchAccount: ({ webExID }) => `The site has no account "${webExID}".`,
  wrongPassword: ({ webExID }) => `The password of ${account(webExID)} is wrong.`,
  wrongSessionTicket: 'The session ticket is unknown, has expired, or was ended.',
  unknownWebExID: 'The site has no account of that webExID.',
  credentialsMissing: ({ element }) => `<securityContext> has no <${element}>: nobody is named who calls.`,
  sessionTicketNotSupported: 'A session ticket does not do for this operation.',
  wrongAccessToken: 'The access token does not prove who is calling.',
  providerRefused: "The site's identity provider did not accept what was sent.",
  assertionRefused: 'The SAML assertion was not accepted.',
  accountLocked: ({ webExID }) => capital(`${account(webExID)} is locked: wrong passwords came too often.`),
  accountInactive: ({ webExID }) => capital(`${account(webExID)} is deactivated.`),
  accountExpired: ({ webExID }) => capital(`${account(webExID)} has expired.`),
  passwordExpired: ({ webExID }) => `The password of ${account(webExID)} has expired.`,
  notAllowed: ({ webExID }) =>
    `${webExID === undefined ? 'Whoever called' : `"${webExID}"`} may not do this.`,
  tooManyCalls: 'More calls came than the site allows in a minute.',
  tooManyGuesses: 'Too many wrong passwords came from this address or for this session.',
  noSuchCommand: 'The page has no command of that name (AT).',
  postRequired: 'A password or a partner id stands in the address, which the site does not take.',
  csrfMissing: 'The call lacks the CSRF token of who is signed in.',
  wrongPartnerID: 'The partner id (PID) is not that of the site, or the site has none.',
  autoLoginOff: 'The site lets no program sign people in.',
  noSiteInAddress: 'The address names no site.',
  noSuchPage: 'There is no page at this address.',
  noSuchSite: ({ site }) =>
    site === undefined ? 'There is no site of that name or number.' : `There is no site "${site}".`,
  siteMissing: 'The message names no site, and neither does the host that it was sent to.',
  sitesDisagree: '<siteName> and <siteID> name two different sites.',
  siteClosed: ({ site }) => (site === undefined ? 'The site is closed.' : `The site "${site}" is closed.`),
  noSuchOperation: ({ operation }) => `There is no operation "${operation}".`,
  operationMissing: ({ rule = 'there is no xsi:type' }) => `The message names no operation: ${rule}.`,
  unreadable: ({ rule }) => `The message cannot be read: ${rule}.`,
  elementMissing: ({ rule, ...place }) =>
    capital(`${placed(place)} is missing${rule === undefined ? '' : ` (${rule})`}.`),
  elementMisplaced: ({ foundIn, ...place }) =>
    capital(`${placed(place)} is missing; the message has it in <${foundIn}>, where it does not belong.`),
  elementMisspelt: ({ found, ...place }) =>
    capital(`${placed(place)} is missing; the message has <${found}>, which nobody knows.`),
  elementUnknown: ({ element, parent }) =>
    capital(
      `${named({ element })} is not an element of ${parent === undefined ? 'the request' : `<${parent}>`}, and the site refuses what is unknown (xmlAPI.strict).`,
    ),
  elementTooOften: ({ rule = 'may be given once', ...place }) =>
    capital(`${placed(place)} stands there too often: it ${rule}.`),
  notInList: (place) => `The value of ${placed(place)} is not one of its list.`,
  noSuchDate: (place) => `The value of ${placed(place)} is no date that exists.`,
  ruleBroken: ({ rule = 'breaks a rule', ...place }) => capital(`${placed(place)} ${rule}.`),
  tooLong: ({ rule = 'is too long', ...place }) => `The value of ${placed(place)} ${rule}.`,
  passwordNotAccepted: ({ rule = 'breaks a rule of the site' }) =>
    `The new password is not accepted: it ${rule}.`,
  fault: 'This is a fault of Parlance, not of the request.',
  refused: ({ reason }) =>
    reason === undefined ? 'It was refused.' : `It was refused: ${reason}${/[.?!]$/.test(reason) ? '' : '.'}`,
};

const mends: Sentences<Mends> = {
  sendAccountOfSite: 'Send the webExID of an account of this site, or make the account first.',
  sendRightPassword:
    'Send the right <password>; an administrator can send a link to a new one. Several wrong ones lock the account for a while.',
  getSessionTicket: 'Get a new one by AuthenticateUser, and take it for at most 5400 seconds.',
  lookUpWebExID: 'Look the webExID up: in the console among the users, or by LstsummaryUser.',
  sendCredentials: 'Send <webExID> with <password> or <sessionTicket>, or <webExAccessToken>.',
  sendPassword: 'Send the <password> of the account.',
  getAccessToken:
    "Get a new token from the site's OpenID provider, and see that issuer and audience are those of the site's settings.",
  lookAtProvider: 'Look at the identity provider: its own log tells why.',
  compareAssertion:
    "Compare it with the site's settings of single sign-on: issuer, audience, certificate and clock.",
  waitOrUnlock: 'Wait until the lock has run out, or unlock the account in the console.',
  activateAccount: 'Activate it again in the console, or by SetUser (active).',
  extendAccount: 'Give the account a later expiration date.',
  setPassword: 'Set a new password.',
  callAsAnother: 'Call as an account that may: the page of the operation says who.',
  callLessOften: "Call less often, or raise the limit in the site's settings (throttling).",
  waitAndSendPassword: 'Wait some minutes, and send the right password.',
  sendCommand: 'Send one of the commands of the page.',
  sendByPost: 'Send the call as a POST with a form (urlAPI.enforcePost).',
  sendCsrf: 'Send the CSRF that LI has handed out (urlAPI.requireCSRF).',
  sendPartnerID: "Send the partner id of the site's settings (partnerID).",
  switchAutoLoginOn: "Switch supportAPI.autoLogin on in the site's settings.",
  putSiteIntoAddress: 'Put the name of a site into the address: /<siteName>/…',
  callAddressOf: ({ site }) => `Call /${site}/…: that is probably the site that was meant.`,
  compareAddress: 'Compare the address with the manual.',
  sendSite: 'Send the name of a site of this installation as <siteName>, or its number as <siteID>.',
  sendThatSite: ({ site }) => `Send <siteName>${site}</siteName>: that is probably the site that was meant.`,
  nameSite: 'Send <siteName> or <siteID> in <securityContext>.',
  sendOneSite: 'Send one of them alone, or both of the same site.',
  reopenSite: 'An owner of the installation opens it again in the console.',
  nameOperation: 'Name one of the operations of the manual in xsi:type.',
  sendThatOperation: ({ operation }) =>
    `Send xsi:type="${operation}": that is probably the operation that was meant.`,
  sendBodyContent: 'Send <serv:message> with <body><bodyContent xsi:type="…"> in it.',
  writeXml: 'Write the message as well-formed XML: every element closed, & and < escaped.',
  leaveDoctypeOut: 'Leave the DOCTYPE out: no entity is needed, and none is taken.',
  sendLess: 'Send less in one message, or several messages.',
  nestLess: 'Nest the elements less deeply.',
  sendFewerElements: 'Send fewer elements in one message.',
  sendFewerAttributes: 'Send fewer attributes.',
  sendUtf8: 'Send UTF-8, and say so in the XML declaration or not at all.',
  sendMessage: 'Send the message as the body of a POST, or as the field XML of a form.',
  sendValue: (place) => `Send ${named(place)} with a value in it.`,
  moveElement: ({ element }) => `Move <${element}> to its place.`,
  moveElementInto: ({ element, into }) => `Move <${element}> into <${into}>.`,
  writeInstead: ({ element, found }) => `Write <${element}> in place of <${found}>.`,
  leaveElementOut: ({ element }) => `Leave <${element}> out.`,
  sendLessOften: (place) => `Send ${named(place)} less often.`,
  sendWordOfList: ({ allowed, rule = 'the words of the manual' }) =>
    `Send one of ${allowed.length > 0 ? allowed.join(', ') : rule}.`,
  sendThatWord: ({ word }) => `Send ${word}: that is probably the word that was meant.`,
  sendDay: 'Send a day of the calendar as MM/DD/YYYY HH:mm:ss, such as 02/28/2027 15:30:00.',
  changeValue: ({ rule = 'breaks a rule', ...place }) => `Change the value of ${named(place)}: it ${rule}.`,
  sendShorter: (place) => `Send a shorter value in ${named(place)}.`,
  keepPasswordRules:
    "Send a password that keeps the site's rules: the console shows them among its settings (passwordCriteria).",
  lookUpFault: 'Look the request id up in the log of the server: it has the whole error.',
  readManual: 'The manual says when this is answered, and what the operation asks for.',
};

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const texts = { causes, mends };
