/** A room as one of the people in it sees it. */
import type { RoomPerson, RoomState } from '../../browser/pages/room-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { LiveState, RoomRules, Stay } from '../../live/live.ts';
import { nameShown } from '../../policies/caller-name.ts';
import { mediaRights } from '../../policies/media.ts';
import { namesOf } from '../../policies/namesakes.ts';
import { chatRights, rulesOffered, runsRoom, seesName } from '../../policies/room.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import type { Site } from '../../sites/site.ts';
import { deedsFor } from './deeds.ts';

export type Photos = ReadonlyMap<number, string>;

/** The addresses of the pictures of those who are there, and of those who wait. */
export async function photosIn({ context, folder }: PageCall, state: LiveState): Promise<Photos> {
  const accounts = [...state.people, ...state.waiting].flatMap(({ account }) => account ?? []);
  const tokens = await context.images.photosOf(accounts);
  return new Map([...tokens].map(([account, token]) => [account, folder.address(`image/${token}`)]));
}

/**
 * @param session nothing of a personal room
 * @param photos addresses, by the rows of accounts
 */
export function roomState(
  site: Site,
  session: SessionWithDocument | undefined,
  state: LiveState,
  own: Stay,
  photos: Photos,
): Omit<RoomState, 'recording' | 'mayRecord'> {
  const { isLocked, startedAt, rules, breakouts } = state;
  const known = [...state.people, ...state.waiting].filter((one) => seesName(session, own, one));
  const names = namesOf(known, (stay) => nameShown(stay, own));
  const hosts = runsRoom(own);
  return {
    people: state.people.map((one) => ({
      ...personFor(own, one),
      name: nameOf(names, one),
      ...(names.has(one.publicId) && photoOf(photos, one)),
    })),
    waiting: hosts
      ? state.waiting.map((one) => ({
          id: one.publicId,
          name: nameOf(names, one),
          email: one.email,
          ...photoOf(photos, one),
        }))
      : [],
    removed: hosts ? state.removed.map(({ publicId, name }) => ({ id: publicId, name })) : [],
    isLocked,
    ...(breakouts > 0 && { breakouts }),
    startedAt,
    rules: offered(site, session, rules),
    may: mediaRights(site, session, own, rules),
    chat: chatRights(session, own, rules),
    deeds: deedsFor(own, session),
  };
}

function personFor(own: Stay, one: Stay): Omit<RoomPerson, 'name'> {
  const { publicId, via, isHost, role, ownRole, joinedAt, isAway, breakout, sends } = one;
  return {
    id: publicId,
    ...(via !== 'WEB' && { byPhone: true }),
    isHost,
    ...(role !== 'ATTENDEE' && { role }),
    ...((ownRole === 'HOST' || ownRole === 'COHOST') && { isHostByRight: true }),
    isYou: publicId === own.publicId,
    since: joinedAt,
    ...(isAway && { isReconnecting: true }),
    ...(breakout > 0 && { breakout }),
    sends,
  };
}

/** Of somebody who came by an account. */
function photoOf(photos: Photos, { account }: Stay): { readonly photo?: string } {
  const photo = account === null ? undefined : photos.get(account);
  return photo === undefined ? {} : { photo };
}

function nameOf(names: ReadonlyMap<string, string>, { publicId }: Stay): string {
  return names.get(publicId) ?? '';
}

function offered(site: Site, session: SessionWithDocument | undefined, rules: RoomRules): Partial<RoomRules> {
  return Object.fromEntries(rulesOffered(site, session).map((rule) => [rule, rules[rule]]));
}
