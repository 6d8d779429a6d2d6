/** How many calls a site may make in a minute, by the three groups that the interface counts (000045 beyond). */
import { count, marked } from './setting.ts';

const MOST = { max: 1_000_000 };

export const THROTTLING_SETTINGS = {
  throttling: marked(
    {
      userOperations: count(
        6_000,
        'Calls of the user service in a minute, all callers of the site together; 0 is any number.',
        MOST,
      ),
      meetingWrites: count(
        6_000,
        'Calls in a minute that create, change or delete meetings and their attendees; 0 is any number.',
        MOST,
      ),
      meetingLists: count(
        6_000,
        'Calls in a minute that list meetings, sessions and attendees; 0 is any number.',
        MOST,
      ),
      strangers: count(
        120,
        'Calls of the URL API in a minute by people who are not signed in, from one address (an IPv6 network of 64 bits), such as registrations; they are not counted in the groups above. 0 is any number.',
        MOST,
      ),
      registrations: count(
        60,
        'Registrations in an hour by people who are not signed in, from one address; each makes the site send mail. At most 3 of them for one session name the same address. 0 is any number.',
        MOST,
      ),
      registrationsOfSession: count(
        1_000,
        'Registrations in an hour for one session by people who are not signed in; 0 is any number.',
        MOST,
      ),
    },
    { owner: true },
  ),
};
