/** What programs that we begin see of our environment, which holds settings and secrets. */

/** Where programs and libraries are, where one is at home, where scratch files go, and the time zone; by any system's names. */
const SEEN = ['PATH', 'LD_LIBRARY_PATH', 'HOME', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];

export type ChildEnvironment = Readonly<Record<string, string>>;

export function childEnvironment(): ChildEnvironment {
  const all = process.env;
  return Object.fromEntries(SEEN.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])));
}
