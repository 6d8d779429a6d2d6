/** CreateLab: a lab of the site. */
import { LabNameTaken, TooManyLabs } from '../../labs/lab.ts';
import { checkManagesLabs } from '../../policies/lab.ts';
import { AccessDenied } from '../../refusal.ts';
import { long, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { labType } from './lab-type.ts';

export const createLab = operation({
  service: trainingService,
  name: 'CreateLab',
  level: '9.0.0',
  summary: 'Makes a lab of ten computers. Administrators of the labs set their number in the console.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, LabNameTaken, TooManyLabs],
  request: body(trainingService, 'createLab', { lab: labType }),
  response: body(trainingService, 'createLabResponse', { labID: optional(long()) }),
  samples: { 'lab/labName': 'Security lab' },
  async run({ site, account, app: { accounts, labs } }, { lab }) {
    checkManagesLabs(await accounts.withProfile(account));
    return { labID: await labs.create(site, lab) };
  },
});
