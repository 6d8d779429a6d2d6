/** The rows of the meeting type service. */
import { ACCOUNTS } from '../callers.ts';
import type { Rows } from '../row.ts';

export const ROWS: Rows = {
  'meetingtype.LstMeetingType': [{ request: '', may: ACCOUNTS }],
  'meetingtype.GetMeetingType': [{ request: '<meetingTypeID>3</meetingTypeID>', may: ACCOUNTS }],
};
