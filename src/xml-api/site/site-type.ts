/** `site:siteType`: a site with all its switches, in the order recorded in 2016. */
import { CURRENCIES, MY_WEBEX_PAGES, REGIONS } from '../../sites/settings/general.ts';
import { SITE_SETTINGS } from '../../sites/settings/index.ts';
import { LINK_TARGETS } from '../../sites/settings/navigation.ts';
import { ENTRY_EXIT_TONES } from '../../sites/settings/scheduling.ts';
import { TELEPHONY_KINDS } from '../../sites/settings/telephony.ts';
import { TRACKING_USES } from '../../sites/settings/tracking.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  group,
  integer,
  long,
  many,
  optional,
  text,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { enrollmentFieldType, standardFieldsType } from '../types/enrollment.ts';
import { ns1 } from '../types/namespaces.ts';
import { elements } from './elements.ts';
import { telephonyConfigType } from './telephony-type.ts';

const pages = elements(SITE_SETTINGS.pages);
const { enableSSO, autoAccountCreation } = SITE_SETTINGS.samlSSO;

const metaDataType = complex(ns1, 'metaDataType', {
  isEnterprise: pages.isEnterprise,
  /** With a blank, `Meeting Center`: here alone (recorded). */
  serviceType: many(text(), { max: 10 }),
  meetingTypes: many(
    group({
      meetingTypeID: optional(long()),
      meetingTypeName: optional(text()),
      hideInScheduler: optional(bool()),
    }),
  ),
  siteName: optional(text()),
  brandName: many(text({ max: 128 }), { max: 50 }),
  region: optional(enumeration(ns1, 'regionType', REGIONS)),
  currency: optional(enumeration(ns1, 'currencyType', CURRENCIES)),
  timeZoneID: optional(long()),
  timeZone: optional(text()),
  /** So spelled (recorded). */
  parterID: optional(text()),
  webDomain: optional(text()),
  meetingDomain: optional(text()),
  telephonyDomain: optional(text()),
  pageVersion: optional(text()),
  clientVersion: optional(text()),
  pageLanguage: optional(text()),
  activateStatus: optional(bool()),
  webPageType: optional(text()),
  iCalendar: pages.iCalendar,
  myWebExDefaultPage: optional(enumeration(ns1, 'myWebExPageType', MY_WEBEX_PAGES)),
  componentVersion: optional(text()),
  accountNumLimit: optional(long()),
  activeUserCount: optional(long()),
  auoAccountNumLimit: optional(long()),
  auoActiveUserCount: optional(long()),
  displayMeetingActualTime: pages.displayMeetingActualTime,
  displayOffset: pages.displayOffset,
  supportWebEx11: pages.supportWebEx11,
});

const codeDisplayType = enumeration(ns1, 'codeDisplayType', TRACKING_USES);

const trackingCodeType = complex(ns1, 'trackingCodeType', {
  index: integer({ min: 1, max: 10 }),
  name: text({ max: 128 }),
  inputMode: text({ max: 128 }),
  hostProfile: codeDisplayType,
  schedulingPage: many(
    complex(ns1, 'codeSchedulingType', { service: text({ max: 64 }), scheduling: codeDisplayType }),
    { max: 10 },
  ),
  listValue: many(
    complex(ns1, 'codeListType', { index: integer(), value: text({ max: 128 }), active: bool() }),
    { max: 500 },
  ),
});

const supportedService = {
  enabled: optional(bool()),
  pageVersion: optional(text()),
  clientVersion: optional(text()),
};
const supportedServiceType = complex(ns1, 'supportedServiceType', supportedService);
const serviceOptions = elements(SITE_SETTINGS.serviceOptions);

const supportedServicesType = complex(ns1, 'supportedServicesType', {
  meetingCenter: optional(supportedServiceType),
  trainingCenter: optional(supportedServiceType),
  supportCenter: optional(group({ ...supportedService, webACD: serviceOptions.webACD })),
  eventCenter: optional(
    group({
      ...supportedService,
      marketingAddOn: serviceOptions.marketingAddOn,
      optimizeAttendeeBandwidthUsage: serviceOptions.optimizeAttendeeBandwidthUsage,
    }),
  ),
  salesCenter: optional(supportedServiceType),
});

const security = elements(SITE_SETTINGS.security);

