/** Sound only: for a slow connection, or a walk. */
import { useTexts } from '../../texts/texts.ts';
import { choose, useChoices } from '../choices.ts';
import { MenuItem } from './menu.tsx';

export function AudioOnlyItem() {
  const texts = useTexts().inRoom;
  const { audioOnly } = useChoices();
  return (
    <MenuItem icon="sound" onChoose={() => choose({ audioOnly: !audioOnly })}>
      {audioOnly ? texts.showPictures : texts.audioOnly}
    </MenuItem>
  );
}

/** A choice that is kept is told, or somebody thinks that the others show nothing. */
export function AudioOnlyNotice() {
  const texts = useTexts().inRoom;
  const { audioOnly } = useChoices();
  if (!audioOnly) return null;
  return (
    <div className="notice slim" role="status">
      <span>{texts.audioOnlyIsOn}</span>
      <button type="button" className="quiet" onClick={() => choose({ audioOnly: false })}>
        {texts.showPictures}
      </button>
    </div>
  );
}
