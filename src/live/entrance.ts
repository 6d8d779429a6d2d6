/** How people come into a session: at once, or by its door where they ask to be let in. */
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { type Random, tokenHash } from '../random.ts';
import type { Site } from '../sites/site.ts';
import type { HostPart } from './host-part.ts';
import { LEASE, type LiveStatements, type RunRow, type StayRow } from './live-statements.ts';
import { keyOf, type Place } from './place.ts';
import { isLocked, type Runs } from './runs.ts';
import {
  attendanceOf,
  type Newcomer,
  RemovedFromSession,
  SessionFull,
  SessionLocked,
  type Stay,
  stayOf,
  storable,
} from './stay.ts';

interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly accounts: Accounts;
  readonly statements: LiveStatements;
  readonly runs: Runs;
  readonly hostPart: HostPart;
}

/** A newcomer's columns, with their token and their lease. */
type Arrival = ReturnType<typeof storable> & {
  readonly token_hash: Buffer;
  readonly lease_until: number;
};

export type LiveEntrance = ReturnType<typeof openEntrance>;

export function openEntrance({ database, clock, random, accounts, statements, runs, hostPart }: Parts) {
  /** The stay that a newcomer has already: by their account, or else by their invitation. */
  async function earlierStay(
    tx: Executor,
    run: RunRow,
    { account, attendee }: Arrival,
  ): Promise<StayRow | undefined> {
    if (account === null && attendee === null) return undefined;
    const present = await statements.present.all({ run: run.id }, tx);
    return (
      present.find((stay) => account !== null && stay.account === account) ??
      present.find((stay) => attendee !== null && stay.attendee === attendee)
    );
  }

  /**
   * Whether somebody asks to be let in because a guest was put out who came from the same address.
   * @throws RemovedFromSession when it is somebody who was put out
   */
  async function asksAfterRemoval(
    tx: Executor,
    run: RunRow,
    arrival: Arrival,
    newcomer: Newcomer,
  ): Promise<boolean> {
    const removed = await statements.expelled.all({ run: run.id }, tx);
    const shown = (newcomer.earlier ?? []).map(tokenHash);
    if (removed.some((one) => isSame(one, arrival, shown))) throw new RemovedFromSession(run.session_key);
    const isGuest = arrival.account === null && arrival.attendee === null;
    return (
      isGuest &&
      newcomer.address !== undefined &&
      removed.some((one) => attendanceOf(one).details.ipAddress === newcomer.address)
    );
  }

  /** Their time goes on in the room or at the door; one who has become a host is in. */
  async function comeAgain(tx: Executor, run: RunRow, before: StayRow, arrival: Arrival): Promise<void> {
    const hosts = await hostPart.hostsStill(before, tx);
    const isHost = hosts && before.is_host === 1 ? 1 : arrival.is_host;
    const state = hosts || isHost === 1 ? 'IN' : before.state;
    const { own_role, role } = rolesAfter(before, arrival, hosts);
    if (before.leads === 1 && !hosts) await statements.setRole.run({ id: before.id, role, leads: 0 }, tx);
    const stay = await statements.takeOver.first(
      {
        ...arrival,
        id: before.id,
        account: arrival.account ?? before.account,
        credential_version: arrival.credential_version ?? before.credential_version,
        attendee: arrival.attendee ?? before.attendee,
        is_host: isHost,
        role,
        own_role,
        state,
        joined_at: state === before.state ? before.joined_at : clock.now(),
      },
      tx,
    );
    if (!stay) return;
    if (state === 'WAITING') await runs.touch(tx, run);
    else if (before.state === 'IN') await runs.letInAgain(tx, run, stay);
    else await runs.letIn(tx, run, stay);
  }

  /**
   * @throws SessionLocked when the session is locked
   * @throws SessionFull when nobody more gets in
   */
  async function come(
    tx: Executor,
    run: RunRow,
    arrival: Arrival,
    { publicId, asks }: { readonly publicId: string; readonly asks: boolean },
  ): Promise<void> {
    const isHost = arrival.is_host === 1;
    const isFirst =
      run.first_presents === 1 && run.host_joined === 0 && run.participants_joined === 0 && !isHost;
    const isShut = isLocked(run, clock.now());
    if (!isHost) {
      if (isShut && run.session !== null) throw new SessionLocked(run.session_key);
      await checkCapacity(tx, run);
    }
    const stay = await statements.addStay.first(
      {
        ...arrival,
        ...(isFirst && { role: 'PRESENTER', own_role: 'PRESENTER' }),
        public_id: publicId,
        site: run.site,
        run: run.id,
        session_key: run.session_key,
        // The door of a personal room is locked against those who do not knock.
        state: (asks || isShut || run.admission === 1) && !isHost ? 'WAITING' : 'IN',
        joined_at: clock.now(),
      },
      tx,
    );
    if (stay?.state === 'IN') await runs.letIn(tx, run, stay);
    else await runs.touch(tx, run);
  }

  /** @throws SessionFull when nobody more gets in */
  async function checkCapacity(tx: Executor, run: RunRow): Promise<void> {
    if ((await runs.peopleIn(tx, run)) < run.capacity) return;
    throw new SessionFull(run.session_key, run.capacity);
  }

  return {
    /**
     * Lets somebody in, or to the door where people ask to be let in. A host starts what does not run, and is never
     * kept out; others may come earlier where the site and the session's openTime let them. Somebody who is there
     * already, by the same account or invitation, takes their earlier stay over: its token is worth nothing any more.
     * @returns the token (43 characters of base64url) is what the browser shows for its stay; only its hash is kept
     * @throws SessionNotFound when there is no such session
     * @throws SessionNotRunning when the session has not begun and the person may not begin it
     * @throws SessionLocked when the session is locked
     * @throws SessionFull when nobody more gets in
     * @throws RemovedFromSession when the host has put them out of it, as far as they are known
     */
    async enter(
      site: Site,
      place: Place,
      newcomer: Newcomer,
    ): Promise<{ readonly stay: Stay; readonly token: string }> {
      const token = random.bytes(32).toString('base64url');
      const publicId = random.bytes(16).toString('base64url');
      const account = newcomer.account && (await accounts.withProfile(newcomer.account));
      const person = { ...storable(newcomer, account), token_hash: tokenHash(token) };
      const sessionKey = keyOf(site, place);
      const row = await database.write(async (tx) => {
        let run: RunRow | undefined;
        // Whoever begins at the same time as another finds the other's run, unless that has ended again.
        while (!run) {
          run =
            (await runs.held(tx, site, sessionKey)) ?? (await runs.begin(tx, site, place, newcomer.isHost));
        }
        const arrival = { ...person, lease_until: clock.now() + LEASE };
        const asks = !newcomer.isHost && (await asksAfterRemoval(tx, run, arrival, newcomer));
        const before = await earlierStay(tx, run, arrival);
        if (before) await comeAgain(tx, run, before, arrival);
        else await come(tx, run, arrival, { publicId, asks });
        return statements.stayByToken.first({ site: site.id, hash: person.token_hash }, tx);
      });
      if (!row) throw new Error('a stay that was written was not given back');
      return { stay: stayOf(row), token };
    },

    /**
     * Lets somebody in who waits at the door.
     * @throws SessionFull when nobody more gets in
     */
    async admit(tx: Executor, run: RunRow, waiting: StayRow): Promise<void> {
      await checkCapacity(tx, run);
      const stay = await statements.admitStay.first({ id: waiting.id, now: clock.now() }, tx);
      if (stay) await runs.letIn(tx, run, stay);
    },
  };
}

/** What somebody is who comes again: what they were, unless they come by more. */
function rolesAfter(before: StayRow, arrival: Arrival, hosts: boolean): Pick<Arrival, 'role' | 'own_role'> {
  const hasLost = before.role === 'COHOST' && !hosts;
  if (arrival.is_host === 1 || hasLost) return { role: arrival.role, own_role: arrival.own_role };
  return { role: before.role, own_role: before.own_role };
}

/**
 * Whether it is the person who was put out: by their account or invitation, by what their browser shows, and, of guests
 * who have neither, by the address that they write.
 */
function isSame(
  removed: StayRow & { readonly token_hash: Buffer },
  { account, attendee, email, name, via }: Arrival,
  shown: readonly Buffer[],
): boolean {
  if (account !== null && account === removed.account) return true;
  if (attendee !== null && attendee === removed.attendee) return true;
  if (shown.some((hash) => hash.equals(removed.token_hash))) return true;
  // A caller's name is their number.
  if (via !== 'WEB' && removed.via !== 'WEB' && name === removed.name) return true;
  if (account !== null || attendee !== null || email === '') return false;
  return email.toLowerCase() === removed.email.toLowerCase();
}
