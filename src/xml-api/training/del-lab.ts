/** DelLab: takes a lab off the site. */
import { LabNotFound, LabReserved } from '../../labs/lab.ts';
import { checkManagesLabs } from '../../policies/lab.ts';
import { AccessDenied } from '../../refusal.ts';
import { long } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';

export const delLab = operation({
  service: trainingService,
  name: 'DelLab',
  level: '9.0.0',
  summary: 'Takes a lab off the site, unless computers of it are reserved.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, LabNotFound, LabReserved],
  request: body(trainingService, 'delLab', { labID: long({ sample: '3' }) }),
  response: body(trainingService, 'delLabResponse', {}),
  async run({ site, account, app: { accounts, labs } }, { labID }) {
    checkManagesLabs(await accounts.withProfile(account));
    await labs.remove(site, labID);
    return {};
  },
});
