/** GetMeetingType: one session type of the site. */
import { requiredSessionType, SessionTypeNotFound } from '../../sites/session-types.ts';
import { extension, integer } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { meetingTypeService } from '../service.ts';
import { mtgtype } from '../types/namespaces.ts';
import { meetingTypeInstanceType, meetingTypeValue } from './meeting-type-instance.ts';

export const getMeetingType = operation({
  service: meetingTypeService,
  name: 'GetMeetingType',
  level: '5.5',
  summary: 'Returns a session type with its limits and options, one that is not active too.',
  may: anyAccount,
  throttled: 'never',
  refuses: [SessionTypeNotFound],
  request: body(meetingTypeService, 'getMeetingType', { meetingTypeID: integer({ sample: '3' }) }),
  response: extension(mtgtype, 'getMeetingTypeResponse', meetingTypeInstanceType, {}),
  run({ site }, { meetingTypeID }) {
    return meetingTypeValue(requiredSessionType(site, meetingTypeID), site);
  },
});
