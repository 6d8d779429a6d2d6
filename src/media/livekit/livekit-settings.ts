/** Where the LiveKit servers are, and what they know us by. */
import { createHmac } from 'node:crypto';
import { SettingRefused, type Settings } from '../../settings.ts';

export interface LiveKitSettings {
  /** Addresses of nodes, without a slash at the end; all of one cluster. */
  readonly nodes: readonly string[];
  readonly key: string;
  readonly secret: string;
  /** What the names of our rooms begin with: several installations may share a cluster. */
  readonly prefix: string;
}

const SCHEME = 'livekit+';

/** LiveKit itself takes a secret of five characters without a word. */
const LEAST_SECRET = 32;

/**
 * @param secret the installation's key
 * @returns nothing for the embedded engine
 * @throws SettingRefused
 */
export function liveKitSettings(settings: Settings, secret: Buffer): LiveKitSettings | undefined {
  const { media, livekitKey: key, livekitSecret } = settings;
  if (media === '') return undefined;
  const nodes = liveKitNodes(settings);
  if (!/^[\x21-\x7e]+$/.test(key)) throw new SettingRefused('livekitKey', 'is required for LiveKit');
  if (livekitSecret.length < LEAST_SECRET) {
    throw new SettingRefused('livekitSecret', `must have at least ${LEAST_SECRET} characters`);
  }
  const prefix = createHmac('sha256', secret).update('livekit').digest('base64url').slice(0, 10);
  return { nodes, key, secret: livekitSecret, prefix };
}

/** Where LiveKit is reached; nowhere for the embedded engine. @throws SettingRefused */
export function liveKitNodes({ media }: Settings): readonly string[] {
  return media
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(nodeIn);
}

function nodeIn(address: string): string {
  const rest = address.startsWith(SCHEME) ? address.slice(SCHEME.length) : '';
  const url = URL.canParse(rest) ? new URL(rest) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username + url.password + url.search + url.hash !== '') {
    throw new SettingRefused(
      'media',
      'must be livekit+https://host, or livekit+http://host in a network of your own',
    );
  }
  return url.href.replace(/\/+$/, '');
}
