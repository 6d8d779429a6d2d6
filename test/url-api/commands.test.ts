import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Fields } from '../browser/visitor.ts';
import { forProtocol } from '../support/databases.ts';
import { PASSWORD, sharedSite } from '../support/site.ts';
import { BACK, begin, call, listPortal, meeting, told, visitorAs } from './portal.ts';

/** Every command, every way in which it can end, and the exact query string that the portal gets. */

const KEY = '<key>';

interface Row {
  readonly page: string;
  /** Who is signed in. */
  readonly as?: string;
  /** `<key>` is the key of a new meeting of hostid's, with the password `pass-w0rd`. */
  readonly fields: Fields;
  readonly expected: string | RegExp;
  /** What the meeting is like. */
  readonly given?: 'running' | 'locked' | 'registration' | 'account required' | 'asks to be let in';
  readonly settings?: object;
}

const WHEN = { YE: '2026', MO: '3', DA: '9', HO: '14', MI: '05' };
const SU = { AT: 'SU', PID: 'partner', FN: 'Nora', LN: 'New', PW: 'P@ssword123' };

const ROWS: Readonly<Record<string, Row>> = {
  'no AT': { page: 'm.php', fields: { MK: KEY }, expected: 'AT=&ST=FAIL&RS=UnknownATCommand' },
  'an AT that is none': {
    page: 'm.php',
    fields: { AT: 'QQ' },
    expected: 'AT=QQ&ST=FAIL&RS=UnknownATCommand',
  },
  'an AT of another page': {
    page: 'p.php',
    fields: { AT: 'HM' },
    expected: 'AT=HM&ST=FAIL&RS=UnknownATCommand',
  },
  'LS, which is gone': { page: 'm.php', fields: { AT: 'LS' }, expected: 'AT=LS&ST=FAIL&RS=UnknownATCommand' },
  'AT in lower case': { page: 'p.php', fields: { at: 'lo' }, expected: 'AT=LO&ST=SUCCESS' },

  'LI by password': {
    page: 'p.php',
    fields: { AT: 'LI', WID: 'hostid', PW: PASSWORD, MU: 'GoBack' },
    expected: /^AT=LI&WID=hostid&ST=SUCCESS&CSRF=[0-9a-f-]{36}$/,
  },
  'LI with a wrong password': {
    page: 'p.php',
    fields: { AT: 'LI', WID: 'admin', PW: 'wrong' },
    expected: 'AT=LI&WID=admin&ST=FAIL&RS=BadWebExIDorPassword',
  },
  'LI of nobody': {
    page: 'p.php',
    fields: { AT: 'LI', PW: 'wrong' },
    expected: 'AT=LI&ST=FAIL&RS=BadWebExIDorPassword',
  },
  'LI with a ticket that is none': {
    page: 'p.php',
    fields: { AT: 'LI', WID: 'hostid', TK: 'x' },
    expected: 'AT=LI&WID=hostid&ST=FAIL&RS=InvalidTicket',
  },
  'LI on a living session': {
    page: 'p.php',
    as: 'hostid',
    fields: { AT: 'LI', WID: 'hostid', PW: PASSWORD },
    expected: 'AT=LI&WID=hostid&ST=FAIL&RS=AlreadyLogon',
  },
  'LI where integrations may not': {
    page: 'p.php',
    settings: { supportAPI: { autoLogin: false } },
    fields: { AT: 'LI', WID: 'hostid', PW: PASSWORD },
    expected: 'AT=LI&WID=hostid&ST=FAIL&RS=AutoLoginDisabled',
  },
  'LI with its password in the address, where it must be posted': {
    page: 'p.php',
    settings: { urlAPI: { enforcePost: true } },
    fields: { AT: 'LI', WID: 'hostid', PW: PASSWORD },
    expected: 'AT=LI&WID=hostid&ST=FAIL&RS=PostRequired',
  },
  'LI from elsewhere, where the token is asked for': {
    page: 'p.php',
    settings: { urlAPI: { requireCSRF: true } },
    fields: { AT: 'LI', WID: 'hostid', PW: PASSWORD },
    expected: 'AT=LI&WID=hostid&ST=FAIL&RS=CSRFRequired',
  },
  LO: { page: 'p.php', as: 'hostid', fields: { AT: 'LO' }, expected: 'AT=LO&ST=SUCCESS' },
  'LO of nobody': { page: 'p.php', fields: { AT: 'LO' }, expected: 'AT=LO&ST=SUCCESS' },
  'LO where integrations may not': {
    page: 'p.php',
    settings: { supportAPI: { autoLogin: false } },
    fields: { AT: 'LO' },
    expected: 'AT=LO&ST=FAIL&RS=AutoLoginDisabled',
  },

  SU: {
    page: 'p.php',
    settings: { partnerID: 'partner' },
    fields: { ...SU, WID: 'nora', EM: 'nora@acme.com' },
    expected: 'AT=SU&ST=SUCCESS',
  },
  'SU of somebody who is there, with his password': {
    page: 'p.php',
    settings: { partnerID: 'partner' },
    fields: { ...SU, WID: 'hostid', EM: 'hostid@acme.com' },
    expected: 'AT=SU&ST=SUCCESS',
  },
  'SU under the name of another': {
    page: 'p.php',
    settings: { partnerID: 'partner' },
    fields: { ...SU, WID: 'admin', EM: 'n@acme.com', PW: 'An0ther-one' },
    expected: 'AT=SU&ST=FAIL&RS=WebExIDConflict',
  },
  'SU with the address of another': {
    page: 'p.php',
    settings: { partnerID: 'partner' },
    fields: { ...SU, WID: 'nora2', EM: 'hostid@acme.com' },
    expected: 'AT=SU&ST=FAIL&RS=EmailConflict',
  },
  'SU with another partner id': {
    page: 'p.php',
    settings: { partnerID: 'partner' },
    fields: { ...SU, PID: 'other', WID: 'nora3', EM: 'n3@acme.com' },
    expected: 'AT=SU&ST=FAIL&RS=PartnerIDError',
  },
  'SU on a site without a partner id': {
    page: 'p.php',
    fields: { ...SU, PID: '', WID: 'nora4', EM: 'n4@acme.com' },
    expected: 'AT=SU&ST=FAIL&RS=PartnerIDError',
  },
  'SU without a name': {
    page: 'p.php',
    settings: { partnerID: 'partner' },
    fields: { ...SU, FN: '', WID: 'nora5', EM: 'n5@acme.com' },
    expected: 'AT=SU&ST=FAIL&RS=InvalidDataFormat',
  },
  'SU with an address that is none': {
    page: 'p.php',
    settings: { partnerID: 'partner' },
    fields: { ...SU, WID: 'nora6', EM: 'nobody' },
    expected: 'AT=SU&ST=FAIL&RS=InvalidEmailAddress',
  },
  'SU where integrations may not': {
    page: 'p.php',
    settings: { partnerID: 'partner', supportAPI: { autoLogin: false } },
    fields: { ...SU, WID: 'nora7', EM: 'n7@acme.com' },
    expected: 'AT=SU&ST=FAIL&RS=AutoLoginDisabled',
  },
  'EU by password': {
    page: 'p.php',
    settings: { partnerID: 'partner' },
    fields: { AT: 'EU', PID: 'partner', WID: 'guest', PW: PASSWORD, FN: 'Gustav' },
    expected: 'AT=EU&ST=SUCCESS',
  },
  'EU of nobody': {
    page: 'p.php',
    settings: { partnerID: 'partner' },
    fields: { AT: 'EU', PID: 'partner', FN: 'Gustav' },
    expected: 'AT=EU&ST=FAIL&RS=AccessDenied',
  },
  'EU of another': {
    page: 'p.php',
    as: 'guest',
    settings: { partnerID: 'partner' },
    fields: { AT: 'EU', PID: 'partner', WID: 'hostid', FN: 'H' },
    expected: 'AT=EU&ST=FAIL&RS=AccessDenied',
  },
  'EU with another partner id': {
    page: 'p.php',
    as: 'guest',
    settings: { partnerID: 'partner' },
    fields: { AT: 'EU', PID: 'x', FN: 'H' },
    expected: 'AT=EU&ST=FAIL&RS=PartnerIDError',
  },
  'AC by a host': {
    page: 'p.php',
    as: 'hostid',
    settings: { partnerID: 'partner' },
    fields: { AT: 'AC', PID: 'partner', WID: 'guest' },
    expected: 'AT=AC&ST=FAIL&RS=AccessDenied',
  },
  'AC by an administrator': {
    page: 'p.php',
    as: 'admin',
    settings: { partnerID: 'partner' },
    fields: { AT: 'AC', PID: 'partner', WID: 'guest' },
    expected: 'AT=AC&ST=SUCCESS',
  },
  'IN of nobody known': {
    page: 'p.php',
    as: 'admin',
    settings: { partnerID: 'partner' },
    fields: { AT: 'IN', PID: 'partner', WID: 'nobody' },
    expected: 'AT=IN&ST=FAIL&RS=BadWebExIDorPassword',
  },
  'IN of oneself': {
    page: 'p.php',
    as: 'admin',
    settings: { partnerID: 'partner' },
    fields: { AT: 'IN', PID: 'partner', WID: 'admin' },
    expected: 'AT=IN&ST=FAIL&RS=AccessDenied',
  },

  SM: {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'SM', MN: 'Planned', ...WHEN },
    expected: /^AT=SM&ST=SUCCESS&MK=\d{9}$/,
  },
  'SM with a telephone': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'SM', MN: 'Planned', ...WHEN, TC: '5' },
    expected: /^AT=SM&ST=SUCCESS&TN=4085550100&MK=\d{9}$/,
  },
  'SM of nobody': {
    page: 'm.php',
    fields: { AT: 'SM', MN: 'Planned', ...WHEN },
    expected: 'AT=SM&ST=FAIL&RS=AccessDenied',
  },
  'SM by an attendee-only account': {
    page: 'm.php',
    as: 'guest',
    fields: { AT: 'SM', MN: 'Planned', ...WHEN },
    expected: 'AT=SM&ST=FAIL&RS=AccessDenied',
  },
  'SM without a name': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'SM', ...WHEN },
    expected: 'AT=SM&ST=FAIL&RS=MeetingScheduleFail',
  },
  'SM with a date that is none': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'SM', MN: 'P', ...WHEN, MO: '2', DA: '30' },
    expected: 'AT=SM&ST=FAIL&RS=MeetingScheduleFail',
  },
  'SM without a date, which means now': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'SM', MN: 'P' },
    expected: /^AT=SM&ST=SUCCESS&MK=\d{9}$/,
  },
  'SM with a part of a date': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'SM', MN: 'P', YE: '2026', MO: '3', HO: '14', MI: '05' },
    expected: 'AT=SM&ST=FAIL&RS=MeetingScheduleFail',
  },
  'SM for too long': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'SM', MN: 'P', ...WHEN, DU: '99999' },
    expected: 'AT=SM&ST=FAIL&RS=TheDurationIsExceedTheMaxDuration',
  },
  'SM with a type that the host has not': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'SM', MN: 'P', ...WHEN, MT: '9999' },
    expected: 'AT=SM&ST=FAIL&RS=NoMeetingTypeSupport',
  },
  'SM without a password that must be': {
    page: 'm.php',
    as: 'hostid',
    settings: { security: { allMeetingsPassword: true } },
    fields: { AT: 'SM', MN: 'P', ...WHEN },
    expected: 'AT=SM&ST=FAIL&RS=MeetingScheduleFail',
  },
  'SM without the token that the site asks for': {
    page: 'm.php',
    as: 'hostid',
    settings: { urlAPI: { requireCSRF: true } },
    fields: { AT: 'SM', MN: 'P', ...WHEN },
    expected: 'AT=SM&ST=FAIL&RS=CSRFRequired',
  },
  EM: {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'EM', MK: KEY, MN: 'Renamed' },
    expected: `AT=EM&ST=SUCCESS&MK=${KEY}`,
  },
  'EM of another': {
    page: 'm.php',
    as: 'guest',
    fields: { AT: 'EM', MK: KEY, MN: 'Mine' },
    expected: 'AT=EM&ST=FAIL&RS=InvalidMeetingKey',
  },
  'EM of a running one': {
    page: 'm.php',
    as: 'hostid',
    given: 'running',
    fields: { AT: 'EM', MK: KEY, MN: 'Late' },
    expected: 'AT=EM&ST=FAIL&RS=MeetingInProgress',
  },
  DM: {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'DM', MK: KEY, SM: '0' },
    expected: `AT=DM&ST=SUCCESS&MK=${KEY}`,
  },
  'DM of nobody': { page: 'm.php', fields: { AT: 'DM', MK: KEY }, expected: 'AT=DM&ST=FAIL&RS=AccessDenied' },
  'DM of a running one': {
    page: 'm.php',
    as: 'hostid',
    given: 'running',
    fields: { AT: 'DM', MK: KEY },
    expected: 'AT=DM&ST=FAIL&RS=MeetingInProgress',
  },
  'DM without a key': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'DM' },
    expected: 'AT=DM&ST=FAIL&RS=InvalidDataFormat',
  },
  'DM of a foreign key': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'DM', MK: '100000001' },
    expected: 'AT=DM&ST=FAIL&RS=InvalidMeetingKey',
  },
  LM: { page: 'm.php', as: 'nobody-yet', fields: { AT: 'LM' }, expected: 'AT=LM&ST=SUCCESS&MK=' },
  MD: { page: 'm.php', as: 'hostid', fields: { AT: 'MD', MK: KEY }, expected: `AT=MD&ST=SUCCESS&MK=${KEY}` },
  'MD of nobody': { page: 'm.php', fields: { AT: 'MD', MK: KEY }, expected: 'AT=MD&ST=FAIL&RS=AccessDenied' },
  AA: {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'AA', MK: KEY, EM1: 'a@example.com', FN1: 'Ann', EA2: 'b@example.com' },
    expected: 'AT=AA&ST=SUCCESS',
  },
  'AA of no address': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'AA', MK: KEY, EM: 'ann' },
    expected: 'AT=AA&ST=FAIL&RS=InvalidEmailAddress',
  },
  'AA of nobody': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'AA', MK: KEY },
    expected: 'AT=AA&ST=FAIL&RS=InvalidDataFormat',
  },
  AP: {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'AP', MK: KEY, EM: 'p@example.com', FN: 'Pia' },
    expected: 'AT=AP&ST=SUCCESS',
  },
  'DA of somebody who is not there': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'DA', MK: KEY, EM: 'x@example.com' },
    expected: 'AT=DA&ST=FAIL&RS=InvalidDataFormat',
  },
  'DP by a stranger': {
    page: 'm.php',
    fields: { AT: 'DP', MK: KEY, EM: 'p@example.com' },
    expected: 'AT=DP&ST=FAIL&RS=AccessDenied',
  },

  'HM of nobody': { page: 'm.php', fields: { AT: 'HM', MK: KEY }, expected: 'AT=HM&ST=FAIL&RS=AccessDenied' },
  'HM by somebody else': {
    page: 'm.php',
    as: 'guest',
    fields: { AT: 'HM', MK: KEY },
    expected: 'AT=HM&ST=FAIL&RS=AccessDenied',
  },
  'HM of a foreign key': {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'HM', MK: '100000001' },
    expected: 'AT=HM&ST=FAIL&RS=InvalidMeetingKey',
  },
  'JM before the host': {
    page: 'm.php',
    fields: { AT: 'JM', MK: KEY, AN: 'Ann', AE: 'ann@example.com', PW: 'pass-w0rd' },
    expected: 'AT=JM&ST=FAIL&RS=MeetingNotInProgress',
  },
  'JM with a wrong password': {
    page: 'm.php',
    given: 'running',
    fields: { AT: 'JM', MK: KEY, AN: 'Ann', AE: 'ann@example.com', PW: 'wrong' },
    expected: 'AT=JM&ST=FAIL&RS=InvalidMeetingKeyOrPassword',
  },
  'JM of a key that is none': {
    page: 'm.php',
    fields: { AT: 'JM', MK: 'abc' },
    expected: 'AT=JM&ST=FAIL&RS=InvalidDataFormat',
  },
  'JM of a foreign key': {
    page: 'm.php',
    fields: { AT: 'JM', MK: '100000001' },
    expected: 'AT=JM&ST=FAIL&RS=InvalidMeetingKey',
  },
  'JM when it is locked': {
    page: 'm.php',
    given: 'locked',
    fields: { AT: 'JM', MK: KEY, AN: 'Ann', AE: 'ann@example.com', PW: 'pass-w0rd' },
    expected: 'AT=JM&ST=FAIL&RS=MeetingLocked',
  },
  'JM with an address that is none': {
    page: 'm.php',
    given: 'running',
    fields: { AT: 'JM', MK: KEY, AN: 'Ann', AE: 'ann', PW: 'pass-w0rd' },
    expected: 'AT=JM&ST=FAIL&RS=InvalidEmailAddress',
  },
  'JM where an account is needed': {
    page: 'm.php',
    given: 'account required',
    fields: { AT: 'JM', MK: KEY, AN: 'Ann', AE: 'ann@example.com', PW: 'pass-w0rd' },
    expected: 'AT=JM&ST=FAIL&RS=LoginRequired',
  },
  'JM where the site is closed to strangers': {
    page: 'm.php',
    settings: { security: { requireLoginBeforeSiteAccess: true } },
    fields: { AT: 'JM', MK: KEY, AN: 'Ann', AE: 'ann@example.com', PW: 'pass-w0rd' },
    expected: 'AT=JM&ST=FAIL&RS=AccessDenied',
  },
  'JM without a registration': {
    page: 'm.php',
    given: 'registration',
    fields: { AT: 'JM', MK: KEY, AN: 'Ann', AE: 'ann@example.com', PW: 'pass-w0rd' },
    expected: 'AT=JM&ST=FAIL&RS=RegistrationIDIsRequired',
  },
  'JM with another registration': {
    page: 'm.php',
    given: 'registration',
    fields: { AT: 'JM', MK: KEY, AN: 'Ann', AE: 'ann@example.com', PW: 'pass-w0rd', RID: '1' },
    expected: 'AT=JM&ST=FAIL&RS=InvalidRegistrationID',
  },
  'JE of a key that is none': {
    page: 'm.php',
    fields: { AT: 'JE', MK: '' },
    expected: 'AT=JE&ST=FAIL&RS=InvalidDataFormat',
  },
  'GF of a key that is none': {
    page: 'm.php',
    fields: { AT: 'GF', MK: 'x' },
    expected: 'AT=GF&ST=FAIL&RS=InvalidDataFormat',
  },
  'GF where there is no registration': {
    page: 'm.php',
    fields: { AT: 'GF', MK: KEY },
    expected: 'AT=GF&ST=FAIL&RS=RegistrationClosed',
  },
  RM: {
    page: 'm.php',
    given: 'registration',
    fields: { AT: 'RM', MK: KEY, FN: 'Rita', LN: 'R', EM: 'rita@example.com' },
    expected: 'AT=RM&ST=SUCCESS',
  },
  'RM without an address': {
    page: 'm.php',
    given: 'registration',
    fields: { AT: 'RM', MK: KEY, FN: 'Rita' },
    expected: 'AT=RM&ST=FAIL&RS=InvalidEmailAddress',
  },
  'RM of a key that is none': {
    page: 'm.php',
    fields: { AT: 'RM', MK: '-' },
    expected: 'AT=RM&ST=FAIL&RS=InvalidDataFormat',
  },
  'EN where there is no registration': {
    page: 'm.php',
    fields: { AT: 'EN', MK: KEY, FN: 'Rita', EM: 'rita@example.com' },
    expected: 'AT=EN&ST=FAIL&RS=RegistrationClosed',
  },
  CR: {
    page: 'm.php',
    as: 'hostid',
    fields: { AT: 'CR', MK: KEY, AA: '1' },
    expected: `AT=CR&ST=SUCCESS&MK=${KEY}`,
  },
  'CR without a key': { page: 'm.php', fields: { AT: 'CR' }, expected: 'AT=CR&ST=FAIL&RS=InvalidDataFormat' },
  'CR of nobody': { page: 'm.php', fields: { AT: 'CR', MK: KEY }, expected: 'AT=CR&ST=FAIL&RS=AccessDenied' },

  ST: { page: 'o.php', fields: { AT: 'ST', SP: 'TC' }, expected: 'AT=ST&ST=SUCCESS' },
  'ST of a service that is none': {
    page: 'o.php',
    fields: { AT: 'ST', SP: 'XX' },
    expected: 'AT=ST&ST=FAIL&RS=NoMeetingTypeSupport',
  },
  'ST of a service that the site has not': {
    page: 'o.php',
    settings: { supportedServices: { trainingCenter: false } },
    fields: { AT: 'ST', SP: 'TC' },
    expected: 'AT=ST&ST=FAIL&RS=NoMeetingTypeSupport',
  },

  SO: {
    page: 'w.php',
    as: 'hostid',
    fields: { AT: 'SO', PW: 'one-click', TP: 'At once', SP: '3' },
    expected: 'AT=SO&ST=SUCCESS',
  },
  'SO by an attendee-only account': {
    page: 'w.php',
    as: 'guest',
    fields: { AT: 'SO', PW: 'x' },
    expected: 'AT=SO&ST=FAIL&RS=AccessDenied',
  },
  'CO of nobody': { page: 'w.php', fields: { AT: 'CO' }, expected: 'AT=CO&ST=FAIL&RS=AccessDenied' },
  KM: {
    page: 'w.php',
    as: 'hostid',
    given: 'running',
    fields: { AT: 'KM', MK: KEY },
    expected: 'AT=KM&ST=SUCCESS',
  },
  'KM of one that does not run': {
    page: 'w.php',
    as: 'hostid',
    fields: { AT: 'KM', MK: KEY },
    expected: 'AT=KM&ST=FAIL&RS=MeetingNotInProgress',
  },
  'KM by somebody else': {
    page: 'w.php',
    as: 'guest',
    given: 'running',
    fields: { AT: 'KM', MK: KEY },
    expected: 'AT=KM&ST=FAIL&RS=AccessDenied',
  },
  'JO before the host': {
    page: 'w.php',
    fields: { AT: 'JO', MK: KEY, AN: 'Ann', AE: 'ann@example.com', PW: 'pass-w0rd' },
    expected: 'AT=JO&ST=FAIL&RS=MeetingNotInProgress',
  },

  'SI before the host': {
    page: 'e.php',
    fields: { AT: 'SI', MK: KEY, AN: 'Ann', AE: 'ann@example.com', PW: 'pass-w0rd' },
    expected: 'AT=JM&ST=FAIL&RS=MeetingNotInProgress',
  },
  'SI of a foreign key': {
    page: 'e.php',
    fields: { AT: 'SI', MK: '100000001' },
    expected: 'AT=JM&ST=FAIL&RS=InvalidMeetingKey',
  },
  'a link whose token is none': {
    page: 'e.php',
    fields: { MTID: 'm00000000000000000000000000000000' },
    expected: 'AT=JM&ST=FAIL&RS=InvalidMeetingKey',
  },
  'MI of no event': {
    page: 'e.php',
    fields: { AT: 'MI', EventID: '1' },
    expected: 'AT=MI&ST=FAIL&RS=InvalidMeetingKey',
  },
};

