/**
 * The session types of a site (the interface calls them meeting types too): what may be scheduled, with
 * which limits. A site has the types of the catalogue, changed and added to by its owner.
 */

import { merged, type Partially } from '../merge.ts';
import { Refusal, RuleBroken } from '../refusal.ts';
import { SERVICE_TYPES, type ServiceType } from './service-type.ts';
import { SESSION_TYPE_CATALOGUE } from './session-type-catalogue.ts';
import type { SessionTypeChanges } from './settings/scheduling.ts';
import type { Site, SiteSettings } from './site.ts';

/** Minutes and people, in the order of lstMeetingType (recorded 2016-02). */
export const SESSION_TYPE_LIMITS = [
  'maxAppShareDuration',
  'maxAppShareUser',
  'maxDesktopShareDuration',
  'maxDesktopShareUser',
  'maxFileTransferUser',
  'maxMeetingDuration',
  'maxMeetingUser',
  'maxRecordUser',
  'maxVideoDuration',
  'maxVideoUser',
  'maxWebTourDuration',
  'maxWebTourUser',
] as const;
export type SessionTypeLimits = Readonly<Record<(typeof SESSION_TYPE_LIMITS)[number], number>>;

/** In the order of lstMeetingType (recorded 2016-02). */
export const SESSION_TYPE_OPTIONS = [
  'supportAppShare',
  'supportAppShareRemote',
  'supportAttendeeRegistration',
  'supportRemoteWebTour',
  'supportWebTour',
  'supportFileShare',
  'supportChat',
  'supportCobrowseSite',
  'supportCorporateOfficesSite',
  'supportDesktopShare',
  'supportDesktopShareRemote',
  'supportFileTransfer',
  'supportInternationalCallOut',
  'supportJavaClient',
  'supportMacClient',
  'supportMeetingCenterSite',
  'supportMeetingRecord',
  'supportMultipleMeeting',
  'supportOnCallSite',
  'supportOnStageSite',
  'supportPartnerOfficesSite',
  'supportPoll',
  'supportPresentation',
  'supportSolarisClient',
  'supportSSL',
  'supportE2E',
  'supportPKI',
  'supportTeleconfCallIn',
  'supportTeleconfCallOut',
  'supportTollFreeCallIn',
  'supportVideo',
  'supportVoIP',
  'supportWebExComSite',
  'supportWindowsClient',
  'supportQuickStartAttendees',
  'supportQuickStartHost',
] as const;
export type SessionTypeOptions = Readonly<Record<(typeof SESSION_TYPE_OPTIONS)[number], boolean>>;

export const SESSION_TYPE_STATES = ['ACTIVATED', 'DEACTIVATED'] as const;
export type SessionTypeActive = (typeof SESSION_TYPE_STATES)[number];

export interface SessionType {
  /** The number that accounts and sessions name it by; each site has its own. */
  readonly meetingTypeID: number;
  /** Three letters, such as `PRO`, `ONS`, `AUO`. */
  readonly productCodePrefix: string;
  readonly name: string;
  readonly displayName: string;
  readonly serviceType: ServiceType;
  /** A type that is not active schedules nothing new. */
  readonly active: SessionTypeActive;
  readonly hideInScheduler: boolean;
  readonly limits: SessionTypeLimits;
  readonly options: SessionTypeOptions;
}

export type SessionTypeChange = Partially<Omit<SessionType, 'meetingTypeID'>>;

export class SessionTypeNotFound extends Refusal {
  constructor(meetingTypeID: number) {
    super(`the site has no session type ${meetingTypeID}`);
  }
}

/** The types of a site by number; a `Site` is made anew with every change of it. */
const known = new WeakMap<Site, readonly SessionType[]>();

/** Every type of the site, inactive ones too, by their numbers. */
export function sessionTypes(site: Site): readonly SessionType[] {
  const before = known.get(site);
  if (before) return before;
  const types = sessionTypesWith(site.settings.sessionTypes);
  known.set(site, types);
  return types;
}

