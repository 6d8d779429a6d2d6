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
export function settingsAsked(asked: SiteRequest, site: Site, hint: Hint): SettingsChange {
  const current = site.settings;
  const { metaData, securityOptions, defaults, supportedServices, siteCommonOptions } = asked;
  const { navBarTop, navMyWebEx, navAllServices } = asked;
  return {
    ...(metaData && metaDataAsked(metaData, site.siteName)),
    ...(securityOptions && securityAsked(securityOptions, current, hint)),
    pages: { ...(metaData && pagesAsked(metaData)), ucfConfiguration: asked.ucf?.ucfConfiguration },
    clientPlatforms: asked.clientPlatforms,
    resourceRestrictions: asked.resourceRestrictions,
    supportAPI: asked.supportAPI,
    myWebExConfig: asked.myWebExConfig,
    telephony: {
      ...(asked.telephonyConfig && telephonyAsked(asked.telephonyConfig)),
      ...(defaults?.teleconference?.telephonySupport && {
        defaultTelephonySupport: defaults.teleconference.telephonySupport,
      }),
    },
    commerceAndReporting: asked.commerceAndReporting,
    tools: asked.tools,
    custCommunications: asked.custCommunications,
    trackingCodes: asked.trackingCodes && trackingCodesAsked(asked.trackingCodes.trackingCode, current),
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
    scheduling: asked.scheduleMeetingOptions,
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
    meetingPasswordCriteria: asked.passwordCriteria && criteriaAsked(asked.passwordCriteria),
    recordingPasswordCriteria:
      asked.recordingPasswordCriteria && criteriaAsked(asked.recordingPasswordCriteria),
    accountPasswordCriteria:
      asked.accountPasswordCriteria && accountCriteriaAsked(asked.accountPasswordCriteria),
    productivityTools: asked.productivityTools,
    meetingPlace: asked.meetingPlace,
    eventEnrollment: asked.eventCenter?.standardFields && {
      standardFields: enrollmentAsked(asked.eventCenter.standardFields),
    },
    salesCenter: asked.salesCenter,
    connectIntegration: asked.connectIntegration,
    video: asked.video,
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

function metaDataAsked(asked: NonNullable<SiteRequest['metaData']>, siteName: string): SettingsChange {
  return {
    region: asked.region,
    currency: asked.currency,
    // Its own name is always the first.
    brandName: asked.brandName.length > 0 ? asked.brandName.filter((name) => name !== siteName) : undefined,
    partnerID: asked.parterID,
    timeZoneID: zoneAsked(asked.timeZoneID, asked.timeZone)?.id,
    languageID: languageAsked(asked.pageLanguage),
    hostLimit: asked.accountNumLimit,
  };
}

function languageAsked(name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  const language = languageByName(name);
  if (!language) throw new RuleBroken('pageLanguage', 'is not the name of a language');
  return language.id;
}

function pagesAsked(asked: NonNullable<SiteRequest['metaData']>): SettingsChange['pages'] {
  return {
    isEnterprise: asked.isEnterprise,
    iCalendar: asked.iCalendar,
    myWebExDefaultPage: asked.myWebExDefaultPage,
    displayMeetingActualTime: asked.displayMeetingActualTime,
    displayOffset: asked.displayOffset,
    supportWebEx11: asked.supportWebEx11,
  };
}

function securityAsked(
  asked: NonNullable<SiteRequest['securityOptions']>,
  current: SiteSettings,
  hint: Hint,
): SettingsChange {
  const { passwordExpires, passwordLifetime, meetings, ...own } = asked;
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

function accountCriteriaAsked(asked: AccountCriteria): SettingsChange['accountPasswordCriteria'] {
  const { disallowList, disallowValue, disallowWebTextAccounts, ...criteria } = asked;
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
function buttonsAsked(given: readonly NavigationButton[], current: SiteSettings) {
  return given.length === 0 || isDeepStrictEqual(given, shownButtons(current)) ? undefined : given;
}

type TrackingCodes = NonNullable<SiteRequest['trackingCodes']>['trackingCode'];

/** A code replaces the one of its index; the others stay. */
function trackingCodesAsked(given: TrackingCodes, { trackingCodes }: SiteSettings): TrackingCodes {
  const byIndex = new Map([...trackingCodes, ...given].map((code) => [code.index, code]));
  return [...byIndex.values()].sort((a, b) => a.index - b.index);
}

type StandardFields = NonNullable<NonNullable<SiteRequest['eventCenter']>['standardFields']>;

/** First name, last name and e-mail address are always asked for. */
function enrollmentAsked({ firstName, lastName, emailAddress, ...fields }: StandardFields) {
  return fields;
}
