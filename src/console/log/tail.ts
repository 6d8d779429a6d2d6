import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { askedEntries, FILTER } from './asked-entries.ts';
import { followLog } from './follow-log.ts';
import type { LogSkipped } from './log-data.ts';

/** Milliseconds: whoever watches is then asked anew who they are. The browser comes again by itself, and misses nothing. */
const LONGEST = 5 * 60_000;

export const tail = endpoint({
  method: 'GET',
  path: 'log/tail',
  summary:
    'Follows the request log: an event `entry` for each new entry, in the order of their numbers, and `skipped` where entries were gone before they could be read. It goes on behind the entry of Last-Event-ID, and ends after five minutes to be asked for again.',
  may: readsSite,
  query: FILTER,
  stream: true,
  async run(call, { query }, open) {
    const asked = askedEntries(call, query);
    const { context, request, reply } = call;
    const last = String(request.headers['last-event-id'] ?? '');
    const after = /^\d{1,15}$/.test(last) ? Number(last) : await context.requestLog.newest();
    const stream = open();
    const { raw } = reply;
    const end = followLog(context, asked, after, {
      entry: (line) => stream.send('entry', line, String(line.entry)),
      skipped: (entries) => stream.send('skipped', { entries } satisfies LogSkipped),
      // What is written faster than it is taken would lie in memory.
      isReady: () => !raw.writableNeedDrain,
      whenReady: (listener) => void raw.once('drain', listener),
      failed: (error) => {
        context.log.fault(request.id, error);
        stream.close();
      },
    });
    const over = setTimeout(() => stream.close(), LONGEST);
    stream.onClose(() => {
      clearTimeout(over);
      end();
    });
  },
});
