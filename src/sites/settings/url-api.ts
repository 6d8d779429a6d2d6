/** The URL API: what it takes from integrations, and where it sends browsers. */
import { marked, toggle, word, words } from './setting.ts';

export const URL_API_SETTINGS = {
  urlAPI: {
    ...marked(
      {
        enforcePost: toggle(
          false,
          'A call with a password or a partner id must be an HTTPS POST, with both in the form (`EnforcePostFlag`).',
        ),
        requireCSRF: toggle(
          false,
          'What changes something must carry the `CSRF` that LI handed out, and a sign-in by password must come from a page of the site.',
        ),
      },
      { policy: true },
    ),
    resultsBy: word(
      ['page', 'redirect'],
      'page',
      'How the result of a command goes to its back URL: by a page whose script leads there, as from the original, or by a redirect (302), which the page stands under.',
    ),
    backURLs: words(
      [],
      'Origins that a back URL (`BU`) may lead to without a question, such as `https://moodle.example.org`; `any` is every one.',
      { maxEntries: 100 },
    ),
  },
};
