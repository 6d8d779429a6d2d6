/** LstMeetingType: the session types that the site offers. */
import { NoRecordFound } from '../../refusal.ts';
import type { SessionType } from '../../sites/session-types.ts';
import { integer, many, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingTypeService } from '../service.ts';
import {
  lstControlType,
  matchingRecords,
  matchingRecordsType,
  type Order,
  orderOf,
  orderType,
  pageOf,
} from '../types/list.ts';
import { mtgtype } from '../types/namespaces.ts';
import { meetingTypeInstanceType, meetingTypeValue, offeredTypes } from './meeting-type-instance.ts';

const ORDERS = {
  MEETINGTYPEID: (type: SessionType) => type.meetingTypeID,
  PRODUCTCODEPREFIX: (type: SessionType) => type.productCodePrefix,
  MEETINGTYPENAME: (type: SessionType) => type.name,
  MEETINGTYPEDISPLAYNAME: (type: SessionType) => type.displayName,
} as const;
type OrderWord = keyof typeof ORDERS;
const ORDER_WORDS: readonly OrderWord[] = [
  'MEETINGTYPEID',
  'PRODUCTCODEPREFIX',
  'MEETINGTYPENAME',
  'MEETINGTYPEDISPLAYNAME',
];

export const lstMeetingType = operation({
  service: meetingTypeService,
  name: 'LstMeetingType',
  level: '5.5',
  summary: 'Lists the active session types of the services that the site has, or those of the given numbers.',
  may: anyAccount,
  throttled: 'never',
  refuses: [NoRecordFound],
  request: body(meetingTypeService, 'lstMeetingType', {
    meetingTypeID: many(integer(), { max: 500 }),
    listControl: optional(lstControlType),
    order: optional(orderType(mtgtype)),
  }),
  response: body(meetingTypeService, 'lstMeetingTypeResponse', {
    matchingRecords: optional(matchingRecordsType),
    meetingType: many(meetingTypeInstanceType),
  }),
  run({ site, hint }, { meetingTypeID, listControl, order }) {
    const page = pageOf(listControl, hint);
    const found = offeredTypes(site).filter(
      (type) => meetingTypeID.length === 0 || meetingTypeID.includes(type.meetingTypeID),
    );
    const sorted = inOrder(found, orderOf(order, ORDER_WORDS, hint));
    const shown = sorted.slice(page.startFrom - 1, page.startFrom - 1 + page.maximumNum);
    return {
      matchingRecords: matchingRecords(found.length, shown.length, page),
      meetingType: shown.map((type) => meetingTypeValue(type, site)),
    };
  },
});

function inOrder(types: readonly SessionType[], order: readonly Order<OrderWord>[]): readonly SessionType[] {
  return [...types].sort((a, b) => {
    for (const { by, descending } of order) {
      const [first, second] = [ORDERS[by](a), ORDERS[by](b)];
      if (first !== second) return first < second === descending ? 1 : -1;
    }
    return 0;
  });
}
