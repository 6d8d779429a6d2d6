/** GetLabInfo: a lab, or all labs of the site. */
import { LabNotFound } from '../../labs/lab.ts';
import { checkSeesLabs } from '../../policies/lab.ts';
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import { long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { trainingService } from '../service.ts';
import { labInfoType } from './lab-type.ts';

export const getLabInfo = operation({
  service: trainingService,
  name: 'GetLabInfo',
  level: '5.5',
  summary: 'Returns the labs of the site, or one of them, with how many of their computers are in use.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, LabNotFound, NoRecordFound],
  request: body(trainingService, 'getLabInfo', { labID: optional(long()), labName: optional(text()) }),
  response: body(trainingService, 'getLabInfoResponse', { labInfo: many(labInfoType) }),
  async run({ site, account, app: { labs } }, { labID, labName }) {
    checkSeesLabs(account);
    const all = await labs.of(site);
    const byID = all.filter((lab) => labID === undefined || lab.labID === labID);
    if (labID !== undefined && byID.length === 0) throw new LabNotFound('labID', labID);
    const name = labName?.toLowerCase();
    const labInfo = byID.filter((lab) => name === undefined || lab.labName.toLowerCase() === name);
    if (labName !== undefined && labInfo.length === 0) throw new LabNotFound('labName', labName);
    if (labInfo.length === 0) throw new NoRecordFound();
    return { labInfo };
  },
});
