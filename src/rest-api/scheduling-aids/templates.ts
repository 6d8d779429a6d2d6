/** GET /meetings/templates: the schedules that a host, or the site, has saved. */
import type { SessionTemplate } from '../../accounts/session-templates.ts';
import { SessionTypeNotSupported } from '../../sessions/session.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import { languageById } from '../../time/languages.ts';
import { bool, complex, extension, group, many, oneOf, optional, text } from '../../xml/schema.ts';
import { SCHEDULED_TYPE_OF } from '../meetings/present-meeting.ts';
import { templateIdOf } from '../meetings/template-id.ts';
import { rest } from '../namespace.ts';
import type { RestCall } from '../rest-caller.ts';
import { endpoint } from '../rest-endpoint.ts';
import { TEXTS } from '../rest-problems.ts';
import { RestFailure } from '../rest-refusals.ts';
import { siteUrlOf } from '../site-url.ts';
import { WHOSE, whose } from './host-asked-about.ts';
import { templateMeeting, templateMeetingType } from './template-meeting.ts';

const TEMPLATE_TYPES = ['meeting', 'webinar'] as const;

const templateType = complex(rest, 'MeetingTemplate', {
  id: text({ sample: '870f51ff287b41be8648412901e0402f' }),
  name: text({ sample: 'Short call' }),
  locale: text({ sample: 'en_US' }),
  siteUrl: text({ sample: 'acme.example.com' }),
  templateType: oneOf(TEMPLATE_TYPES),
  isDefault: bool(),
  isStandard: bool(),
});

const SCOPES = { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' } as const;

export const listTemplates = endpoint({
  method: 'GET',
  path: 'meetings/templates',
  tag: 'Meetings',
  summary: 'Lists the templates that a host may schedule with: their own, and those of the site.',
  description: '`isStandard` is true of those of the site.',
  scopes: SCOPES,
  query: {
    templateType: optional(oneOf(TEMPLATE_TYPES)),
    locale: optional(text({ max: 20 })),
    isDefault: optional(bool()),
    isStandard: optional(bool()),
    ...WHOSE,
  },
  answer: group({ items: many(templateType) }),
  async run(call, { query }) {
    const host = await whose(call, query);
    const asked = { ...query, locale: query.locale?.replace('-', '_').toLowerCase() };
    const templates = await call.app.sessionTemplates.of(host);
    const items = templates
      .map((template) => templateValue(call, template, host.profile.languageID))
      .filter((one) => asked.templateType === undefined || one.templateType === asked.templateType)
      .filter((one) => asked.locale === undefined || one.locale.toLowerCase() === asked.locale)
      .filter((one) => asked.isDefault === undefined || one.isDefault === asked.isDefault)
      .filter((one) => asked.isStandard === undefined || one.isStandard === asked.isStandard);
    return { items };
  },
});

export const getTemplate = endpoint({
  method: 'GET',
  path: 'meetings/templates/:templateId',
  tag: 'Meetings',
  summary: 'Tells of one template, with the meeting that it makes.',
  scopes: SCOPES,
  query: WHOSE,
  refuses: [SessionTypeNotSupported],
  answer: extension(rest, 'MeetingTemplateDetails', templateType, { meeting: templateMeetingType }),
  async run(call, { params, query }) {
    const host = await whose(call, query);
    const templates = await call.app.sessionTemplates.of(host);
    const found = templates.find(({ name }) => templateIdOf(name) === params.templateId);
    if (!found) throw new RestFailure(404, TEXTS.noData);
    const document = await call.app.sessionTemplates.document(host, found);
    return {
      ...templateValue(call, found, host.profile.languageID),
      meeting: templateMeeting(call.site, host, found, document),
    };
  },
});

function templateValue(
  { site, app }: Pick<RestCall, 'site' | 'app'>,
  { name, serviceType, isOfSite }: SessionTemplate,
  languageID: number,
) {
  return {
    id: templateIdOf(name),
    name,
    locale: localeOf(languageID),
    siteUrl: siteUrlOf(app, site),
    templateType: TYPE_OF[serviceType],
    isDefault: false,
    isStandard: isOfSite,
  };
}

const TYPE_OF: Readonly<Record<ServiceType, (typeof TEMPLATE_TYPES)[number]>> = SCHEDULED_TYPE_OF;

function localeOf(languageID: number): string {
  return languageById(languageID)?.name === 'GERMAN' ? 'de_DE' : 'en_US';
}
