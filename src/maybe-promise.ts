/** A value that is there at once where it is remembered, and later where it must be asked for. */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on at once where the value is there: every promise on the way costs a call its turn. */
export function andThen<T, R>(value: MaybePromise<T>, next: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return value instanceof Promise ? value.then(next) : next(value);
}
