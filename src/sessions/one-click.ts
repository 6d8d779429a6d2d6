/** One-click settings: what a host's session is like when they start one at once. */
import type { AccountWithProfile } from '../accounts/account.ts';
import { isAnothers, openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { RuleBroken } from '../refusal.ts';
import { SERVICE_TYPES } from '../sites/service-type.ts';
import { ENTRY_EXIT_TONES } from '../sites/settings/scheduling.ts';
import { usualTelephonySupport } from '../sites/settings/telephony.ts';
import type { Site } from '../sites/site.ts';
import { type DocumentKind, documentText, readDocument } from '../stored/codec.ts';
import { flag, integer, oneOf, optional, record, type TypeOf, text, texts } from '../stored/shape.ts';
import { TELEPHONY_SUPPORTS } from './documents/telephony.ts';
import { checkSessionPassword } from './password.ts';
import { SESSION_SERVICES, sessionService } from './services.ts';
import { LIST_STATUSES } from './session.ts';

export const TEMPLATE_KINDS = ['User', 'Site', 'Service'] as const;

const telephony = record({
  telephonySupport: oneOf(TELEPHONY_SUPPORTS),
  extTelephonyDescription: optional(text),
  tspAccountIndex: optional(integer),
  personalAccountIndex: optional(integer),
  intlLocalCallIn: flag,
  tollfree: flag,
  entryExitTone: oneOf(ENTRY_EXIT_TONES),
  isMPAudio: flag,
});
export type OneClickTelephony = TypeOf<typeof telephony>;

const settings = record({
  serviceType: oneOf(SERVICE_TYPES),
  sessionType: integer,
  confName: text,
  sessionPassword: optional(text),
  listing: oneOf(LIST_STATUSES),
  CUVCMeetingID: optional(text),
  isInternal: flag,
  sessionTemplate: optional(
    record({ name: optional(text), type: optional(oneOf(TEMPLATE_KINDS)), value: optional(text) }),
  ),
  /** By the index of the site's tracking code. */
  trackingCodes: texts,
  telephony,
  voip: flag,
  /** Attendees ask to be let in. */
  joinApproval: flag,
});
export type OneClickSettings = TypeOf<typeof settings>;

const ONE_CLICK: DocumentKind<OneClickSettings> = {
  name: 'one-click settings',
  shape: settings,
  upgrades: [],
};

export type OneClick = ReturnType<typeof openOneClick>;

export function openOneClick(database: Database, clock: Clock) {
  const recordAudit = openAudit(database, clock);
  const byAccount = database.prepare<{ account: number }, { document: string }>((db, p) =>
    db.selectFrom('one_click').select('document').where('account', '=', p('account')),
  );
  const put = database.prepare<{ account: number; document: string }, unknown>((db, p) =>
    db
      .insertInto('one_click')
      .values({ account: p('account'), document: p('document') })
      .onConflict((conflict) =>
        conflict.column('account').doUpdateSet((eb) => ({ document: eb.ref('excluded.document') })),
      ),
  );

  return {
    /** What the host set up, or else what the site and the host's profile say. */
    async of(site: Site, host: AccountWithProfile): Promise<OneClickSettings> {
      const row = await byAccount.first({ account: host.id });
      return row ? readDocument(ONE_CLICK, row.document) : newOneClickSettings(site, host);
    },

    /**
     * Resolves when it is on disk.
     * @throws RuleBroken when a value breaks a rule
     * @throws SessionTypeNotSupported when the site or the host does not have the type
     * @throws SessionPasswordRequired when the site demands a password and there is none
     */
    async save(site: Site, host: AccountWithProfile, settings: OneClickSettings): Promise<void> {
      checkOneClick(site, host, settings);
      const { allMeetingsUnlisted } = site.settings.security;
      const listing = allMeetingsUnlisted ? 'UNLISTED' : settings.listing;
      const document = documentText(ONE_CLICK, { ...settings, listing });
      await database.write(async (tx) => {
        const row = await byAccount.first({ account: host.id }, tx);
        await put.run({ account: host.id, document }, tx);
        if (!isAnothers(host.id)) return;
        const before = row ? readDocument(ONE_CLICK, row.document) : {};
        const named = { name: host.webExId, id: host.userId };
        await recordAudit(tx, { site, act: 'account.oneClickChanged', ...named, before, after: settings });
      });
    },
  };
}

/** What a host who never set anything up starts with. */
export function newOneClickSettings(site: Site, host: AccountWithProfile): OneClickSettings {
  const { defaults, security, telephony } = site.settings;
  const type = SESSION_SERVICES.meeting.typeFor(site, host, undefined);
  return {
    serviceType: type.serviceType,
    sessionType: type.meetingTypeID,
    confName: `${host.firstName} ${host.lastName}'s meeting`,
    listing: security.allMeetingsUnlisted ? 'UNLISTED' : 'PUBLIC',
    isInternal: false,
    trackingCodes: {},
    telephony: {
      telephonySupport: usualTelephonySupport(telephony),
      intlLocalCallIn: defaults.intlLocalCallIn,
      tollfree: defaults.tollFree,
      entryExitTone: defaults.entryExitTone,
      isMPAudio: telephony.mpAudio,
    },
    voip: defaults.voip,
    joinApproval: false,
  };
}

function checkOneClick(site: Site, host: AccountWithProfile, settings: OneClickSettings): void {
  const { confName, serviceType, sessionType, sessionPassword, telephony, trackingCodes } = settings;
  sessionService(serviceType).typeFor(site, host, sessionType);
  if (/^\p{Cc}*$/u.test(confName)) throw new RuleBroken('confName', 'must have a visible character');
  checkSessionPassword(sessionPassword, site, { confName, host });
  const known = site.settings.trackingCodes.map(({ index }) => String(index));
  const unknown = Object.keys(trackingCodes).find((index) => !known.includes(index));
  if (unknown !== undefined) throw new RuleBroken('trackingCode', `the site has no tracking code ${unknown}`);
  checkIndex('tspAccountIndex', telephony.tspAccountIndex, host.profile.tspAccounts);
  checkIndex('personalAccountIndex', telephony.personalAccountIndex, host.profile.personalTeleconf.accounts);
}

function checkIndex(
  element: string,
  index: number | undefined,
  accounts: readonly { readonly accountIndex?: number | undefined }[],
): void {
  if (index === undefined || accounts.some(({ accountIndex }) => accountIndex === index)) return;
  throw new RuleBroken(element, 'is not the index of an account of the host');
}
