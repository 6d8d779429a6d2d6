/** What a row of the authorization matrix says: one request, who may, what the others are answered, and who is told what. */
import type { Visitor } from '../browser/visitor.ts';
import type { CallerName, Told } from './callers.ts';

/** What requests name. */
export interface Names {
  /** The key of a meeting that nobody has touched yet. */
  readonly key: string;
  /** One that takes registrations. */
  readonly registrationKey: string;
  /** The number of somebody who has registered for it. */
  readonly registrant: string;
  /** A training of the meeting's host, with its people, password and agenda. */
  readonly trainingKey: string;
  /** An event of the meeting's host, and of whoever scheduled that. */
  readonly eventKey: string;
  /** An audio-only session. */
  readonly audioKey: string;
  /** webExIDs: of the meeting's host, of whoever asks, and of an account that nobody has to do with. */
  readonly host: string;
  readonly caller: string;
  readonly victim: string;
  /** The e-mail address of the caller; another one when it is nobody. */
  readonly callerEmail: string;
  /** Different in every cell. */
  readonly fresh: string;
  readonly confID: string;
  readonly eventID: string;
  /** The site's partner id. */
  readonly PID: string;
  /** Of a distribution list of the host. */
  readonly distListID: string;
  /** Of a customer and of an opportunity of the host, and of a product of the site. */
  readonly salesAccount: string;
  /** A queue of requests for support that nobody serves, and an agent without a manager. */
  readonly queue: string;
  readonly queueID: string;
  readonly agent: string;
  /** A sales session, with the same people as the meeting. */
  readonly salesKey: string;
  readonly opportunity: string;
  readonly product: string;
  /** Tests of the host's own library and of the site's; one of a training that has not begun, one that is open there. */
  readonly ownTest: string;
  readonly sharedTest: string;
  readonly testSessionKey: string;
  readonly laterTest: string;
  readonly openTest: string;
  /** What an invited person has submitted in that one. */
  readonly attempt: string;
  /** Of a lab in which the host has reserved computers. */
  readonly labName: string;
  readonly labID: string;
  /** An integration of the site, and one of the other site. */
  readonly clientID: string;
  readonly foreignClientID: string;
  /** Of an invited person. */
  readonly attendeeID: string;
  /** Recordings of the host's event: one that is kept, with the meeting's name, password and agenda, and one in the bin. */
  readonly recordingID: string;
  readonly binnedRecordingID: string;
}

/** What an answer that succeeds is. */
export const SUCCESS = 'SUCCESS';

/** The same answer for each of them. */
export function forAll(callers: readonly CallerName[], answer: string): Rights['otherwise'] {
  return Object.fromEntries(callers.map((caller) => [caller, answer]));
}

/** What a row says of its answers, whatever protocol asks. */
export interface Rights {
  /** For the manual: what the request is about, where the name of the operation does not say it. */
  readonly about?: string;
  /** Who succeeds. Without it those whom the operation's declaration names. */
  readonly may?: readonly CallerName[];
  /** What the others are answered: an exception's number, or a word of the URL API. */
  readonly refusal?: string;
  /** What nobody is answered in a browser, where that is not `AccessDenied`. */
  readonly stranger?: string;
  /** Whoever is answered otherwise. */
  readonly otherwise?: Partial<Readonly<Record<CallerName, string>>>;
  /** Whether it changes something for those who may, or for which of them; for everybody else nothing may change. */
  readonly changes?: boolean | readonly CallerName[];
  readonly tells?: Told;
  /** What an administrator does there they do as one of those who are in: nobody has to answer for it. */
  readonly isNoAct?: boolean;
}

/** A request of the XML API. */
export interface Row extends Rights {
  readonly request: string | ((names: Names) => string);
}

/** A call of the URL API, by the browser of the caller, with a back URL. */
export interface CommandRow extends Rights {
  readonly fields: (names: Names) => Readonly<Record<string, string>>;
}

/** By the name of the operation, with its service. */
export type Rows = Readonly<Record<string, readonly Row[]>>;

/** A page of our own, in the browser of the caller: shown, or one of its forms sent. */
export interface PageRow extends Rights {
  /** Its address below the site's folder, where the page's own has a parameter in it. */
  readonly path?: string;
  readonly query?: (names: Names) => Readonly<Record<string, string>>;
  /** The fields of a form of the page, which is sent with its token. */
  readonly form?: (names: Names) => Readonly<Record<string, string>>;
  /** What the form does: its field DO. */
  readonly deed?: string;
  /** It answers with a stream of events: it is opened and left. */
  readonly isStream?: boolean;
  /** What somebody is shown who may: the kind of the page, or `to …` for the page that it leads to. */
  readonly shows: string;
  /** What the caller does in their browser before. */
  readonly before?: (browser: Visitor, names: Names) => Promise<unknown>;
}

/** By the path of the page below the site's folder. */
export type PageRows = Readonly<Record<string, readonly PageRow[]>>;
