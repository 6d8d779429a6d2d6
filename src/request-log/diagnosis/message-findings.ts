/** Refusals of a message as a whole: it cannot be read, or names no operation or no site. */
import { nearest } from '../../xml/nearest.ts';
import type { RefusalFindingOf } from './diagnosis.ts';
import type { Mend } from './sentences.ts';

const ENVELOPE = 'docs/README.md';
const OPERATIONS = 'docs/reference/operations.md';

export const MESSAGE_FINDINGS: Readonly<Record<string, RefusalFindingOf>> = {
  siteUnknown: (_facts, { tried: { site }, siteNames }) => {
    const near = site === undefined ? undefined : nearest(site, siteNames);
    return {
      cause: { say: 'noSuchSite', site },
      mend: near === undefined ? { say: 'sendSite' } : { say: 'sendThatSite', site: near },
      element: 'securityContext/siteName',
      ...(near !== undefined && { nearest: near }),
      manual: ENVELOPE,
    };
  },
  siteMissing: () => ({
    cause: { say: 'siteMissing' },
    mend: { say: 'nameSite' },
    element: 'securityContext/siteName',
    manual: ENVELOPE,
  }),
  sitesDisagree: () => ({
    cause: { say: 'sitesDisagree' },
    mend: { say: 'sendOneSite' },
    element: 'securityContext/siteID',
    manual: ENVELOPE,
  }),
  unknownOperation: ({ words = '', nearest: probably }) => ({
    cause: { say: 'noSuchOperation', operation: words },
    mend:
      probably === undefined ? { say: 'nameOperation' } : { say: 'sendThatOperation', operation: probably },
    element: 'bodyContent/@xsi:type',
    ...(probably !== undefined && { nearest: probably }),
    manual: OPERATIONS,
  }),
  noOperation: ({ words }) => ({
    cause: { say: 'operationMissing', rule: words },
    mend: { say: 'sendBodyContent' },
    element: 'bodyContent/@xsi:type',
    manual: OPERATIONS,
  }),
  SiteClosed: (_facts, { tried: { site } }) => ({
    cause: { say: 'siteClosed', site },
    mend: { say: 'reopenSite' },
    element: 'securityContext/siteName',
  }),
};

const READABLE: Readonly<Record<string, Mend>> = {
  doctype: { say: 'leaveDoctypeOut' },
  'too-large': { say: 'sendLess' },
  'too-deep': { say: 'nestLess' },
  'too-many-elements': { say: 'sendFewerElements' },
  'too-many-attributes': { say: 'sendFewerAttributes' },
  encoding: { say: 'sendUtf8' },
  empty: { say: 'sendMessage' },
};

/** `not-readable:malformed` and its like. */
export const unreadable: RefusalFindingOf = ({ rule, words }) => ({
  cause: { say: 'unreadable', rule: words ?? rule },
  mend: READABLE[rule.slice(rule.indexOf(':') + 1)] ?? { say: 'writeXml' },
});
