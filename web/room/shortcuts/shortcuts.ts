/** The keys of the room, and what each does: the dialog under "?" lists them in this order. */
import type { Texts } from '../../texts/texts.ts';
import { choose, chosen } from '../choices.ts';
import { toggleFullScreen } from '../frame/full-screen.tsx';
import type { RoomView } from '../frame/room-view.ts';
import { buttonOf } from '../frame/side-panel.tsx';
import type { Medium } from '../media/room-client.ts';

export interface Shortcut {
  /** As `KeyboardEvent.key` has it, in lower case. */
  readonly key: string;
  readonly does: keyof Texts['inRoom']['keys'];
  run(view: RoomView): void;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { key: 'm', does: 'microphone', run: (view) => toggle(view, 'microphone') },
  { key: 'v', does: 'camera', run: (view) => toggle(view, 'camera') },
  { key: 's', does: 'share', run: (view) => toggle(view, 'screen') },
  { key: 'h', does: 'hand', run: ({ media }) => media.raiseHand() },
  { key: 'p', does: 'people', run: () => press(buttonOf('people')) },
  { key: 'c', does: 'chat', run: () => press(buttonOf('chat')) },
  {
    key: 't',
    does: 'layout',
    run: () => choose({ layout: chosen().layout === 'tiles' ? 'speaker' : 'tiles' }),
  },
  { key: 'f', does: 'fullScreen', run: () => void toggleFullScreen() },
  { key: 'l', does: 'leave', run: (view) => view.openDialog('leave') },
  { key: '?', does: 'help', run: (view) => view.openDialog('shortcuts') },
];

/** As long as it is held, a muted one is heard. */
export const TALK = ' ';

function toggle({ media, room }: RoomView, medium: Medium): void {
  if (room.may[medium]) void media.toggle(medium);
}

/** A button that the person does not have is not pressed. */
function press(id: string): void {
  document.getElementById(id)?.click();
}
