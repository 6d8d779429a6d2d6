import {
  EmailTaken,
  HostLimitReached,
  UserManagementNotAllowed,
  WebExIdTaken,
} from '../../accounts/account.ts';
import { checkManagesItsUsers } from '../../policies/site.ts';
import { signsInByPassword } from '../../sites/site.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';
import { detailsAsked, namesAsked } from './asked-person.ts';
import { PEOPLE_WRITE } from './people-scopes.ts';
import { personRequestType, personType } from './person-type.ts';
import { presentPerson } from './present-person.ts';

export const createPerson = endpoint({
  method: 'POST',
  path: 'people',
  tag: 'People',
  summary: 'Makes an account.',
  description:
    'Its name to sign in by is the e-mail address. Where the site signs people in by passwords, a mail brings a link to ' +
    'choose one. `licenses` with the license of the site, or its address in `siteUrls`, makes a host; the address with ' +
    '`#attendee` makes somebody who attends; without both they host. Not on sites whose identity service makes accounts.',
  scopes: PEOPLE_WRITE,
  body: personRequestType,
  answer: personType,
  throttled: 'userOperations',
  refuses: [InvalidItem, RestFailure, EmailTaken, WebExIdTaken, HostLimitReached, UserManagementNotAllowed],
  sample: { body: { emails: ['nina@acme.com'], firstName: 'Nina', lastName: 'Newhost' } },
  async run(call, { body }) {
    const { app, site } = call;
    checkManagesItsUsers(site);
    const names = namesAsked(body);
    const { active, locked: _, ...details } = detailsAsked(call, body);
    const newcomer = { ...details, ...names, webExId: names.email, passwordHash: null, active };
    const created = await app.accounts.create(site, newcomer, async (tx, account) => {
      const token = signsInByPassword(site) ? await app.passwordResets.welcome(account, tx) : undefined;
      await app.mail.notices.welcome(tx, site, await app.accounts.withProfile(account, tx), token);
    });
    return presentPerson(call, await app.accounts.withProfile(created));
  },
});
