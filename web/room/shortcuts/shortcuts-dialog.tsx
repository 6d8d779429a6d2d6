/** What the keys of the room do. */
import { useTexts } from '../../texts/texts.ts';
import { Dialog } from '../frame/dialog.tsx';
import { SHORTCUTS } from './shortcuts.ts';

export function ShortcutsDialog({ close }: { close(): void }) {
  const texts = useTexts().inRoom;
  const [first, ...others] = SHORTCUTS;
  return (
    <Dialog title={texts.shortcuts} close={close}>
      <dl className="keys">
        {first && <Key name={first.key.toUpperCase()} does={texts.keys[first.does]} />}
        <Key name={texts.space} does={texts.keys.talk} />
        {others.map(({ key, does }) => (
          <Key key={key} name={key.toUpperCase()} does={texts.keys[does]} />
        ))}
      </dl>
    </Dialog>
  );
}

function Key({ name, does }: { readonly name: string; readonly does: string }) {
  return (
    <div>
      <dt>{does}</dt>
      <dd>
        <kbd>{name}</kbd>
      </dd>
    </div>
  );
}
