/** The training service. */
import { createTrainingSession } from './create-training-session.ts';
import { delTrainingSession } from './del-training-session.ts';
import { getTrainingSession } from './get-training-session.ts';
import { labOperations } from './lab-operations.ts';
import { lstSummaryTrainingSession } from './lst-summary-training-session.ts';
import { lstTrainingSession } from './lst-training-session.ts';
import { setTrainingSession } from './set-training-session.ts';
import { testOperations } from './test-operations.ts';

export const trainingOperations = [
  createTrainingSession,
  setTrainingSession,
  getTrainingSession,
  delTrainingSession,
  lstTrainingSession,
  lstSummaryTrainingSession,
  ...labOperations,
  ...testOperations,
];
