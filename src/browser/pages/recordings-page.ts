/** What the pages know by which hosts look after their recordings. */
import type { RecordingState, TranscriptSource } from '../../database/database.ts';
import type { TranscriptRule } from '../../recordings/transcripts/cue.ts';
import type { Form } from './form.ts';

export type RecordingsPageContent = RecordingsPage | RecordingSettingsPage;

export type RecordingsOrder = 'newest' | 'name' | 'longest' | 'largest';

/**
 * Somebody's recordings, those of the site for administrators, or what lies in the bin. It answers with itself as JSON to
 * whoever wants no page.
 */
export interface RecordingsPage {
  readonly page: 'recordings';
  /** Why what was wished has not been done: a word of the catalogue. */
  readonly problem?: string | undefined;
  readonly done?:
    | {
        readonly what: 'deleted' | 'restored' | 'erased' | 'saved' | 'brought';
        readonly name: string;
        readonly undo?: Form | undefined;
      }
    | undefined;
  readonly isBin: boolean;
  /** Days for which what is deleted stays there. */
  readonly binDays: number;
  readonly views: {
    readonly kept: string;
    readonly bin: string;
    /** For administrators: which of the two is shown, and the way to the other. */
    readonly scope?: { readonly isSite: boolean; readonly other: string } | undefined;
  };
  /** A GET form with the fields Q and ORDER. */
  readonly search: Form & { readonly name?: string | undefined; readonly order: RecordingsOrder };
  readonly recordings: readonly ShownRecording[];
  /** How many there are. */
  readonly total: number;
  /** The pages before and after this one. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Bytes; `most` is absent where there is no bound. */
  readonly space: { readonly used: number; readonly most?: number | undefined };
  /** Field FILE: nothing for those who bring none. */
  readonly upload?: Form | undefined;
}

/** A row of the list. What may not be done with it has no address. */
export interface ShownRecording {
  readonly id: string;
  readonly name: string;
  /** On the pages of a site. */
  readonly hostName?: string | undefined;
  /** The month that it belongs to, in words; nothing where the list is in another order. */
  readonly month?: string | undefined;
  /** As the reader's clock has it. */
  readonly when: string;
  readonly state: RecordingState;
  /** Why nothing could be made of it, or why it stayed as it came. */
  readonly problem?: string | undefined;
  /** Whole seconds; 0 while nobody knows. */
  readonly duration: number;
  readonly bytes: number;
  readonly format: string;
  readonly hasPassword: boolean;
  /** Nobody but those who manage it may watch it. */
  readonly isClosed: boolean;
  readonly poster?: string | undefined;
  readonly play?: string | undefined;
  readonly download?: string | undefined;
  /** To be copied: whole. */
  readonly share?: string | undefined;
  readonly settings?: string | undefined;
  readonly remove?: Form | undefined;
  /** Of one in the bin. */
  readonly restore?: Form | undefined;
  readonly erase?: Form | undefined;
  /** Days until it is deleted for good. */
  readonly daysLeft?: number | undefined;
}

/** Fields NAME, ABOUT, PW, VIEW, FETCH, REGISTER and END. */
export interface RecordingSettingsPage {
  readonly page: 'recording-settings';
  readonly problem?: string | undefined;
  readonly name: string;
  readonly when: string;
  readonly fields: {
    readonly NAME: string;
    readonly ABOUT: string;
    readonly PW: string;
    readonly END: string;
    readonly VIEW: boolean;
    readonly FETCH: boolean;
    readonly REGISTER: boolean;
  };
  readonly share?: string | undefined;
  readonly form: Form;
  /** What is said in it. Nothing of one that is not ready. */
  readonly transcript?:
    | {
        /** Why a file was not taken, and in which line, counted from 1. */
        readonly problem?: { readonly rule: TranscriptRule; readonly line?: number | undefined } | undefined;
        /** A program is to write it down, or could not. */
        readonly awaited?: 'WAITING' | 'FAILED' | undefined;
        readonly kept?:
          | {
              readonly cues: number;
              readonly source: TranscriptSource;
              /** In the words of the reader. */
              readonly language?: string | undefined;
              readonly vtt: string;
              readonly txt: string;
              readonly remove: Form;
            }
          | undefined;
        /** Field FILE, posted as `multipart/form-data`. */
        readonly upload: Form;
      }
    | undefined;
  readonly back: string;
}
