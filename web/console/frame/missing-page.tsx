/** An address of the console that names nothing. */
import { ButtonLink } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { areaTexts } from '../texts/console-texts.ts';

export function MissingPage() {
  const { missing } = areaTexts('frame');
  return (
    <>
      <PageHead title={missing.title} lead={missing.body} />
      <div>
        <ButtonLink kind="main" to="">
          {missing.way}
        </ButtonLink>
      </div>
    </>
  );
}
