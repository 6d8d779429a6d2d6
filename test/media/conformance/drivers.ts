/** The engines that the suite goes through: each is a line here. */
import type { Settings } from '../../../src/settings.ts';
import { isWhole } from '../../support/corpora.ts';
import { findLiveKit, LIVEKIT_KEY, type LiveKitNode, startLiveKit } from '../../support/livekit.ts';

export interface EngineDriver {
  readonly name: string;
  /** Why it cannot be had on this machine; the suite is skipped then, and says so. */
  readonly missing?: string | undefined;
  /** The most people that may be tried with here. */
  readonly most: number;
  /** Whether browsers send to each other: nothing stands between that stops a muted one, and every receiver does. */
  readonly isDirect: boolean;
  /** Starts what it needs; gives the settings of a site that uses it. */
  start(): Promise<Partial<Settings>>;
  stop(): Promise<void>;
}

const mesh: EngineDriver = {
  name: 'mesh',
  most: 4,
  isDirect: true,
  start: async () => ({}),
  stop: async () => {},
};

/** A real LiveKit server; it has to be found or built, and so it is for the runs that take their time. */
async function livekit(): Promise<EngineDriver> {
  const found = isWhole
    ? await findLiveKit()
    : { reason: 'LiveKit only where the whole corpora are asked for' };
  let node: LiveKitNode | undefined;
  return {
    name: 'livekit',
    missing: 'reason' in found ? found.reason : undefined,
    most: 4,
    isDirect: false,
    async start() {
      if ('reason' in found) return {};
      node = await startLiveKit(found.binary);
      return { media: `livekit+${node.url}`, livekitKey: LIVEKIT_KEY, livekitSecret: node.secret };
    },
    stop: async () => node?.[Symbol.asyncDispose](),
  };
}

export const DRIVERS: readonly EngineDriver[] = [mesh, await livekit()];
