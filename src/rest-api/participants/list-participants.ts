import { LARGEST_PAGE, type PageQuery, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem, NotPermitted, RestFailure } from '../rest-refusals.ts';
import { LISTED, PARTICIPANTS_READ, participantsType, queryType } from './participant-type.ts';
import { type ListedParticipant, participantsOf } from './participants-of.ts';

export const listParticipants = endpoint({
  method: 'GET',
  path: 'meetingParticipants',
  tag: 'Meeting Participants',
  summary: 'Lists who is in a meeting, and who waits at its door; after it, who was.',
  description:
    'Of a series or an occurrence the last time that it ran is meant, between `meetingStartTimeFrom` and ' +
    '`meetingStartTimeTo` where they are said. What is told of a meeting that runs is as it is now. Somebody who came ' +
    'twice is listed twice afterwards.',
  scopes: PARTICIPANTS_READ,
  query: LISTED,
  answer: participantsType,
  refuses: [RestFailure, NotPermitted, InvalidItem],
  async run(call, { query }) {
    return listed(call, 'meetingParticipants', await participantsOf(call, query), query);
  },
});

export const queryParticipants = endpoint({
  method: 'POST',
  path: 'meetingParticipants/query',
  tag: 'Meeting Participants',
  summary: 'Lists those participants of a meeting who have one of these e-mail addresses.',
  scopes: PARTICIPANTS_READ,
  query: LISTED,
  body: queryType,
  onlyReads: true,
  answer: participantsType,
  refuses: [RestFailure, NotPermitted, InvalidItem],
  async run(call, { query, body }) {
    const { emails, joinTimeFrom = query.joinTimeFrom, joinTimeTo = query.joinTimeTo } = body;
    const all = await participantsOf(call, { ...query, joinTimeFrom, joinTimeTo });
    const wished = emails && new Set(emails.map((email) => email.trim().toLowerCase()));
    const found = all.filter(({ value }) => !wished || wished.has(value.email?.toLowerCase() ?? ''));
    return listed(call, 'meetingParticipants/query', found, query);
  },
});

function listed(call: RestCall, list: string, all: readonly ListedParticipant[], query: PageQuery) {
  const [after, number] = positionOf<readonly [number, number]>(call, list, query) ?? [
    Number.NEGATIVE_INFINITY,
    0,
  ];
  const left = all.filter((one) => one.joinedAt > after || (one.joinedAt === after && one.number > number));
  const size = pageSize(query, USUAL_PAGE, LARGEST_PAGE);
  const shown = left.slice(0, size);
  const last = shown.at(-1);
  const next: readonly [number, number] | undefined =
    last && left.length > size ? [last.joinedAt, last.number] : undefined;
  return page(
    call,
    list,
    shown.map(({ value }) => value),
    next,
  );
}
