import { useTexts } from '../../texts/texts.ts';
import { choose, useChoices } from '../choices.ts';
import { MenuItem } from './menu.tsx';

/** Everybody alike, or whoever speaks in front. */
export function LayoutItem() {
  const texts = useTexts().inRoom;
  const isSpeaker = useChoices().layout === 'speaker';
  return (
    <MenuItem
      icon={isSpeaker ? 'grid' : 'speaker'}
      onChoose={() => choose({ layout: isSpeaker ? 'tiles' : 'speaker' })}
    >
      {isSpeaker ? texts.asTiles : texts.asSpeaker}
    </MenuItem>
  );
}
