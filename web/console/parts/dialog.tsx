/** A dialog over the page. What it is made of is loaded behind the first view, which shows none. */
import { lazy, Suspense } from 'react';
import type { DialogProps } from './dialog-over-page.tsx';

const DialogOverPage = lazy(async () => ({
  default: (await import('./dialog-over-page.tsx')).DialogOverPage,
}));

export function Dialog(props: DialogProps) {
  return (
    <Suspense fallback={null}>
      <DialogOverPage {...props} />
    </Suspense>
  );
}

/** Loads what dialogs are made of, so that one that is asked for is there at once. */
export function fetchDialogs(): void {
  // A dialog that is asked for tells of what cannot be loaded.
  import('./dialog-over-page.tsx').catch(() => {});
}
