/** InactivateUser: an account that may no longer sign in; its tickets end. */
import { InvalidElement } from '../../xml/decoder.ts';
import { userManager } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { oneUser, setActive } from './activation.ts';

export const inactivateUser = operation({
  service: userService,
  name: 'InactivateUser',
  level: '5.5',
  summary: 'Deactivates an account; its tickets end at once.',
  may: userManager,
  throttled: 'userOperations',
  refuses: [InvalidElement],
  request: body(userService, 'inactivateUser', oneUser),
  response: body(userService, 'inactivateUserResponse', {}),
  samples: { webexID: 'trainee' },
  async run(call, asked) {
    await setActive(call, asked, 'DEACTIVATED');
    return {};
  },
});
