/** The entries of the menu "More", in their order. */
import { LockItem } from './lock-item.tsx';
import type { MoreItem } from './room-view.ts';

export const MORE_ITEMS: readonly MoreItem[] = [
  { id: 'lock', isFor: ({ room }) => room.deeds.includes('LOCK'), Item: LockItem },
];
