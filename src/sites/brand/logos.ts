/** The logos of sites. Whether a site has one is remembered with the site, so that no page asks for it anew. */
import { openAudit } from '../../audit/audit.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { Random } from '../../random.ts';
import type { Site } from '../site.ts';
import { siteLock, siteTouch } from '../site-rows.ts';
import { type Picture, pictureOf } from './picture.ts';

export interface Logo extends Picture {
  /** New with every picture. */
  readonly token: string;
}

export type Logos = ReturnType<typeof openLogos>;

function told(mediaType: string, width: number, height: number): object {
  return { mediaType, width, height };
}

export function openLogos(database: Database, clock: Clock, random: Random) {
  const recordAudit = openAudit(database, clock);
  const lock = siteLock(database);
  const touch = siteTouch(database);
  const ofSite = database.prepare<
    { site: number },
    { token: string; media_type: string; width: number; height: number }
  >((db, p) =>
    db
      .selectFrom('site_logo')
      .select(['token', 'media_type', 'width', 'height'])
      .where('site', '=', p('site')),
  );
  const byToken = database.prepare<
    { site: number; token: string },
    { media_type: string; bytes: Uint8Array }
  >((db, p) =>
    db
      .selectFrom('site_logo')
      .select(['media_type', 'bytes'])
      .where('site', '=', p('site'))
      .where('token', '=', p('token')),
  );
  const remove = database.prepare<{ site: number }, unknown>((db, p) =>
    db.deleteFrom('site_logo').where('site', '=', p('site')),
  );
  const insert = database.prepare<
    {
      site: number;
      token: string;
      mediaType: string;
      width: number;
      height: number;
      bytes: Buffer;
      now: number;
    },
    unknown
  >((db, p) =>
    db.insertInto('site_logo').values({
      site: p('site'),
      token: p('token'),
      media_type: p('mediaType'),
      width: p('width'),
      height: p('height'),
      bytes: p('bytes'),
      created_at: p('now'),
    }),
  );

  /** A `Site` is made anew with every change of its row, and a new logo is one. */
  const known = new WeakMap<Site, Promise<Logo | undefined>>();

  async function read(site: Site): Promise<Logo | undefined> {
    const row = await ofSite.first({ site: site.id });
    return row && { token: row.token, mediaType: row.media_type, width: row.width, height: row.height };
  }

  return {
    of(site: Site): Promise<Logo | undefined> {
      const found = known.get(site) ?? read(site);
      known.set(site, found);
      found.catch(() => known.delete(site));
      return found;
    },

    async find(
      site: Site,
      token: string,
    ): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array } | undefined> {
      const row = await byToken.first({ site: site.id, token });
      return row && { mediaType: row.media_type, bytes: row.bytes };
    },

    /**
     * Puts the picture in the place of the earlier one; without bytes there is none afterwards.
     * @throws RuleBroken when the bytes are no picture that may be a logo
     */
    async replace(site: Site, bytes: Buffer | undefined): Promise<void> {
      const picture = bytes && pictureOf(bytes);
      await database.write(async (tx) => {
        await lock.first({ site: site.id }, tx);
        const before = await ofSite.first({ site: site.id }, tx);
        await remove.run({ site: site.id }, tx);
        if (bytes && picture) {
          const token = random.bytes(16).toString('hex');
          await insert.run({ site: site.id, token, ...picture, bytes, now: clock.now() }, tx);
        }
        await touch.run({ site: site.id }, tx);
        if (!before && !picture) return;
        await recordAudit(tx, {
          site,
          act: picture ? 'logo.replaced' : 'logo.removed',
          name: site.siteName,
          id: site.siteID,
          ...(before && { before: told(before.media_type, before.width, before.height) }),
          ...(bytes &&
            picture && {
              after: { ...told(picture.mediaType, picture.width, picture.height), bytes: bytes.length },
            }),
        });
      });
    },
  };
}
