/** `--recordings`: where the bytes of recordings lie. */
import { isAbsolute, join, resolve } from 'node:path';
import { SettingRefused, type Settings } from '../../settings.ts';

export type StorePlace =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'bucket'; readonly bucket: BucketPlace };

export interface BucketPlace {
  readonly bucket: string;
  /** Before every name; with a slash at its end, or empty. */
  readonly prefix: string;
  /** Where another S3 than Amazon's answers, without a slash at its end. */
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  /** The bucket stands in the path of an address (`/bucket/name`), not before its host. */
  readonly isInPath: boolean;
}

/** As Amazon allows them; others allow no more. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const PREFIX = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;
const REGION = /^[a-z0-9-]{1,40}$/;

/** @throws SettingRefused */
export function storePlace({ recordings, data }: Pick<Settings, 'recordings' | 'data'>): StorePlace {
  if (recordings === '') return { kind: 'folder', folder: join(data, 'recordings') };
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(recordings)) {
    return { kind: 'folder', folder: isAbsolute(recordings) ? recordings : resolve(recordings) };
  }
  return { kind: 'bucket', bucket: bucketPlace(recordings) };
}

function bucketPlace(address: string): BucketPlace {
  const url = URL.parse(address);
  if (url?.protocol !== 's3:') throw refused('must be a folder, or a bucket as s3://bucket/prefix');
  if (url.username + url.password !== '') {
    throw refused('must have no credentials in it: they are read from AWS_ACCESS_KEY_ID and its like');
  }
  if (!BUCKET.test(url.hostname) || url.port !== '') throw refused('names no bucket (s3://bucket/prefix)');
  const prefix = url.pathname.replace(/^\/|\/$/g, '');
  if (prefix !== '' && !PREFIX.test(prefix)) {
    throw refused('must have a prefix of letters, digits, dots, hyphens and slashes');
  }
  const { endpoint, region, pathStyle, ...others } = Object.fromEntries(url.searchParams);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw refused(`knows endpoint, region and pathStyle, not ${unknown}`);
  if (endpoint !== undefined && !isOrigin(endpoint))
    throw refused('must have an endpoint such as https://s3.example.com');
  if (region !== undefined && !REGION.test(region)) throw refused('must have a region such as eu-central-1');
  if (pathStyle !== undefined && pathStyle !== 'true' && pathStyle !== 'false') {
    throw refused('must say pathStyle=true or pathStyle=false');
  }
  return {
    bucket: url.hostname,
    prefix: prefix === '' ? '' : `${prefix}/`,
    endpoint: endpoint?.replace(/\/$/, ''),
    region,
    // Few who run an S3 of their own have a host name for each bucket.
    isInPath: pathStyle === undefined ? endpoint !== undefined : pathStyle === 'true',
  };
}

function refused(why: string): SettingRefused {
  return new SettingRefused('recordings', why);
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && /^https?:\/\/[^/?#@]+\/?$/i.test(text);
}
