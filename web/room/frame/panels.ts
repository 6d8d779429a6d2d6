/** The panels of the room, in the order of their buttons in the bar. */
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
];
