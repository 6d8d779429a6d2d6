/** A page: what every page has, and the content of its kind. */
import type { Page, PageContent } from '../src/browser/pages/page-data.ts';
import { CallIn } from './pages/call-in.tsx';
import { ChangePassword } from './pages/change-password.tsx';
import { Confirm } from './pages/confirm.tsx';
import { ConfirmEmail } from './pages/confirm-email.tsx';
import { Ended } from './pages/ended.tsx';
import { ErrorContent } from './pages/error.tsx';
import { ForgotPassword } from './pages/forgot-password.tsx';
import { Home } from './pages/home.tsx';
import { Join } from './pages/join.tsx';
import { Leaving } from './pages/leaving.tsx';
import { PersonalRoom } from './pages/personal-room.tsx';
import { Register } from './pages/register.tsx';
import { Registered } from './pages/registered.tsx';
import { Registrants } from './pages/registrants.tsx';
import { ResetPassword } from './pages/reset-password.tsx';
import { Room } from './pages/room.tsx';
import { Session } from './pages/session.tsx';
import { SignIn } from './pages/sign-in.tsx';
import { SignedUp } from './pages/signed-up.tsx';
import { Waiting } from './pages/waiting.tsx';
import { Welcome } from './pages/welcome.tsx';
import { Layout } from './parts/layout.tsx';
import { TextsContext, texts } from './texts/texts.ts';

export function App({ page }: { readonly page: Page }) {
  return (
    <TextsContext value={texts(page.lang)}>
      <Layout page={page}>
        <Content content={page.content} webExId={page.visitor?.webExId} />
      </Layout>
    </TextsContext>
  );
}

interface ContentProps {
  readonly content: PageContent;
  /** Of who is signed in. */
  readonly webExId: string | undefined;
}

function Content({ content, webExId }: ContentProps) {
  switch (content.page) {
    case 'welcome':
      return <Welcome {...content} />;
    case 'sign-in':
      return <SignIn {...content} />;
    case 'home':
      return <Home {...content} webExId={webExId} />;
    case 'change-password':
      return <ChangePassword {...content} />;
    case 'forgot-password':
      return <ForgotPassword {...content} />;
    case 'confirm-email':
      return <ConfirmEmail {...content} />;
    case 'reset-password':
      return <ResetPassword {...content} />;
    case 'signed-up':
      return <SignedUp {...content} />;
    case 'session':
      return <Session {...content} />;
    case 'join':
      return <Join {...content} />;
    case 'register':
      return <Register {...content} />;
    case 'registered':
      return <Registered {...content} />;
    case 'registrants':
      return <Registrants {...content} />;
    case 'personal-room':
      return <PersonalRoom {...content} />;
    case 'waiting':
      return <Waiting {...content} />;
    case 'room':
      return <Room {...content} />;
    case 'ended':
      return <Ended {...content} />;
    case 'leaving':
      return <Leaving {...content} />;
    case 'confirm':
      return <Confirm {...content} />;
    case 'call-in':
      return <CallIn {...content} />;
    case 'error':
      return <ErrorContent {...content} />;
  }
}
