/** The pictures of an account: the photo, which is that of its profile too, and the header of its personal room. */
import { isAnothers, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Random } from '../random.ts';
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import type { Account } from './account.ts';
import type { ImageKind } from './account-profile.ts';
import { withoutMetadata } from './picture-metadata.ts';

export interface Image {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type Images = ReturnType<typeof openImages>;

/** What a picture may be, told by its first bytes: what is served is never guessed by a browser. In hexadecimal digits. */
const FORMATS: readonly { readonly mediaType: string; readonly begins: RegExp }[] = [
  { mediaType: 'image/png', begins: /^89504e470d0a1a0a/ },
  { mediaType: 'image/jpeg', begins: /^ffd8ff/ },
  { mediaType: 'image/gif', begins: /^47494638/ },
  { mediaType: 'image/webp', begins: /^52494646.{8}57454250/ },
];

/** Milliseconds for which rooms know a photo, or that there is none. */
const KNOWN_FOR = 60_000;
const MOST_KNOWN = 10_000;

export function openImages(database: Database, clock: Clock, random: Random) {
  const recordAudit = openAudit(database, clock);
  const ofAccount = database.prepare<{ account: number }, { kind: ImageKind; token: string }>((db, p) =>
    db.selectFrom('account_image').select(['kind', 'token']).where('account', '=', p('account')),
  );
  const photo = database.prepare<{ account: number }, { token: string; created_at: number }>((db, p) =>
    db
      .selectFrom('account_image')
      .select(['token', 'created_at'])
      .where('account', '=', p('account'))
      .where('kind', '=', 'Photo'),
  );
  const byToken = database.prepare<
    { token: string; site: number },
    { media_type: string; bytes: Uint8Array }
  >((db, p) =>
    db
      .selectFrom('account_image')
      .innerJoin('account', 'account.id', 'account_image.account')
      .select(['media_type', 'bytes'])
      .where('token', '=', p('token'))
      .where('account.site', '=', p('site')),
  );
  const remove = database.prepare<{ account: number; kind: ImageKind }, unknown>((db, p) =>
    db.deleteFrom('account_image').where('account', '=', p('account')).where('kind', '=', p('kind')),
  );
  const insert = database.prepare<
    { token: string; account: number; kind: ImageKind; mediaType: string; bytes: Buffer; now: number },
    unknown
  >((db, p) =>
    db.insertInto('account_image').values({
      token: p('token'),
      account: p('account'),
      kind: p('kind'),
      media_type: p('mediaType'),
      bytes: p('bytes'),
      created_at: p('now'),
    }),
  );
  const changed = database.prepare<{ account: number }, unknown>((db, p) =>
    db
      .updateTable('account')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', p('account')),
  );

  /** By the row of the account: a room asks for the same photos with everything that happens in it. */
  const known = new Map<number, { readonly token: string | undefined; readonly until: number }>();

  async function photoToken(account: number): Promise<string | undefined> {
    const before = known.get(account);
    if (before && before.until > clock.now()) return before.token;
    const token = (await photo.first({ account }))?.token;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(account, { token, until: clock.now() + KNOWN_FOR });
    return token;
  }

  return {
    /** The tokens of the account's pictures. */
    async of(account: Account): Promise<{ readonly [K in ImageKind]?: string }> {
      const rows = await ofAccount.all({ account: account.id });
      return Object.fromEntries(rows.map((row) => [row.kind, row.token]));
    },

    /** The token of the photo, and when it was stored; epoch milliseconds. */
    async photoOf(
      account: Account,
    ): Promise<{ readonly token: string; readonly storedAt: number } | undefined> {
      const row = await photo.first({ account: account.id });
      return row && { token: row.token, storedAt: row.created_at };
    },

    /** The tokens of the photos of those who have one, by the rows of their accounts; some are up to a minute old. */
    async photosOf(accounts: Iterable<number>): Promise<ReadonlyMap<number, string>> {
      const all = [...new Set(accounts)];
      const tokens = await Promise.all(all.map(photoToken));
      return new Map(
        all.flatMap((account, at) => {
          const token = tokens[at];
          return token === undefined ? [] : [[account, token] as const];
        }),
      );
    },

    async find(site: Site, token: string): Promise<Image | undefined> {
      const row = await byToken.first({ token, site: site.id });
      return row && { mediaType: row.media_type, bytes: row.bytes };
    },

    /**
     * Puts the picture in the place of the earlier one, without what cameras write into theirs; without bytes there is none
     * afterwards.
     */
    async replace(account: Account, kind: ImageKind, picture: Buffer | undefined): Promise<void> {
      const mediaType = picture && mediaTypeOf(picture);
      const bytes = picture && (withoutMetadata(picture) ?? picture);
      await database.write(async (tx) => {
        await remove.run({ account: account.id, kind }, tx);
        if (bytes && mediaType) {
          const token = random.bytes(16).toString('hex');
          await insert.run({ token, account: account.id, kind, mediaType, bytes, now: clock.now() }, tx);
        }
        await changed.run({ account: account.id }, tx);
        database.afterCommit(tx, () => known.delete(account.id));
        if (!isAnothers(account.id)) return;
        const { site: id, webExId: name, userId } = account;
        const after = { [kind]: bytes ? `${mediaType}, ${bytes.length} bytes` : null };
        await recordAudit(tx, { site: { id }, act: 'account.pictureChanged', name, id: userId, after });
      });
    },
  };
}

/** @throws RuleBroken when it is none of the formats */
function mediaTypeOf(bytes: Uint8Array): string {
  const beginning = Buffer.from(bytes.subarray(0, 12)).toString('hex');
  const format = FORMATS.find(({ begins }) => begins.test(beginning));
  if (!format) throw new RuleBroken('imageData', 'must be a PNG, JPEG, GIF or WebP picture');
  return format.mediaType;
}
