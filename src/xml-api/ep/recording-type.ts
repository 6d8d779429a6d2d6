/** A recording as lists tell it (ep.xsd recordingType), and how lists of them are narrowed. */
import { TRACKING_CODES } from '../../accounts/account-profile.ts';
import type { Links } from '../../links.ts';
import type { Format } from '../../recordings/recording.ts';
import type { ListedRecording, RecordingSearch } from '../../recordings/recording-list.ts';
import type { Site } from '../../sites/site.ts';
import { formatSiteTime, GMT } from '../../time/site-time.ts';
import type { TimeZone } from '../../time/time-zones.ts';
import {
  bool,
  complex,
  float,
  group,
  int,
  integer,
  long,
  many,
  optional,
  text,
  type ValueOf,
} from '../../xml/schema.ts';
import { serviceTypeType, trackingType } from '../types/common.ts';
import { ep } from '../types/namespaces.ts';
import { listingType } from '../types/session/listing.ts';
import { instantAsked } from '../types/when.ts';

/** The number of a recording in requests. */
export const RECORDING_ID = long({ min: 1, grouped: true, sample: '712004581' });

/** That of the interface's lists, without a method: criteria always count together. */
export const recordingListControlType = complex(ep, 'listControlType', {
  startFrom: optional(integer({ min: 0, sample: '1' })),
  maximumNum: optional(integer({ min: 0, sample: '10' })),
});

export const createTimeScopeType = complex(ep, 'createTimeScopeType', {
  createTimeStart: optional(text()),
  createTimeEnd: optional(text()),
  timeZoneID: optional(int()),
});

export const recordingServiceTypes = group({ serviceType: many(serviceTypeType) });

/**
 * `hostStreamURL`, `password`, `shareToMe` and `deleteTime` are of later levels, and harmless: clients read the first
 * two without asking whether they are there. The order of the last ones is that of a documented row.
 */
export const epRecordingType = complex(ep, 'recordingType', {
  recordingID: int(),
  hostWebExID: text(),
  name: text(),
  description: text(),
  createTime: text(),
  timeZoneID: int(),
  size: float(),
  streamURL: text(),
  fileURL: text(),
  hostStreamURL: optional(text()),
  sessionKey: optional(long()),
  trackingCode: optional(trackingType),
  recordingType: int(),
  duration: long(),
  author: optional(text()),
  listing: optional(listingType),
  format: text(),
  serviceType: optional(serviceTypeType),
  password: optional(text()),
  passwordReq: optional(bool()),
  registerReq: optional(bool()),
  panelist: optional(text()),
  postRecordingSurvey: optional(bool()),
  confID: optional(long()),
  shareToMe: optional(bool()),
  deleteTime: optional(text()),
});

/** The bin has those of which nothing could be made too. */
export const IN_ANY_STATE = ['PROCESSING', 'READY', 'FAILED'] as const;

/** The interface's megabytes: clients make bytes of them by 1024 × 1024 (Moodle). */
const MEGABYTE = 1024 * 1024;

/** Every recording is of one kind; what the numbers mean is not known, and clients only keep it. */
const RECORDING_TYPE = 0;

/**
 * `MP4` of a WebM too: clients know the words of their time, and choose by them what a browser plays (MP4) and what needs
 * a player of its own (ARF). Its bytes are told as what they are when they are fetched.
 */
export function formatTold(format: Format): string {
  return format === 'WEBM' ? 'MP4' : format;
}

export interface ToldAs {
  /** Without it times are in GMT: a client that sends one back without a zone means the same (Kaltura). */
  readonly zone?: TimeZone | undefined;
  readonly withSharing?: boolean | undefined;
  /** The row of the account whose list it is: what others own was shared with it. */
  readonly listOf?: number | undefined;
}

/** The number of GMT. */
const GMT_ZONE = 20;

export function recordingValue(
  links: Links,
  site: Site,
  recording: ListedRecording,
  { zone, withSharing, listOf }: ToldAs,
): ValueOf<typeof epRecordingType> {
  const { document, deletedAt } = recording;
  const at = (time: number) => formatSiteTime(time, zone ?? GMT);
  // What lies in the bin is opened by no link.
  const isOpen = deletedAt === null;
  const isShared = listOf !== undefined && recording.host !== listOf;
  const streamURL = isOpen ? links.recordingStream(site, recording) : '';
  const codes = TRACKING_CODES.flatMap((name, index) => {
    const code = document.trackingCodes[index + 1];
    return code === undefined ? [] : [[name, code] as const];
  });
  return {
    recordingID: recording.id,
    hostWebExID: recording.hostWebExID,
    name: recording.name,
    description: document.description,
    createTime: at(recording.createdAt),
    timeZoneID: zone?.id ?? GMT_ZONE,
    size: Number((recording.bytes / MEGABYTE).toFixed(4)),
    streamURL,
    fileURL: isOpen ? links.recordingFile(site, recording) : '',
    // Its host is asked for nothing there who is signed in.
    hostStreamURL: streamURL,
    sessionKey: recording.sessionKey ?? undefined,
    trackingCode: codes.length > 0 ? Object.fromEntries(codes) : undefined,
    recordingType: RECORDING_TYPE,
    duration: recording.duration,
    author: document.author,
    listing: document.listing,
    format: formatTold(recording.format),
    serviceType: recording.service,
    // Whom it is shared with is asked for none.
    password: isShared ? '' : (document.password ?? ''),
    passwordReq: document.password !== undefined,
    registerReq: document.fileAccess.registration,
    panelist: document.panelist,
    postRecordingSurvey: false,
    confID: recording.confID ?? undefined,
    shareToMe: withSharing ? isShared : undefined,
    deleteTime: isOpen ? undefined : at(deletedAt),
  };
}

/** @throws RuleBroken when a date is invalid */
export function createdAsked(
  scope: ValueOf<typeof createTimeScopeType> | undefined,
  zone: TimeZone | undefined,
): Pick<RecordingSearch, 'createdFrom' | 'createdTo'> {
  const createdFrom = instantAsked('createTimeStart', scope?.createTimeStart, zone ?? GMT);
  const createdTo = instantAsked('createTimeEnd', scope?.createTimeEnd, zone ?? GMT);
  // Times are told in seconds: the last one counts whole.
  return { createdFrom, createdTo: createdTo && createdTo + 999 };
}

/** Nothing where none is named: all of them then. */
export function servicesAsked(
  types: ValueOf<typeof recordingServiceTypes> | undefined,
): RecordingSearch['services'] {
  return types?.serviceType.length ? types.serviceType : undefined;
}
