/** A button that opens a list of things to do. */
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { areaTexts } from '../texts/console-texts.ts';
import { Icon } from './icon.tsx';

export interface MenuAction {
  readonly id: string;
  readonly words: string;
  readonly onAction: () => void;
  readonly isDanger?: boolean;
}

export function ActionMenu({
  label,
  actions,
}: {
  readonly label?: string;
  readonly actions: readonly MenuAction[];
}) {
  return (
    <MenuTrigger>
      <AriaButton className="c-button c-second c-bare" aria-label={label ?? areaTexts('frame').more}>
        <Icon name="more" />
      </AriaButton>
      <Popover className="c-popover" placement="bottom end">
        <Menu className="c-list-box">
          {actions.map(({ id, words, onAction, isDanger }) => (
            <MenuItem
              key={id}
              id={id}
              onAction={onAction}
              className={isDanger ? 'c-list-item c-bad' : 'c-list-item'}
            >
              {words}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
