/** The commands of the URL API as the test tool tells them. It is loaded where somebody asks, and keeps nothing. */
import type { Declared } from '../browser/parameters/parameter.ts';
import type { DescribedLink } from '../xml-door.ts';
import { COMMANDS_OF, PARAMETERS_OF } from './declared-pages.ts';

/** Every command and its names, and the pages that have none. */
export function links(): DescribedLink[] {
  const commands = Object.entries(COMMANDS_OF).flatMap(([page, all]) =>
    Object.entries(all).map(([command, { summary, needs, forPartners, parameters }]) => ({
      page,
      command,
      summary,
      needs,
      parameters: [
        ...(forPartners
          ? [{ name: 'PID', meaning: 'the partner id of the site', form: 'text', isRequired: true }]
          : []),
        ...described(parameters),
        { name: 'BU', meaning: 'where the result is told', form: 'an address', isRequired: false },
      ],
    })),
  );
  const pages = Object.entries(PARAMETERS_OF).map(([page, declared]) => ({
    page,
    needs: 'nobody' as const,
    parameters: described(declared),
  }));
  return [...commands, ...pages];
}

function described(declared: Declared): DescribedLink['parameters'] {
  return Object.entries(declared).map(([name, { meaning, form, isRequired }]) => ({
    name,
    meaning,
    form,
    isRequired,
  }));
}
