import type { RecordingSettingsPage } from '../../../src/browser/pages/recordings-page.ts';
import { TextArea } from '../../parts/choices.tsx';
import { CopyLink } from '../../parts/copy-link.tsx';
import { Field } from '../../parts/field.tsx';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'recording-settings'> = {
  areas: ['problems', 'recording-settings'],
  title: ({ name }) => name,
  Content: RecordingSettings,
};

/** What the host of a recording says of it, and who may have it. */
function RecordingSettings({ problem, name, when, fields, share, form, back }: RecordingSettingsPage) {
  const texts = useTexts().recordingSettings;
  return (
    <div className="card">
      <p className="eyebrow">{texts.heading}</p>
      <h1>{name}</h1>
      <p className="soft">{when}</p>
      <Problem word={problem} />
      {share !== undefined && <CopyLink label={texts.link} url={share} />}
      <PostForm form={form} className="fields">
        <Field label={texts.name} name="NAME" maxLength={128} defaultValue={fields.NAME} />
        <TextArea label={texts.about} name="ABOUT" maxLength={2000} defaultValue={fields.ABOUT} optional />
        <fieldset className="choices">
          <legend>{texts.access}</legend>
          <Choice name="VIEW" label={texts.view} isChosen={fields.VIEW} />
          <Choice name="FETCH" label={texts.fetch} isChosen={fields.FETCH} />
          <Choice name="REGISTER" label={texts.register} isChosen={fields.REGISTER} />
        </fieldset>
        <Field
          label={texts.password}
          name="PW"
          type="password"
          autoComplete="off"
          maxLength={16}
          defaultValue={fields.PW}
          hint={texts.passwordHint}
          needed={false}
        />
        <details className="folded" open={fields.END !== ''}>
          <summary>{texts.more}</summary>
          <Field label={texts.end} name="END" inputMode="url" defaultValue={fields.END} verbatim optional />
        </details>
        <Submit>{texts.save}</Submit>
      </PostForm>
      <p className="aside">
        <a href={back}>{texts.back}</a>
      </p>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly isChosen: boolean;
}

function Choice({ name, label, isChosen }: ChoiceProps) {
  return (
    <label>
      <input type="checkbox" name={name} value="1" defaultChecked={isChosen} />
      {label}
    </label>
  );
}
