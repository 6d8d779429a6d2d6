/** The operations of the support service. */
import { createSupportSession } from './create-support-session.ts';

export const supportOperations = [createSupportSession];
