/** Rooms of many sizes, as pages. */
import type { Page } from '../../src/browser/pages/page-data.ts';
import type { RoomPage, RoomPerson, RoomState } from '../../src/browser/pages/room-page.ts';
import { SAMPLES, silent } from './samples.ts';

const NAMES = [
  'Holly Host',
  'Ada Lovelace',
  'Nguyễn Thị Minh Khai',
  'Bo',
  'Grace Hopper',
  'Carl Friedrich Gauß',
  'Katherine Johnson',
  'Alan Turing',
  'Mary Jackson',
  'Dorothy Vaughan',
  'Emmy Noether',
  'Maryam Mirzakhani',
];

interface Wanted {
  /** The first so many others show a picture. */
  readonly pictures?: number;
  /** Whoever shares a screen: the number of a person, from 0. */
  readonly shares?: number;
  readonly hands?: readonly number[];
  readonly waiting?: RoomState['waiting'];
}

/** So many people; the first one looks at the page. */
export function people(count: number, { pictures = 0, shares, hands = [] }: Wanted = {}): RoomPerson[] {
  return Array.from({ length: count }, (_, at) => ({
    id: at === 0 ? 'zz' : `p${String(at).padStart(2, '0')}`,
    name: `${NAMES[at % NAMES.length]}${at < NAMES.length ? '' : ` ${Math.floor(at / NAMES.length) + 1}`}`,
    isHost: at === 0,
    isYou: at === 0,
    since: Date.UTC(2026, 2, 4, 15, 30 + at),
    sends: {
      ...silent,
      microphone: at % 3 === 1,
      camera: at > 0 && at <= pictures,
      screen: at === shares,
      hand: hands.includes(at),
    },
  }));
}

/** The page of the host of such a room. */
export function roomOf(count: number, wanted: Wanted = {}): Page {
  const sample = SAMPLES.room;
  if (sample?.content.page !== 'room') throw new Error('there is no sample of a room');
  const content: RoomPage = {
    ...sample.content,
    // Whoever has the greatest id offers: the page connects to everybody at once.
    media: { ...sample.content.media, you: 'zz' },
    room: { ...sample.content.room, people: people(count, wanted), waiting: wanted.waiting ?? [] },
  };
  return { ...sample, content };
}
