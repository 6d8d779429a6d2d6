/** A training session, in the words of trainingsession.xsd. */
import { each, flag, integer, oneOf, optional, record, type TypeOf, text } from '../../stored/shape.ts';
import { withSettledForm } from '../enrollment/registration-form.ts';
import { BASE_FIELDS } from './base-document.ts';
import { documentKind } from './document-kind.ts';

/** One session; a class that recurs, each session on its own; a course, for which one registers once. */
export const TRAINING_KINDS = ['SINGLE', 'RECURRING_SINGLE', 'MULTIPLE_SESSION'] as const;

/** What a training can do beside a meeting. */
export const TRAINING_OPTIONS = [
  'networkBasedRecord',
  'presenterBreakoutSession',
  'attendeeBreakoutSession',
  'muteOnEntry',
  'veryLargeSess',
] as const;

const shape = record({
  ...BASE_FIELDS,
  kind: oneOf(['training']),
  description: optional(text),
  /** Whether the highest session type of the host is taken where none is named. */
  defaultHighestMT: flag,
  enableGreeting: flag,
  /** The criteria of the site for passwords do not count where this is false. */
  enforcePassword: optional(flag),
  destinationURL: optional(text),
  trainingOptions: record(each(TRAINING_OPTIONS, flag)),
  trainingKind: oneOf(TRAINING_KINDS),
  psoFields: optional(record({ psoField1: optional(text) })),
  handsOnLab: optional(
    record({ reserveHOL: optional(flag), labName: optional(text), numComputers: optional(integer) }),
  ),
  preAssignBreakout: optional(
    record({
      enable: optional(flag),
      attendeeAssign: optional(oneOf(['AUTO', 'MANUAL'])),
      numSessions: optional(integer),
      attendeesPerSess: optional(integer),
    }),
  ),
});
export type TrainingDocument = TypeOf<typeof shape>;

export const trainingDocument = documentKind({
  name: 'training',
  shape,
  defaults: {
    defaultHighestMT: true,
    enableGreeting: false,
    trainingOptions: {
      networkBasedRecord: false,
      presenterBreakoutSession: false,
      attendeeBreakoutSession: false,
      muteOnEntry: false,
      veryLargeSess: false,
    },
    trainingKind: 'SINGLE',
  },
  settled: withSettledForm,
});
