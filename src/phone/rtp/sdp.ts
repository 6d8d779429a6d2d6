/** What two sides of a call say of their sound (RFC 8866, RFC 3264): an offer, and its answer. */
import { isIP } from 'node:net';
import type { Law } from './g711.ts';

/** What is taken of a description. */
export interface Sound {
  /** Where the other side wants to hear us; nothing while it does not (on hold with no address). */
  readonly address: string;
  readonly port: number;
  readonly law: Law;
  /** The payload type of digits (RFC 4733), if it can send them. */
  readonly digits: number | undefined;
  /** Whether it sends, and whether it wants to be sent to. */
  readonly sends: boolean;
  readonly hears: boolean;
  /** How many media the description has, and which of them is this one. */
  readonly media: readonly string[];
  readonly at: number;
}

const LONGEST = 8_192;
const LAWS: Readonly<Record<string, { readonly law: Law; readonly type: number }>> = {
  pcmu: { law: 'PCMU', type: 0 },
  pcma: { law: 'PCMA', type: 8 },
};

type Line = readonly [letter: string, value: string];

/** The sound of a description; nothing when there is none that we have too, or it cannot be read. */
export function soundIn(description: string): Sound | undefined {
  const lines = linesOf(description);
  if (!lines) return undefined;
  const first = lines.findIndex(([letter]) => letter === 'm');
  if (first < 0) return undefined;
  const session = lines.slice(0, first);
  const media: Line[][] = [];
  for (const line of lines.slice(first)) {
    if (line[0] === 'm') media.push([line]);
    else media.at(-1)?.push(line);
  }
  for (const [at, one] of media.entries()) {
    const sound = soundOf(one, session);
    if (sound) return { ...sound, at, media: media.map(([m]) => m?.[1] ?? '') };
  }
  return undefined;
}

/** Line ends may be bare (RFC 8866, section 5). */
function linesOf(description: string): Line[] | undefined {
  if (description.length > LONGEST) return undefined;
  const lines = description.split(/\r?\n/).filter((line) => line !== '');
  if (lines[0] !== 'v=0' || lines.some((line) => !/^[a-z]=\P{Cc}*$/u.test(line))) return undefined;
  return lines.map((line) => [line.slice(0, 1), line.slice(2)]);
}

function soundOf(media: readonly Line[], session: readonly Line[]): Omit<Sound, 'media' | 'at'> | undefined {
  const [, port, types = ''] =
    /^audio (\d{1,5})(?:\/1)? RTP\/AVP ((?:\d{1,3} ?)+)$/.exec(media[0]?.[1] ?? '') ?? [];
  if (port === undefined || Number(port) === 0 || Number(port) > 65_535) return undefined;
  const address = addressOf(media) ?? addressOf(session);
  if (address === undefined) return undefined;
  const offered = types.trim().split(' ').map(Number);
  const maps = mapsOf(media);
  let law: Law | undefined;
  for (const type of offered) {
    const name = maps.get(type) ?? (type === 0 ? 'pcmu/8000' : type === 8 ? 'pcma/8000' : '');
    const known = LAWS[name.replace(/\/8000(?:\/1)?$/, '')];
    // Under a number of its own it would be the same sound; only the usual ones are spoken.
    if (known?.type === type) law ??= known.law;
  }
  if (!law) return undefined;
  const digits = offered.find((type) => maps.get(type) === 'telephone-event/8000');
  const direction = directionOf(media) ?? directionOf(session) ?? 'sendrecv';
  const isNowhere = isIP(address) === 4 ? address === '0.0.0.0' : /^[0:]+$/.test(address);
  return {
    address,
    port: Number(port),
    law,
    digits,
    sends: direction === 'sendrecv' || direction === 'sendonly',
    hears: (direction === 'sendrecv' || direction === 'recvonly') && !isNowhere,
  };
}

/** The one of `c=`, by its number alone. */
function addressOf(lines: readonly Line[]): string | undefined {
  const [, address] = lines.find(([letter]) => letter === 'c') ?? [];
  const [, found] = /^IN IP[46] ([0-9a-fA-F:.]+)$/.exec(address?.trim() ?? '') ?? [];
  return found !== undefined && isIP(found) !== 0 ? found : undefined;
}

function mapsOf(lines: readonly Line[]): Map<number, string> {
  const maps = new Map<number, string>();
  for (const [letter, value] of lines) {
    const [, type, name] = letter === 'a' ? (/^rtpmap:(\d{1,3}) (\S+)$/.exec(value) ?? []) : [];
    if (name !== undefined) maps.set(Number(type), name.toLowerCase());
  }
  return maps;
}

const DIRECTIONS = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;
type Direction = (typeof DIRECTIONS)[number];

function directionOf(lines: readonly Line[]): Direction | undefined {
  return DIRECTIONS.find((direction) =>
    lines.some(([letter, value]) => letter === 'a' && value === direction),
  );
}

/** The payload type that our offers name digits by. */
export const OWN_DIGITS = 101;

/** This side of a call. */
interface Own {
  readonly address: string;
  readonly port: number;
  /** The same for all descriptions of a call, and how many there were before (RFC 3264, section 8). */
  readonly session: number;
  readonly version: number;
}

function headOf({ address, session, version }: Own): string[] {
  const family = isIP(address) === 6 ? 'IP6' : 'IP4';
  return [
    'v=0',
    `o=parlance ${session} ${version} IN ${family} ${address}`,
    's=Parlance',
    `c=IN ${family} ${address}`,
    't=0 0',
  ];
}

const DIGITS = (type: number) => [`a=rtpmap:${type} telephone-event/8000`, `a=fmtp:${type} 0-15`];

/** To whoever leaves the offer to us. */
export function offerOf(own: Own): string {
  return text([
    ...headOf(own),
    `m=audio ${own.port} RTP/AVP 0 8 ${OWN_DIGITS}`,
    'a=rtpmap:0 PCMU/8000',
    'a=rtpmap:8 PCMA/8000',
    ...DIGITS(OWN_DIGITS),
    'a=ptime:20',
    'a=sendrecv',
  ]);
}

/** As many media as were offered, and all but the sound refused (RFC 3264, section 6). */
export function answerOf(own: Own, sound: Sound): string {
  const { law, digits, sends, hears } = sound;
  const type = law === 'PCMU' ? 0 : 8;
  const direction = sends ? (hears ? 'sendrecv' : 'recvonly') : hears ? 'sendonly' : 'inactive';
  const mine = [
    `m=audio ${own.port} RTP/AVP ${type}${digits === undefined ? '' : ` ${digits}`}`,
    `a=rtpmap:${type} ${law}/8000`,
    ...(digits === undefined ? [] : DIGITS(digits)),
    'a=ptime:20',
    `a=${direction}`,
  ];
  const media = sound.media.flatMap((line, at) => (at === sound.at ? mine : [`m=${refused(line)}`]));
  return text([...headOf(own), ...media]);
}

function refused(media: string): string {
  return media.replace(/^(\S+) \S+/, '$1 0');
}

function text(lines: readonly string[]): string {
  return `${lines.join('\r\n')}\r\n`;
}
