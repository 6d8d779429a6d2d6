/** Which scripts a view needs, by what the build tells of its parts. */

/** Of a built script, by the path of its source from `web/` (Vite's manifest). */
export type Manifest = Readonly<Record<string, BuiltScript>>;

interface BuiltScript {
  readonly file: string;
  /** The scripts that it imports at once, as keys of the manifest. */
  readonly imports?: readonly string[];
}

export interface ScriptsOfView {
  /** That of its entry. */
  readonly entry: string;
  /** All others: what the entry imports, the view itself, and what that imports. */
  readonly others: readonly string[];
}

/**
 * @param view such as `pages/room/room.tsx`: the folder names its entry
 * @param later sources that the view loads only when it needs them, and is going to need
 * @throws Error when the build has no such view
 */
export function scriptsOfView(manifest: Manifest, view: string, ...later: readonly string[]): ScriptsOfView {
  const entry = `entries/${view.split('/')[1]}.ts`;
  const needed = new Set<string>();
  const need = (name: string): void => {
    const script = manifest[name];
    if (!script) throw new Error(`the pages were built without ${name}`);
    if (needed.has(script.file)) return;
    needed.add(script.file);
    for (const imported of script.imports ?? []) need(imported);
  };
  need(entry);
  need(view);
  for (const source of later) need(source);
  const [first = '', ...others] = needed;
  return { entry: first, others };
}
