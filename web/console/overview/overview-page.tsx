/** What happens on the site. */
import { PageHead } from '../parts/page-head.tsx';
import { areaTexts } from '../texts/console-texts.ts';

export function Page() {
  const texts = areaTexts('overview');
  return <PageHead title={texts.title} />;
}
