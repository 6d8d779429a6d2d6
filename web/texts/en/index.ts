/** Every text of the pages in English, by areas: a page declares those that it shows. */
import { texts as account } from './account.ts';
import { texts as callIn } from './call-in.ts';
import { texts as chat } from './chat.ts';
import { texts as common } from './common.ts';
import { texts as confirm } from './confirm.ts';
import { texts as contacts } from './contacts.ts';
import { texts as ended } from './ended.ts';
import { texts as error } from './error.ts';
import { texts as feedback } from './feedback.ts';
import { texts as grants } from './grants.ts';
import { texts as home } from './home.ts';
import { texts as hostView } from './host-view.ts';
import { texts as join } from './join.ts';
import { texts as labs } from './labs.ts';
import { texts as leaving } from './leaving.ts';
import { texts as meetingList } from './meeting-list.ts';
import { texts as meetings } from './meetings.ts';
import { texts as people } from './people.ts';
import { texts as personalRoom } from './personal-room.ts';
import { texts as playback } from './playback.ts';
import { texts as player } from './player.ts';
import { texts as prejoin } from './prejoin.ts';
import { texts as problems } from './problems.ts';
import { texts as profile } from './profile.ts';
import { texts as programs } from './programs.ts';
import { texts as queues } from './queues.ts';
import { texts as recordingSettings } from './recording-settings.ts';
import { texts as recordings } from './recordings.ts';
import { texts as reference } from './reference.ts';
import { texts as registration } from './registration.ts';
import { texts as room } from './room.ts';
import { texts as roomSettings } from './room-settings.ts';
import { texts as schedule } from './schedule.ts';
import { texts as scopes } from './scopes.ts';
import { texts as session } from './session.ts';
import { texts as signIn } from './sign-in.ts';
import { texts as ssoErrors } from './sso-errors.ts';
import { texts as tests } from './tests.ts';
import { texts as timetable } from './timetable.ts';
import { texts as uploads } from './uploads.ts';
import { texts as waiting } from './waiting.ts';
import { texts as wayIn } from './way-in.ts';
import { texts as welcome } from './welcome.ts';

export const en = {
  account,
  'call-in': callIn,
  chat,
  common,
  confirm,
  contacts,
  ended,
  error,
  feedback,
  grants,
  home,
  'host-view': hostView,
  join,
  labs,
  leaving,
  'meeting-list': meetingList,
  meetings,
  people,
  'personal-room': personalRoom,
  playback,
  player,
  prejoin,
  problems,
  profile,
  programs,
  queues,
  'recording-settings': recordingSettings,
  recordings,
  reference,
  registration,
  room,
  'room-settings': roomSettings,
  schedule,
  scopes,
  session,
  'sign-in': signIn,
  'sso-errors': ssoErrors,
  tests,
  timetable,
  uploads,
  waiting,
  'way-in': wayIn,
  welcome,
};
