/** What a SetSite request asks for, as a change of settings. */
import { isDeepStrictEqual } from 'node:util';
import { RuleBroken } from '../../refusal.ts';
import type { SettingsChange } from '../../sites/settings/change.ts';
import type { NavigationButton } from '../../sites/settings/navigation.ts';
import { USUAL_DISALLOWED } from '../../sites/settings/passwords.ts';
import type { Site, SiteSettings } from '../../sites/site.ts';
import { languageByName } from '../../time/languages.ts';
import type { Hint } from '../../xml/decoder.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { zoneAsked } from '../types/when.ts';
import type { siteType } from './site-type.ts';
import { shownButtons } from './site-value.ts';
import { telephonyAsked } from './telephony-value.ts';

export type SiteRequest = ValueOf<typeof siteType>;

/**
 * The elements as settings, whoever may change them.
 * @throws RuleBroken when the time zone is invalid
 */
export function settingsAsked(request: SiteRequest, site: Site, hint: Hint): SettingsChange {
  const current = site.settings;
  const { metaData, securityOptions, defaults, supportedServices, siteCommonOptions } = request;
  const { navBarTop, navMyWebEx, navAllServices } = request;
  return {
    ...(metaData && metaDataAsked(metaData, site.siteName)),
    ...(securityOptions && securityAsked(securityOptions, current, hint)),
    pages: { ...(metaData && pagesAsked(metaData)), ucfConfiguration: request.ucf?.ucfConfiguration },
    clientPlatforms: request.clientPlatforms,
    resourceRestrictions: request.resourceRestrictions,
    supportAPI: request.supportAPI,
    myWebExConfig: request.myWebExConfig,
    telephony: {
      ...(request.telephonyConfig && telephonyAsked(request.telephonyConfig)),
      ...(defaults?.teleconference?.telephonySupport && {
        defaultTelephonySupport: defaults.teleconference.telephonySupport,
      }),
    },
    commerceAndReporting: request.commerceAndReporting,
    tools: request.tools,
    custCommunications: request.custCommunications,
    trackingCodes: request.trackingCodes && trackingCodesAsked(request.trackingCodes.trackingCode, current),
    supportedServices: supportedServices && {
      meetingCenter: supportedServices.meetingCenter?.enabled,
      trainingCenter: supportedServices.trainingCenter?.enabled,
      supportCenter: supportedServices.supportCenter?.enabled,
      eventCenter: supportedServices.eventCenter?.enabled,
      salesCenter: supportedServices.salesCenter?.enabled,
    },
    serviceOptions: supportedServices && {
      webACD: supportedServices.supportCenter?.webACD,
      marketingAddOn: supportedServices.eventCenter?.marketingAddOn,
      optimizeAttendeeBandwidthUsage: supportedServices.eventCenter?.optimizeAttendeeBandwidthUsage,
    },
    defaults: defaults && {
      emailReminders: defaults.emailReminders,
      entryExitTone: defaults.entryExitTone,
      voip: defaults.voip,
      joinTeleconfNotPress1: defaults.joinTeleconfNotPress1,
      updateTSPAccount: defaults.updateTSPAccount,
      tollFree: defaults.teleconference?.tollFree,
      intlLocalCallIn: defaults.teleconference?.intlLocalCallIn,
    },
    scheduling: request.scheduleMeetingOptions,
    navBarTop: navBarTop && {
      button: buttonsAsked(navBarTop.button, current),
      displayDisabledService: navBarTop.displayDisabledService,
    },
    navMyWebEx: navMyWebEx && {
      customLinks: navMyWebEx.customLinks?.customLink,
      partnerLinks: navMyWebEx.partnerLinks?.partnerLink,
      partnerIntegration: navMyWebEx.partnerIntegration,
      support: navMyWebEx.support,
      training: navMyWebEx.training,
    },
    navAllServices: navAllServices && {
      customLinks: navAllServices.customLinks?.customLink,
      groupLabel: navAllServices.customLinks?.groupLabel,
      support: navAllServices.support,
      training: navAllServices.training,
      supportMenu: navAllServices.supportMenu,
    },
    meetingPasswordCriteria: request.passwordCriteria && criteriaAsked(request.passwordCriteria),
    recordingPasswordCriteria:
      request.recordingPasswordCriteria && criteriaAsked(request.recordingPasswordCriteria),
    accountPasswordCriteria:
      request.accountPasswordCriteria && accountCriteriaAsked(request.accountPasswordCriteria),
    productivityTools: request.productivityTools,
    meetingPlace: request.meetingPlace,
    eventEnrollment: request.eventCenter?.standardFields && {
      standardFields: enrollmentAsked(request.eventCenter.standardFields),
    },
    salesCenter: request.salesCenter,
    connectIntegration: request.connectIntegration,
    video: request.video,
    ...(siteCommonOptions && {
      collaborationRooms: siteCommonOptions.EnableCloudTelepresence,
      personalRooms: siteCommonOptions.enablePersonalMeetingRoom,
      telepresence: {
        SupportCustomDialRestriction: siteCommonOptions.SupportCustomDialRestriction,
        SupportTelePresence: siteCommonOptions.SupportTelePresence,
        SupportTelePresencePlus: siteCommonOptions.SupportTelePresencePlus,
      },
    }),
  };
}

