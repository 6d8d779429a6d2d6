/** What every part of the room's page is given, and what it may ask of the page. */
import type { FunctionComponent } from 'react';
import type { RoomPage, RoomState } from '../../../src/browser/pages/room-page.ts';
import type { Texts } from '../../texts/texts.ts';
import type { FormOf } from '../deed-form.ts';
import type { Media } from '../media/use-media.ts';
import type { RoomEvents } from '../room-events.ts';
import type { IconName } from './icon.tsx';

export interface RoomView {
  readonly page: RoomPage;
  readonly room: RoomState;
  /** The forms of what this person may do now. */
  readonly formOf: FormOf;
  readonly media: Media;
  /** Whether the room's stream is there. */
  readonly isConnected: boolean;
  /** The events of the room's stream: a part hears one as long as it is shown. */
  readonly events: RoomEvents;
  /** The panel that is open, by its id. */
  readonly panel: string | undefined;
  /** Opens a panel in the place of another; nothing closes it. */
  openPanel(id: string | undefined): void;
  /** Opens a dialog of `dialogs.ts`, by its id. */
  openDialog(id: string): void;
  /** Who is kept in front of the others, by their id. */
  readonly pinned: string | undefined;
  /** Keeps somebody in front, or no longer when they are. */
  pin(id: string): void;
  /** Shows a sentence for a while, and has it read out. */
  toast(text: string): void;
}

/** A part of the room's page: it is given the whole view as its properties. */
export type RoomPart = FunctionComponent<RoomView>;

/** A panel beside the stage, or a sheet on a phone; the bar has a button for it. */
export interface Panel {
  readonly id: string;
  readonly icon: IconName;
  title(texts: Texts): string;
  /** Whether this person has it; everybody where nothing is said. */
  isFor?(view: RoomView): boolean;
  /** A hook: the number at the button. */
  useBadge?(view: RoomView): number;
  /** What the number counts is new to the person, and not only how many there are. */
  readonly isUnread?: boolean;
  /** `lazy` where it is not needed at once. */
  readonly Content: RoomPart;
}

/** An entry of the menu "More". */
export interface MoreItem {
  readonly id: string;
  isFor?(view: RoomView): boolean;
  /** Drawn by the server too: a form. */
  readonly worksWithoutScripts?: boolean;
  readonly Item: RoomPart;
}

/** A dialog that an entry of "More", a shortcut or a button opens. */
export type RoomDialog = FunctionComponent<RoomView & { close(): void }>;
