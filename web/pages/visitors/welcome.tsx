import type { WelcomePage } from '../../../src/browser/pages/page-data.ts';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'welcome'> = {
  areas: ['problems', 'welcome'],
  title: (_content, texts) => texts.welcome.heading,
  Content: Welcome,
};

/** The installation's own page. */
function Welcome({ problem, action = '.' }: WelcomePage) {
  const texts = useTexts().welcome;
  return (
    <div className="card">
      <h1>{texts.heading}</h1>
      <p className="lead">{texts.lead}</p>
      <Problem word={problem} />
      <form action={action} method="get" className="fields">
        <Field
          label={texts.siteName}
          name="site"
          autoComplete="organization"
          pattern="[A-Za-z0-9\-]{1,63}"
          placeholder={texts.example}
          wrong={problem !== undefined}
          verbatim
        />
        <button type="submit" className="main">
          {texts.submit}
        </button>
      </form>
    </div>
  );
}
