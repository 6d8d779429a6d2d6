import { useId } from 'react';
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
function RecordingSettings(page: RecordingSettingsPage) {
  const { problem, name, when, fields, share, form, transcript, back } = page;
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
      {transcript && <Transcript transcript={transcript} />}
      <p className="aside">
        <a href={back}>{texts.back}</a>
      </p>
    </div>
  );
}

/** What is said in it: brought, fetched, removed. */
function Transcript({
  transcript,
}: {
  readonly transcript: NonNullable<RecordingSettingsPage['transcript']>;
}) {
  const texts = useTexts().recordingSettings;
  const id = useId();
  const { problem, awaited, kept, upload } = transcript;
  return (
    <section className="its-transcript" aria-labelledby="transcript">
      <h2 id="transcript">{texts.transcript}</h2>
      {problem && (
        <p className="notice bad" role="alert">
          {texts.unreadable(texts.rules[problem.rule], problem.line)}
        </p>
      )}
      {kept ? (
        <>
          <p>{texts.kept(kept.cues, kept.source, kept.language)}</p>
          <p className="actions">
            <a className="button second" href={kept.vtt}>
              {texts.fetchVtt}
            </a>
            <a className="button second" href={kept.txt}>
              {texts.fetchTxt}
            </a>
          </p>
        </>
      ) : (
        <p className="soft">{awaited ? texts.awaited[awaited] : texts.noTranscript}</p>
      )}
      <form className="fields" action={upload.action} method="post" encType="multipart/form-data">
        {Object.entries(upload.fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="field">
          <label htmlFor={id}>{kept ? texts.replaceWith : texts.bring}</label>
          <input
            id={id}
            type="file"
            name="FILE"
            accept=".vtt,.srt,text/vtt"
            aria-describedby={`${id}-hint`}
            required
          />
          <p className="field-hint" id={`${id}-hint`}>
            {texts.bringHint}
          </p>
        </div>
        <Submit kind="second">{kept ? texts.replace : texts.upload}</Submit>
      </form>
      {kept && (
        <PostForm form={kept.remove}>
          <Submit kind="quiet">{texts.removeTranscript}</Submit>
        </PostForm>
      )}
    </section>
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
