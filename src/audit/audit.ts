/** Writes administrative acts down, each in the transaction that does it: an act that is done has its entry. */
import { type Actor, currentActor } from '../acting.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor, Params } from '../database/database.ts';
import { documentText } from '../stored/codec.ts';
import { DIFFERENCE, difference } from './difference.ts';

/** What was done. Who did it, from where and when, is added. */
export interface Act {
  /** Nothing for the installation as a whole. */
  readonly site?: { readonly id: number } | undefined;
  /** The noun and what became of it, such as `account.changed`. */
  readonly act: `${string}.${string}`;
  /** What it was done to, as people call it: a webExID, a session's title, a site's name. */
  readonly name: string;
  /** Its number as the interface shows it. */
  readonly id?: number | undefined;
  /**
   * What can be written as JSON. Of what is the same in both, and of secrets, nothing is kept. Where both are given and
   * nothing differs, nothing was done, and there is no entry.
   */
  readonly before?: object | undefined;
  readonly after?: object | undefined;
}

export type RecordAudit = (tx: Executor, act: Act) => Promise<void>;

const LONGEST_NAME = 256;

interface Entry {
  readonly site: number | null;
  readonly at: number;
  readonly act: string;
  readonly noun: string;
  readonly name: string;
  readonly name_key: string;
  readonly subject: number | null;
  readonly actor_kind: string;
  readonly actor: string;
  readonly actor_key: string;
  readonly actor_account: number | null;
  readonly actor_site: string | null;
  readonly face: string;
  readonly address: string | null;
  readonly request: string | null;
  readonly document: string;
}

/**
 * What rooms of the domain write their acts down with: `const recordAudit = openAudit(database, clock)` beside their
 * statements, and `await recordAudit(tx, { … })` in the write.
 */
export function openAudit(database: Database, clock: Clock): RecordAudit {
  const insert = database.prepare((db, p: Params<Entry>) =>
    db.insertInto('audit_entry').values({
      site: p('site'),
      at: p('at'),
      act: p('act'),
      noun: p('noun'),
      name: p('name'),
      name_key: p('name_key'),
      subject: p('subject'),
      actor_kind: p('actor_kind'),
      actor: p('actor'),
      actor_key: p('actor_key'),
      actor_account: p('actor_account'),
      actor_site: p('actor_site'),
      face: p('face'),
      address: p('address'),
      request: p('request'),
      document: p('document'),
    }),
  );
  return async (tx, { site, act, name, id, before, after }) => {
    const kept = difference(before, after);
    const isNothing = (side: object | undefined) => side !== undefined && Object.keys(side).length === 0;
    if (before && after && isNothing(kept.before) && isNothing(kept.after)) return;
    const who = currentActor();
    const shown = short(name);
    const actor = short(who.name);
    await insert.run(
      {
        site: site?.id ?? null,
        at: clock.now(),
        act,
        noun: act.slice(0, act.indexOf('.')),
        name: shown,
        name_key: shown.toLowerCase(),
        subject: id ?? null,
        actor_kind: who.kind,
        actor,
        actor_key: actor.toLowerCase(),
        actor_account: who.accountId ?? null,
        actor_site: who.site ?? null,
        face: who.face,
        address: who.address ?? null,
        request: who.requestId ?? null,
        document: documentText(DIFFERENCE, kept),
      },
      tx,
    );
  };
}

/**
 * Whether somebody does this to what is another's: an act of theirs that is worth an entry. What people do to what is
 * their own, and what Parlance does by itself, is none.
 * @param owner the row of the account whose it is
 */
export function isAnothers(owner: number, actor: Actor = currentActor()): boolean {
  if (actor.kind === 'system' || actor.kind === 'visitor') return false;
  return actor.accountId !== owner;
}

/** PostgreSQL keeps no text with a NUL. */
function short(name: string): string {
  return name.replaceAll('\0', '').slice(0, LONGEST_NAME);
}
