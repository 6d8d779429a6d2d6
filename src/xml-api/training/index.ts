/** The training service. */
import { labOperations } from './lab-operations.ts';

export const trainingOperations = [...labOperations];
