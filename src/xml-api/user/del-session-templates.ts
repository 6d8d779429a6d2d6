/** DelSessionTemplates: deletes saved schedules of the caller or of the site, all or none. */
import { TemplateNotFound } from '../../accounts/session-templates.ts';
import { AccessDenied } from '../../refusal.ts';
import { complex, enumeration, many, optional, text } from '../../xml/schema.ts';
import { anyAccount, siteAdmin } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { serviceTypeType } from '../types/common.ts';
import { use } from '../types/namespaces.ts';

const sessionTemplateType = complex(use, 'sessionTemplateType', {
  name: text(),
  serviceType: serviceTypeType,
});

export const delSessionTemplates = operation({
  service: userService,
  name: 'DelSessionTemplates',
  level: '5.5',
  summary: "Deletes session templates: the caller's own, or the site's for an administrator.",
  may: anyAccount,
  throttled: 'userOperations',
  refuses: [AccessDenied, TemplateNotFound],
  request: body(userService, 'delSessionTemplates', {
    sessionTemplate: many(sessionTemplateType, { min: 1, max: 500 }),
    templateType: optional(enumeration(use, 'templateTypeType', ['User', 'Site'])),
  }),
  response: body(userService, 'delSessionTemplatesResponse', {}),
  samples: { 'sessionTemplate/name': 'Short call' },
  async run(call, { sessionTemplate, templateType }) {
    const ofSite = templateType === 'Site';
    if (ofSite) siteAdmin.allows(call);
    await call.app.sessionTemplates.remove(call.site, ofSite ? undefined : call.account, sessionTemplate);
    return {};
  },
});
