/** The base of every request and response. */
import { complex } from '../../xml/schema.ts';
import { serv } from './namespaces.ts';

export const bodyContentType = complex(serv, 'bodyContentType', {});
