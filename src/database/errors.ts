/** How the database floor fails, by name and alike on both databases. */

/** A row with the same key exists. `constraint` is the index's name, or `<table>_pkey` for a primary key. */
export class UniqueViolation extends Error {
  override readonly name = 'UniqueViolation';
  readonly constraint: string;

  constructor(constraint: string, cause: unknown) {
    super(`A row with the same ${constraint} exists`, { cause });
    this.constraint = constraint;
  }
}

/** The database cannot be reached or opened now. The message is meant for the person who runs the site. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** Another process has the database file open for itself. */
export class DatabaseInUse extends DatabaseUnavailable {
  constructor(file: string) {
    super(`The database file ${file} is in use by another process`);
  }
}

/** `write` was called inside a write, which would wait for itself. Use the transaction that you were given. */
export class NestedWrite extends Error {
  override readonly name = 'NestedWrite';

  constructor() {
    super('A write was started inside a write. Use the transaction that the outer work was given');
  }
}

/** A work did not finish in time: it waits for something slow, which it must do outside. */
export class WriteTimedOut extends Error {
  override readonly name = 'WriteTimedOut';

  constructor(milliseconds: number) {
    super(`A write did not finish within ${milliseconds} ms and was rolled back`);
  }
}

/** The transaction was used after its work had ended. */
export class TransactionEnded extends Error {
  override readonly name = 'TransactionEnded';

  constructor() {
    super('This transaction has ended. Await every statement inside the work');
  }
}

/** The group of writes that this one was committed with could not be committed; nothing of it was kept. */
export class WriteLost extends Error {
  override readonly name = 'WriteLost';

  constructor(cause: unknown) {
    super(`The write was rolled back: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** A value that one of the two databases could not store or compare, refused on both. */
export class UnstorableValue extends Error {
  override readonly name = 'UnstorableValue';
}
