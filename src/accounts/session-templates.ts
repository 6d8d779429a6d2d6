/** Session templates: saved schedules of an account or of the whole site. */
import { isAnothers, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { Refusal } from '../refusal.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import { siteTouch } from '../sites/site-rows.ts';
import type { Account } from './account.ts';

export interface TemplateName {
  readonly name: string;
  readonly serviceType: ServiceType;
}

export interface SessionTemplate extends TemplateName {
  /** The row's number, as getUser's schedulingTemplates gives it. */
  readonly value: string;
  /** It is the site's own, for everybody. */
  readonly isOfSite: boolean;
}

export class TemplateNotFound extends Refusal {
  constructor(name: string) {
    super(`there is no session template ${name}`);
  }
}

export type SessionTemplates = ReturnType<typeof openSessionTemplates>;

interface TemplateRow {
  readonly id: number;
  readonly name: string;
  readonly service_type: string;
  readonly account: number | null;
}

export function openSessionTemplates(database: Database, clock: Clock) {
  const recordAudit = openAudit(database, clock);
  const ofAccount = database.prepare<{ site: number; account: number }, TemplateRow>((db, p) =>
    db
      .selectFrom('session_template')
      .select(['id', 'name', 'service_type', 'account'])
      .where('site', '=', p('site'))
      .where((eb) => eb.or([eb('account', '=', p('account')), eb('account', 'is', null)]))
      .orderBy('name_key')
      .orderBy('id'),
  );
  const documentOf = database.prepare<
    { site: number; account: number; key: string; service: ServiceType },
    { account: number | null; document: string }
  >((db, p) =>
    db
      .selectFrom('session_template')
      .select(['account', 'document'])
      .where('site', '=', p('site'))
      .where((eb) => eb.or([eb('account', '=', p('account')), eb('account', 'is', null)]))
      .where('name_key', '=', p('key'))
      .where('service_type', '=', p('service')),
  );
  const insert = database.prepare<
    { site: number; account: number | null; name: string; key: string; service: string; document: string },
    unknown
  >((db, p) =>
    db.insertInto('session_template').values({
      site: p('site'),
      account: p('account'),
      name: p('name'),
      name_key: p('key'),
      service_type: p('service'),
      document: p('document'),
    }),
  );
  type Key = { site: number; account: number; key: string; service: string };
  const removeOwn = database.prepare<Key, unknown>((db, p) =>
    db
      .deleteFrom('session_template')
      .where('site', '=', p('site'))
      .where('account', '=', p('account'))
      .where('name_key', '=', p('key'))
      .where('service_type', '=', p('service')),
  );
  const removeOfSite = database.prepare<Omit<Key, 'account'>, unknown>((db, p) =>
    db
      .deleteFrom('session_template')
      .where('site', '=', p('site'))
      .where('account', 'is', null)
      .where('name_key', '=', p('key'))
      .where('service_type', '=', p('service')),
  );

  /** What was made from the templates is out of date. */
  const accountChanged = database.prepare<{ id: number }, unknown>((db, p) =>
    db
      .updateTable('account')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', p('id')),
  );
  const siteChanged = siteTouch(database);

  async function changed(
    site: Site,
    account: Account | undefined,
    act: 'template.saved' | 'template.deleted',
    names: readonly TemplateName[],
    tx: Executor,
  ): Promise<void> {
    if (account) await accountChanged.run({ id: account.id }, tx);
    else await siteChanged.run({ site: site.id }, tx);
    if (account && !isAnothers(account.id)) return;
    for (const { name, serviceType } of names) {
      await recordAudit(tx, { site, act, name, after: { serviceType, webExID: account?.webExId } });
    }
  }

  return {
    /** The account's own templates and those of its site, by name. */
    async of(account: Account): Promise<SessionTemplate[]> {
      const rows = await ofAccount.all({ site: account.site, account: account.id });
      return rows.map((row) => ({
        name: row.name,
        value: String(row.id),
        serviceType: row.service_type as ServiceType,
        isOfSite: row.account === null,
      }));
    },

    /**
     * What a template holds: the account's own before one of the site.
     * @throws TemplateNotFound when there is no such template
     */
    async document(account: Account, { name, serviceType }: TemplateName): Promise<object> {
      const rows = await documentOf.all({
        site: account.site,
        account: account.id,
        key: name.toLowerCase(),
        service: serviceType,
      });
      const found = rows.find((row) => row.account !== null) ?? rows[0];
      if (!found) throw new TemplateNotFound(name);
      return JSON.parse(found.document) as object;
    },

    /** Saves a template; without an account it is one of the site. */
    async save(
      site: Site,
      account: Account | undefined,
      template: TemplateName,
      document: object,
    ): Promise<void> {
      await database.write(async (tx) => {
        await insert.run(
          {
            site: site.id,
            account: account?.id ?? null,
            name: template.name,
            key: template.name.toLowerCase(),
            service: template.serviceType,
            document: JSON.stringify(document),
          },
          tx,
        );
        await changed(site, account, 'template.saved', [template], tx);
      });
    },

    /**
     * Deletes all or none; without an account those of the site.
     * @throws TemplateNotFound when there is no such template
     */
    async remove(
      site: Site,
      account: Account | undefined,
      templates: readonly TemplateName[],
    ): Promise<void> {
      await database.write(async (tx) => {
        for (const { name, serviceType } of templates) {
          const key = { site: site.id, key: name.toLowerCase(), service: serviceType };
          const removed = account
            ? await removeOwn.run({ ...key, account: account.id }, tx)
            : await removeOfSite.run(key, tx);
          if (removed === 0) throw new TemplateNotFound(name);
        }
        await changed(site, account, 'template.deleted', templates, tx);
      });
    },
  };
}
