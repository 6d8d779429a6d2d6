/** The rows of the history service: of sessions that the host held, with the invited person in each. */
import type { Row, Rows } from '../row.ts';
import { NO_RECORD } from '../row-parts.ts';

/** Everybody else held none. */
const TOLD = ['host', 'admin', 'reader'] as const;

const own: Row = { request: '', may: TOLD, refusal: NO_RECORD, tells: { topic: TOLD } };
const ofNamed: Row = {
  ...own,
  about: "the host's",
  request: ({ host }) => `<hostWebExID>${host}</hostWebExID>`,
};
const people: Row = { ...own, tells: { topic: TOLD, people: TOLD } };
const peopleOnly: Row = { ...own, tells: { people: TOLD } };

/** What has just ended is told to who held it, and to administrators who name them. */
const confName = '<confName>Plans</confName>';
const justEnded: Row = { about: 'of their own', request: confName, may: ['host'], refusal: NO_RECORD };
const justEndedOfNamed: Row = {
  about: "the host's",
  request: ({ host }) => `${confName}<hostWebExID>${host}</hostWebExID>`,
  may: TOLD,
  refusal: NO_RECORD,
};
const tells = (by: readonly ('host' | 'admin' | 'reader')[], secret: 'topic' | 'people') => ({
  tells: { [secret]: by },
});

export const ROWS: Rows = {
  'history.LstmeetingusageHistory': [own, ofNamed],
  'history.LstmeetingattendeeHistory': [people],
  'history.LsttrainingsessionHistory': [own, ofNamed],
  'history.LsttrainingattendeeHistory': [people],
  'history.LsteventsessionHistory': [own, ofNamed],
  'history.LsteventattendeeHistory': [peopleOnly],
  'history.LstsupportsessionHistory': [own, ofNamed],
  'history.LstsupportattendeeHistory': [peopleOnly],
  'history.LstsalesSessionHistory': [own, ofNamed],
  'history.LstsalesAttendeeHistory': [people],
  'history.LstEventSessionPreliminaryHistory': [
    { ...justEnded, ...tells(['host'], 'topic') },
    { ...justEndedOfNamed, ...tells(TOLD, 'topic') },
  ],
  'history.LstEventAttendeePreliminaryHistory': [
    { ...justEnded, ...tells(['host'], 'people') },
    { ...justEndedOfNamed, ...tells(TOLD, 'people') },
  ],
  'history.LstrecordaccessHistory': [
    { ...own, tells: { topic: TOLD } },
    { ...ofNamed, tells: { topic: TOLD } },
  ],
  'history.LstrecordaccessDetailHistory': [
    { ...own, about: "of the host's recording", request: '<recordID>1</recordID>', tells: { people: TOLD } },
  ],
};
