/** Who a message is sent by. */
import { SHELL } from '../shell.ts';

/** `me`: by a ticket of whoever is signed in; `message`: with the credentials that stand in it. */
export type SendsAs = 'me' | 'message';

/** An owner who works on another site has no account there. */
export const SENDERS: readonly SendsAs[] =
  SHELL.siteName === SHELL.homeSite ? ['me', 'message'] : ['message'];

/** Who it is sent by as long as nobody has chosen. */
export const USUAL_SENDER: SendsAs = SENDERS[0] ?? 'message';
