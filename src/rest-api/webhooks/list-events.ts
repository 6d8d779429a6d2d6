/** GET /events: what the caller's webhooks were told of, to be fetched. Ours: the original has none. */

import { InvalidElement } from '../../xml/invalid-element.ts';
import { anyJson, complex, many, optional, text } from '../../xml/schema.ts';
import { isoTime } from '../date-times.ts';
import { rest } from '../namespace.ts';
import { PAGING, pageSize } from '../paging.ts';
import { endpoint } from '../rest-endpoint.ts';
import { RestReply } from '../rest-reply.ts';
import { readerOf, toldResources } from './found-webhook.ts';

const eventList = complex(rest, 'Events', {
  items: many(
    complex(rest, 'Event', {
      /** The same in the header webhook-id of each message about it, before the last `_`. */
      id: text(),
      resource: text(),
      event: text(),
      created: text({ format: 'date-time' }),
      data: anyJson(),
    }),
  ),
});

const MOST = 1_000;

export const listEvents = endpoint({
  method: 'GET',
  path: 'events',
  tag: 'Events',
  summary: "Lists what the caller's webhooks were told of after an event, in order, each once.",
  description:
    'For whoever was away, or cannot be reached: begin without `after`, and go on with the id of the last event that was ' +
    'seen. Events are kept for thirty days, also of webhooks that are switched off. The token of an integration ' +
    'is told what the webhooks were told that this integration has made, a personal token what any of one’s own was; of what its ' +
    'scopes do not read, nothing.',
  scopes: 'any',
  query: { max: PAGING.max, after: optional(text({ max: 64 })) },
  answer: eventList,
  throttled: 'meetingLists',
  async run(call, { query }) {
    const { app, ids, site, account, zone } = call;
    const after = query.after === undefined ? 0 : ids.numberOf('event', site.id, query.after);
    if (after === undefined) throw new InvalidElement('after', 'not-in-list', 'is no id of an event');
    const events = await app.webhooks.eventsOf(account, {
      of: toldResources(call),
      by: readerOf(call).integration,
      after,
      most: pageSize(query, 100, MOST),
    });
    const items = events.map(({ number, resource, event, at, data }) => ({
      id: ids.hex('event', site.id, number),
      resource,
      event,
      created: isoTime(at, zone),
      data,
    }));
    return new RestReply({ body: { items } });
  },
  sample: { query: { max: 100 } },
});
