/**
 * The way from an operation of the XML API to the REST interface. The manual's migration guide and the console's
 * request log are made from these declarations; tests hold every name in them against both interfaces.
 */
import type { Conversion } from './conversions.ts';

export type RestMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An element and the JSON member that says the same. */
export interface FieldPair {
  /** The way to the element below `bodyContent`, such as `schedule/startDate`. */
  readonly xml: string;
  /**
   * The way to the member, such as `invitees[].email`. `?max` is a parameter of the query, `{meetingId}` a part of the
   * path.
   */
  readonly rest: string;
  /** How the one becomes the other; nothing where it stays as it is. */
  readonly by?: Conversion;
}

/** One call of the REST interface. */
export interface RestWay {
  readonly method: RestMethod;
  /** Below `/v1/`, such as `meetings/{meetingId}`. */
  readonly path: string;
  /** When it is this one, where an operation has several: a clause that follows the call. */
  readonly when?: string;
  /** Elements of the request. */
  readonly sends: readonly FieldPair[];
  /** Elements of the answer. */
  readonly answers: readonly FieldPair[];
}

export interface Migration {
  /** As the interface names them: `meeting` and `CreateMeeting`. */
  readonly service: string;
  readonly operation: string;
  /** The first one is the nearest. None: REST has nothing like it. */
  readonly ways: readonly RestWay[];
  /** What REST has not, and what to do then. There is always something to do: the XML API stays. */
  readonly without?: string;
}

export function pair(xml: string, rest: string, by?: Conversion): FieldPair {
  return { xml, rest, ...(by && { by }) };
}

/** The pairs with both ways begun by something, as in a list. */
export function below(xml: string, rest: string, pairs: readonly FieldPair[]): FieldPair[] {
  return pairs.map((one) => ({ ...one, xml: `${xml}${one.xml}`, rest: `${rest}${one.rest}` }));
}

type WayParts = Partial<Pick<RestWay, 'when' | 'sends' | 'answers'>>;

/** @param call such as `GET meetings/{meetingId}` */
export function way(
  call: `${RestMethod} ${string}`,
  { sends = [], answers = [], when }: WayParts = {},
): RestWay {
  const [method, path] = call.split(' ') as [RestMethod, string];
  return { method, path, sends, answers, ...(when !== undefined && { when }) };
}

/** @param name such as `meeting.CreateMeeting` */
export function migration(name: string, ways: readonly RestWay[], without?: string): Migration {
  const at = name.lastIndexOf('.');
  return {
    service: name.slice(0, at),
    operation: name.slice(at + 1),
    ways,
    ...(without !== undefined && { without }),
  };
}
