/**
 * What no file of the project may hold: a number of the exception catalogue outside of it, the name of a
 * package registry, a path of somebody's machine. Long files are reported, and do not fail the check.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './files.ts';

/** A file by its path from the project's folder. */
export interface TrackedFile {
  readonly path: string;
  readonly text: string;
}

export interface Findings {
  readonly offences: readonly string[];
  readonly notes: readonly string[];
}

/** When a file passes this, look for the second thing in it. */
const LONG = 300;

const CATALOGUE = 'src/xml-api/exceptions/';

/** @param machine hosts and paths of the machine that the check runs on */
export function findings(files: readonly TrackedFile[], machine: readonly string[] = []): Findings {
  const offences = files.flatMap(({ path, text }) => [
    ...(path.startsWith('src/') && !path.startsWith(CATALOGUE) ? exceptionNumbers(path, text) : []),
    ...foreignWords(path, text, machine),
    ...(path.endsWith('package-lock.json') ? registryAddresses(path, text) : []),
  ]);
  const notes = files
    .filter(({ path }) => path.startsWith('src/'))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > LONG)
    .map(({ path, lines }) => `${path} has ${lines} lines: is there a second thing in it?`);
  return { offences, notes };
}

const COMMENT_OR_STRING =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g;

/** A string of six digits and nothing else. Comments and sentences may name a number. */
function exceptionNumbers(path: string, text: string): string[] {
  return [...text.matchAll(COMMENT_OR_STRING)]
    .filter(([token]) => /^['"`]\d{6}['"`]$/.test(token))
    .map((match) => `${path}:${lineAt(text, match.index)} has ${match[0]}: numbers belong to ${CATALOGUE}`);
}

const FOREIGN = [
  /\bregistry\.[a-z0-9-]+\.[a-z]{2,}/,
  /(?<![\w.:/])\/(?:home|Users)\/[a-z][\w.-]*\//,
  /(?<![\w.:/])\/root\/[\w.-]+/,
  /\b[A-Z]:\\Users\\/,
];

function foreignWords(path: string, text: string, machine: readonly string[]): string[] {
  return text.split('\n').flatMap((line, at) => {
    const found =
      machine.find((word) => line.includes(word)) ??
      FOREIGN.map((form) => form.exec(line)?.[0]).find((word) => word !== undefined);
    return found === undefined ? [] : [`${path}:${at + 1} names ${found}`];
  });
}

function registryAddresses(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, at) => (/^\s*"resolved":/.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : []));
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Everything that git knows or would add. */
function projectFiles(): TrackedFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed
    .split('\0')
    .filter((path) => path !== '')
    .flatMap((path) => {
      const bytes = contentOf(path);
      return bytes === undefined || bytes.includes(0) ? [] : [{ path, text: bytes.toString() }];
    });
}

/** Nothing for a file that has just been removed. */
function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(join(ROOT, path));
  } catch {
    return undefined;
  }
}

/** The registry and the folders of this machine. */
function ofThisMachine(): string[] {
  const registry = process.env.npm_config_registry ?? '';
  const host = URL.canParse(registry) ? [new URL(registry).host] : [];
  const folders = [ROOT, homedir()].filter((folder) => folder.split('/').length > 2 && folder !== tmpdir());
  return [...host, ...folders];
}

if (import.meta.main) {
  const files = projectFiles();
  const { offences, notes } = findings(files, ofThisMachine());
  for (const note of notes) console.log(`note: ${note}`);
  for (const offence of offences) console.error(offence);
  console.log(`files: ${files.length} files, ${offences.length} offences`);
  if (offences.length > 0) process.exitCode = 1;
}
