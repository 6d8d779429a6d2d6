/** The console: an app of its own, that the page of `src/console/shell.ts` begins. */
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { ConfirmProvider } from './parts/confirm.tsx';
import { fetchDialogs } from './parts/dialog.tsx';
import { ToastProvider } from './parts/toast.tsx';
import { openRouter } from './router.tsx';
import { SHELL } from './shell.ts';
import { loadTexts } from './texts/console-texts.ts';
import { queryClient } from './use-call.ts';
import '../styles/console.css';

await loadTexts('frame');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <I18nProvider locale={SHELL.language}>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <RouterProvider router={openRouter()} InnerWrap={ConfirmProvider} />
        </ToastProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  // Whoever drives a browser may wait for it.
  root.dataset.takenOver = '';
  // After what the page itself asks for: Safari has no requestIdleCallback.
  setTimeout(fetchDialogs, 1000);
}
