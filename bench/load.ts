/** What the client process is asked for, and what it answers. */

export const PATH = '/WBXService/XMLService';

/** Holds the place, in a body, of a number that is different in every request; as many bytes as its digits. */
export const NUMBER = '%NUMBER%';

export interface Load {
  readonly url: string;
  /** Each connection sends them in turn, from a place of its own in the list. */
  readonly bodies: readonly Uint8Array[];
  /** In their place: requests without a body to another address. */
  readonly get?: { readonly path: string; readonly headers: Readonly<Record<string, string>> } | undefined;
  /** What every answer must contain; without it any answer will do, and a hang-up is followed by a new connection. */
  readonly expect?: string | undefined;
  readonly connections: number;
  readonly milliseconds: number;
}

/** What was answered, from the first request to the last answer. */
export interface Answered {
  readonly requests: number;
  readonly seconds: number;
  /** An answer that was not as expected. */
  readonly wrong?: string | undefined;
}