function metaDataAsked(metaData: NonNullable<SiteRequest['metaData']>, siteName: string): SettingsChange {
  return {
    region: metaData.region,
    currency: metaData.currency,
    // Its own name is always the first.
    brandName:
      metaData.brandName.length > 0 ? metaData.brandName.filter((name) => name !== siteName) : undefined,
    partnerID: metaData.parterID,
    timeZoneID: zoneAsked(metaData.timeZoneID, metaData.timeZone)?.id,
    languageID: languageAsked(metaData.pageLanguage),
    hostLimit: metaData.accountNumLimit,
  };
}

function languageAsked(name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  const language = languageByName(name);
  if (!language) throw new RuleBroken('pageLanguage', 'is not the name of a language');
  return language.id;
}

function pagesAsked(metaData: NonNullable<SiteRequest['metaData']>): SettingsChange['pages'] {
  return {
    isEnterprise: metaData.isEnterprise,
    iCalendar: metaData.iCalendar,
    myWebExDefaultPage: metaData.myWebExDefaultPage,
    displayMeetingActualTime: metaData.displayMeetingActualTime,
    displayOffset: metaData.displayOffset,
    supportWebEx11: metaData.supportWebEx11,
  };
}

function securityAsked(
  options: NonNullable<SiteRequest['securityOptions']>,
  current: SiteSettings,
  hint: Hint,
): SettingsChange {
  const { passwordExpires, passwordLifetime, meetings, ...own } = options;
  const { isEnforceAudioPassword, isEnforceAudioLogin, PMR_ForceLogin, ...security } = own;
  return {
    passwordLifeDays: lifeDaysAsked(passwordExpires, passwordLifetime, current.passwordLifeDays, hint),
    security: { ...security, strictMeetingPasswords: meetings?.strictPasswords },
    audioPasswordBySiteAdmin: isEnforceAudioPassword,
    enforceAudioLogin: isEnforceAudioLogin,
    pmrForceLogin: PMR_ForceLogin,
  };
}

/** Days that a password lives when a request says only that it does (recorded: a site's passwordLifetime). */
const USUAL_LIFE = 90;

/** A life without `passwordExpires` counts only where passwords expire already. */
function lifeDaysAsked(
  expires: boolean | undefined,
  lifetime: number | undefined,
  current: number,
  hint: Hint,
): number | undefined {
  if (expires === false) return 0;
  if (expires) return lifetime || current || USUAL_LIFE;
  if (lifetime !== undefined && current === 0) {
    hint('passwordLifetime without passwordExpires: passwords of this site do not expire');
    return undefined;
  }
  return lifetime || undefined;
}

type Criteria = NonNullable<SiteRequest['passwordCriteria']>;
type AccountCriteria = NonNullable<SiteRequest['accountPasswordCriteria']>;

function criteriaAsked({ disallowList, disallowValue, ...criteria }: Criteria) {
  return { ...criteria, disallowList: wordsAsked(disallowList, disallowValue) };
}

function accountCriteriaAsked(elements: AccountCriteria): SettingsChange['accountPasswordCriteria'] {
  const { disallowList, disallowValue, disallowWebTextAccounts, ...criteria } = elements;
  return {
    ...criteria,
    disallowWebTextDynamically: disallowWebTextAccounts,
    disallowList: wordsAsked(disallowList, disallowValue),
  };
}

/** `disallowList` alone takes the words that real sites have; without it, given words are refused words. */
function wordsAsked(refused: boolean | undefined, words: readonly string[]): readonly string[] | undefined {
  if (refused === false) return [];
  if (words.length > 0) return words;
  return refused ? USUAL_DISALLOWED : undefined;
}

/** Tabs that are as they would be without any are none of the site's own. */
function buttonsAsked(buttons: readonly NavigationButton[], current: SiteSettings) {
  return buttons.length === 0 || isDeepStrictEqual(buttons, shownButtons(current)) ? undefined : buttons;
}

type TrackingCodes = NonNullable<SiteRequest['trackingCodes']>['trackingCode'];

/** A code replaces the one of its index; the others stay. */
function trackingCodesAsked(codes: TrackingCodes, { trackingCodes }: SiteSettings): TrackingCodes {
  const byIndex = new Map([...trackingCodes, ...codes].map((code) => [code.index, code]));
  return [...byIndex.values()].sort((a, b) => a.index - b.index);
}

type StandardFields = NonNullable<NonNullable<SiteRequest['eventCenter']>['standardFields']>;

/** First name, last name and e-mail address are always asked for. */
function enrollmentAsked({ firstName, lastName, emailAddress, ...fields }: StandardFields) {
  return fields;
}
