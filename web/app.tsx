/** A page: what every page has, and the view of its kind. */
import type { Page } from '../src/browser/pages/page-data.ts';
import { Layout } from './parts/layout.tsx';
import { type Texts, TextsProvider } from './texts/texts.ts';
import type { AnyView } from './view.ts';

interface AppProps {
  readonly page: Page;
  readonly view: AnyView;
  readonly texts: Texts;
}

export function App({ page, view: { Content }, texts }: AppProps) {
  return (
    <TextsProvider value={texts}>
      <Layout page={page}>
        <Content {...page.content} visitor={page.visitor} site={page.site} />
      </Layout>
    </TextsProvider>
  );
}
