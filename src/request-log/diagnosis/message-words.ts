/** Refusals of a message as a whole: it cannot be read, or names no operation or no site. */
import { nearest } from '../../xml/nearest.ts';
import type { WordsOf } from './diagnosis.ts';

const ENVELOPE = 'docs/README.md';

export const MESSAGE_WORDS: Readonly<Record<string, WordsOf>> = {
  siteUnknown: (_facts, { tried: { site }, siteNames }) => {
    const near = site === undefined ? undefined : nearest(site, siteNames);
    return {
      cause: site === undefined ? 'There is no site of that name or number.' : `There is no site "${site}".`,
      mend:
        near === undefined
          ? 'Send the name of a site of this installation as <siteName>, or its number as <siteID>.'
          : `Send <siteName>${near}</siteName>: that is probably the site that was meant.`,
      element: 'securityContext/siteName',
      ...(near !== undefined && { nearest: near }),
      manual: ENVELOPE,
    };
  },
  siteMissing: () => ({
    cause: 'The message names no site, and neither does the host that it was sent to.',
    mend: 'Send <siteName> or <siteID> in <securityContext>.',
    element: 'securityContext/siteName',
    manual: ENVELOPE,
  }),
  sitesDisagree: () => ({
    cause: '<siteName> and <siteID> name two different sites.',
    mend: 'Send one of them alone, or both of the same site.',
    element: 'securityContext/siteID',
    manual: ENVELOPE,
  }),
  unknownOperation: ({ words, nearest: probably }) => ({
    cause: `There is no operation "${words ?? ''}".`,
    mend:
      probably === undefined
        ? 'Name one of the operations of the manual in xsi:type.'
        : `Send xsi:type="${probably}": that is probably the operation that was meant.`,
    element: 'bodyContent/@xsi:type',
    ...(probably !== undefined && { nearest: probably }),
    manual: 'docs/reference/operations.md',
  }),
  noOperation: ({ words }) => ({
    cause: `The message names no operation: ${words ?? 'there is no xsi:type'}.`,
    mend: 'Send <serv:message> with <body><bodyContent xsi:type="…"> in it.',
    element: 'bodyContent/@xsi:type',
    manual: 'docs/reference/operations.md',
  }),
  SiteClosed: (_facts, { tried: { site } }) => ({
    cause: site === undefined ? 'The site is closed.' : `The site "${site}" is closed.`,
    mend: 'An owner of the installation opens it again in the console.',
    element: 'securityContext/siteName',
  }),
};

const UNREADABLE: Readonly<Record<string, string>> = {
  malformed: 'Write the message as well-formed XML: every element closed, & and < escaped.',
  doctype: 'Leave the DOCTYPE out: no entity is needed, and none is taken.',
  'too-large': 'Send less in one message, or several messages.',
  'too-deep': 'Nest the elements less deeply.',
  'too-many-elements': 'Send fewer elements in one message.',
  'too-many-attributes': 'Send fewer attributes.',
  encoding: 'Send UTF-8, and say so in the XML declaration or not at all.',
  empty: 'Send the message as the body of a POST, or as the field XML of a form.',
};

/** `not-readable:malformed` and its like. */
export const unreadable: WordsOf = ({ rule, words }) => ({
  cause: `The message cannot be read: ${words ?? rule}.`,
  mend: UNREADABLE[rule.slice(rule.indexOf(':') + 1)] ?? 'Send well-formed XML.',
});
