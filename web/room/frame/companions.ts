/** Parts that are there as long as the room is and show nothing: sounds, the tab's title, what runs beside. */

import { ComingIn } from '../../prejoin/coming-in.ts';
import { ChatCompanion } from '../chat/chat-companion.tsx';
import { OwnBreakout } from '../people/breakout-notice.tsx';
import { Knock } from '../people/knock.tsx';
import { OwnRights } from '../people/own-rights.tsx';
import { OwnRole } from '../people/own-role.tsx';
import { KeyListener } from '../shortcuts/key-listener.tsx';
import { PictureInPicture } from '../stage/picture-in-picture.tsx';
import { Tones } from '../tones/tones.tsx';
import type { RoomPart } from './room-view.ts';

export const COMPANIONS: Readonly<Record<string, RoomPart>> = {
  'coming-in': ComingIn,
  keys: KeyListener,
  knock: Knock,
  ownRole: OwnRole,
  ownBreakout: OwnBreakout,
  chat: ChatCompanion,
  tones: Tones,
  ownRights: OwnRights,
  pictureInPicture: PictureInPicture,
};