const securityOptionsType = complex(ns1, 'securityOptionsType', {
  passwordExpires: optional(bool()),
  passwordLifetime: optional(integer({ min: 0, max: 3650 })),
  allMeetingsUnlisted: security.allMeetingsUnlisted,
  allMeetingsPassword: security.allMeetingsPassword,
  joinBeforeHost: security.joinBeforeHost,
  audioBeforeHost: security.audioBeforeHost,
  changePersonalURL: security.changePersonalURL,
  changeUserName: security.changeUserName,
  meetings: optional(group({ strictPasswords: security.strictMeetingPasswords })),
  strictUserPassword: security.strictUserPassword,
  accountNotify: security.accountNotify,
  requireLoginBeforeSiteAccess: security.requireLoginBeforeSiteAccess,
  changePWDWhenAutoLogin: security.changePWDWhenAutoLogin,
  enforceBaseline: security.enforceBaseline,
  passwordChangeIntervalOpt: security.passwordChangeIntervalOpt,
  passwordChangeInterval: security.passwordChangeInterval,
  firstAttendeeAsPresenter: security.firstAttendeeAsPresenter,
  isEnableUUIDLink: security.isEnableUUIDLink,
  isEnableUUIDLinkForSAC: security.isEnableUUIDLinkForSAC,
  enforceRecordingPwdForMC: security.enforceRecordingPwdForMC,
  enforceRecordingPwdForEC: security.enforceRecordingPwdForEC,
  enforceRecordingPwdForTC: security.enforceRecordingPwdForTC,
  enforceRecordingPwdForMisc: security.enforceRecordingPwdForMisc,
  // The switches of release 9.0.0, under its own names; where the original keeps them is not known.
  isEnforceAudioPassword: optional(bool()),
  isEnforceAudioLogin: optional(bool()),
  PMR_ForceLogin: optional(bool()),
});

const defaults = elements(SITE_SETTINGS.defaults);

const defaultsType = complex(ns1, 'defaultsType', {
  emailReminders: defaults.emailReminders,
  entryExitTone: optional(enumeration(ns1, 'entryExitToneType', ENTRY_EXIT_TONES)),
  voip: defaults.voip,
  teleconference: optional(
    complex(ns1, 'teleconferenceType', {
      telephonySupport: optional(enumeration(ns1, 'telephonySupportType', TELEPHONY_KINDS)),
      tollFree: defaults.tollFree,
      intlLocalCallIn: defaults.intlLocalCallIn,
    }),
  ),
  joinTeleconfNotPress1: defaults.joinTeleconfNotPress1,
  updateTSPAccount: defaults.updateTSPAccount,
});

const windowTargetType = enumeration(ns1, 'windowTargetType', LINK_TARGETS);

const linkType = complex(ns1, 'linkType', {
  name: optional(text({ max: 256 })),
  url: optional(text({ max: 2048 })),
  target: optional(windowTargetType),
  iconURL: optional(text({ max: 2048 })),
});

const urlType = complex(ns1, 'urlType', {
  url: optional(text({ max: 2048 })),
  target: optional(windowTargetType),
});
const links = { customLink: many(linkType, { max: 50 }) };

const topBarType = complex(ns1, 'topBarType', {
  button: many(
    complex(ns1, 'navigationBarType', {
      order: integer(),
      enabled: optional(bool()),
      serviceName: text({ max: 128 }),
      customizedName: optional(text({ max: 128 })),
    }),
    { max: 50 },
  ),
  displayDisabledService: optional(bool()),
});

const myWebExBarType = complex(ns1, 'myWebExBarType', {
  customLinks: optional(complex(ns1, 'customLinkType', links)),
  partnerLinks: optional(complex(ns1, 'partnerLinkType', { partnerLink: many(linkType, { max: 50 }) })),
  partnerIntegration: optional(bool()),
  support: optional(urlType),
  training: optional(urlType),
});

const allServiceBarType = complex(ns1, 'allServiceBarType', {
  customLinks: optional(group({ ...links, groupLabel: optional(text({ max: 256 })) })),
  support: optional(linkType),
  training: optional(linkType),
  supportMenu: optional(
    complex(ns1, 'menuType', {
      userGuides: optional(urlType),
      downloads: optional(urlType),
      training: optional(urlType),
      contactUs: optional(urlType),
      supportMyResources: optional(bool()),
    }),
  ),
});

const atMost60 = optional(integer({ min: 0, max: 60 }));
/** Whether the words are refused, and the words. */
const disallowed = { disallowList: optional(bool()), disallowValue: many(text({ max: 60 }), { max: 200 }) };

