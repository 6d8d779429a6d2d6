/** Every operation that this server speaks. */
import { attendeeOperations } from './attendee/index.ts';
import { epOperations } from './ep/index.ts';
import { eventOperations } from './event/index.ts';
import { historyOperations } from './history/index.ts';
import { meetingOperations } from './meeting/index.ts';
import { meetingTypeOperations } from './meeting-type/index.ts';
import { salesOperations } from './sales/index.ts';
import { siteOperations } from './site/index.ts';
import { supportOperations } from './supportsession/index.ts';
import { trainingOperations } from './training/index.ts';
import { userOperations } from './user/index.ts';

export const OPERATIONS = [
  ...userOperations,
  ...meetingOperations,
  ...attendeeOperations,
  ...meetingTypeOperations,
  ...epOperations,
  ...siteOperations,
  ...salesOperations,
  ...supportOperations,
  ...trainingOperations,
  ...historyOperations,
  ...eventOperations,
];
