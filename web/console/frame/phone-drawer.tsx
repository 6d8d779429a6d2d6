/** The way through the console as a menu over the page, in a hand. */
import { Dialog } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '../parts/button.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { SideBar } from './side-bar.tsx';

interface PhoneDrawerProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

export function PhoneDrawer({ isOpen, onOpenChange }: PhoneDrawerProps) {
  const texts = areaTexts('frame');
  return (
    <ModalOverlay className="c-veil c-from-side" isOpen={isOpen} onOpenChange={onOpenChange} isDismissable>
      <Modal className="c-drawer">
        <Dialog aria-label={texts.navigation} className="c-drawer-dialog">
          <Button kind="quiet" icon="close" label={texts.closeMenu} slot="close" />
          <SideBar onWay={() => onOpenChange(false)} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
