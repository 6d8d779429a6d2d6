/** Tells of messages while their panel is closed. */
import { useEffect, useEffectEvent } from 'react';
import type { ChatLine } from '../../../src/browser/pages/room-page.ts';
import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from '../frame/room-view.ts';

/** Characters of a message that are told. */
const TOLD = 120;

export function ChatCompanion({ events, page, panel, toast }: RoomView) {
  const texts = useTexts().chat;
  const tell = useEffectEvent(({ id, isYours, name, to, text }: ChatLine) => {
    if (isYours || id <= page.chat.last || panel === 'chat') return;
    const short = text.length > TOLD ? `${text.slice(0, TOLD).toWellFormed()}…` : text;
    toast(texts.told(name || texts.nameless, to, short));
  });
  useEffect(() => {
    let last = 0;
    return events.on('chat', (data) => {
      const line = JSON.parse(data) as ChatLine;
      if (line.id > last) tell(line);
      last = Math.max(last, line.id);
    });
  }, [events]);
  return null;
}
