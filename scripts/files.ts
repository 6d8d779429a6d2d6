/** The project's own files. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..');

/** Every file below a folder of the project, as a path from it with `/`, in order. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
