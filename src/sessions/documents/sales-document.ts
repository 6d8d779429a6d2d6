/** A sales session, in the words of sales.xsd. Prospects and the team are its people, and have rows of their own. */
import { flag, integer, oneOf, optional, record, type TypeOf, text } from '../../stored/shape.ts';
import { BASE_FIELDS } from './base-document.ts';
import { documentKind } from './document-kind.ts';

const shape = record({
  ...BASE_FIELDS,
  kind: oneOf(['sales']),
  /** Whether the highest session type of the host is taken where none is named. */
  defaultHighestMT: flag,
  /** What it is about; the names are those of the numbers. */
  intAccountID: optional(integer),
  intOpptyID: optional(integer),
  extSystemID: optional(integer),
  sendScheduleEmail: flag,
  sendEmailByClient: flag,
  templateFilePath: optional(text),
  showFilePath: optional(text),
  showFileStartMode: flag,
  showFileContPlayFlag: flag,
  showFileInterVal: integer,
});
export type SalesDocument = TypeOf<typeof shape>;

export const salesDocument = documentKind({
  name: 'sales',
  shape,
  defaults: {
    defaultHighestMT: true,
    sendScheduleEmail: false,
    sendEmailByClient: false,
    showFileStartMode: false,
    showFileContPlayFlag: false,
    showFileInterVal: 0,
  },
});