/** The catalogue with those changes, by number. */
function sessionTypesWith(changes: SessionTypeChanges): readonly SessionType[] {
  const types = new Map(SESSION_TYPE_CATALOGUE.map((type) => [type.meetingTypeID, type] as const));
  for (const [id, change] of Object.entries(changes)) {
    const type = changed(types.get(Number(id)), Number(id), change);
    types.set(type.meetingTypeID, type);
  }
  return [...types.values()].sort((a, b) => a.meetingTypeID - b.meetingTypeID);
}

/**
 * Whether the types that a site gives to new hosts are among those that it has.
 * @throws RuleBroken when one is not
 */
export function checkMeetingTypes({
  meetingTypes,
  sessionTypes,
}: Pick<SiteSettings, 'meetingTypes' | 'sessionTypes'>): void {
  const known = new Set(sessionTypesWith(sessionTypes).map(({ meetingTypeID }) => meetingTypeID));
  const unknown = meetingTypes.find((id) => !known.has(id));
  if (unknown !== undefined) throw new RuleBroken('meetingTypes', `the site has no session type ${unknown}`);
}

/** The type of that number, active or not. */
export function sessionType(site: Site, id: number): SessionType | undefined {
  return sessionTypes(site).find((type) => type.meetingTypeID === id);
}

/** @throws SessionTypeNotFound when the site has no such type */
export function requiredSessionType(site: Site, id: number): SessionType {
  const type = sessionType(site, id);
  if (!type) throw new SessionTypeNotFound(id);
  return type;
}

/** Whether new sessions may have the type: it is active and the site has its service. */
export function isSchedulable(site: Site, type: SessionType): boolean {
  return type.active === 'ACTIVATED' && hasService(site, type.serviceType);
}

/**
 * The type of a session of that service that names none: the first of those that new hosts are given,
 * else the first that may be scheduled and is no special kind (audio only, remote access, system management).
 */
export function defaultSessionType(site: Site, serviceType: ServiceType): SessionType | undefined {
  const fitting = sessionTypes(site).filter(
    (type) => type.serviceType === serviceType && isSchedulable(site, type),
  );
  const given = site.settings.meetingTypes
    .map((id) => fitting.find((type) => type.meetingTypeID === id))
    .filter((type) => type !== undefined);
  return [...given, ...fitting].find((type) => !SPECIAL.includes(type.productCodePrefix));
}

/** Lists by service leave these out unless they are named (documented). */
const SPECIAL: readonly string[] = ['AUO', 'RAS', 'SMT'];

export function isSpecialKind({ productCodePrefix }: SessionType): boolean {
  return SPECIAL.includes(productCodePrefix);
}

export function hasService(site: Site, serviceType: ServiceType): boolean {
  return site.settings.supportedServices[SERVICE_SWITCH[serviceType]];
}

const SERVICE_SWITCH = {
  MeetingCenter: 'meetingCenter',
  EventCenter: 'eventCenter',
  TrainingCenter: 'trainingCenter',
  SupportCenter: 'supportCenter',
  SalesCenter: 'salesCenter',
} as const;

/** How the site's own pages and getSite spell a service (recorded 2016-02). */
export function spacedServiceName(serviceType: ServiceType): string {
  return serviceType.replace('Center', ' Center');
}

/** The services that the site has, in the interface's order. */
export function servicesOf(site: Site): readonly ServiceType[] {
  return SERVICE_TYPES.filter((serviceType) => hasService(site, serviceType));
}

/** A type of the catalogue with a change on top, or a new one on top of the first of its service. */
function changed(base: SessionType | undefined, id: number, change: SessionTypeChange): SessionType {
  const like = base ?? SESSION_TYPE_CATALOGUE.find(({ serviceType }) => serviceType === change.serviceType);
  if (!like) throw new RuleBroken(`sessionTypes.${id}`, 'must name a serviceType');
  return { ...merged<Omit<SessionType, 'meetingTypeID'>>(like, change), meetingTypeID: id };
}
