/** The picture of an event: one at most. */
import { isAnothers, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { SESSION_SERVICES } from './services.ts';
import { type Session, SessionNotFound } from './session.ts';
import type { Sessions } from './sessions.ts';

/** Bytes; documented: below 100 KB. */
export const LARGEST_IMAGE = 100 * 1024 - 1;

/** What a picture may be, told by its first bytes: what is served is never guessed by a browser. */
const FORMATS = {
  JPG: { mediaType: 'image/jpeg', begins: [Buffer.from([0xff, 0xd8, 0xff])] },
  GIF: { mediaType: 'image/gif', begins: [Buffer.from('GIF87a'), Buffer.from('GIF89a')] },
} as const;
export type EventImageType = keyof typeof FORMATS;
export const EVENT_IMAGE_TYPES = ['JPG', 'GIF'] as const satisfies readonly EventImageType[];

export interface EventImage {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type EventImages = ReturnType<typeof openEventImages>;

export function openEventImages(
  database: Database,
  clock: Clock,
  random: Random,
  sessions: Pick<Sessions, 'held'>,
) {
  const recordAudit = openAudit(database, clock);
  const ofSession = database.prepare<{ session: number }, { token: string }>((db, p) =>
    db.selectFrom('event_image').select('token').where('session', '=', p('session')),
  );
  const byToken = database.prepare<
    { token: string; site: number },
    { media_type: string; bytes: Uint8Array }
  >((db, p) =>
    db
      .selectFrom('event_image')
      .innerJoin('session', 'session.id', 'event_image.session')
      .select(['media_type', 'bytes'])
      .where('token', '=', p('token'))
      .where('session.site', '=', p('site')),
  );
  const remove = database.prepare<{ session: number }, unknown>((db, p) =>
    db.deleteFrom('event_image').where('session', '=', p('session')),
  );
  const insert = database.prepare<
    { session: number; token: string; mediaType: string; bytes: Buffer; now: number },
    unknown
  >((db, p) =>
    db.insertInto('event_image').values({
      session: p('session'),
      token: p('token'),
      media_type: p('mediaType'),
      bytes: p('bytes'),
      created_at: p('now'),
    }),
  );

  return {
    async tokenOf({ id }: Pick<Session, 'id'>): Promise<string | undefined> {
      return (await ofSession.first({ session: id }))?.token;
    },

    async find(site: Site, token: string): Promise<EventImage | undefined> {
      const row = await byToken.first({ token, site: site.id });
      return row && { mediaType: row.media_type, bytes: row.bytes };
    },

    /**
     * Puts the picture in the place of the earlier one.
     * @param judge sees the event inside the write
     * @throws RuleBroken when the bytes are no picture of that type
     * @throws SessionNotFound when there is no event of that key, and what the judge throws
     */
    async replace(
      site: Site,
      sessionKey: number,
      { type, bytes }: { readonly type: EventImageType; readonly bytes: Buffer },
      judge: (current: Session, tx: Executor) => Promise<void>,
    ): Promise<void> {
      const { mediaType, begins } = FORMATS[type];
      if (!begins.some((first) => bytes.subarray(0, first.length).equals(first))) {
        throw new RuleBroken('imageData', `must be a ${type} picture`);
      }
      if (bytes.length > LARGEST_IMAGE) throw new RuleBroken('imageData', 'must be below 100 KB');
      await database.write(async (tx) => {
        const session = await sessions.held(site, sessionKey, tx);
        if (!SESSION_SERVICES.event.has(site, session)) throw new SessionNotFound(sessionKey);
        await judge(session, tx);
        const token = random.bytes(16).toString('hex');
        await remove.run({ session: session.id }, tx);
        await insert.run({ session: session.id, token, mediaType, bytes, now: clock.now() }, tx);
        if (!isAnothers(session.host)) return;
        const named = { name: session.confName, id: sessionKey };
        const after = { picture: `${mediaType}, ${bytes.length} bytes` };
        await recordAudit(tx, { site, act: 'session.pictureChanged', ...named, after });
      });
    },
  };
}
