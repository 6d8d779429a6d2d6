/** What the process that records a room is told, by the one that started it. */

export type RecorderOrder =
  /** First: where the room is, and by what it comes in. */
  | { readonly kind: 'begin'; readonly url: string; readonly token: string }
  | { readonly kind: 'scene'; readonly people: readonly RecordedPerson[] }
  | { readonly kind: 'end' };

/** Who is there, in the order in which they are shown, and what the room says that they send. */
export interface RecordedPerson {
  readonly publicId: string;
  readonly microphone: boolean;
  readonly camera: boolean;
  readonly screen: boolean;
}
