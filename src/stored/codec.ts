/** Reads and writes stored documents: JSON text with the version that it was written in. */
import { isObject, type Shape } from './shape.ts';

/** A document as it is in the database, which may be of an earlier version. */
export type StoredDocument = Readonly<Record<string, unknown>>;

/** Leads from one version to the next. */
export type Upgrade = (document: StoredDocument) => StoredDocument;

/** The newest version is the number of upgrades: a document that bears none was written before there were any. */
export interface DocumentKind<T extends object> {
  /** What it is called when something is wrong with it. */
  readonly name: string;
  readonly shape: Shape<T>;
  /** The first of them takes a document without a version. */
  readonly upgrades: readonly Upgrade[];
}

/** A stored document that cannot be read: a fault of ours, or of somebody who wrote into the database. */
export class DocumentBroken extends Error {
  constructor(kind: string, problem: string) {
    super(`a stored document ${kind}${problem}`);
  }
}

/** @throws DocumentBroken when the text is no object */
export function parsedDocument(text: string): StoredDocument {
  const document: unknown = JSON.parse(text);
  if (!isObject(document)) throw new DocumentBroken('', 'is no object');
  return document;
}

/**
 * The document in the newest version.
 * @throws DocumentBroken when it was written by a later version of Parlance, or is not of its shape
 */
export function upgraded<T extends object>(kind: DocumentKind<T>, stored: StoredDocument): T {
  const { version = 0 } = stored;
  const newest = kind.upgrades.length;
  if (typeof version !== 'number' || version > newest) {
    throw new DocumentBroken(
      kind.name,
      ` is of version ${String(version)}, and ${newest} is the newest known`,
    );
  }
  const document = kind.upgrades.slice(version).reduce((before, upgrade) => upgrade(before), stored);
  const { version: _, ...content } = document;
  return checkedDocument(kind, content);
}

/**
 * The document of a text that the database has kept.
 * @throws DocumentBroken as `upgraded` does, and when the text is no object
 */
export function readDocument<T extends object>(kind: DocumentKind<T>, text: string): T {
  return upgraded(kind, parsedDocument(text));
}

/** @throws DocumentBroken when the document is not of its shape */
export function documentText<T extends object>(kind: DocumentKind<T>, document: T): string {
  return JSON.stringify({ version: kind.upgrades.length, ...checkedDocument(kind, document) });
}

/** @throws DocumentBroken when the document is not of its shape */
export function checkedDocument<T extends object>(
  kind: Pick<DocumentKind<T>, 'name' | 'shape'>,
  document: unknown,
): T {
  const problem = kind.shape.problem(document);
  if (problem !== undefined) throw new DocumentBroken(kind.name, problem);
  return document as T;
}
