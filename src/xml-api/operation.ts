/** What an operation is: a declared request and response, who may call it, and what it does. */
import type { Account } from '../accounts/account.ts';
import type { Context } from '../context.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import type { RefusalClass } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import type { ThrottleGroup } from '../throttle/throttle.ts';
import type { Hint, InvalidElement } from '../xml/decoder.ts';
import type { Samples } from '../xml/sample.ts';
import { type ComplexType, extension, type Fields, type ValueOf } from '../xml/schema.ts';
import type { Encoded } from './encoded.ts';
import type { SecurityContext } from './envelopes/message-type.ts';
import type { Kept } from './kept.ts';
import type { Service } from './service.ts';
import { bodyContentType } from './types/body.ts';

/** A call that needs nobody: not even a site. */
export interface OpenCall {
  /** Every dependency. */
  readonly app: Context;
  /** Writes what was tolerated into the request log. */
  readonly hint: Hint;
  /** Answers of earlier requests. */
  readonly kept: Kept;
  /** Where the caller is, if that is known: an IPv4 or IPv6 address. */
  readonly address: () => string | undefined;
  /** Counts a new password of the message, before it is hashed. @throws TooManyNewPasswords */
  readonly countNewPassword: () => void;
}

/**
 * Who calls. Wrong credentials are paid for and counted once a message.
 * @param by the credentials that are looked at: all that were sent, or without the session ticket
 * @param withExpiredPassword whether a caller whose password has expired is let in
 * @throws the failures of `SignIn.identify`.
 * @throws PasswordExpired
 */
export type Identify = (
  by: 'anyCredential' | 'password',
  withExpiredPassword?: boolean,
) => MaybePromise<Account>;

/** A call to a site, by anybody. */
export interface SiteCall extends OpenCall {
  readonly site: Site;
  readonly identify: Identify;
  /**
   * Who calls an operation that strangers may call: a credential must be a right one; without any it is nobody,
   * where the site lets strangers in.
   * @throws CredentialsMissing where it does not.
   * @throws the failures of `identify`.
   */
  readonly visitor: () => Promise<Account | undefined>;
  /**
   * Counts the call against the limit that the site has for the operation's group (`throttled`). It has been
   * counted already where the operation needs an account; one that judges the credentials itself calls this when it
   * knows who calls.
   * @throws RateLimitReached when the site's calls are used up
   */
  readonly count: () => void | Promise<void>;
}

/** A call whose subject is the credentials themselves. */
export interface CredentialsCall extends SiteCall {
  /** As they were sent; the dispatcher has not looked at them. */
  readonly credentials: SecurityContext;
}

/** A call by an account of the site. */
export interface AccountCall extends SiteCall {
  readonly account: Account;
}

/** Who may call an operation. `allows` throws `AccessDenied`, or whatever the rule is refused with. */
export type Access =
  | { readonly needs: 'nothing'; readonly words: string }
  | { readonly needs: 'site'; readonly words: string }
  /** The operation judges the credentials itself. */
  | { readonly needs: 'credentials'; readonly words: string }
  | {
      readonly needs: 'account';
      /** For the manual: who may call. */
      readonly words: string;
      readonly allows: (call: AccountCall) => void;
      /** Whether a caller whose password has expired is let in (to set a new one). */
      readonly withExpiredPassword?: boolean;
    };

type CallFor<A extends Access> = A extends { needs: 'account' }
  ? AccountCall
  : A extends { needs: 'credentials' }
    ? CredentialsCall
    : A extends { needs: 'site' }
      ? SiteCall
      : OpenCall;

export interface Operation<
  Q extends ComplexType = ComplexType,
  S extends ComplexType = ComplexType,
  A extends Access = Access,
> {
  readonly service: Service;
  /** As the interface names it, such as `GetLoginTicket`. */
  readonly name: string;
  /** The oldest level of the interface that is known to have it; 5.5 is that of the published schemas. */
  readonly level?: string;
  /** What it does, in a sentence for the manual. */
  readonly summary: string;
  readonly may: A;
  /**
   * The limit that a call counts against: one of three groups (documented for 000045, without the operations by
   * name), or none.
   */
  readonly throttled: ThrottleGroup | 'never';
  readonly request: Q;
  readonly response: S;
  /**
   * What it may be refused with, beside the rule of who may call and what its elements are held to; the manual tells
   * the numbers. `InvalidElement` is an element that is missing though none is always required.
   */
  readonly refuses?: readonly (RefusalClass | typeof InvalidElement)[];
  /** For the manual: what elements of its own mean, by the way to them; others are in its glossary. */
  readonly meanings?: Readonly<Record<string, string>>;
  /** What the sample request says, where the samples of the types do not fit. */
  readonly samples?: Samples;
  /** A new demo has nothing that it lists: the sample is answered so. */
  readonly isEmptyOnDemo?: true;
  /** The name of the response's type where the operation is called by its java: name, when it is another one. */
  readonly responseByJavaName?: string;
  run(call: CallFor<A>, request: ValueOf<Q>): MaybePromise<ValueOf<S> | Encoded>;
}

/** An operation whose types are forgotten, as the dispatcher keeps them side by side. */
export interface AnyOperation extends Omit<Operation, 'run'> {
  run(call: OpenCall, request: unknown): MaybePromise<unknown>;
}

/** Declares an operation: `run` gets its request decoded, and what it returns is encoded by its response. */
export function operation<Q extends ComplexType, S extends ComplexType, A extends Access>(
  declared: Operation<Q, S, A>,
): AnyOperation {
  // The dispatcher makes the call and the request by this very declaration.
  return declared as unknown as AnyOperation;
}

/** The types that an operation answers with: that of its schema, and the one with another name if there is one. */
export function responseTypes({ service, response, responseByJavaName }: AnyOperation): ComplexType[] {
  if (responseByJavaName === undefined) return [response];
  return [response, extension(service.namespace, responseByJavaName, response, {})];
}

/** The content of a request or response, under its schema type's name in the service's namespace. */
export function body<const F extends Fields>({ namespace }: Service, name: string, fields: F) {
  return extension(namespace, name, bodyContentType, fields);
}
