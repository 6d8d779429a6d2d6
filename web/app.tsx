/** A page: what every page has, and the view of its kind. */
import type { Page } from '../src/browser/pages/page-data.ts';
import { Layout } from './parts/layout.tsx';
import { TextsContext, textsOf } from './texts/texts.ts';
import type { AnyView } from './view.ts';

interface AppProps {
  readonly page: Page;
  readonly view: AnyView;
}

export function App({ page, view: { Content } }: AppProps) {
  return (
    <TextsContext value={textsOf(page)}>
      <Layout page={page}>
        <Content {...page.content} visitor={page.visitor} site={page.site} />
      </Layout>
    </TextsContext>
  );
}
