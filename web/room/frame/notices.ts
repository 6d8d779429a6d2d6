/** What stands above the stage when there is something to say or to decide; each shows nothing otherwise. */

import { BreakoutNotice } from '../people/breakout-notice.tsx';
import { RecordingNotice } from '../recording/recording-notice.tsx';
import { OwnScreen } from '../stage/own-screen.tsx';
import { AudioOnlyNotice } from './audio-only.tsx';
import { AwayNotice } from './away-notice.tsx';
import { LostConnection } from './lost-connection.tsx';
import { NoWebRtcNotice } from './no-webrtc-notice.tsx';
import type { RoomPart } from './room-view.ts';
import { Trouble } from './trouble.tsx';
import { WaitingNotice } from './waiting-notice.tsx';

export const NOTICES: Readonly<Record<string, RoomPart>> = {
  lost: LostConnection,
  away: AwayNotice,
  noWebRtc: NoWebRtcNotice,
  waiting: WaitingNotice,
  breakout: BreakoutNotice,
  ownScreen: OwnScreen,
  trouble: Trouble,
  audioOnly: AudioOnlyNotice,
  recording: RecordingNotice,
};
