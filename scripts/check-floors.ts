/**
 * Holds the floors of the house (ARCHITECTURE.md), and those inside of the XML API: a room imports only from floors
 * below its own. Holds SQL to the room that owns its table, too (table-owners.ts). There is no list of exceptions.
 * `node scripts/check-floors.ts` prints every import that goes up or sideways, and every table in a foreign statement.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesBelow, ROOT } from './files.ts';
import { rightsOffences } from './rights-in-policies.ts';
import { ownerOffences } from './table-owners.ts';

interface Floor {
  /** Folders of the building, or files in it without their extension. */
  readonly rooms: readonly string[];
  /** Its rooms may import each other, as long as they do not go round in a circle. */
  readonly together?: boolean;
  /** Rooms below, and modules from outside, that it must not know. */
  readonly blindTo?: readonly string[];
}

const HTTP_AND_XML = ['xml', 'saxes', 'fastify', 'node:http', 'node:https', 'node:http2', 'node:net'];

/** From top to bottom. */
const FLOORS: readonly Floor[] = [
  { rooms: ['guard', 'main'] },
  { rooms: ['command-line', 'testing'] },
  { rooms: ['demo-samples', 'demo-meetings'] },
  { rooms: ['installation', 'demo', 'demo-history'] },
  { rooms: ['demo-identity', 'demo-recording'] },
  { rooms: ['server'] },
  { rooms: ['metrics'] },
  { rooms: ['pages', 'health'] },
  { rooms: ['readiness'] },
  { rooms: ['xml-api', 'url-api', 'site-pages', 'nbr', 'console', 'rest-api'] },
  { rooms: ['browser'] },
  { rooms: ['phone'] },
  { rooms: ['on-demand', 'room-recorder'] },
  { rooms: ['context'] },
  { rooms: ['policies'] },
  { rooms: ['media', 'chat'] },
  { rooms: ['sign-in', 'throttle', 'mail', 'live', 'webhooks', 'xml-door'] },
  { rooms: ['events'] },
  {
    rooms: [
      'sites',
      'accounts',
      'sessions',
      'contacts',
      'sales',
      'labs',
      'exams',
      'samples',
      'recordings',
      'history',
    ],
    together: true,
    blindTo: HTTP_AND_XML,
  },
  { rooms: ['caller-address'] },
  { rooms: ['jobs'], blindTo: HTTP_AND_XML },
  { rooms: ['audit'], blindTo: HTTP_AND_XML },
  { rooms: ['request-log'], blindTo: ['fastify', 'node:http'] },
  { rooms: ['last-backup', 'links', 'settings'], blindTo: HTTP_AND_XML },
  { rooms: ['migration', 'rest-ids'], blindTo: HTTP_AND_XML },
  {
    rooms: [
      'time',
      'clock',
      'random',
      'acting',
      'refusal',
      'rounds',
      'child-environment',
      'merge',
      'text-rules',
      'stored',
      'code-samples',
      'language',
    ],
    blindTo: HTTP_AND_XML,
  },
  { rooms: ['database', 'xml', 'log', 'http'] },
  { rooms: ['maybe-promise', 'grouped-digits', 'formula-guard', 'search-words'] },
];

/** Every folder, and every file, that has no floor by its name. */
const [EVERY_SERVICE, EVERY_OTHER_FILE] = ['*/', '*'];

/** Inside of the XML API, from top to bottom. A service imports what all services share, and itself. */
const XML_API_FLOORS: readonly Floor[] = [
  { rooms: ['http'] },
  { rooms: ['schemas', 'operation-catalogue'] },
  { rooms: ['operations'] },
  { rooms: [EVERY_SERVICE] },
  { rooms: [EVERY_OTHER_FILE], together: true },
  { rooms: ['envelopes', 'kept', 'api-version'] },
  { rooms: ['encoded'] },
  { rooms: ['service'] },
  { rooms: ['types', 'exceptions', 'meanings'] },
  { rooms: ['new-passwords'] },
];

/** A folder whose rooms stand on floors. */
interface Building {
  /** With a slash at the end. */
  readonly folder: string;
  readonly floors: readonly Floor[];
}

const HOUSE: Building = { folder: 'src/', floors: FLOORS };
const XML_API: Building = { folder: 'src/xml-api/', floors: XML_API_FLOORS };

/** A file of src: its path from the project's folder, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** One line for every import that breaks a floor; nothing when the house stands. */
export function floorOffences(sources: readonly Source[]): string[] {
  return [HOUSE, XML_API].flatMap((building) => offencesIn(building, sources));
}

