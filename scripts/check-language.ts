/**
 * Holds the mechanical part of how this project writes (CONTRIBUTING.md): people are "they", what is thrown is
 * told by `@throws`, a parameter has a noun for a name, and a type or a file has a name of its own.
 * `node scripts/check-language.ts` prints every line that says it otherwise.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { filesBelow, ROOT } from './files.ts';

/** A file of the project: its path from the project's folder, and its text. */
export interface Prose {
  readonly path: string;
  readonly text: string;
}

/** What a comment, a page's text or a page of the manual does not say, and what it says instead. */
const PHRASES: readonly (readonly [form: RegExp, instead: string])[] = [
  [
    /\b(?:[Hh]e|[Hh]is|[Hh]im|[Hh]imself|[Ss]he|[Hh]ers?|[Hh]erself)\b(?!-)/,
    'people are "they" or their role',
  ],
  [/\bErrors: /, 'what is thrown is told by "@throws Name when …"'],
  [/\bthat (?:is|are) none\b/, '"invalid …" says it plainly'],
];

/** Names that tell where a value came from and not what it is. */
const PARTICIPLES = ['given', 'told', 'asked', 'found', 'wanted'];

const CODE = /\.(?:ts|tsx|mjs)$/;
/** Every word of these files is English; of others, what they say of themselves. */
const ENGLISH_TEXTS = /^web\/(?:console\/)?texts\/en\//;

const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g;
const PARAMETER = new RegExp(
  String.raw`(?:[(,]\s*(?:readonly\s+)?)(${PARTICIPLES.join('|')})(?:\?)?\s*(?::\s*(?:[A-Z(]|\{\s*readonly\b|(?:readonly|string|number|bigint|boolean|unknown|object|typeof|keyof)\b)|\)\s*(?:=>|:)|,[^)\n]*\)\s*=>)`,
  'g',
);

/** One line for everything that is said otherwise; nothing when all is well. */
export function languageOffences(files: readonly Prose[]): string[] {
  return [
    ...files.flatMap(({ path, text }) => phrases(path, proseOf(path, text))),
    ...files.filter(inSource).flatMap(({ path, text }) => participles(path, text)),
    ...sameNames(files.filter(inSource)),
    ...sameTypes(files.filter(inSource)),
  ];
}

function inSource({ path }: Prose): boolean {
  return path.startsWith('src/') && CODE.test(path);
}

/** The part of a file that speaks to people, with everything else blanked so that lines keep their numbers. */
function proseOf(path: string, text: string): string {
  if (!CODE.test(path) || ENGLISH_TEXTS.test(path)) return text;
  let prose = '';
  let end = 0;
  for (const match of text.matchAll(COMMENT)) {
    prose += text.slice(end, match.index).replaceAll(/[^\n]+/g, '') + match[0];
    end = match.index + match[0].length;
  }
  return prose + text.slice(end).replaceAll(/[^\n]+/g, '');
}

function phrases(path: string, prose: string): string[] {
  return prose
    .split('\n')
    .flatMap((line, at) =>
      PHRASES.filter(([form]) => form.test(line)).map(
        ([form, instead]) => `${path}:${at + 1} says "${form.exec(line)?.[0].trim()}": ${instead}`,
      ),
    );
}

function participles(path: string, text: string): string[] {
  const code = text.replaceAll(COMMENT, (comment) => comment.replaceAll(/[^\n]+/g, ''));
  return [...code.matchAll(PARAMETER)].map((match) => {
    const line = code.slice(0, match.index + match[0].length).split('\n').length;
    return `${path}:${line} names a parameter "${match[1]}": a parameter is named for what it is`;
  });
}

/**
 * Folders whose files are named by the noun that they are about, as the rooms of those nouns are: the policies of a
 * session, its commands, the settings of its passwords, its table, the meanings of its elements. `index.ts` is the contents of any folder.
 */
const BY_NOUN = [
  'src/policies/',
  'src/command-line/',
  'src/sites/settings/',
  'src/database/tables/',
  'src/xml-api/meanings/',
];

/** A file's name says what is in it, so that no name stands for two things. */
function sameNames(files: readonly Prose[]): string[] {
  return twice(
    files
      .filter(({ path }) => !BY_NOUN.some((folder) => path.startsWith(folder)))
      .map(({ path }) => [basename(path), path] as const),
  )
    .filter(([name]) => name !== 'index.ts')
    .map(([name, paths]) => `${name} is the name of ${paths.length} files: ${paths.join(', ')}`);
}

const EXPORTED_TYPE = /^export (?:abstract )?(?:class|interface|type|enum) (\w+)/gm;

/**
 * A type is a word of the house and means one thing in it. Functions and constants are read with the file that they
 * come from, and may repeat. A table spells its columns as the room that owns it does, and stands apart.
 */
function sameTypes(files: readonly Prose[]): string[] {
  const names = files
    .filter(({ path }) => !path.startsWith('src/database/tables/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(EXPORTED_TYPE)].map(([, name = '']) => [name, path] as const),
    );
  return twice(names).map(([name, paths]) => `${name} means ${paths.length} things: ${paths.join(', ')}`);
}

function twice(named: readonly (readonly [name: string, path: string])[]): [string, string[]][] {
  const paths = new Map<string, string[]>();
  for (const [name, path] of named) paths.set(name, [...(paths.get(name) ?? []), path]);
  return [...paths].filter(([, where]) => where.length > 1);
}

/** What speaks to people: the code, its tests, and the manual. */
const SPOKEN = ['src', 'web', 'test', 'bench', 'scripts', 'bin', 'docs'];
const PAGES = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'];

if (import.meta.main) {
  const paths = [...SPOKEN.flatMap(filesBelow), ...PAGES].filter(
    (path) => /\.(?:ts|tsx|mjs|md)$/.test(path) && !path.startsWith('web/build/'),
  );
  const files = paths.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
  const offences = languageOffences(files);
  for (const offence of offences) console.error(offence);
  console.log(`language: ${files.length} files, ${offences.length} offences`);
  if (offences.length > 0) process.exitCode = 1;
}
