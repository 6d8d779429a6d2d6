/** SetLab: another name or another description for a lab. */
import { LabNameTaken, LabNotFound } from '../../labs/lab.ts';
import { checkManagesLabs } from '../../policies/lab.ts';
import { AccessDenied } from '../../refusal.ts';
import { long, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { labType } from './lab-type.ts';

export const setLab = operation({
  service: trainingService,
  name: 'SetLab',
  level: '9.0.0',
  summary: 'Gives a lab another name or another description.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, LabNotFound, LabNameTaken],
  request: body(trainingService, 'setLab', { labID: long({ sample: '2' }), lab: optional(labType) }),
  response: body(trainingService, 'setLabResponse', {}),
  async run({ site, account, app: { accounts, labs } }, { labID, lab }) {
    checkManagesLabs(await accounts.withProfile(account));
    await labs.change(site, labID, lab ?? {});
    return {};
  },
});
