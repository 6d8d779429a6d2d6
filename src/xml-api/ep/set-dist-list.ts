/** SetDistList: renames a distribution list, adds contacts to it or takes them off. */
import { ContactNotFound } from '../../contacts/contact.ts';
import { CONTACT_OPERATIONS, DistListNameTaken, DistListNotFound } from '../../contacts/dist-lists.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { complex, enumeration, extension, integer, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';
import { ep } from '../types/namespaces.ts';

const distListWithContactInstanceType = complex(ep, 'distListWithContactInstanceType', {
  distListID: integer({ min: 1 }),
  name: optional(text({ max: 128 })),
  desc: optional(text({ max: 512 })),
  contactID: many(integer({ min: 1 }), { max: 5000 }),
});

const setDistListType = extension(ep, 'setDistListType', distListWithContactInstanceType, {
  contactOperation: optional(enumeration(ep, 'contactOperationType', CONTACT_OPERATIONS)),
});

export const setDistList = operation({
  service: epService,
  name: 'SetDistList',
  level: '5.5',
  summary:
    'Renames a distribution list of the caller, adds contacts to it or takes them off: all or nothing.',
  may: anyAccount,
  throttled: 'never',
  refuses: [InvalidElement, ContactNotFound, DistListNotFound, DistListNameTaken],
  request: body(epService, 'setDistList', { distList: setDistListType }),
  response: body(epService, 'setDistListResponse', {}),
  samples: { 'distList/name': 'Our customers' },
  async run({ account, app: { distLists } }, { distList }) {
    const { distListID, name, desc, contactID, contactOperation: operation = 'ADD' } = distList;
    if (operation === 'DELETE' && contactID.length === 0) {
      throw new InvalidElement('contactID', 'missing', 'is required');
    }
    await distLists.change(account, distListID, {
      name,
      description: desc,
      operation,
      contactIDs: contactID,
    });
    return {};
  },
});
