/** Whether what records a room here is installed: both parts are optional. */
import { spawnSync } from 'node:child_process';

/** What is missing; nothing where the server records. */
export function missingToRecord(): string | undefined {
  try {
    import.meta.resolve('@livekit/rtc-node');
  } catch {
    return '@livekit/rtc-node';
  }
  return spawnSync('ffmpeg', ['-version'], { stdio: 'ignore' }).status === 0 ? undefined : 'ffmpeg';
}
