import type { CommandPage } from '../../src/url-api/command.ts';
import { ePhp } from '../../src/url-api/e.php.ts';
import { mPhp } from '../../src/url-api/m.php.ts';
import { oPhp } from '../../src/url-api/o.php.ts';
import { pPhp } from '../../src/url-api/p.php.ts';
import { wPhp } from '../../src/url-api/w.php.ts';

const PAGES: Readonly<Record<string, CommandPage>> = {
  'm.php': mPhp,
  'p.php': pPhp,
  'o.php': oPhp,
  'w.php': wPhp,
  'e.php': ePhp,
};

/** Every command with its page: `m.php SM`. */
export function commandNames(): string[] {
  return Object.entries(PAGES).flatMap(([page, { commands }]) =>
    Object.keys(commands).map((AT) => `${page} ${AT}`),
  );
}
