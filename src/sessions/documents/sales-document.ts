/** A sales session, in the words of sales.xsd. Prospects and the team are its people, and have rows of their own. */
import { flag, integer, oneOf, optional, record, type TypeOf, text } from '../../stored/shape.ts';
import { BASE_FIELDS } from './base-document.ts';
import { documentKind } from './document-kind.ts';

const shape = record({
  ...BASE_FIELDS,
  kind: oneOf(['sales']),
  /** Whether the highest session type of the host is taken where none is named. */
  defaultHighestMT: flag,
  /** By name, or by the numbers below. */
  account: optional(text),
  opportunity: optional(text),
  intAccountID: optional(integer),
  intOpptyID: optional(integer),
  extSystemID: optional(integer),
  openTimeEnabled: flag,
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
    openTimeEnabled: false,
    sendScheduleEmail: false,
    sendEmailByClient: false,
    showFileStartMode: false,
    showFileContPlayFlag: false,
    showFileInterVal: 0,
  },
});
