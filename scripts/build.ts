/** `npm run build [-- folder]`: compiles src to JavaScript and builds the pages, as a package that can be published. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ENTRIES } from '../web/vite.config.ts';
import { buildPages, consoleBytes, scriptBytes } from './build-pages.ts';
import { ROOT } from './files.ts';

/** What the README's links lead to. */
const BESIDE_THE_CODE = [
  'README.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'LICENSE',
  'docs',
  'deploy',
];

/** What compiled code reads from its own folder. */
const BESIDE_THEIR_SOURCES = ['demo-recording/safety-at-work.mp4', 'demo-recording/safety-at-work.jpg'];

/** What other projects import. */
const EXPORTS = {
  './testing': { types: './testing/site-in-a-test.d.ts', default: './testing/site-in-a-test.js' },
  './package.json': './package.json',
};

/** @param out the folder to build into; what was in it is gone afterwards */
export async function build(out: string): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', out], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // Where the compiled code looks for them (src/browser/pages/built-pages.ts).
  const pages = await buildPages();
  for (const entry of ENTRIES) {
    console.log(
      `${entry}: the largest page sends ${await scriptBytes(pages, entry)} bytes of script, packed`,
    );
  }
  console.log(`console's app: its first view sends ${consoleBytes(pages)} bytes of script, packed`);
  cpSync(pages, join(out, 'browser/pages/built'), { recursive: true });
  for (const path of BESIDE_THEIR_SOURCES) copyFileSync(join(ROOT, 'src', path), join(out, path));
  writeWayIn(out);
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(publishedPackage(), undefined, 2)}\n`);
  for (const path of BESIDE_THE_CODE) cpSync(join(ROOT, path), join(out, path), { recursive: true });
}

/** The same way in as in the project, to the compiled code. */
function writeWayIn(out: string): void {
  const source = readFileSync(join(ROOT, 'bin/parlance.mjs'), 'utf8');
  const compiled = source.replace("'../src/main.ts'", "'../main.js'");
  if (compiled === source) throw new Error('bin/parlance.mjs does not import ../src/main.ts any more');
  mkdirSync(join(out, 'bin'));
  copyFileSync(join(ROOT, 'bin/brought-node.mjs'), join(out, 'bin/brought-node.mjs'));
  writeFileSync(join(out, 'bin/parlance.mjs'), compiled, { mode: 0o755 });
}

/** Without the scripts, the development tools and the packages that bring their own Node. */
function publishedPackage(): object {
  const { name, version, description, license, type, engines, dependencies } = JSON.parse(
    readFileSync(join(ROOT, 'package.json'), 'utf8'),
  );
  return {
    name,
    version,
    description,
    license,
    type,
    engines,
    bin: { parlance: 'bin/parlance.mjs' },
    exports: EXPORTS,
    dependencies,
  };
}

if (import.meta.main) {
  const out = resolve(process.argv[2] ?? join(ROOT, 'dist'));
  await build(out);
  console.log(`built in ${out}`);
}
