/** What sso.php can be asked. */
import { address, mark, text, word } from '../../browser/parameters/parameter.ts';

export const SSO = {
  TARGET: address('where to go after the sign-in, on the site'),
  code: text('of a sign-in that was verified'),
  state: mark('that the OpenID provider sends people back'),
  error: mark('that the OpenID provider refused'),
  AT: word('back from a logout at the identity provider', ['LO']),
  TEST: text('the sign-in that an administrator tries at the OpenID provider'),
  HERE: mark('that the browser was sent to the public address already'),
};
