/** Puts the parts of the engine together. */
import type { Clock } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import { missingToRecord } from '../recorder/recorder-parts.ts';
import { liveKitApi } from './livekit-api.ts';
import { liveKitProblems } from './livekit-check.ts';
import { type LiveKitEngine, openLiveKit } from './livekit-engine.ts';
import { LIVEKIT_PATH, liveKitFront } from './livekit-front.ts';
import { liveKitNodes } from './livekit-nodes.ts';
import { type Admits, liveKitPassports } from './livekit-passports.ts';
import { liveKitSettings } from './livekit-settings.ts';
import { liveKitTokens } from './livekit-tokens.ts';
import { webhookReader } from './livekit-webhook.ts';

export interface LiveKitNeeds {
  readonly settings: Settings;
  /** The installation's key. */
  readonly secret: Buffer;
  readonly clock: Clock;
  /** Where the installation is reached. */
  readonly publicUrl: () => string;
  readonly admits: Admits;
}

export type LiveKit = NonNullable<ReturnType<typeof liveKitOf>>;

/**
 * @returns nothing where browsers send to each other
 * @throws SettingRefused
 */
export function liveKitOf({ settings, secret, clock, publicUrl, admits }: LiveKitNeeds) {
  const liveKit = liveKitSettings(settings, secret);
  if (!liveKit) return undefined;
  const now = () => clock.now();
  const tokens = liveKitTokens(liveKit, now);
  const nodes = liveKitNodes(liveKit.nodes, now);
  const api = liveKitApi(liveKit, tokens, now, nodes);
  const path = () => new URL(publicUrl()).pathname.replace(/\/+$/, '') + LIVEKIT_PATH;
  const engine: LiveKitEngine = openLiveKit({
    settings,
    clock,
    liveKit,
    api,
    tokens,
    path,
    records: missingToRecord() === undefined,
  });
  const front = liveKitFront({
    nodes,
    roomOf: liveKitPassports(liveKit, admits, now),
    read: webhookReader(liveKit, now),
    hear: ({ room }) => engine.hear(room),
  });
  let unwatch = () => {};
  return {
    engine,
    answer: front.answer,
    upgrade: front.upgrade,
    /** What is wrong with the nodes, the key or the secret, a sentence each; nothing when all is well. */
    problems: () => liveKitProblems(liveKit, tokens),
    start(): void {
      unwatch = nodes.watch(() => {
        void front.leaveDead(api.holds);
        void engine.leaveDead();
      });
    },
    /** Browsers open their signalling again, elsewhere. */
    close(): void {
      unwatch();
      front.close();
    },
  };
}
