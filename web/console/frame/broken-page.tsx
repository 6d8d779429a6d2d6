/** In the place of a page that has thrown: the frame around it goes on. */
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { areaTexts } from '../texts/console-texts.ts';

export function BrokenPage({ error }: ErrorComponentProps) {
  const { broken } = areaTexts('frame');
  return (
    <div role="alert">
      <PageHead title={broken.title} lead={broken.body} />
      <p className="c-small-print">{error instanceof Error ? error.message : ''}</p>
      <Button kind="main" onPress={() => location.reload()}>
        {broken.reload}
      </Button>
    </div>
  );
}
