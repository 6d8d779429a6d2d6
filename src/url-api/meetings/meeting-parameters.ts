/** What SM, IM and EM may ask of a meeting. */
import { type Asked, flag, mark, text, whole, zone } from '../../browser/parameters/parameter.ts';
import { LONGEST } from '../../sessions/wish.ts';

const number = (meaning: string) => whole(meaning, 'MeetingScheduleFail');

export const SCHEDULING = {
  MN: text('the name', { longest: LONGEST.confName, word: 'MeetingScheduleFail' }),
  PW: text('the password of the meeting'),
  YE: number('the year of the start; without any date the meeting begins now'),
  MO: number('the month, 1 to 12'),
  DA: number('the day'),
  HO: number('the hour, 0 to 23'),
  MI: number('the minute'),
  TZ: zone('the time zone of the start; without it the zone of the host', 'MeetingScheduleFail'),
  DU: number('the duration in minutes'),
  MT: number('the number of the session type'),
  NA: number('how many people may attend'),
  LF: flag('1 lists the meeting in the calendar of the site'),
  MF: number('the features, a bit for each'),
  IP: flag('1 allows voice over IP'),
  TC: mark('a telephone conference'),
  AutoDeleteAfterMeeting: flag('on deletes the meeting when it is over'),
};

export type Scheduling = Asked<typeof SCHEDULING>;
