/** ActivateUser: lets an account sign in again. */
import { HostLimitReached } from '../../accounts/account.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { userManager } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { oneUser, setActive } from './activation.ts';

export const activateUser = operation({
  service: userService,
  name: 'ActivateUser',
  level: '5.5',
  summary: 'Activates an account that was deactivated or waits for activation.',
  may: userManager,
  throttled: 'userOperations',
  refuses: [InvalidElement, HostLimitReached],
  request: body(userService, 'activateUser', oneUser),
  response: body(userService, 'activateUserResponse', {}),
  samples: { webexID: 'trainee' },
  async run(call, asked) {
    await setActive(call, asked, 'ACTIVATED');
    return {};
  },
});
