/** How the site looks to those who come to it: on its pages, in mail and in calendars. Its logo is in `sites/brand/`. */
import { text } from './setting.ts';

export const BRANDING_SETTINGS = {
  branding: {
    displayName: text(
      '',
      'What the site is called on its pages, in mail and in calendars; without one it is called by its name.',
      { format: 'line', longest: 64 },
    ),
    accent: text(
      '',
      'The colour of buttons and links, such as `#1f5fbf`. Lighter and darker tones are made from it, so that it can be read on light and on dark pages.',
      { format: 'colour' },
    ),
    helpURL: text('', 'Where people find help; the link stands at the foot of every page.', {
      format: 'address',
      longest: 500,
    }),
    privacyURL: text(
      '',
      'What the site does with what it knows of people; the link stands at the foot of every page.',
      {
        format: 'address',
        longest: 500,
      },
    ),
  },
};
