/** The XSD files of the interface, written from the declared operations. */
import type { Namespace } from '../xml/schema.ts';
import { indexFile, schemaFiles } from '../xml/xsd.ts';
import { messageType } from './envelopes/message-type.ts';
import { responseTypes } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import * as namespaces from './types/namespaces.ts';
import { serv } from './types/namespaces.ts';

/** Where the files are served. */
export const SCHEMA_FOLDER = '/schemas/9.0.0';

/** The file that imports all the others. */
export const INDEX_FILE = 'index.xsd';

/** Every file by its path below the folder. */
export function schemas(): Map<string, string> {
  const types = OPERATIONS.flatMap((operation) => [operation.request, ...responseTypes(operation)]);
  const files = schemaFiles(types, [{ name: 'message', namespace: serv, type: messageType }]);
  const written = Object.values(namespaces).filter((namespace: Namespace) => files.has(namespace.file));
  files.set(INDEX_FILE, indexFile(written));
  return files;
}
