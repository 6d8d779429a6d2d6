/**
 * What each element of the interface means, by its name; where a name has several meanings, by its type too. Every
 * other file of this folder is one glossary.
 */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

type Glossary = Readonly<Record<string, string>>;

const FOLDER = new URL('.', import.meta.url);
const files = readdirSync(FOLDER)
  .filter((file) => file !== basename(import.meta.url))
  .sort();
const modules: Readonly<Record<string, Glossary>>[] = await Promise.all(
  files.map((file) => import(new URL(file, FOLDER).href)),
);

export const GLOSSARIES: readonly Glossary[] = modules.flatMap((module) => Object.values(module));

const MEANINGS = new Map(GLOSSARIES.flatMap((glossary) => Object.entries(glossary)));

/** @param type such as `use:userType`; the way within it leads to elements of groups */
export function meaningOf(type: string, way: string): string | undefined {
  const name = way.slice(way.lastIndexOf('/') + 1);
  return MEANINGS.get(`${type}/${way}`) ?? MEANINGS.get(name);
}
