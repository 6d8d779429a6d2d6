/** The sites of the installation: found by name or by number, parsed once per version. */

import { openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { UniqueViolation } from '../database/database.ts';
import type { MaybePromise } from '../maybe-promise.ts';
import { merged } from '../merge.ts';
import { RuleBroken } from '../refusal.ts';
import { checkMeetingTypes } from './session-types.ts';
import { checkChange, isNewPolicy, type SettingsChange } from './settings/change.ts';
import {
  DEFAULT_SITE_SETTINGS,
  type Site,
  SiteNameTaken,
  SiteNotFound,
  type SiteSettings,
  type SiteStatus,
  type SiteType,
} from './site.ts';

/** What is read with every request; the document follows only when the version is new. */
interface SiteHead {
  readonly id: number;
  readonly site_id: number;
  readonly name: string;
  readonly type: SiteType;
  readonly status: SiteStatus;
  readonly security_version: number;
  readonly version: number;
}

export interface NewSite {
  readonly siteID: number;
  readonly siteName: string;
  readonly type: SiteType;
  readonly settings?: SettingsChange;
}

export interface SiteChange {
  readonly status?: SiteStatus;
  readonly type?: SiteType;
  readonly settings?: SettingsChange;
  /** Ends every session ticket of the site, also when no setting asks for that. */
  readonly newSecurityPolicy?: boolean;
}

/** What stands beside the folders of the sites: a site of such a name could not be reached. */
const RESERVED = new Set([
  'api',
  'assets',
  'console',
  'dispatcher',
  'healthz',
  'identity',
  'livekit',
  'nbr',
  'readyz',
  'schemas',
  'v1',
  'wbxservice',
  'webex',
]);

export type Sites = ReturnType<typeof openSites>;

export function openSites(database: Database, clock: Clock) {
  const parsed = new Map<number, Site>();
  const recordAudit = openAudit(database, clock);
  const head = ['id', 'site_id', 'name', 'type', 'status', 'security_version', 'version'] as const;

  const headByName = database.prepare<{ name: string }, SiteHead>((db, p) =>
    db.selectFrom('site').select(head).where('name', '=', p('name')),
  );
  const headBySiteID = database.prepare<{ siteID: number }, SiteHead>((db, p) =>
    db.selectFrom('site').select(head).where('site_id', '=', p('siteID')),
  );
  const headById = database.prepare<{ id: number }, SiteHead>((db, p) =>
    db.selectFrom('site').select(head).where('id', '=', p('id')),
  );
  const documentById = database.prepare<{ id: number }, { version: number; document: string }>((db, p) =>
    db.selectFrom('site').select(['version', 'document']).where('id', '=', p('id')),
  );
  /** The row as it is, kept so until the write ends. */
  const toChange = database.prepare<{ name: string }, SiteHead & { document: string }>((db, p) =>
    database.locked(
      db
        .selectFrom('site')
        .select([...head, 'document'])
        .where('name', '=', p('name')),
    ),
  );
  const names = database.prepare<Record<string, never>, { id: number; name: string }>((db) =>
    db.selectFrom('site').select(['id', 'name']).orderBy('id'),
  );
  const insert = database.prepare<
    { siteID: number; name: string; type: SiteType; now: number; document: string },
    unknown
  >((db, p) =>
    db.insertInto('site').values({
      site_id: p('siteID'),
      name: p('name'),
      type: p('type'),
      status: 'ACTIVE',
      security_version: 1,
      version: 1,
      created_at: p('now'),
      document: p('document'),
    }),
  );
  const update = database.prepare<
    { id: number; type: SiteType; status: SiteStatus; security: number; document: string },
    unknown
  >((db, p) =>
    db
      .updateTable('site')
      .set((eb) => ({
        type: p('type'),
        status: p('status'),
        security_version: eb('security_version', '+', p('security')),
        version: eb('version', '+', 1),
        document: p('document'),
      }))
      .where('id', '=', p('id')),
  );

  const byName = database.lookup<{ name: string }, SiteHead, Site>({
    table: 'site',
    statement: headByName,
    keyOf: ({ name }) => name,
    make: whole,
  });
  const bySiteID = database.lookup<{ siteID: number }, SiteHead, Site>({
    table: 'site',
    statement: headBySiteID,
    keyOf: ({ siteID }) => String(siteID),
    make: whole,
  });
  const byId = database.lookup<{ id: number }, SiteHead, Site>({
    table: 'site',
    statement: headById,
    keyOf: ({ id }) => String(id),
    make: whole,
  });

  function whole(head: SiteHead): MaybePromise<Site> {
    const known = parsed.get(head.id);
    return known?.version === head.version ? known : parse(head, database);
  }

  async function parse(head: SiteHead, on: Executor): Promise<Site> {
    const row = await documentById.first({ id: head.id }, on);
    const stored = row ? (JSON.parse(row.document) as SettingsChange) : {};
    const site: Site = {
      id: head.id,
      siteID: head.site_id,
      siteName: head.name,
      type: head.type,
      status: head.status,
      securityVersion: head.security_version,
      version: head.version,
      settings: withDefaults(stored),
    };
    parsed.set(site.id, site);
    return site;
  }

  return {
    /** The site of that name, in any case. */
    byName(siteName: string): MaybePromise<Site | undefined> {
      return byName.find({ name: siteName.toLowerCase() });
    },

    /** The site of that public number. */
    bySiteID(siteID: number): MaybePromise<Site | undefined> {
      return bySiteID.find({ siteID });
    },

    /** The site whose row has that number. */
    async byId(id: number): Promise<Site | undefined> {
      return byId.find({ id });
    },

    async names(): Promise<string[]> {
      return (await names.all({})).map((row) => row.name);
    },

    /** The rows of all of them. */
    async ids(): Promise<number[]> {
      return (await names.all({})).map((row) => row.id);
    },

    /**
     * Founds a site.
     * @throws SiteNameTaken when there is a site of that name
     * @throws RuleBroken when the name cannot be a host label, or a setting is invalid
     */
    async create(site: NewSite): Promise<Site> {
      checkChange(site.settings ?? {});
      checkMeetingTypes(withDefaults(site.settings ?? {}));
      const name = site.siteName.toLowerCase();
      if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name)) {
        throw new RuleBroken('siteName', 'must be letters, digits and inner hyphens, at most 63');
      }
      if (RESERVED.has(name)) throw new RuleBroken('siteName', 'is the name of a folder of the installation');
      try {
        await database.write(async (tx) => {
          const { siteID, type, settings = {} } = site;
          await insert.run({ siteID, name, type, now: clock.now(), document: JSON.stringify(settings) }, tx);
          const founded = await toChange.first({ name }, tx);
          if (!founded) throw new SiteNotFound(name);
          const after = { type, siteID, settings };
          await recordAudit(tx, { site: founded, act: 'site.created', name, id: siteID, after });
        });
      } catch (error) {
        if (error instanceof UniqueViolation) {
          if (error.constraint === 'site_site_id') throw new RuleBroken('siteID', 'is that of another site');
          throw new SiteNameTaken(name);
        }
        throw error;
      }
      return this.required(name);
    },

    /**
     * Changes what is given: groups setting by setting, lists whole. A changed rule of security is a new policy,
     * which ends the session tickets of before.
     * @param judge sees the settings as they are inside the write
     * @throws SiteNotFound when there is no such site
     * @throws RuleBroken when a setting is invalid; and what the judge throws
     */
    async change(
      siteName: string,
      change: SiteChange,
      judge?: (current: SiteSettings) => void,
    ): Promise<Site> {
      const wanted = change.settings ?? {};
      checkChange(wanted);
      await database.write(async (tx) => {
        const found = await toChange.first({ name: siteName.toLowerCase() }, tx);
        if (!found) throw new SiteNotFound(siteName);
        const stored = JSON.parse(found.document) as SettingsChange;
        judge?.(withDefaults(stored));
        const changed = merged<SettingsChange>(stored, wanted);
        if (wanted.meetingTypes) checkMeetingTypes(withDefaults(changed));
        const { type = found.type, status = found.status } = change;
        const security = change.newSecurityPolicy || isNewPolicy(withDefaults(stored), wanted) ? 1 : 0;
        await update.run({ id: found.id, type, status, security, document: JSON.stringify(changed) }, tx);
        await recordAudit(tx, {
          site: found,
          act: 'site.changed',
          name: found.name,
          id: found.site_id,
          before: { type: found.type, status: found.status, settings: withDefaults(stored) },
          after: { type, status, settings: withDefaults(changed) },
        });
      });
      return this.required(siteName);
    },

    /**
     * The site of that name.
     * @throws SiteNotFound when there is no such site
     */
    async required(siteName: string): Promise<Site> {
      const site = await this.byName(siteName);
      if (!site) throw new SiteNotFound(siteName);
      return site;
    },
  };
}

/** Settings that came after a document was written have their defaults, inside of groups too. */
function withDefaults(stored: SettingsChange): SiteSettings {
  return merged<SiteSettings>(DEFAULT_SITE_SETTINGS, stored);
}
