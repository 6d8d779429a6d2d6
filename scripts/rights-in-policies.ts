/**
 * Holds rights to one room: a protocol asks `src/policies/` what somebody may do. What a role is by itself (a host, an
 * administrator) it never reads off the account.
 */
import { roomBelow, type Source } from './check-floors.ts';

const PROTOCOLS = ['xml-api', 'url-api', 'site-pages', 'browser', 'nbr', 'rest-api', 'console'];

/** What the domain tells of an account's role: facts, from which policies judge. */
const ROLES = ['isHost', 'isSiteAdmin', 'isReadOnlyAdmin'];

const IMPORT = /^import (?:type )?\{([^}]*)\} from '[^']*\/accounts\/account\.ts';/gm;

/** One line for every role that a protocol reads by itself. */
export function rightsOffences(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => PROTOCOLS.includes(roomBelow('src/', path)))
    .flatMap(({ path, text }) =>
      [...text.matchAll(IMPORT)].flatMap(([, names = '']) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter((name) => ROLES.includes(name))
          .map((name) => `${path} imports ${name}: what somebody may do is judged in src/policies/`),
      ),
    );
}
