/** How operations are wrapped on their way in and out: a parameter of the dispatcher. */
import type { GsbStatus } from '../../sites/site.ts';
import type { Hint } from '../../xml/decoder.ts';
import type { XmlElement } from '../../xml/element.ts';
import type { Failure } from '../exceptions/failure.ts';
import type { Service } from '../service.ts';
import type { SecurityContext } from './message-type.ts';

export interface Envelope {
  /**
   * Takes a document apart.
   * @throws MessageRefused when it holds no operation, or is something else.
   * @throws InvalidElement
   */
  open(root: XmlElement, hint: Hint): OpenedMessage;
  /** The one type that means an operation exactly; whatever else is read for it is a hint. */
  typeOf(operation: { readonly service: Service; readonly name: string }): string;
  /** What encloses the encoded content of an operation's answer; the parts are joined once, at start. */
  encloser(service: Service, responseName: string): (content: string) => string;
  /** The answer to what could not be taken apart. */
  refuse(failure: Failure, gsbStatus: GsbStatus): Written;
}

export interface OpenedMessage {
  readonly securityContext: SecurityContext;
  /** At least one. */
  readonly contents: readonly Content[];
  /** The answer, with one outcome for each content. */
  answer(outcomes: readonly Outcome[], gsbStatus: GsbStatus): Written;
}

/** What an operation is asked. */
export interface Content {
  /** Its elements are those of the request. */
  readonly element: XmlElement;
  /** @throws MessageRefused (noOperation) */
  readonly type: () => string;
}

/** One operation's part of an answer. */
export type Outcome =
  | { readonly service: Service; readonly content: string }
  | { readonly service: Service | undefined; readonly failure: Failure };

export interface Written {
  readonly status: number;
  readonly text: string;
}
