import type { SignUpPage } from '../../../src/browser/pages/sign-in-pages.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'signed-up'> = {
  areas: ['account'],
  title: ({ waits }, texts) => (waits ? texts.signedUp.waitsHeading : texts.signedUp.heading),
  Content: SignedUp,
};

/** What became of a new account. */
function SignedUp({ webExId, waits, signIn }: SignUpPage) {
  const texts = useTexts();
  const { heading, waitsHeading, lead, waits: waitsLead } = texts.signedUp;
  return (
    <div className="card">
      <h1>{waits ? waitsHeading : heading}</h1>
      <p>{waits ? waitsLead : lead}</p>
      <p className="shown-value">{webExId}</p>
      <a className={`button ${waits ? 'second' : 'main'}`} href={signIn}>
        {texts.signIn}
      </a>
    </div>
  );
}
