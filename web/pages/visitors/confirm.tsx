import type { ConfirmPage } from '../../../src/browser/pages/page-data.ts';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'confirm'> = {
  areas: ['confirm'],
  title: (_content, texts) => texts.confirm.heading,
  Content: Confirm,
};

/** What another site has sent the browser here for. */
function Confirm({ command, subject, form, back }: ConfirmPage) {
  const texts = useTexts().confirm;
  return (
    <div className="card">
      <h1>{texts.heading}</h1>
      <p>{texts.lead}</p>
      <p className="shown-value">{texts.wish(command)}</p>
      {subject !== undefined && <p className="address">{subject}</p>}
      <p>{texts.warning}</p>
      <PostForm form={form}>
        <Submit>{texts.go}</Submit>
      </PostForm>
      <a className="button second" href={back}>
        {texts.stay}
      </a>
    </div>
  );
}
