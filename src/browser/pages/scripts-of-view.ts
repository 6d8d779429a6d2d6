/** Which scripts a view needs, by what the build tells of its parts. */

/** Of a built script, by the path of its source from `web/` (Vite's manifest). */
export type Manifest = Readonly<Record<string, BuiltScript>>;

interface BuiltScript {
  readonly file: string;
  /** The scripts that it imports at once, as keys of the manifest. */
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** As paths from `web/`. */
export interface ViewSources {
  /** Such as `pages/room/room.tsx`: the folder names its entry. */
  readonly view: string;
  /** The files of the catalogue that it shows, such as `texts/en/room.ts`. */
  readonly texts: readonly string[];
}

export interface ScriptsOfView {
  /** That of its entry. */
  readonly entry: string;
  /** All others: what the entry imports, the view itself, and what that and the texts import. */
  readonly others: readonly string[];
  /** Those of the catalogue. */
  readonly texts: readonly string[];
}

/**
 * @param later sources that the view loads only when it needs them, and is going to need
 * @throws Error when the build has no such view or no such texts
 */
export function scriptsOfView(
  manifest: Manifest,
  { view, texts }: ViewSources,
  ...later: readonly string[]
): ScriptsOfView {
  const needed = new Set<string>();
  const built = (name: string): BuiltScript => {
    const script = manifest[name];
    if (!script) throw new Error(`the pages were built without ${name}`);
    return script;
  };
  const need = (name: string): void => {
    const script = built(name);
    if (needed.has(script.file)) return;
    needed.add(script.file);
    for (const imported of script.imports ?? []) need(imported);
  };
  for (const source of [`entries/${view.split('/')[1]}.ts`, view, ...later]) need(source);
  for (const imported of texts.flatMap((source) => built(source).imports ?? [])) need(imported);
  const [entry = '', ...others] = needed;
  return { entry, others, texts: texts.map((source) => built(source).file) };
}

/** What the console's app imports at once. */
export function scriptsOfConsole(manifest: Manifest, ...later: readonly string[]) {
  const needed = new Set<string>();
  const styles = new Set<string>();
  const need = (name: string): void => {
    const script = manifest[name];
    if (!script) throw new Error(`the console was built without ${name}`);
    if (needed.has(script.file)) return;
    needed.add(script.file);
    for (const style of script.css ?? []) styles.add(style);
    for (const imported of script.imports ?? []) need(imported);
  };
  for (const source of ['console/main.tsx', ...later]) need(source);
  const [entry = '', ...others] = needed;
  return { entry, others, styles: [...styles] };
}
