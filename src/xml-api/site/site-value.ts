/** A site as the elements of `siteType`, in the recorded form. */
import type { Links } from '../../links.ts';
import { isSchedulable, servicesOf, sessionTypes, spacedServiceName } from '../../sites/session-types.ts';
import type { NavigationButton } from '../../sites/settings/navigation.ts';
import type { Site, SiteSettings } from '../../sites/site.ts';
import { languageById } from '../../time/languages.ts';
import { label, zoneOf } from '../../time/time-zones.ts';
import type { ValueOf } from '../../xml/schema.ts';
import { TRAIN_RELEASE } from '../api-version.ts';
import { shown } from './elements.ts';
import type { siteType } from './site-type.ts';
import { telephonyValue } from './telephony-value.ts';

type SiteValue = ValueOf<typeof siteType>;

/** The release of the pages, after the pattern of T31's `mc3100` and `cmp3100` (recorded; ours for T30). */
const PAGE_RELEASE = '3000';

export function siteValue(site: Site, links: Links): SiteValue {
  const { settings } = site;
  const { scheduling, navBarTop, navMyWebEx, navAllServices, telepresence } = settings;
  const { nbrProfilePassword: _secret, ...meetingPlace } = settings.meetingPlace;
  return {
    metaData: metaDataValue(site, links),
    ucf: { ucfConfiguration: settings.pages.ucfConfiguration },
    clientPlatforms: settings.clientPlatforms,
    resourceRestrictions: settings.resourceRestrictions,
    supportAPI: settings.supportAPI,
    myWebExConfig: settings.myWebExConfig,
    telephonyConfig: shown(telephonyValue(settings)),
    commerceAndReporting: settings.commerceAndReporting,
    tools: settings.tools,
    custCommunications: settings.custCommunications,
    trackingCodes: { trackingCode: settings.trackingCodes },
    supportedServices: supportedServicesValue(settings),
    securityOptions: securityOptionsValue(settings),
    defaults: defaultsValue(settings),
    scheduleMeetingOptions: {
      scheduleOnBehalf: scheduling.scheduleOnBehalf,
      saveSessionTemplate: scheduling.saveSessionTemplate,
    },
    navBarTop: {
      button: shownButtons(settings),
      displayDisabledService: navBarTop.displayDisabledService,
    },
    navMyWebEx: {
      customLinks: some('customLink', navMyWebEx.customLinks),
      partnerLinks: some('partnerLink', navMyWebEx.partnerLinks),
      partnerIntegration: navMyWebEx.partnerIntegration,
      support: navMyWebEx.support,
      training: navMyWebEx.training,
    },
    navAllServices: {
      customLinks:
        navAllServices.customLinks.length > 0
          ? { customLink: navAllServices.customLinks, groupLabel: navAllServices.groupLabel || undefined }
          : undefined,
      support: navAllServices.support,
      training: navAllServices.training,
      supportMenu: menuValue(settings),
    },
    passwordCriteria: criteriaValue(settings.meetingPasswordCriteria),
    recordingPasswordCriteria: criteriaValue(settings.recordingPasswordCriteria),
    accountPasswordCriteria: {
      ...criteriaValue(settings.accountPasswordCriteria),
      disallowWebTextAccounts: settings.accountPasswordCriteria.disallowWebTextDynamically,
    },
    productivityTools: shown(settings.productivityTools),
    meetingPlace: shown(meetingPlace),
    salesCenter: settings.salesCenter,
    connectIntegration: shown(settings.connectIntegration),
    video: settings.video,
    siteCommonOptions: {
      ...telepresence,
      EnableCloudTelepresence: settings.collaborationRooms,
      enablePersonalMeetingRoom: settings.personalRooms,
    },
    samlSSO: {
      enableSSO: settings.samlSSO.enableSSO || site.type === 2 || site.type === 4,
      autoAccountCreation: settings.samlSSO.autoAccountCreation,
    },
  };
}

/** What `returnSettings/eventCenter` asks for. */
export function eventCenterValue({ eventEnrollment }: SiteSettings): NonNullable<SiteValue['eventCenter']> {
  // Nobody registers without these three.
  const always = { incl: true, req: true };
  return {
    standardFields: {
      ...eventEnrollment.standardFields,
      firstName: always,
      lastName: always,
      emailAddress: always,
    },
  };
}

