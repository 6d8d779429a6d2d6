/**
 * The XML API for the console, which stands beside it and imports nothing of it: the server leads this door to the one
 * once both are there. It tells of the links of the URL API, too. What is sent through it is a call like any other, counted and logged.
 */
import type { ElementOutline } from './xml/element-outline.ts';

/** How a message reaches the door: what a request would tell of itself. */
export interface DoorMessage {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly host?: string | undefined;
  /** Where whoever sends it is. */
  readonly address?: string | undefined;
  readonly userAgent?: string | undefined;
  /** The entry of the request log that it repeats. */
  readonly repeats?: number | undefined;
}

export interface DoorAnswer {
  /** The number of the request, as the log has it. */
  readonly id: string;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** What was tolerated, in words. */
  readonly hints: readonly string[];
}

export interface ListedOperation {
  readonly service: string;
  readonly name: string;
  readonly summary: string;
  /** Who may call it, in words. */
  readonly may: string;
}

export interface DescribedOperation extends ListedOperation {
  /** The value of `xsi:type`. */
  readonly type: string;
  /** The oldest level of the interface that is known to have it. */
  readonly level?: string;
  /** Whose credentials it takes: none, the name of the site alone, or those of an account. */
  readonly needs: 'nothing' | 'site' | 'credentials' | 'account';
  /** Its page of the manual. */
  readonly manual: string;
  /** A whole message. */
  readonly sample: string;
  readonly request: readonly ElementOutline[];
}

/** Whom a sample comes from. */
export interface SampleSender {
  readonly siteName: string;
  readonly webExID: string;
  readonly password: string;
}

export interface OperationCatalogue {
  operationLines(): readonly ListedOperation[];
  /** Nothing when there is no such operation. */
  operationOutline(service: string, name: string, sender: SampleSender): DescribedOperation | undefined;
}

/** A command of the URL API, or a page of it that has none. */
export interface DescribedLink {
  /** Such as `m.php`. */
  readonly page: string;
  /** The value of AT. */
  readonly command?: string;
  readonly summary?: string;
  readonly needs: 'nobody' | 'account';
  readonly parameters: readonly {
    readonly name: string;
    readonly meaning: string;
    /** What it may look like, in words. */
    readonly form: string;
    readonly isRequired: boolean;
  }[];
}

export interface LinkCatalogue {
  links(): readonly DescribedLink[];
}

export interface XmlApi {
  send(message: DoorMessage): Promise<DoorAnswer>;
  /** Loaded where somebody asks. */
  operations(): Promise<OperationCatalogue>;
  /** Likewise. */
  links(): Promise<LinkCatalogue>;
}

export interface XmlDoor extends XmlApi {
  leadTo(api: XmlApi): void;
}

export function openXmlDoor(): XmlDoor {
  let api: XmlApi | undefined;
  const behind = (): XmlApi => {
    if (!api) throw new Error('the XML API is not there yet');
    return api;
  };
  return {
    leadTo(opened) {
      api = opened;
    },
    send: (message) => behind().send(message),
    operations: () => behind().operations(),
    links: () => behind().links(),
  };
}