const OPTIONS: Readonly<Record<string, string>> = {
  registration: '<attendeeOptions><registration>true</registration></attendeeOptions>',
  'account required': '<attendeeOptions><joinRequiresAccount>true</joinRequiresAccount></attendeeOptions>',
};

forProtocol('The URL API tells the portal', (open) => {
  const shared = sharedSite(open);
  before(async () => {
    await listPortal(shared());
    await shared().person({ webExId: 'nobody-yet', email: 'nobody-yet@acme.com' });
  });

  for (const [name, { page, as, fields, expected, given, settings }] of Object.entries(ROWS)) {
    test(name, async (t) => {
      const site = shared();
      const { sites } = site.context;
      const { key } = await meeting(site, 'hostid', OPTIONS[given ?? ''] ?? '');
      if (given === 'running' || given === 'locked') await begin(site, key);
      if (given === 'locked') await site.context.live.lock(await sites.required('acme'), Number(key), true);
      const visitor = await visitorAs(site, as);
      const { settings: before } = await sites.required('acme');
      if (settings) await sites.change('acme', { settings });
      t.after(async () => {
        if (settings) await sites.change('acme', { settings: before });
      });
      // A new policy ends the sessions of before: whoever is signed in does that under the new one.
      const caller = settings && as ? await visitorAs(site, as) : visitor;
      const sent = Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [field, value.replace(KEY, key)]),
      );
      const visit = await call(caller, page, sent);
      if (expected instanceof RegExp) assert.match(told(visit), expected);
      else assert.equal(told(visit), expected.replace(KEY, key));
    });
  }

  test('AT=HM and AT=JM when their rooms are left', async () => {
    const site = shared();
    const { key, password } = await meeting(site);
    const host = await visitorAs(site, 'hostid');
    const hosting = await call(host, 'm.php', { AT: 'HM', MK: key });
    assert.equal(hosting.target?.pathname, '/acme/room.php');
    const guest = await visitorAs(site);
    const person = { AN: 'Ann', AE: 'ann@example.com', PW: password };
    const joining = await call(guest, 'm.php', { AT: 'JM', MK: key, ...person });
    assert.equal(joining.target?.pathname, '/acme/room.php');
    assert.equal(
      told(await guest.post('/acme/room.php', { MK: key, AT: 'JM', BU: BACK, DO: 'LEAVE' })),
      'AT=JM&ST=SUCCESS',
    );
    assert.equal(
      told(await host.post('/acme/room.php', { MK: key, AT: 'HM', BU: BACK, DO: 'END' })),
      'AT=HM&ST=SUCCESS',
    );
  });

  test('AT=SM with the token that the site asks for', async (t) => {
    const site = shared();
    const { sites, tickets } = site.context;
    const { settings } = await sites.required('acme');
    await sites.change('acme', { settings: { urlAPI: { requireCSRF: true } } });
    t.after(() => sites.change('acme', { settings }));
    const host = await visitorAs(site, 'hostid');
    const session = await tickets.browserSession(host.cookie ?? '', await sites.required('acme'));
    const fields = { AT: 'SM', MN: 'Planned', ...WHEN, CSRF: session?.csrf ?? '' };
    assert.match(told(await call(host, 'm.php', fields)), /^AT=SM&ST=SUCCESS&MK=\d{9}$/);
  });

  test('nothing that the log does not have too, under the number of the request, and without a secret', async () => {
    const site = shared();
    const guess = { AT: 'LI', WID: 'guest', PW: 'not-his-P@ssword' };
    const visit = await call(await visitorAs(site), 'p.php', guess);
    const id = String(visit.headers['x-request-id']);
    const line = site.log.find((written) => written.includes(`"${id}"`)) ?? '{}';
    const { page, command, reason, site: siteName } = JSON.parse(line);
    assert.deepEqual([siteName, page, command, reason], ['acme', 'p.php', 'LI', 'BadWebExIDorPassword']);
    assert.doesNotMatch(site.log.join(''), /not-his-P@ssword/);
    const shown = await (await visitorAs(site)).get('/acme/m.php', { AT: 'JM', MK: '100000001' });
    assert.ok(shown.text.includes(String(shown.headers['x-request-id'])), 'the page tells its number');
  });

  test('of a date that lacks a part, and of an invalid one; the log says what was wrong', async () => {
    const site = shared();
    const host = await visitorAs(site, 'hostid');
    const logged = async (fields: Fields) => {
      const { headers } = await call(host, 'm.php', { AT: 'SM', MN: 'P', ...fields });
      const id = String(headers['x-request-id']);
      return JSON.parse(site.log.find((written) => written.includes(`"${id}"`)) ?? '{}').detail;
    };
    assert.equal(await logged({ YE: '2026', MO: '3', HO: '14', MI: '05' }), 'the date lacks DA');
    assert.equal(await logged({ ...WHEN, MO: '2', DA: '30' }), 'startDate: is an invalid date');
  });

  test('by a redirect with the page under it, where the site has it so', async (t) => {
    const { sites } = shared().context;
    const { settings } = await sites.required('acme');
    await sites.change('acme', { settings: { urlAPI: { resultsBy: 'redirect' } } });
    t.after(() => sites.change('acme', { settings }));
    const { status, headers, scripted } = await call(await visitorAs(shared()), 'p.php', { AT: 'LO' });
    assert.equal(status, 302);
    assert.equal(headers.location, scripted);
    assert.equal(scripted, `${BACK}&AT=LO&ST=SUCCESS`);
  });

  test('by a page without a redirect, in both forms and with what it says escaped', async () => {
    const { status, text, headers } = await call(await visitorAs(shared()), 'p.php', { AT: 'LO' });
    assert.equal(status, 200);
    assert.equal(headers.location, undefined);
    const escaped = /location\.href="(.+?)"/.exec(text)?.[1] ?? '';
    assert.ok(text.split('\n').includes(`var url = "${escaped}";`), text);
    assert.match(escaped, /\\x26AT\\x3dLO\\x26ST\\x3dSUCCESS$/);
  });

  test('the open meetings in the body, a semicolon behind each key', async () => {
    const site = shared();
    const owner = await site.person();
    const { key } = await meeting(site, owner.webExID);
    const host = await begin(site, key, owner.webExID);
    const open = await host.get('/acme/m.php', { AT: 'OM', servicename: 'MC' });
    const list = (keys: string) =>
      `<ListOpenMeetings><Status>SUCCESS</Status><MeetingKeys>${keys}</MeetingKeys></ListOpenMeetings>`;
    assert.equal(open.text.trim(), list(`${key};`));
    assert.match(String(open.headers['content-type']), /^text\/html/);
    assert.equal((await host.get('/acme/m.php', { AT: 'OM', servicename: 'TC' })).text.trim(), list(''));
    const nobody = await (await visitorAs(site)).get('/acme/m.php', { AT: 'OM' });
    assert.equal(
      nobody.text.trim(),
      '<ListOpenMeetings><Status>FAIL</Status><Reason>AccessDenied</Reason></ListOpenMeetings>',
    );
  });
});
