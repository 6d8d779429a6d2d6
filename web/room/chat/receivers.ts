/** To whom somebody may write now. */
import type { RoomState } from '../../../src/browser/pages/room-page.ts';
import type { Texts } from '../../texts/texts.ts';

export interface Receiver {
  /** As the post names them. */
  readonly to: string;
  readonly name: string;
}

/** Nobody on the telephone reads. Somebody whose part is not known to the page is left to the server. */
export function receiversFor({ chat, people }: RoomState, texts: Texts['chat']): readonly Receiver[] {
  const others = people.filter(
    ({ isYou, byPhone, isHost }) => !isYou && !byPhone && (isHost ? chat.hosts : chat.one),
  );
  return [
    ...(chat.all ? [{ to: 'all', name: texts.everyone }] : []),
    ...(chat.hosts ? [{ to: 'hosts', name: texts.hosts }] : []),
    ...others.map(({ id, name }) => ({ to: id, name })),
  ];
}
