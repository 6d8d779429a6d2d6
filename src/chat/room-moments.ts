/** What happened in a room while it was recorded: who came and went, and what was said to everybody. */
import type { History } from '../history/history.ts';
import type { Moment } from '../recordings/processing/chapters.ts';
import type { Recording } from '../recordings/recording.ts';
import type { Site } from '../sites/site.ts';
import type { Chat } from './chat.ts';

export interface RoomMomentsParts {
  readonly history: Pick<History, 'attendancesOf'>;
  readonly chat: Pick<Chat, 'saidIn'>;
  readonly site: (id: number) => Site | undefined | Promise<Site | undefined>;
}

/** Where a site keeps nothing of what is said, its recordings do not either. */
export function roomMoments({ history, chat, site: siteOf }: RoomMomentsParts) {
  return async ({ run, site: siteId }: Recording): Promise<readonly Moment[]> => {
    if (run === null) return [];
    const moments: Moment[] = [];
    for (const { name: title, joinedAt, leftAt } of await history.attendancesOf({ id: run })) {
      moments.push({ at: joinedAt, kind: 'joined', title });
      if (leftAt !== null) moments.push({ at: leftAt, kind: 'left', title });
    }
    const site = await siteOf(siteId);
    if (site?.settings.history.keepsChat) {
      for (const { audience, sentAt, name, text } of await chat.saidIn(run)) {
        if (audience === 'ALL') moments.push({ at: sentAt, kind: 'chat', title: `${name}: ${text}` });
      }
    }
    return moments.sort((one, other) => one.at - other.at);
  };
}
