/** /admin/meeting/config/commonSettings: settings of the site, the same that GetSite and SetSite know. */

import { checkChangesSetting } from '../../policies/site-settings.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import type { SettingsChange } from '../../sites/settings/change.ts';
import { touched } from '../../sites/settings/change.ts';
import { USUAL_DISALLOWED } from '../../sites/settings/passwords.ts';
import type { SiteSettings } from '../../sites/site.ts';
import {
  bool,
  complex,
  group,
  integer,
  list,
  oneOf,
  optional,
  text,
  type ValueOf,
} from '../../xml/schema.ts';
import { rest } from '../namespace.ts';
import { checkSiteUrl } from '../own-site.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { CONFIG_READ, CONFIG_WRITE } from './config-scopes.ts';

const TONES = { NoTone: 'NOTONE', Beep: 'BEEP', AnnounceName: 'ANNOUNCENAME' } as const;
const SUPPORTS = ['None', 'WebexTeleconferencing', 'Other'] as const;

const CHANGEABLE = {
  siteOptions: optional(group({ allowCustomPersonalRoomURL: optional(bool()) })),
  defaultSchedulerOptions: optional(
    group({
      entryAndExitTone: optional(oneOf(['NoTone', 'Beep', 'AnnounceName'])),
      joinTeleconfNotPress1: optional(bool()),
      telephonySupport: optional(oneOf(SUPPORTS)),
      tollFree: optional(bool()),
      VoIP: optional(bool()),
    }),
  ),
  scheduleMeetingOptions: optional(group({ emailReminders: optional(bool()) })),
  securityOptions: optional(
    group({
      joinBeforeHost: optional(bool()),
      audioBeforeHost: optional(bool()),
      firstAttendeeAsPresenter: optional(bool()),
      unlistAllMeetings: optional(bool()),
      requireLoginBeforeAccess: optional(bool()),
      requireStrongPassword: optional(bool()),
      passwordCriteria: optional(
        group({
          mixedCase: optional(bool()),
          minLength: optional(integer({ min: 0, max: 60 })),
          minNumeric: optional(integer({ min: 0, max: 60 })),
          minAlpha: optional(integer({ min: 0, max: 60 })),
          minSpecial: optional(integer({ min: 0, max: 60 })),
          disallowDynamicWebText: optional(bool()),
          disallowList: optional(bool()),
          disallowValues: list(text({ max: 128 }), { max: 500 }),
        }),
      ),
    }),
  ),
};

const settingsRequestType = complex(rest, 'CommonSettingsRequest', CHANGEABLE);

const settingsType = complex(rest, 'CommonSettings', {
  ...CHANGEABLE,
  telephonyConfig: group({
    allowCallIn: bool(),
    allowCallBack: bool(),
    allowOtherTeleconf: bool(),
    allowTollFreeCallin: bool(),
    allowInternationalCallin: bool(),
    allowInternationalCallback: bool(),
    VoIP: bool(),
  }),
});

const SITE = { siteUrl: optional(text({ max: 256 })) };

export const getCommonSettings = endpoint({
  method: 'GET',
  path: 'admin/meeting/config/commonSettings',
  tag: 'Site',
  summary: 'Tells how the site is set up.',
  scopes: CONFIG_READ,
  query: SITE,
  answer: settingsType,
  refuses: [InvalidItem],
  run(call, { query }) {
    checkSiteUrl(call.site, query.siteUrl);
    return presentSettings(call.site.settings);
  },
});

export const patchCommonSettings = endpoint({
  method: 'PATCH',
  path: 'admin/meeting/config/commonSettings',
  tag: 'Site',
  summary: 'Changes how the site is set up; what is not said stays.',
  description:
    'The criteria are those of the passwords of meetings. Those of `securityOptions` are a security policy: a change ends ' +
    'session tickets and tokens, and signs out browsers. `telephonyConfig` is told and not changed.',
  scopes: CONFIG_WRITE,
  query: SITE,
  body: settingsRequestType,
  answer: settingsType,
  refuses: [InvalidItem, RuleBroken, AccessDenied],
  sample: { body: { scheduleMeetingOptions: { emailReminders: true } } },
  async run(call, { query, body }) {
    const { app, site, account } = call;
    checkSiteUrl(site, query.siteUrl);
    const settings = settingsAsked(body, site.settings);
    const after = await app.sites.change(site.siteName, { settings }, (current) => {
      for (const setting of touched(current, settings)) {
        checkChangesSetting({ account, isOwner: false }, setting);
      }
    });
    return presentSettings(after.settings);
  },
});

