/** The panels of the room, in the order of their buttons in the bar. */
import { lazy } from 'react';
import { useUnread } from '../chat/use-unread.ts';
import { PeoplePanel } from '../people/people-panel.tsx';
import type { Panel } from './room-view.ts';

export const PANELS: readonly Panel[] = [
  {
    id: 'people',
    icon: 'people',
    title: ({ inRoom }) => inRoom.people,
    useBadge: ({ room }) => room.people.length,
    Content: PeoplePanel,
  },
  {
    id: 'chat',
    icon: 'chat',
    title: ({ chat }) => chat.title,
    useBadge: useUnread,
    isUnread: true,
    Content: lazy(async () => ({ default: (await import('../chat/chat-panel.tsx')).ChatPanel })),
  },
];
