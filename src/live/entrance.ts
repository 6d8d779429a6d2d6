/** How people come into a session: at once, or by its door where they ask to be let in. */
import type { Accounts } from '../accounts/accounts.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { type Random, tokenHash } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { LEASE, type LiveStatements, type RunRow, type StayRow } from './live-statements.ts';
import { keyOf, type Place } from './place.ts';
import { isLocked, type Runs } from './runs.ts';
import {
  keepsHostRight,
  type Newcomer,
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
}

/** A newcomer's columns, with their token and their lease. */
type Arrival = ReturnType<typeof storable> & {
  readonly token_hash: Buffer;
  readonly lease_until: number;
};

export function openEntrance({ database, clock, random, accounts, statements, runs }: Parts) {
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

  async function hostsStill(row: StayRow, on?: Executor): Promise<boolean> {
    const account =
      row.is_host === 0 || row.account === null ? undefined : await accounts.findById(row.account, on);
    return keepsHostRight(row, account);
  }

  /** Their time goes on in the room or at the door; one who has become a host is in. */
  async function comeAgain(
    tx: Executor,
    run: RunRow,
    before: StayRow,
    arrival: Arrival,
  ): Promise<StayRow | undefined> {
    const isHost = (await hostsStill(before, tx)) ? 1 : arrival.is_host;
    const state = isHost === 1 ? 'IN' : before.state;
    const stay = await statements.takeOver.first(
      {
        ...arrival,
        id: before.id,
        account: arrival.account ?? before.account,
        credential_version: arrival.credential_version ?? before.credential_version,
        attendee: arrival.attendee ?? before.attendee,
        is_host: isHost,
        state,
        joined_at: state === before.state ? before.joined_at : clock.now(),
      },
      tx,
    );
    if (!stay) return undefined;
    if (state === 'WAITING') await runs.touch(tx, run);
    else if (before.state === 'IN') await runs.letInAgain(tx, run, stay);
    else await runs.letIn(tx, run, stay);
    return stay;
  }

  /**
   * @throws SessionLocked when the session is locked
   * @throws SessionFull when nobody more gets in
   */
  async function come(
    tx: Executor,
    run: RunRow,
    arrival: Arrival,
    publicId: string,
  ): Promise<StayRow | undefined> {
    const isHost = arrival.is_host === 1;
    if (!isHost) {
      if (isLocked(run, clock.now())) throw new SessionLocked(run.session_key);
      await checkCapacity(tx, run);
    }
    const stay = await statements.addStay.first(
      {
        ...arrival,
        public_id: publicId,
        site: run.site,
        run: run.id,
        session_key: run.session_key,
        state: run.admission === 1 && !isHost ? 'WAITING' : 'IN',
        joined_at: clock.now(),
      },
      tx,
    );
    if (stay?.state === 'IN') await runs.letIn(tx, run, stay);
    else await runs.touch(tx, run);
    return stay;
  }

  /** @throws SessionFull when nobody more gets in */
  async function checkCapacity(tx: Executor, run: RunRow): Promise<void> {
    if ((await runs.peopleIn(tx, run)) < run.capacity) return;
    throw new SessionFull(run.session_key, run.capacity);
  }

  return {
    hostsStill,

    /**
     * Lets somebody in, or to the door where people ask to be let in. A host starts what does not run, and is never
     * kept out; others may come earlier where the site and the session's openTime let them. Somebody who is there
     * already, by the same account or invitation, takes their earlier stay over: its token is worth nothing any more.
     * @returns the token (43 characters of base64url) is what the browser shows for its stay; only its hash is kept
     * @throws SessionNotFound when there is no such session
     * @throws SessionNotRunning when the session has not begun and the person may not begin it
     * @throws SessionLocked when the session is locked
     * @throws SessionFull when nobody more gets in
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
        const before = await earlierStay(tx, run, arrival);
        return before ? comeAgain(tx, run, before, arrival) : come(tx, run, arrival, publicId);
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
