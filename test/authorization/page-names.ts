/** The pages of our own and the forms on them, as the sources tell: every one of them has a row. */
import { readFileSync } from 'node:fs';
import { ROOM_DEEDS } from '../../src/browser/pages/room-page.ts';

const INDEXES = ['../../src/site-pages/index.ts', '../../src/console/index.ts'];

export interface OwnPage {
  /** Below the site's folder; the folder itself is ''. */
  readonly path: string;
  /** Answers forms too. */
  readonly isForm: boolean;
  /** What its forms do, where they tell it by DO. */
  readonly deeds: readonly string[];
}

export function ownPages(): OwnPage[] {
  return INDEXES.flatMap((index) => pagesIn(new URL(index, import.meta.url)));
}

function pagesIn(index: URL): OwnPage[] {
  const text = readFileSync(index, 'utf8');
  const files = new Map<string, string>();
  for (const [, names = '', file = ''] of text.matchAll(/^import \{([^}]*)\} from '(\.[^']*)';$/gm)) {
    for (const name of names.split(',')) files.set(name.trim(), file);
  }
  const pages = [...text.matchAll(/^ *sitePage\(\s*\w+,\s*context,\s*'([^']*)',\s*(\w+)/gm)];
  const written = text.match(/^ *sitePage\(/gm)?.length ?? 0;
  if (pages.length !== written) throw new Error(`${index.pathname}: a page stands there in another way`);
  return pages.map(([, path = '', handler = '']) => {
    const file = files.get(handler);
    if (file === undefined)
      throw new Error(`${index.pathname}: ${handler} is not imported from a file beside it`);
    const source = readFileSync(new URL(file, index), 'utf8');
    const [, words = ''] = /\bDO: word\([^[]*\[([^\]]*)\]/.exec(source) ?? [];
    return {
      path,
      isForm: /'POST'/.test(source),
      deeds: [
        ...[...words.matchAll(/'(\w+)'/g)].map(([, word = '']) => word),
        ...(words.includes('...ROOM_DEEDS') ? ROOM_DEEDS : []),
      ],
    };
  });
}
