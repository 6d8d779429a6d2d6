/** The way out: for the host a menu, in which to end it for everyone is the louder choice. */
import { type MouseEvent, useState } from 'react';
import type { Form } from '../../../src/browser/pages/form.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import { Dialog } from './dialog.tsx';
import { Icon } from './icon.tsx';
import { closeMenuOf, Menu, MenuForm } from './menu.tsx';
import type { RoomView } from './room-view.ts';

export function Leave({ formOf }: RoomView) {
  const texts = useTexts();
  const [leave, end] = [formOf('LEAVE'), formOf('END')];
  if (!leave) return null;
  if (end) return <HostsLeave leave={leave} end={end} />;
  return (
    <PostForm form={leave}>
      <button type="submit" className="bar-button leave" aria-label={texts.live.leave}>
        <span className="bar-icon">
          <Icon name="leave" />
        </span>
        <span className="bar-label">{texts.inRoom.leaveMenu}</span>
      </button>
    </PostForm>
  );
}

/** With scripts it asks before it ends it for everyone. */
function HostsLeave({ leave, end }: { readonly leave: Form; readonly end: Form }) {
  const texts = useTexts();
  const [isAsking, setAsking] = useState(false);
  const ask = (event: MouseEvent) => {
    event.preventDefault();
    closeMenuOf(event.currentTarget);
    setAsking(true);
  };
  const close = () => setAsking(false);
  return (
    <>
      <Menu id="leave" label={texts.inRoom.leaveMenu} icon="leave" className="leave">
        <MenuForm form={leave} icon="leave" leaves>
          {texts.live.leave}
        </MenuForm>
        <PostForm form={end}>
          <button type="submit" className="menu-item danger" onClick={ask}>
            <Icon name="close" />
            {texts.inRoom.end}
          </button>
        </PostForm>
      </Menu>
      {isAsking && (
        <Dialog title={texts.inRoom.endQuestion} close={close}>
          <p className="soft">{texts.inRoom.endLead}</p>
          <div className="actions">
            <button type="button" className="second" onClick={close}>
              {texts.inRoom.cancel}
            </button>
            <PostForm form={end}>
              <Submit kind="danger">{texts.inRoom.end}</Submit>
            </PostForm>
          </div>
        </Dialog>
      )}
    </>
  );
}
