/** What one file of an operation declares: how it is called, and what it does. */
import type { Context } from '../context.ts';
import type { RecordingFile } from '../recordings/recording.ts';
import type { NbrCaller } from './nbr-caller.ts';
import type { NbrParameters, NbrValues } from './nbr-parameters.ts';
import type { SentParts } from './sent-parts.ts';

/** As the WSDL and clients spell them; each is an address below `/nbr/services/`, in any case. */
export const NBR_SERVICES = ['NBRStorageService', 'nbrXmlService', 'NBRFileOpenService'] as const;
export type NbrServiceName = (typeof NBR_SERVICES)[number];

/** A file of a recording on its way out, by the name that its descriptor tells. */
export interface NbrFile {
  readonly fileName: string;
  readonly file: RecordingFile;
}

/** What operations return, by the name of its form. */
export interface Returned {
  readonly string: string;
  readonly long: number;
  readonly boolean: boolean;
  /** XML elements, written. */
  readonly document: string;
  readonly files: {
    readonly files: readonly NbrFile[];
    /** Called when the bytes are there, before they are sent. */
    begin(): Promise<void>;
  };
}

export interface NbrCall {
  readonly app: Context;
  readonly caller: NbrCaller;
  /** What was sent beside the envelope, as far as there is anything. */
  readonly parts: SentParts;
  /** Gives what is still to come its time: once it is known who sends it. */
  takeLong(): void;
}

interface Declared<P extends NbrParameters, R extends keyof Returned> {
  readonly service: NbrServiceName;
  readonly name: string;
  /** Another spelling that clients know. */
  readonly otherName?: string;
  /** In the order of the WSDL. */
  readonly parameters: P;
  readonly returns: R;
  /** It changes something: a GET is no call of it. */
  readonly isWrite?: boolean;
  /** A refused caller is told by the code alone, as if it were a ticket: "AS0001". */
  readonly returnsCodes?: boolean;
  run(call: NbrCall, values: NbrValues<P>): Promise<Returned[R]>;
}

export interface NbrOperation extends Omit<Declared<NbrParameters, keyof Returned>, 'run'> {
  run(call: NbrCall, values: NbrValues<NbrParameters>): Promise<Returned[keyof Returned]>;
}

export function nbrOperation<P extends NbrParameters, R extends keyof Returned>(
  declared: Declared<P, R>,
): NbrOperation {
  const { run, ...rest } = declared;
  // The dispatcher reads the values by these very parameters.
  return { ...rest, run: (call, values) => run(call, values as NbrValues<P>) };
}