function presentSettings(settings: SiteSettings): ValueOf<typeof settingsType> {
  const { security, defaults, telephony, meetingPasswordCriteria: criteria } = settings;
  const [tone] = Object.entries(TONES).find(([, word]) => word === defaults.entryExitTone) ?? ['NoTone'];
  return {
    siteOptions: { allowCustomPersonalRoomURL: security.changePersonalURL },
    defaultSchedulerOptions: {
      entryAndExitTone: tone as keyof typeof TONES,
      joinTeleconfNotPress1: defaults.joinTeleconfNotPress1,
      telephonySupport: supportOf(settings),
      tollFree: defaults.tollFree,
      VoIP: defaults.voip,
    },
    scheduleMeetingOptions: { emailReminders: defaults.emailReminders },
    securityOptions: {
      joinBeforeHost: security.joinBeforeHost,
      audioBeforeHost: security.audioBeforeHost,
      firstAttendeeAsPresenter: security.firstAttendeeAsPresenter,
      unlistAllMeetings: security.allMeetingsUnlisted,
      requireLoginBeforeAccess: security.requireLoginBeforeSiteAccess,
      requireStrongPassword: security.strictMeetingPasswords,
      passwordCriteria: {
        mixedCase: criteria.mixedCase,
        minLength: criteria.minLength,
        minNumeric: criteria.minNumeric,
        minAlpha: criteria.minAlpha,
        minSpecial: criteria.minSpecial,
        disallowDynamicWebText: criteria.disallowWebTextSessions && criteria.disallowWebTextAccounts,
        disallowList: criteria.disallowList.length > 0,
        disallowValues: criteria.disallowList,
      },
    },
    telephonyConfig: {
      allowCallIn: telephony.callIn,
      allowCallBack: telephony.callBack,
      allowOtherTeleconf: telephony.otherTeleconference,
      allowTollFreeCallin: telephony.tollFree,
      allowInternationalCallin: telephony.internationalCallIn,
      allowInternationalCallback: telephony.internationalCallBack,
      VoIP: telephony.internetPhone,
    },
  };
}

function supportOf({ telephony }: SiteSettings): (typeof SUPPORTS)[number] {
  if (telephony.defaultTelephonySupport === 'NONE') return 'None';
  return telephony.defaultTelephonySupport === 'OTHER' ? 'Other' : 'WebexTeleconferencing';
}

function settingsAsked(body: ValueOf<typeof settingsRequestType>, now: SiteSettings): SettingsChange {
  const { siteOptions, defaultSchedulerOptions: scheduler, scheduleMeetingOptions, securityOptions } = body;
  const { passwordCriteria: criteria } = securityOptions ?? {};
  const dynamic = criteria?.disallowDynamicWebText;
  const tone = scheduler?.entryAndExitTone;
  return {
    security: {
      changePersonalURL: siteOptions?.allowCustomPersonalRoomURL,
      joinBeforeHost: securityOptions?.joinBeforeHost,
      audioBeforeHost: securityOptions?.audioBeforeHost,
      firstAttendeeAsPresenter: securityOptions?.firstAttendeeAsPresenter,
      allMeetingsUnlisted: securityOptions?.unlistAllMeetings,
      requireLoginBeforeSiteAccess: securityOptions?.requireLoginBeforeAccess,
      strictMeetingPasswords: securityOptions?.requireStrongPassword,
    },
    defaults: {
      entryExitTone: tone && TONES[tone],
      joinTeleconfNotPress1: scheduler?.joinTeleconfNotPress1,
      tollFree: scheduler?.tollFree,
      voip: scheduler?.VoIP,
      emailReminders: scheduleMeetingOptions?.emailReminders,
    },
    telephony: { defaultTelephonySupport: supportAsked(scheduler?.telephonySupport, now) },
    meetingPasswordCriteria: {
      mixedCase: criteria?.mixedCase,
      minLength: criteria?.minLength,
      minNumeric: criteria?.minNumeric,
      minAlpha: criteria?.minAlpha,
      minSpecial: criteria?.minSpecial,
      disallowWebTextSessions: dynamic,
      disallowWebTextAccounts: dynamic,
      disallowList: disallowedAsked(criteria ?? {}, now),
    },
  };
}

/** Whoever is called back stays so: this interface has one word for both. */
function supportAsked(support: (typeof SUPPORTS)[number] | undefined, now: SiteSettings) {
  if (support === undefined || support === supportOf(now)) return undefined;
  return ({ None: 'NONE', WebexTeleconferencing: 'CALLIN', Other: 'OTHER' } as const)[support];
}

interface Disallowed {
  readonly disallowList?: boolean | undefined;
  readonly disallowValues?: readonly string[] | undefined;
}

/** A list that holds nothing back is empty; one that is asked for without words is the usual one. */
function disallowedAsked({ disallowList, disallowValues }: Disallowed, now: SiteSettings) {
  if (disallowList === false) return [];
  if (disallowValues !== undefined) return disallowValues;
  const isEmpty = now.meetingPasswordCriteria.disallowList.length === 0;
  return disallowList && isEmpty ? [...USUAL_DISALLOWED] : undefined;
}
