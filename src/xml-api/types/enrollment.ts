/** The fields of an event's registration form that every event has (event.xsd). */
import { ENROLLMENT_FIELDS } from '../../sites/settings/general.ts';
import { bool, complex, optional, optionals } from '../../xml/schema.ts';
import { event } from './namespaces.ts';

export const enrollmentFieldType = complex(event, 'enrollmentFieldType', {
  incl: optional(bool()),
  req: optional(bool()),
});

export const standardFieldsType = complex(
  event,
  'standardFieldsType',
  optionals(ENROLLMENT_FIELDS, enrollmentFieldType),
);
