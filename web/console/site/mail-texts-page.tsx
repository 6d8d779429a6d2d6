/** The kinds of mail, and in which languages the site says one in its own words. */
import { Link } from '@tanstack/react-router';
import type { MailTextsAnswer } from '../../../src/console/site/site-data.ts';
import { Loaded } from '../parts/loaded.tsx';
import { Badge, Panel } from '../parts/small.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { useCall } from '../use-call.ts';
import { languageName } from './language-name.ts';
import { SiteHead } from './site-head.tsx';

export function Page() {
  const call = useCall<MailTextsAnswer>('site/mail-texts');
  return (
    <>
      <SiteHead page="mail" />
      <Loaded call={call}>{(answer) => <Kinds answer={answer} />}</Loaded>
    </>
  );
}

function Kinds({ answer: { kinds, siteLanguage, languages } }: { readonly answer: MailTextsAnswer }) {
  const texts = areaTexts('site').mails;
  const nameOf = (id: number) => languageName(languages.find((language) => language.id === id)?.name ?? '');
  return (
    <Panel>
      <ul className="c-mail-kinds">
        {kinds.map(({ kind, own }) => (
          <li key={kind}>
            <Link to={`/site/mail/${kind}/${own[0]?.languageID ?? siteLanguage}`}>{texts.kinds[kind]}</Link>
            <span className="c-badges">
              {own.map(({ languageID }) => (
                <Badge key={languageID} tone="accent">
                  {texts.ownWordsIn(nameOf(languageID))}
                </Badge>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
