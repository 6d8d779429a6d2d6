/** Whom an assertion speaks of: its attributes as what an account holds (WBX67566). */
import type { Privileges, Profile, TrackingCodes } from '../../accounts/account-profile.ts';
import type { Partially } from '../../merge.ts';
import { sessionTypes } from '../../sites/session-types.ts';
import type { Site } from '../../sites/site.ts';
import { isAddress } from '../../text-rules.ts';
import { timeZone, timeZoneByLabel } from '../../time/time-zones.ts';
import { SsoRefused } from '../failures.ts';
import type { Asserted } from './assertion.ts';

export interface Person {
  /** The webExID. */
  readonly uid: string;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly email: string | undefined;
  /** As it was given. */
  readonly updateTimeStamp: string | undefined;
  readonly timeZoneID: number | undefined;
  readonly profile: Partially<Profile>;
}

type Attribute = (name: string) => string | undefined;

/** @throws SsoRefused (2) when the assertion names nobody */
export function personOf({ attributes, samlSession }: Asserted, site: Site): Person {
  const attribute: Attribute = (name) => attributes.get(name.toLowerCase())?.[0];
  const named = attribute('uid') ?? samlSession.nameID;
  const uid = site.settings.samlSSO.removeUidDomain ? named.replace(/@.*$/s, '') : named;
  if (uid === '') throw new SsoRefused(2, 'nothing is left of the uid without its domain');
  return {
    uid,
    firstName: attribute('firstname'),
    lastName: attribute('lastname'),
    email: attribute('email'),
    updateTimeStamp: attribute('updateTimeStamp'),
    timeZoneID: timeZoneOf(attribute('TimeZone')),
    profile: profileOf(attribute, attributes, site),
  };
}

function profileOf(attribute: Attribute, attributes: Asserted['attributes'], site: Site): Partially<Profile> {
  const flag = (name: string) => flagOf(attribute(name));
  const privileges: Partially<Privileges> = { recordingEditor: flag('RP'), labAdmin: flag('LA') };
  const meetingTypes = [...(attributes.get('mt') ?? []), ...(attributes.get('st') ?? [])];
  return {
    privileges,
    phones: { phone: phoneOf(attribute, 'OPhone'), fax: phoneOf(attribute, 'FPhone') },
    address: {
      address1: attribute('Address1'),
      address2: attribute('Address2'),
      city: attribute('city'),
      state: attribute('state'),
      zipCode: attribute('zipcode'),
      country: attribute('country') ?? attribute('AA'),
    },
    tracking: trackingOf(attribute),
    myWebEx: {
      isMyWebExPro: attribute('MW') === undefined ? undefined : attribute('MW') === '2',
      myFolders: flag('FL'),
      myContact: flag('AB'),
      myProfile: flag('PF'),
      myMeetings: flag('MM'),
      myReports: flag('MR'),
      trainingRecordings: flag('RC'),
      recordedEvents: flag('RE'),
      personalMeetingRoom: flag('LB'),
      additionalRecordingStorage: numberOf(attribute('AS')),
      myComputer: numberOf(attribute('AC')),
    },
    meetingTypes: meetingTypes.length === 0 ? undefined : meetingTypesOf(meetingTypes, site),
  };
}

function flagOf(value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (/^(?:1|true|yes|on|y)$/i.test(value)) return true;
  return /^(?:0|false|no|off|n)$/i.test(value) ? false : undefined;
}

function numberOf(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Country, area, local number and extension, in the seven fields of a recorded account. */
function phoneOf(attribute: Attribute, kind: 'OPhone' | 'FPhone'): string | undefined {
  const parts = ['Country', 'Area', 'Local', 'Ext'].map((part) => attribute(kind + part));
  if (parts.every((part) => part === undefined)) return undefined;
  return [...parts.map((part) => part?.replaceAll(',', ' ') ?? ''), '', '', ''].join(',');
}

function trackingOf(attribute: Attribute): TrackingCodes {
  const codes = Array.from({ length: 10 }, (_, at) => [`trackingCode${at + 1}`, attribute(`TC${at + 1}`)]);
  return Object.fromEntries(codes.filter(([, value]) => value !== undefined));
}

/** By its number, or by its label. */
function timeZoneOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  return /^\d{1,3}$/.test(zone) ? timeZone(Number(zone))?.id : timeZoneByLabel(zone)?.id;
}

/** Those of the list that the site has. */
function meetingTypesOf(lists: readonly string[], site: Site): readonly number[] {
  const known = new Set(sessionTypes(site).map(({ meetingTypeID }) => meetingTypeID));
  const listed = lists.flatMap((list) => list.split(/[\s,;]+/)).map(Number);
  return [...new Set(listed)].filter((id) => known.has(id));
}

/** As long as the XML API lets a name be. */
const LONGEST_NAME = 64;

/** Lengths of the interface (CWMS), and what is required. What is wrong, if something is. */
export function unfit({ firstName, lastName, email, uid, profile }: Person): string | undefined {
  if (firstName === undefined || lastName === undefined || email === undefined) {
    return 'firstname, lastname and email are required';
  }
  if (uid.length > 64) return 'the uid has more than 64 characters';
  return unfitValues({ firstName, lastName, email, tracking: profile.tracking ?? {} });
}

/** The same of what is to be changed. */
export function unfitValues(values: {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly email?: string | undefined;
  readonly tracking?: Partially<TrackingCodes> | undefined;
}): string | undefined {
  for (const name of ['firstName', 'lastName'] as const) {
    if ((values[name] ?? '').length > LONGEST_NAME) {
      return `the ${name.toLowerCase()} has more than ${LONGEST_NAME} characters`;
    }
  }
  if (values.email !== undefined && (values.email.length > 64 || !isAddress(values.email))) {
    return 'the email is not an address of at most 64 characters';
  }
  if (Object.values(values.tracking ?? {}).some((code) => (code ?? '').length > 132)) {
    return 'a tracking code has more than 132 characters';
  }
  return undefined;
}

/**
 * Epoch milliseconds of an updateTimeStamp: milliseconds since 1970, a UTC time, or the time of LDIF
 * (`20130218065822.0Z`). Nothing for what is none of them.
 */
export function stampOf(stamp: string): number | undefined {
  const ldif = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(stamp);
  if (ldif) {
    const [, year, month, day, hour, minute, second] = ldif.map(Number);
    if (year === undefined || month === undefined) return undefined;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  }
  if (/^\d{1,15}$/.test(stamp)) return Number(stamp);
  const isUtc = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?$/.test(stamp);
  if (!isUtc) return undefined;
  const text = stamp.replace(' ', 'T');
  const time = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}
