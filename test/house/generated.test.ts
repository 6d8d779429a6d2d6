import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../scripts/files.ts';
import { generatedFiles, staleFiles } from '../../scripts/generate-docs.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';

test('the generated files tell what the code declares: if not, run npm run docs', async () => {
  assert.deepEqual(await staleFiles(), []);
});

test('generating twice gives the same bytes', async () => {
  assert.deepEqual(await generatedFiles(), await generatedFiles());
});

test('every operation has its page in the reference, and is in the README', async () => {
  const files = await generatedFiles();
  for (const { service, name } of OPERATIONS) {
    const page = `operations/${service.name}.${name}.md`;
    assert.ok(files.get('docs/reference/operations.md')?.includes(`[${name}](${page})`), name);
    assert.ok(files.get(`docs/reference/${page}`)?.startsWith(`# ${name}\n`), name);
    assert.match(files.get('README.md') ?? '', new RegExp(`\\b${name}\\b`));
  }
});

for (const page of [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'docs/README.md',
  'docs/reference/operations.md',
  'docs/reference/types.md',
  ...OPERATIONS.map(({ service, name }) => `docs/reference/operations/${service.name}.${name}.md`),
]) {
  test(`every link of ${page} leads somewhere`, () => {
    const text = readFileSync(join(ROOT, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
    const broken = links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(page, text, link));
    assert.deepEqual(broken, []);
  });
}

function leadsSomewhere(page: string, text: string, link: string): boolean {
  const [path = '', fragment] = link.split('#');
  const file = join(ROOT, dirname(page), path);
  if (path !== '' && !existsSync(file)) return false;
  if (fragment === undefined) return true;
  const target = path === '' ? text : readFileSync(file, 'utf8');
  return target.includes(`<a id="${fragment}"></a>`) || headings(target).includes(fragment);
}

/** As the fragments that a page on GitHub has for its headings. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