function offencesIn(building: Building, sources: readonly Source[]): string[] {
  const { folder } = building;
  const offences: string[] = [];
  const steps = new Map<string, Set<string>>();
  for (const { path, text } of sources) {
    if (!path.startsWith(folder)) continue;
    const room = roomOf(building, path);
    const from = floorOf(building, path);
    if (from === undefined) {
      offences.push(`${path} is on no floor: give ${folder}${room} its place in scripts/check-floors.ts`);
      continue;
    }
    for (const { specifier, line } of importsOf(text)) {
      const target = targetOf(building, path, specifier);
      const why = forbidden(building, room, from, target);
      if (why) offences.push(`${path}:${line} imports ${specifier}: ${why}`);
      else if (target.room && target.room !== room && target.floor === from) {
        steps.set(room, (steps.get(room) ?? new Set()).add(target.room));
      }
    }
  }
  return [...offences, ...circles(steps)];
}

interface Target {
  /** The room of the building that is imported, if it is one, and its floor, if it has one. */
  readonly room?: string;
  readonly floor?: number | undefined;
  /** What a floor may be blind to: the room or the module. */
  readonly name: string;
}

function targetOf(building: Building, path: string, specifier: string): Target {
  if (!specifier.startsWith('.')) return { name: specifier };
  const target = normalize(join(dirname(path), specifier));
  if (!target.startsWith(building.folder)) return { name: target };
  const room = roomOf(building, target);
  return { room, floor: floorOf(building, target), name: room };
}

function forbidden(
  building: Building,
  room: string,
  from: number,
  { room: target, floor: to, name }: Target,
): string | undefined {
  const floor = building.floors[from];
  if (floor?.blindTo?.includes(name)) return `${room} knows neither XML nor HTTP`;
  if (target === undefined || target === room) return undefined;
  if (to === undefined) return `${building.folder}${target} is on no floor`;
  if (to < from) return `${target} is above ${room}`;
  if (to === from && !floor?.together) return `${target} is beside ${room}`;
  return undefined;
}

/** In the house `src/xml-api/user/get-user.ts` is in xml-api, `src/clock.ts` is clock. */
function roomOf({ folder }: Building, path: string): string {
  return roomBelow(folder, path);
}

export function roomBelow(folder: string, path: string): string {
  return (path.slice(folder.length).split('/')[0] ?? '').replace(/\.[a-z]+$/, '');
}

/** Whether a file is in a room that the protocols stand on; the browser's room speaks the URL API's words already. */
export function isBelowProtocols(path: string): boolean {
  const floor = floorOf(HOUSE, path);
  return floor !== undefined && floor > (floorOf(HOUSE, 'src/browser/') ?? floor);
}

function floorOf(building: Building, path: string): number | undefined {
  const room = roomOf(building, path);
  const isFolder = path.slice(building.folder.length).includes('/');
  const at = [room, isFolder ? EVERY_SERVICE : EVERY_OTHER_FILE].map((name) =>
    building.floors.findIndex(({ rooms }) => rooms.some((one) => one === name)),
  );
  return at.find((floor) => floor !== -1);
}

const IMPORTS = [
  /^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g,
];

/** Static, type-only, side-effect and dynamic imports. */
function importsOf(text: string): { readonly specifier: string; readonly line: number }[] {
  return IMPORTS.flatMap((form) =>
    [...text.matchAll(form)].map((match) => ({
      specifier: match[1] ?? '',
      line: text.slice(0, match.index + match[0].length).split('\n').length,
    })),
  );
}

/** @param steps which rooms each room of a floor imports on the same floor */
function circles(steps: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found: string[] = [];
  const walk = (room: string, way: readonly string[]): void => {
    const start = way.indexOf(room);
    if (start !== -1) {
      const circle = way.slice(start);
      // Each circle is met once from every room in it: tell it from the first by name.
      if ([...circle].sort()[0] === room) found.push(`a circle: ${[...circle, room].join(' → ')}`);
      return;
    }
    for (const next of steps.get(room) ?? []) walk(next, [...way, room]);
  };
  for (const room of steps.keys()) walk(room, []);
  return [...new Set(found)];
}

if (import.meta.main) {
  const sources = filesBelow('src')
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
  const offences = [...floorOffences(sources), ...ownerOffences(sources), ...rightsOffences(sources)];
  for (const offence of offences) console.error(offence);
  console.log(`floors: ${sources.length} files, ${offences.length} offences`);
  if (offences.length > 0) process.exitCode = 1;
}
