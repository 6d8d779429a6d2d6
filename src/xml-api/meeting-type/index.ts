/** The meetingtype service. */
import { getMeetingType } from './get-meeting-type.ts';
import { lstMeetingType } from './lst-meeting-type.ts';

export const meetingTypeOperations = [lstMeetingType, getMeetingType];
