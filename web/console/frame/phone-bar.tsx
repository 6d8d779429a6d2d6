/** In a hand the way through the console is a menu behind a button. */
import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '../parts/button.tsx';
import { SHELL } from '../shell.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { SideBar } from './side-bar.tsx';

export function PhoneBar() {
  const texts = areaTexts('frame');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="c-phone-bar">
      <Button kind="quiet" icon="menu" onPress={() => setOpen(true)}>
        {texts.openMenu}
      </Button>
      <span className="c-phone-site">{SHELL.siteName}</span>
      <ModalOverlay className="c-veil c-from-side" isOpen={isOpen} onOpenChange={setOpen} isDismissable>
        <Modal className="c-drawer">
          <Dialog aria-label={texts.navigation} className="c-drawer-dialog">
            <Button kind="quiet" icon="close" label={texts.closeMenu} slot="close" />
            <SideBar onWay={() => setOpen(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </div>
  );
}
