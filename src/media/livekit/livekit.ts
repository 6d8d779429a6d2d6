/** Puts the parts of the engine together. */
import type { Clock } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import { liveKitApi } from './livekit-api.ts';
import { type LiveKitEngine, openLiveKit } from './livekit-engine.ts';
import { LIVEKIT_PATH, type LiveKitFront, liveKitFront } from './livekit-front.ts';
import { liveKitSettings } from './livekit-settings.ts';
import { liveKitTokens } from './livekit-tokens.ts';
import { webhookReader } from './livekit-webhook.ts';

export interface LiveKit {
  readonly engine: LiveKitEngine;
  readonly front: LiveKitFront;
}

/**
 * @param secret the installation's key
 * @param publicUrl where the installation is reached
 * @returns nothing where browsers send to each other
 * @throws SettingRefused
 */
export function liveKitOf(
  settings: Settings,
  secret: Buffer,
  clock: Clock,
  publicUrl: () => string,
): LiveKit | undefined {
  const liveKit = liveKitSettings(settings, secret);
  if (!liveKit) return undefined;
  const now = () => clock.now();
  const tokens = liveKitTokens(liveKit, now);
  const api = liveKitApi(liveKit, tokens, now);
  const path = () => new URL(publicUrl()).pathname.replace(/\/+$/, '') + LIVEKIT_PATH;
  const engine = openLiveKit({ settings, clock, liveKit, api, tokens, path });
  return { engine, front: liveKitFront(api, webhookReader(liveKit, now), ({ room }) => engine.hear(room)) };
}
