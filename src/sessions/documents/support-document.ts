/** A support session: it begins at once, and has a type and tracking codes (supportsession.xsd). */
import { oneOf, record, type TypeOf } from '../../stored/shape.ts';
import { BASE_FIELDS } from './base-document.ts';
import { documentKind } from './document-kind.ts';

const shape = record({ ...BASE_FIELDS, kind: oneOf(['support']) });
export type SupportDocument = TypeOf<typeof shape>;

export const supportDocument = documentKind({ name: 'support', shape, defaults: {} });
