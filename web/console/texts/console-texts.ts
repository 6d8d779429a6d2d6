/**
 * The words of the console: a file for each area and language, loaded with the area. The shape is that of the English
 * file, and a further area has a line in `ConsoleTexts`.
 */
import { SHELL } from '../shell.ts';

export interface ConsoleTexts {
  readonly audit: typeof import('./en/audit.ts').texts;
  readonly outbox: typeof import('./en/outbox.ts').texts;
  readonly diagnosis: typeof import('./en/diagnosis.ts').texts;
  readonly frame: typeof import('./en/frame.ts').texts;
  readonly sessions: typeof import('./en/sessions.ts').texts;
  readonly integrations: typeof import('./en/integrations.ts').texts;
  readonly overview: typeof import('./en/overview.ts').texts;
  readonly log: typeof import('./en/log.ts').texts;
  readonly migration: typeof import('./en/migration.ts').texts;
  readonly testTool: typeof import('./en/testTool.ts').texts;
  readonly users: typeof import('./en/users.ts').texts;
  readonly site: typeof import('./en/site.ts').texts;
  readonly webhooks: typeof import('./en/webhooks.ts').texts;
  readonly parts: typeof import('./en/parts.ts').texts;
}

export type AreaOfTexts = keyof ConsoleTexts;

const files = import.meta.glob<{ readonly texts: ConsoleTexts[AreaOfTexts] }>('./{en,de}/*.ts');

const loaded: Partial<Record<AreaOfTexts, unknown>> = {};

/** Resolves when `areaTexts` knows the area. */
export async function loadTexts(area: AreaOfTexts): Promise<void> {
  if (area in loaded) return;
  const load = files[`./${SHELL.language}/${area}.ts`] ?? files[`./en/${area}.ts`];
  if (!load) throw new Error(`there are no texts of the area ${area}`);
  loaded[area] = (await load()).texts;
}

/** @throws Error when they have not been loaded: an area's pages have those of their own area and of the frame */
export function areaTexts<A extends AreaOfTexts>(area: A): ConsoleTexts[A] {
  const texts = loaded[area];
  if (texts === undefined) throw new Error(`the texts of the area ${area} have not been loaded`);
  return texts as ConsoleTexts[A];
}
