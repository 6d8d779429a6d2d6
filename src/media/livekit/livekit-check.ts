/** What is looked at when the site starts. Nothing of it keeps the site from starting: LiveKit may come later. */
import { LiveKitAway, LiveKitRefused, liveKitApi } from './livekit-api.ts';
import type { LiveKitSettings } from './livekit-settings.ts';
import type { Tokens } from './livekit-tokens.ts';

/** A sentence for each node with which something is wrong. The clock is the machine's: nothing else is compared. */
export async function liveKitProblems(
  { nodes }: Pick<LiveKitSettings, 'nodes'>,
  tokens: Tokens,
): Promise<readonly string[]> {
  const found = await Promise.all(nodes.map((node) => problemOf(node, tokens)));
  return found.filter((problem) => problem !== undefined);
}

async function problemOf(node: string, tokens: Tokens): Promise<string | undefined> {
  try {
    await liveKitApi({ nodes: [node] }, tokens, Date.now).rooms();
    return undefined;
  } catch (error) {
    if (error instanceof LiveKitAway) {
      return `LiveKit at ${node} does not answer (--media): without it rooms have no sound and no pictures`;
    }
    if (!(error instanceof LiveKitRefused)) throw error;
    if (error.status === 401 || error.status === 403) {
      return `LiveKit at ${node} does not take the key: --livekit-key and --livekit-secret are not those of its configuration, or a clock is wrong`;
    }
    return `What answers at ${node} (--media) is not LiveKit: it says ${error.status}`;
  }
}
