/** The days on which a series takes place. */
import { enumeration } from '../../../xml/schema.ts';
import { com } from '../namespaces.ts';

export const dayOfWeekType = enumeration(com, 'dayOfWeekType', [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
]);
