/** Accounts. */
import {
  AccountNotFound,
  EmailTaken,
  HostLimitReached,
  PasswordNotAccepted,
  PersonalUrlTaken,
  UserManagementNotAllowed,
  WebExIdTaken,
} from '../../accounts/account.ts';
import { TemplateNotFound } from '../../accounts/session-templates.ts';
import { TooManyNewPasswords } from '../new-passwords.ts';
import { type Exception, exception } from './exception.ts';

export const accountExceptions = {
  userNotFound: exception(
    '030001',
    'Corresponding User not found',
    'client',
    'No account has that webExID.',
    [AccountNotFound],
  ),
  webExIdTaken: exception(
    '030004',
    'WebEx ID already exists',
    'client',
    'CreateUser, SetUser: another account has that webExID.',
    [WebExIdTaken],
  ),
  emailTaken: exception(
    '030005',
    'E-mail address already exists',
    'client',
    'CreateUser, SetUser: another account has that e-mail.',
    [EmailTaken],
  ),
  userManagementNotAllowed: exception(
    '030098',
    'User management is not allowed on unified site',
    'documented',
    'CreateUser, DelUser, ActivateUser on a CI site.',
    [UserManagementNotAllowed],
  ),
  roleNotSupported: exception(
    '030103',
    'Assignment of this role is not supported',
    'documented',
    'CreateUser, SetUser on CI sites.',
  ),
  profileNotSet: exception(
    '030105',
    'Error setting up or modifying user profile',
    'documented',
    'The identity service refuses a change.',
  ),
  tooManyNewPasswords: exception(
    '030911',
    'Too many new passwords in one message',
    'ours',
    'CreateUser, SetUser: one message sets 25 passwords at most.',
    [TooManyNewPasswords],
  ),
  passwordNotAccepted: exception(
    '030906',
    'The password is not accepted',
    'ours',
    'A new password breaks a rule of the site.',
    [PasswordNotAccepted],
  ),
  personalUrlTaken: exception(
    '030907',
    'personalUrl already exists',
    'ours',
    'CreateUser, SetUser: another account has that personal URL.',
    [PersonalUrlTaken],
  ),
  templateNotFound: exception(
    '030908',
    'Corresponding session template not found',
    'ours',
    'DelSessionTemplates, CreateMeeting: there is no such template.',
    [TemplateNotFound],
  ),
  hostLimit: exception(
    '030930',
    'exceededSiteHostLimit',
    'documented',
    'The word is documented, the number is ours: the site has as many hosts as it may.',
    [HostLimitReached],
  ),
} as const satisfies Record<string, Exception>;
