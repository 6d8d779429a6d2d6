/** What the console is told by the test tool. */
import type { SampleLanguage } from '../../code-samples/sample-language.ts';
import type { ElementOutline } from '../../xml/element-outline.ts';

export type { ElementOutline, SampleLanguage };

/** One operation of GET test/operations. */
export interface TestOperation {
  /** Such as `user`. */
  readonly service: string;
  /** Such as `GetUser`. */
  readonly name: string;
  /** A sentence. */
  readonly summary: string;
  /** Who may call it, in words. */
  readonly may: string;
}

/** GET test/operations */
export interface TestOperations {
  /** By service, and by name in it. */
  readonly operations: readonly TestOperation[];
}

/** GET test/operations/:service/:name */
export interface TestForm extends TestOperation {
  /** The value of `xsi:type`. */
  readonly type: string;
  /** The oldest level of the interface that is known to have it. */
  readonly level?: string;
  /** Whose credentials it takes: none, the name of the site alone, or those of an account. */
  readonly needs: 'nothing' | 'site' | 'credentials' | 'account';
  /** Its page of the manual: a path in the project. */
  readonly manual: string;
  /** A whole message of this site, without a password. */
  readonly sample: string;
  readonly request: readonly ElementOutline[];
  /** Where programs send it. */
  readonly address: string;
}

/** GET test/links */
export interface TestLinks {
  /** Of the site's pages, with slashes at both ends. */
  readonly folder: string;
  /** Where the installation is reached, without a slash at the end. */
  readonly origin: string;
  /** By their pages. */
  readonly links: readonly TestLink[];
}

export interface TestLink {
  /** Such as `m.php`. */
  readonly page: string;
  /** The value of AT; pages without commands have none. */
  readonly command?: string;
  /** A sentence. */
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

/** GET test/samples */
export interface TestSamples {
  /** By their names. */
  readonly samples: readonly TestSample[];
}

export interface TestSample {
  readonly id: number;
  readonly name: string;
  /** Such as `user.GetUser`; empty where the message names none. */
  readonly operation: string;
  /** The webExID of whoever saved it last. */
  readonly savedBy: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/** GET test/samples/:id */
export interface TestSampleMessage extends TestSample {
  readonly message: string;
}

/** POST test/send */
export interface TestSend {
  /** XML. */
  readonly message: string;
  /** `me`: as whoever is signed in; `message`: with the credentials that stand in it, or none. */
  readonly as: 'me' | 'message';
}

/** What came back, whatever the call has led to. */
export interface TestAnswer {
  /** The request's number: `log/:id` finds it. */
  readonly id: string;
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** Bytes that were sent and came back. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly ms: number;
  /** What was tolerated, in words; `log/:id` says more. */
  readonly hints: readonly string[];
}

/** POST test/code */
export interface TestCode {
  readonly method: string;
  /** From the slash on, such as `/WBXService/XMLService`. */
  readonly target: string;
  readonly contentType?: string;
  readonly body?: string;
}

/** A program in each language that makes the request. */
export interface TestCodeSamples {
  readonly samples: Readonly<Record<SampleLanguage, string>>;
}
