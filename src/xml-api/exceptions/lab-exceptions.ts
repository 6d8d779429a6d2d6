/** Labs and their computers. */
import { LabFull, LabNameTaken, LabNotFound, LabReserved, TooManyLabs } from '../../labs/lab.ts';
import { type Exception, exception } from './exception.ts';

export const labExceptions = {
  labNotFound: exception(
    '060940',
    'Corresponding lab not found',
    'ours',
    'The site has no lab of that labName or labID.',
    [LabNotFound],
  ),
  labFull: exception(
    '060941',
    'The lab has too few free computers',
    'ours',
    'ReserveLab, and a training session with handsOnLab: other reservations leave fewer than numComputers.',
    [LabFull],
  ),
  labNameTaken: exception(
    '060942',
    'A lab of that name exists',
    'ours',
    'CreateLab, SetLab: another lab of the site has the name.',
    [LabNameTaken],
  ),
  labReserved: exception(
    '060943',
    'The lab has reserved computers',
    'ours',
    'DelLab: somebody has reserved computers of it for now or later.',
    [LabReserved],
  ),
  tooManyLabs: exception('060944', 'The site has too many labs', 'ours', 'CreateLab: a site has 500.', [
    TooManyLabs,
  ]),
} as const satisfies Record<string, Exception>;
