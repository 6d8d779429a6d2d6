/** Labs. */
import { checkLabAvailability } from './check-lab-availability.ts';
import { createLab } from './create-lab.ts';
import { delLab } from './del-lab.ts';
import { getLabInfo } from './get-lab-info.ts';
import { getLabSchedule } from './get-lab-schedule.ts';
import { reserveLab } from './reserve-lab.ts';
import { setLab } from './set-lab.ts';

export const labOperations = [
  getLabInfo,
  checkLabAvailability,
  reserveLab,
  getLabSchedule,
  createLab,
  setLab,
  delLab,
];
