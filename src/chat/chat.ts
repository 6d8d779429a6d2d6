/**
 * The chat of a room. What is said is a row of its run, read by those whom it is for: what was said since they came in,
 * and behind what they have, so that a stream that breaks loses none and any process serves it.
 */
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { ChatAudience, Database, Executor, Params } from '../database/database.ts';
import type { Stay } from '../live/live.ts';

/** The most that a page is told which begins: the newest. */
const TOLD_AT_FIRST = 500;
/** Read at once by a page that goes on. */
const BATCH = 200;

/** What announcements of messages begin with; the number of the run follows. */
const TOPIC = 'chat ';

/** To everybody who is in, to those who host or present, or to one. */
export type Addressed = { readonly audience: Exclude<ChatAudience, 'ONE'> } | { readonly to: Stay };

export interface ChatMessage {
  /** Rises from one to the next of a run. */
  readonly id: number;
  readonly stay: number;
  /** What the readers know the writer by, and what they were called then. */
  readonly sender: string;
  readonly name: string;
  readonly isHost: boolean;
  readonly audience: ChatAudience;
  readonly recipientName: string | null;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  readonly text: string;
}

export type Chat = ReturnType<typeof openChat>;

export function openChat(database: Database, clock: Clock) {
  const statements = chatStatements(database);

  return {
    /**
     * Says something. The write holds the run (`live.inName`): otherwise a message could be read before one of a lower
     * number is written, which its reader would never see.
     */
    async say(tx: Executor, from: Stay, addressed: Addressed, text: string): Promise<void> {
      const to = 'to' in addressed ? addressed.to : undefined;
      await statements.insert.run(
        {
          usage: from.run,
          stay: from.id,
          sender: from.publicId,
          name: from.name,
          is_host: from.isHost ? 1 : 0,
          audience: 'to' in addressed ? 'ONE' : addressed.audience,
          recipient: to?.id ?? null,
          recipient_name: to?.name ?? null,
          sent_at: clock.now(),
          body: text,
        },
        tx,
      );
      database.announce(tx, TOPIC + from.run);
    },

    /**
     * What was said since somebody came in and may be for them, behind the message of that number; from the beginning
     * (0) the newest alone. Whether they read what is for hosts is judged by their part in the room now (`policies/chat`).
     */
    async after({ id, run, joinedAt }: Stay, last: number): Promise<readonly ChatMessage[]> {
      const reader = { usage: run, stay: id, since: joinedAt };
      if (last > 0) return (await statements.behind.all({ ...reader, id: last, most: BATCH })).map(messageOf);
      const newest = await statements.newest.all({ ...reader, most: TOLD_AT_FIRST });
      return newest.reverse().map(messageOf);
    },

    /** The number of the last message of a run; 0 without any. */
    async lastOf(run: number): Promise<number> {
      return (await statements.last.first({ usage: run }))?.id ?? 0;
    },

    /** What was said in a run to all and to the hosts, in its order. */
    async saidIn(run: number): Promise<readonly ChatMessage[]> {
      return (await statements.said.all({ usage: run })).map(messageOf);
    },

    /** A run is over: what was said to one goes, and all of it where nothing is kept. */
    async over(tx: Executor, run: number, isKept: boolean): Promise<void> {
      await (isKept ? statements.dropPrivate : statements.dropAll).run({ usage: run }, tx);
    },

    /**
     * Calls the listener whenever something may have been said in a run.
     * @param listener must not throw
     * @returns what ends it
     */
    listen(run: number, listener: () => void): () => void {
      const own = TOPIC + run;
      return database.listen((topic) => {
        if (topic === undefined || topic === own) listener();
      });
    },
  };
}

const COLUMNS = [
  'id',
  'stay',
  'sender',
  'name',
  'is_host',
  'audience',
  'recipient_name',
  'sent_at',
  'body',
] as const;

interface Row {
  readonly id: number;
  readonly stay: number;
  readonly sender: string;
  readonly name: string;
  readonly is_host: 0 | 1;
  readonly audience: ChatAudience;
  readonly recipient_name: string | null;
  readonly sent_at: number;
  readonly body: string;
}

interface Reader {
  readonly usage: number;
  readonly stay: number;
  readonly since: number;
}

function chatStatements(database: Database) {
  const ONE = sql.lit('ONE' as const);
  return {
    insert: database.prepare(
      (db, p: Params<Omit<Row, 'id'> & { readonly usage: number; readonly recipient: number | null }>) =>
        db.insertInto('chat_message').values({
          usage: p('usage'),
          stay: p('stay'),
          sender: p('sender'),
          name: p('name'),
          is_host: p('is_host'),
          audience: p('audience'),
          recipient: p('recipient'),
          recipient_name: p('recipient_name'),
          sent_at: p('sent_at'),
          body: p('body'),
        }),
    ),
    behind: database.prepare<Reader & { id: number; most: number }, Row>((db, p) =>
      db
        .selectFrom('chat_message')
        .select(COLUMNS)
        .where('usage', '=', p('usage'))
        .where('id', '>', p('id'))
        .where('sent_at', '>=', p('since'))
        .where((eb) =>
          eb.or([eb('audience', '<>', ONE), eb('recipient', '=', p('stay')), eb('stay', '=', p('stay'))]),
        )
        .orderBy('id')
        .limit(p('most')),
    ),
    newest: database.prepare<Reader & { most: number }, Row>((db, p) =>
      db
        .selectFrom('chat_message')
        .select(COLUMNS)
        .where('usage', '=', p('usage'))
        .where('sent_at', '>=', p('since'))
        .where((eb) =>
          eb.or([eb('audience', '<>', ONE), eb('recipient', '=', p('stay')), eb('stay', '=', p('stay'))]),
        )
        .orderBy('id', 'desc')
        .limit(p('most')),
    ),
    last: database.prepare<{ usage: number }, { id: number }>((db, p) =>
      db
        .selectFrom('chat_message')
        .select('id')
        .where('usage', '=', p('usage'))
        .orderBy('id', 'desc')
        .limit(1),
    ),
    said: database.prepare<{ usage: number }, Row>((db, p) =>
      db
        .selectFrom('chat_message')
        .select(COLUMNS)
        .where('usage', '=', p('usage'))
        .where('audience', '<>', ONE)
        .orderBy('id'),
    ),
    dropPrivate: database.prepare((db, p: Params<{ usage: number }>) =>
      db.deleteFrom('chat_message').where('usage', '=', p('usage')).where('audience', '=', ONE),
    ),
    dropAll: database.prepare((db, p: Params<{ usage: number }>) =>
      db.deleteFrom('chat_message').where('usage', '=', p('usage')),
    ),
  };
}

function messageOf({ is_host, recipient_name, sent_at, body, ...row }: Row): ChatMessage {
  return { ...row, isHost: is_host === 1, recipientName: recipient_name, sentAt: sent_at, text: body };
}
