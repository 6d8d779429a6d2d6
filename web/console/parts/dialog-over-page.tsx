/** A dialog over the page: the focus stays in it, Escape closes it, and the focus goes back to where it was. */
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly isWide?: boolean;
  /** Nothing closes it but its own buttons. */
  readonly isHeld?: boolean;
  /** Asks before something is lost. */
  readonly isAlert?: boolean;
}

export function DialogOverPage({
  title,
  isOpen,
  onClose,
  children,
  actions,
  isWide,
  isHeld,
  isAlert,
}: DialogProps) {
  return (
    <ModalOverlay
      className="c-veil"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isHeld && !isAlert}
      isKeyboardDismissDisabled={isHeld ?? false}
    >
      <Modal className={isWide ? 'c-modal c-wide' : 'c-modal'}>
        <AriaDialog className="c-dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" level={2}>
            {title}
          </Heading>
          <div className="c-dialog-body">{children}</div>
          {actions && <div className="c-dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
