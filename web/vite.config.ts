/** How the pages are built. The default export is for people who call Vite themselves. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';
import { LANGUAGES } from '../src/language.ts';

const WEB = import.meta.dirname;

// Scripts find each other by where they are themselves.
const SHARED: InlineConfig = { root: WEB, base: './', plugins: [react()], publicDir: false, envDir: false };

/** Who comes to a page: each has a script of their own, which loads the view that the page needs. */
export const ENTRIES = ['visitors', 'room', 'console'] as const;

/** The files of the catalogue, in every language. */
function textFiles(): string[] {
  return LANGUAGES.flatMap((language) => {
    const folder = join(WEB, 'texts', language);
    return readdirSync(folder)
      .filter((name) => name !== 'index.ts' && name !== 'words.ts')
      .map((name) => join(folder, name));
  });
}

/** What browsers fetch: the scripts of the entries, what they share, the views, and one style sheet, in `assets/`. */
export function browserBundle(folder: string): InlineConfig {
  return {
    ...SHARED,
    build: {
      outDir: join(folder, 'assets'),
      assetsDir: '',
      target: 'es2022',
      modulePreload: false,
      // What each script imports, for the addresses that a page names.
      manifest: 'manifest.json',
      cssCodeSplit: false,
      reportCompressedSize: false,
      // LiveKit's client is one chunk, which only its rooms load.
      chunkSizeWarningLimit: 700,
      rolldownOptions: {
        input: [...ENTRIES.map((entry) => join(WEB, `entries/${entry}.ts`)), ...textFiles()],
        // Each file of texts is taken in by its address.
        preserveEntrySignatures: 'exports-only',
        output: {
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: 'pages-[hash][extname]',
        },
      },
    },
  };
}

/** React Aria brings its words in thirty languages: those of languages that the console does not speak stay out. */
const spokenWordsAlone: Plugin = {
  name: 'spoken-words-alone',
  enforce: 'pre',
  load(id) {
    const [, language] =
      /\/react-aria[^/]*\/dist\/private\/intl\/.*\/([a-z]{2})-[A-Z]{2}\.mjs$/.exec(id) ?? [];
    if (language === undefined || LANGUAGES.some((spoken) => spoken === language)) return null;
    return 'export default {};';
  },
};

/** The console's app: a bundle of its own, so that no page of a visitor shares a script or a style with it. */
export function consoleBundle(folder: string): InlineConfig {
  return {
    ...SHARED,
    plugins: [react(), spokenWordsAlone],
    build: {
      outDir: join(folder, 'assets'),
      emptyOutDir: false,
      assetsDir: '',
      target: 'es2022',
      modulePreload: false,
      manifest: 'console-manifest.json',
      cssCodeSplit: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(WEB, 'console/main.tsx'),
        output: {
          entryFileNames: 'console-[name]-[hash].js',
          chunkFileNames: 'console-[name]-[hash].js',
          assetFileNames: 'console-[name]-[hash][extname]',
        },
      },
    },
  };
}

/** What the server draws pages with: one module with everything in it. */
export function serverBundle(folder: string): InlineConfig {
  return {
    ...SHARED,
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'node24',
      minify: true,
      ssr: join(WEB, 'server.tsx'),
      reportCompressedSize: false,
      // What the bundles hold of others has to bring its licence along.
      license: { fileName: 'licenses.md' },
      rolldownOptions: { output: { entryFileNames: 'render.mjs' } },
    },
  };
}

export default browserBundle(join(WEB, 'build/by-hand'));
