/** Which texts of the catalogue the sources of the pages show, read from the sources themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from '../support/process.ts';

const WEB = join(ROOT, 'web');

/** The views, as paths from `web/`. */
export function viewFiles(): string[] {
  return readdirSync(join(WEB, 'pages'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join('pages', name));
}

/** A view and all that it is made of, also what is loaded later; as paths from `web/`. */
export function sourcesOf(view: string): Set<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    for (const [, target = ''] of sourceOf(path).matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+\.tsx?)'/g)) {
      const imported = relative(WEB, join(WEB, dirname(path), target));
      if (!imported.startsWith('..') && !imported.startsWith('texts/')) visit(imported);
    }
  };
  visit(view);
  return found;
}

const sources = new Map<string, string>();

/** Without comments. */
export function sourceOf(path: string): string {
  const known = sources.get(path);
  if (known !== undefined) return known;
  const source = readFileSync(join(WEB, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  sources.set(path, source);
  return source;
}

/** The keys of the catalogue (`session`, `signIn`) that a source takes from it. */
export function keysTaken(source: string): Set<string> {
  // A name holds in its function alone.
  const functions = source
    .replace(/^import [^;]*;$/gm, '')
    .split(/^(?=(?:export )?(?:async )?(?:function|const) )/m);
  return new Set(functions.flatMap((one) => [...keysTakenIn(one)]));
}

function keysTakenIn(source: string): Set<string> {
  const keys = new Set<string>();
  const takePattern = (pattern: string) => {
    for (const part of pattern.split(',')) {
      const [, key] = /^\s*(\w+)/.exec(part) ?? [];
      if (key) keys.add(key);
    }
  };
  for (const [, key = ''] of source.matchAll(/useTexts\(\)\.(\w+)/g)) keys.add(key);
  for (const [, key = ''] of source.matchAll(/Texts\['(\w+)'\]/g)) keys.add(key);
  for (const [, pattern = ''] of source.matchAll(/\{([^{}]*)\}\s*=\s*useTexts\(\)/g)) takePattern(pattern);
  for (const [, pattern = ''] of source.matchAll(/\{([^{}]*(?:\{[^{}]*\}[^{}]*)?)\}: Texts\b(?!\[)/g)) {
    takePattern(pattern.replace(/\{[^{}]*\}/g, ''));
  }
  // A name for all of it, or what a view's title is given.
  const names = [
    ...[...source.matchAll(/const (\w+) = useTexts\(\);/g)].map(([, name = '']) => name),
    ...[...source.matchAll(/(\w+): Texts\b(?!\[)/g)].map(([, name = '']) => name),
  ];
  for (const name of names) {
    for (const [, key = ''] of source.matchAll(new RegExp(`(?<![.\\w])${name}\\s*\\.(\\w+)`, 'g')))
      keys.add(key);
    for (const [, pattern = ''] of source.matchAll(new RegExp(`\\{([^{}]*)\\}\\s*=\\s*${name};`, 'g'))) {
      takePattern(pattern);
    }
  }
  for (const [, name = '', rest = ''] of source.matchAll(
    /title: \([^,()]*(?:\{[^}]*\})?, (\w+)\) =>([^\n]*(?:\n[^\n}]*)?)/g,
  )) {
    for (const [, key = ''] of rest.matchAll(new RegExp(`(?<![.\\w])${name}\\.(\\w+)`, 'g'))) keys.add(key);
  }
  return keys;
}

/** What the view in a source says that it shows. */
export function declaredAreas(source: string): Set<string> {
  const [, list = ''] = /\bareas: \[([^\]]*)\]/.exec(source) ?? [];
  return new Set([...list.matchAll(/'([^']+)'/g)].map(([, area = '']) => area));
}

/** Every source but the catalogue itself, as paths from `web/`. */
export function webSources(): string[] {
  return readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/^(?:build|texts|console)\//.test(name),
  );
}
