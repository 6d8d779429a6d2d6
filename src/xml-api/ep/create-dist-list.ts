/** CreateDistList: puts contacts of the caller together under a name. */

import { AddressBookFull, ContactNotFound } from '../../contacts/contact.ts';
import { DistListNameTaken } from '../../contacts/dist-lists.ts';
import { complex, integer, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { ep } from '../types/namespaces.ts';

const distListWithContactType = complex(ep, 'distListWithContactType', {
  name: text({ max: 128 }),
  desc: optional(text({ max: 512 })),
  contactID: many(integer({ min: 1 }), { max: 5000 }),
});

export const createDistList = operation({
  service: epService,
  name: 'CreateDistList',
  level: '5.5',
  summary: 'Puts contacts of the caller together in a distribution list.',
  may: anyAccount,
  throttled: 'never',
  refuses: [ContactNotFound, DistListNameTaken, AddressBookFull],
  request: body(epService, 'createDistList', { distList: distListWithContactType }),
  response: body(epService, 'createDistListResponse', { distListID: optional(integer()) }),
  samples: { 'distList/name': 'Partners' },
  async run({ account, app: { distLists } }, { distList: { name, desc, contactID } }) {
    return {
      distListID: await distLists.create(account, { name, description: desc, contactIDs: contactID }),
    };
  },
});
