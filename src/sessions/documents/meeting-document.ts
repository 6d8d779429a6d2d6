/** A meeting, and one by telephone alone: that one has access codes besides. */
import { flag, integer, oneOf, optional, record, type TypeOf, text } from '../../stored/shape.ts';
import { withSettledForm } from '../enrollment/registration-form.ts';
import { accessCodes, BASE_FIELDS } from './base-document.ts';
import { documentKind } from './document-kind.ts';

const FIELDS = {
  ...BASE_FIELDS,
  setNonMTOptions: optional(flag),
  templateFilePath: optional(text),
  showFilePath: optional(text),
  showFileStartMode: flag,
  showFileContPlayFlag: flag,
  showFileInterVal: integer,
  firstAttendeeAsPresenter: flag,
} as const;

const defaults = {
  showFileStartMode: false,
  showFileContPlayFlag: false,
  showFileInterVal: 0,
  firstAttendeeAsPresenter: false,
};

const meeting = record({ ...FIELDS, kind: oneOf(['meeting']) });
export type MeetingDocument = TypeOf<typeof meeting>;

const audioOnly = record({ ...FIELDS, kind: oneOf(['audioOnly']), accessCodes });
export type AudioOnlyDocument = TypeOf<typeof audioOnly>;

export const meetingDocument = documentKind({
  name: 'meeting',
  shape: meeting,
  defaults,
  settled: withSettledForm,
});
export const audioOnlyDocument = documentKind({
  name: 'audioOnly',
  shape: audioOnly,
  defaults,
  settled: withSettledForm,
});
