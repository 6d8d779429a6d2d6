/** The pictures of a personal room: the host's photo and the header. */
import { isAnothers, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Random } from '../random.ts';
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import type { Account, ImageKind } from './account.ts';

export interface Image {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type Images = ReturnType<typeof openImages>;

/** What a picture may be, told by its first bytes: what is served is never guessed by a browser. */
const FORMATS: readonly { readonly mediaType: string; readonly begins: readonly number[] }[] = [
  { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/gif', begins: [0x47, 0x49, 0x46, 0x38] },
];

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

    async find(site: Site, token: string): Promise<Image | undefined> {
      const row = await byToken.first({ token, site: site.id });
      return row && { mediaType: row.media_type, bytes: row.bytes };
    },

    /** Puts the picture in the place of the earlier one; without bytes there is none afterwards. */
    async replace(account: Account, kind: ImageKind, bytes: Buffer | undefined): Promise<void> {
      const mediaType = bytes && mediaTypeOf(bytes);
      await database.write(async (tx) => {
        await remove.run({ account: account.id, kind }, tx);
        if (bytes && mediaType) {
          const token = random.bytes(16).toString('hex');
          await insert.run({ token, account: account.id, kind, mediaType, bytes, now: clock.now() }, tx);
        }
        await changed.run({ account: account.id }, tx);
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
  const format = FORMATS.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte));
  if (!format) throw new RuleBroken('imageData', 'must be a PNG, JPEG or GIF picture');
  return format.mediaType;
}
