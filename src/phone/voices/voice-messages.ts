/** What the server and the process that carries the voices say to each other. */
import type { Signal } from '../../media/signal.ts';
import type { LiveKitTicket } from './livekit-line.ts';
import type { MeshTicket } from './mesh-line.ts';
import type { Heard } from './room-sound.ts';

export type Ticket = MeshTicket | LiveKitTicket;

/** A line is one caller in one room, by a number that is used once. */
export type ToVoices =
  | { readonly kind: 'open'; readonly line: number; readonly ticket: Ticket }
  /** Again, after the room was lost. */
  | { readonly kind: 'join'; readonly line: number; readonly ticket: Ticket }
  | {
      readonly kind: 'meet';
      readonly line: number;
      readonly people: readonly Heard[];
      readonly speaks: boolean;
    }
  | { readonly kind: 'signal'; readonly line: number; readonly from: string; readonly signal: Signal }
  | { readonly kind: 'say'; readonly line: number; readonly samples: Int16Array }
  | { readonly kind: 'close'; readonly line: number };

export type FromVoices =
  | { readonly kind: 'signal'; readonly line: number; readonly to: string; readonly signal: Signal }
  /** In the room; and not any more, or not at all, with the reason. */
  | { readonly kind: 'here'; readonly line: number }
  | { readonly kind: 'away'; readonly line: number; readonly why: string }
  /** Something that belongs to no line has gone wrong. */
  | { readonly kind: 'trouble'; readonly why: string }
  | { readonly kind: 'heard'; readonly line: number; readonly samples: Int16Array };