function metaDataValue(site: Site, links: Links): NonNullable<SiteValue['metaData']> {
  const { settings, siteName } = site;
  const zone = zoneOf(settings.timeZoneID);
  const domain = new URL(links.publicUrl()).hostname;
  return {
    ...settings.pages,
    serviceType: servicesOf(site).map(spacedServiceName),
    meetingTypes: sessionTypes(site)
      .filter((type) => isSchedulable(site, type))
      .map(({ meetingTypeID, productCodePrefix, hideInScheduler }) => ({
        meetingTypeID,
        meetingTypeName: productCodePrefix,
        hideInScheduler,
      })),
    siteName,
    brandName: [siteName, ...settings.brandName.filter((name) => name !== siteName)],
    region: settings.region,
    currency: settings.currency,
    timeZoneID: zone.id,
    timeZone: label(zone),
    parterID: settings.partnerID,
    webDomain: domain,
    meetingDomain: domain,
    telephonyDomain: domain,
    pageVersion: TRAIN_RELEASE.version,
    clientVersion: TRAIN_RELEASE.version,
    pageLanguage: languageById(settings.languageID)?.name,
    activateStatus: site.status === 'ACTIVE',
    webPageType: 'J2EE',
    componentVersion: `cmp${PAGE_RELEASE}`,
    accountNumLimit: settings.hostLimit === 0 ? undefined : settings.hostLimit,
  };
}

function supportedServicesValue({
  supportedServices,
  serviceOptions,
}: SiteSettings): NonNullable<SiteValue['supportedServices']> {
  const service = (enabled: boolean, page: string) => ({
    enabled,
    pageVersion: page + PAGE_RELEASE,
    clientVersion: TRAIN_RELEASE.version,
  });
  const { webACD, marketingAddOn, optimizeAttendeeBandwidthUsage } = serviceOptions;
  return {
    meetingCenter: service(supportedServices.meetingCenter, 'mc'),
    trainingCenter: service(supportedServices.trainingCenter, 'tc'),
    supportCenter: { ...service(supportedServices.supportCenter, 'sc'), webACD },
    eventCenter: {
      ...service(supportedServices.eventCenter, 'ec'),
      marketingAddOn,
      optimizeAttendeeBandwidthUsage,
    },
    salesCenter: service(supportedServices.salesCenter, 'sac'),
  };
}

function securityOptionsValue(settings: SiteSettings): NonNullable<SiteValue['securityOptions']> {
  const { strictMeetingPasswords, ...security } = settings.security;
  return {
    passwordExpires: settings.passwordLifeDays > 0,
    passwordLifetime: settings.passwordLifeDays,
    ...security,
    meetings: { strictPasswords: strictMeetingPasswords },
    isEnforceAudioPassword: settings.audioPasswordBySiteAdmin,
    isEnforceAudioLogin: settings.enforceAudioLogin,
    PMR_ForceLogin: settings.pmrForceLogin,
  };
}

function defaultsValue({ defaults, telephony }: SiteSettings): NonNullable<SiteValue['defaults']> {
  const { tollFree, intlLocalCallIn, ...own } = defaults;
  return {
    ...own,
    teleconference: { telephonySupport: telephony.defaultTelephonySupport, tollFree, intlLocalCallIn },
  };
}

/** The tabs of a site; of one that has set none, in the order recorded. */
export function shownButtons({ navBarTop, supportedServices }: SiteSettings): readonly NavigationButton[] {
  if (navBarTop.button.length > 0) return navBarTop.button;
  const tabs: readonly (readonly [string, boolean?])[] = [
    ['Welcome'],
    ['Meeting Center', supportedServices.meetingCenter],
    ['Event Center', supportedServices.eventCenter],
    ['Sales Center', supportedServices.salesCenter],
    ['Support Center', supportedServices.supportCenter],
    ['Training Center', supportedServices.trainingCenter],
    ['Site Administration'],
    ['Presentation Studio', false],
  ];
  return tabs.map(([serviceName, enabled], at) => ({
    order: at + 1,
    ...(enabled !== undefined && { enabled }),
    serviceName,
  }));
}

type Menu = NonNullable<NonNullable<SiteValue['navAllServices']>['supportMenu']>;

/** Links that lead nowhere are left out (recorded). */
function menuValue({ navAllServices }: SiteSettings): Menu {
  const { supportMyResources, ...links } = navAllServices.supportMenu;
  const given = Object.entries(links).filter(([, link]) => Object.keys(link).length > 0);
  return { ...Object.fromEntries(given), supportMyResources };
}

function some<N extends string, T>(
  name: N,
  links: readonly T[],
): { readonly [K in N]: readonly T[] } | undefined {
  return links.length > 0 ? ({ [name]: links } as { readonly [K in N]: readonly T[] }) : undefined;
}

/** The words, and whether there are any. */
function criteriaValue<C extends { readonly disallowList: readonly string[] }>({
  disallowList,
  ...criteria
}: C) {
  return { ...criteria, disallowList: disallowList.length > 0, disallowValue: disallowList };
}
