/** LstDistList: the distribution lists of a host. */
import { AccessDenied, NoRecordFound } from '../../refusal.ts';
import { complex, integer, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { addressTypeType } from '../types/common.ts';
import { ep } from '../types/namespaces.ts';
import { whose } from './whose.ts';

const distListInstanceType = complex(ep, 'distListInstanceType', {
  distListID: integer(),
  name: text(),
  desc: optional(text()),
  addressType: optional(addressTypeType),
});

export const lstDistList = operation({
  service: epService,
  name: 'LstDistList',
  level: '5.5',
  summary: 'Lists the distribution lists of the caller, or for administrators those of a host.',
  may: anyAccount,
  throttled: 'never',
  refuses: [AccessDenied, NoRecordFound],
  request: body(epService, 'lstDistList', {
    distListID: optional(integer({ min: 1 })),
    name: optional(text()),
    addressType: optional(addressTypeType),
    hostWebExID: optional(text()),
  }),
  response: body(epService, 'lstDistListResponse', { distList: many(distListInstanceType) }),
  async run(call, { distListID, name, addressType, hostWebExID }) {
    const owner = await whose(call, hostWebExID, 'read');
    // Nobody makes lists of the whole company.
    const found = addressType === 'GLOBAL' ? [] : await call.app.distLists.of(owner, { distListID, name });
    if (found.length === 0) throw new NoRecordFound();
    return {
      distList: found.map(({ description, ...list }) => ({
        ...list,
        desc: description,
        addressType: 'PERSONAL' as const,
      })),
    };
  },
});
