/**
 * What a change of a session is told to: mail is written down in the same transaction and sent after it.
 * The domain knows only that somebody wants to know.
 */
import type { Executor } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import type { Attendee } from './attendee.ts';
import type { Session, SessionWithDocument } from './session.ts';

export interface SessionNotices {
  /** A session was scheduled; `invited` are those who are to be told. */
  scheduled(
    tx: Executor,
    site: Site,
    session: SessionWithDocument,
    invited: readonly Attendee[],
  ): Promise<void>;
  /**
   * A session was changed: those `invited` are told if it is anything that they had been told. Of these `added`
   * are new; `removed` are no longer invited.
   */
  changed(
    tx: Executor,
    site: Site,
    before: SessionWithDocument,
    after: SessionWithDocument,
    people: {
      readonly invited: readonly Attendee[];
      readonly added: readonly Attendee[];
      readonly removed: readonly Attendee[];
    },
  ): Promise<void>;
  cancelled(
    tx: Executor,
    site: Site,
    session: SessionWithDocument,
    invited: readonly Attendee[],
  ): Promise<void>;
  /** A session is gone and nobody is told: what has not gone out stays in. */
  dropped(tx: Executor, session: Session): Promise<void>;
  /** People were added to a session that stays as it is. */
  invited(tx: Executor, site: Site, session: SessionWithDocument, added: readonly Attendee[]): Promise<void>;
  /** People were taken off a session that stays as it is. */
  uninvited(
    tx: Executor,
    site: Site,
    session: SessionWithDocument,
    removed: readonly Attendee[],
  ): Promise<void>;
  /** Somebody registered; pending until approved unless `joinStatus` says ACCEPT. */
  registered(tx: Executor, site: Site, session: SessionWithDocument, attendee: Attendee): Promise<void>;
}

/** Nobody wants to know. */
export const NO_NOTICES: SessionNotices = {
  scheduled: async () => {},
  changed: async () => {},
  cancelled: async () => {},
  dropped: async () => {},
  invited: async () => {},
  uninvited: async () => {},
  registered: async () => {},
};
