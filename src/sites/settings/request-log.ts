/** What the request log keeps of a site. */
import { toggle } from './setting.ts';

export const REQUEST_LOG_SETTINGS = {
  requestLog: {
    bodies: toggle(
      false,
      'The request log keeps the text of requests and answers too, up to 64,000 letters of each, with `***` for passwords, tickets and other secrets. They may hold names and addresses of people: switch it on while you look for something.',
    ),
  },
};