const passwordCriteriaType = complex(ns1, 'passwordCriteriaType', {
  mixedCase: optional(bool()),
  minLength: atMost60,
  minAlpha: atMost60,
  minNumeric: atMost60,
  minSpecial: atMost60,
  disallowWebTextSessions: optional(bool()),
  disallowWebTextAccounts: optional(bool()),
  ...disallowed,
});

const accountPasswordCriteriaType = complex(ns1, 'accountPasswordCriteriaType', {
  mixedCase: optional(bool()),
  minLength: atMost60,
  minNumeric: atMost60,
  minAlpha: atMost60,
  minSpecial: atMost60,
  disallow3XRepeatedChar: optional(bool()),
  disallowWebTextAccounts: optional(bool()),
  ...disallowed,
});

const siteStandardFieldsType = extension(ns1, 'siteStandardFieldsType', standardFieldsType, {
  firstName: optional(enrollmentFieldType),
  lastName: optional(enrollmentFieldType),
  emailAddress: optional(enrollmentFieldType),
});

const telepresence = elements(SITE_SETTINGS.telepresence);

export const siteType = extension(ns1, 'siteType', bodyContentType, {
  metaData: optional(metaDataType),
  ucf: optional(complex(ns1, 'ucfType', { ucfConfiguration: pages.ucfConfiguration })),
  clientPlatforms: optional(complex(ns1, 'clientPlatformsType', elements(SITE_SETTINGS.clientPlatforms))),
  resourceRestrictions: optional(
    complex(ns1, 'resourceRestrictionsType', elements(SITE_SETTINGS.resourceRestrictions)),
  ),
  supportAPI: optional(complex(ns1, 'supportAPIType', elements(SITE_SETTINGS.supportAPI))),
  myWebExConfig: optional(complex(ns1, 'myWebExConfigType', elements(SITE_SETTINGS.myWebExConfig))),
  telephonyConfig: optional(telephonyConfigType),
  commerceAndReporting: optional(
    complex(ns1, 'commerceAndReportingType', elements(SITE_SETTINGS.commerceAndReporting)),
  ),
  tools: optional(complex(ns1, 'toolsType', elements(SITE_SETTINGS.tools))),
  custCommunications: optional(
    complex(ns1, 'custCommunicationsType', elements(SITE_SETTINGS.custCommunications)),
  ),
  trackingCodes: optional(group({ trackingCode: many(trackingCodeType, { max: 10 }) })),
  supportedServices: optional(supportedServicesType),
  securityOptions: optional(securityOptionsType),
  defaults: optional(defaultsType),
  scheduleMeetingOptions: optional(
    complex(ns1, 'scheduleOptionsType', {
      scheduleOnBehalf: optional(bool()),
      saveSessionTemplate: optional(bool()),
    }),
  ),
  navBarTop: optional(topBarType),
  navMyWebEx: optional(myWebExBarType),
  navAllServices: optional(allServiceBarType),
  passwordCriteria: optional(passwordCriteriaType),
  /** Recorded in 2016, without `disallowWebTextAccounts`. */
  recordingPasswordCriteria: optional(passwordCriteriaType),
  accountPasswordCriteria: optional(accountPasswordCriteriaType),
  productivityTools: optional(
    complex(ns1, 'productivityToolType', elements(SITE_SETTINGS.productivityTools)),
  ),
  meetingPlace: optional(complex(ns1, 'meetingPlaceType', elements(SITE_SETTINGS.meetingPlace))),
  eventCenter: optional(
    complex(ns1, 'eventCenterType', { standardFields: optional(siteStandardFieldsType) }),
  ),
  salesCenter: optional(complex(ns1, 'SalesCenterType', elements(SITE_SETTINGS.salesCenter))),
  connectIntegration: optional(
    complex(ns1, 'connectIntegrationType', elements(SITE_SETTINGS.connectIntegration)),
  ),
  video: optional(complex(ns1, 'videoType', elements(SITE_SETTINGS.video))),
  siteCommonOptions: optional(
    complex(ns1, 'siteCommonOptionsType', {
      ...telepresence,
      EnableCloudTelepresence: optional(bool()),
      enablePersonalMeetingRoom: optional(bool()),
    }),
  ),
  samlSSO: optional(complex(ns1, 'samlSSOType', elements({ enableSSO, autoAccountCreation }))),
});
