/** The documented pages by their names, with all that they declare: for the manual and the lists of the fuzz tests. */
import type { Declared } from '../browser/parameters/parameter.ts';
import type { Commands } from './command.ts';
import { ePhp } from './e.php.ts';
import { GLOBAL_CALL_IN } from './globalcallin.php.ts';
import { J_PHP } from './j.php.ts';
import { mPhp } from './m.php.ts';
import { oPhp } from './o.php.ts';
import { pPhp } from './p.php.ts';
import { CMR } from './personal-room-pages.ts';
import { RECORDING_PAGES } from './recordings/recording-link.ts';
import { SSO } from './sso/parameters.ts';
import { wPhp } from './w.php.ts';

export const COMMANDS_OF: Readonly<Record<string, Commands>> = {
  'p.php': pPhp.commands,
  'm.php': mPhp.commands,
  'o.php': oPhp.commands,
  'w.php': wPhp.commands,
  'e.php': ePhp.commands,
};

/** Of pages without commands. */
export const PARAMETERS_OF: Readonly<Record<string, Declared>> = {
  'j.php': J_PHP,
  'globalcallin.php': GLOBAL_CALL_IN,
  'ldr.php': RECORDING_PAGES,
  'lsr.php': RECORDING_PAGES,
  'cmr.do': CMR,
  'sso.php': SSO,
};
