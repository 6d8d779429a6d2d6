import type { RoomSettingsPage } from '../../../src/browser/pages/own-pages.ts';
import { TextArea } from '../../parts/choices.tsx';
import { CopyLink } from '../../parts/copy-link.tsx';
import { Field } from '../../parts/field.tsx';
import { Problem, Status } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'room-settings'> = {
  areas: ['problems', 'room-settings'],
  title: (_content, texts) => texts.roomSettings.heading,
  Content: RoomSettings,
};

/** The personal room of a host. */
function RoomSettings(page: RoomSettingsPage) {
  const { problem, isSaved, url, urlBase, number, given, mayChangeAddress, locks, mails, form } = page;
  const texts = useTexts().roomSettings;
  return (
    <div className="card">
      <div className="page-head">
        <h1>{texts.heading}</h1>
        <p className="soft">{texts.lead}</p>
      </div>
      {isSaved && <Status>{texts.saved}</Status>}
      <Problem word={problem} text={problem && texts.problems.get(problem)} />
      <CopyLink label={texts.link} url={url} />
      <dl className="facts">
        <div>
          <dt>{texts.number}</dt>
          <dd className="number">{number}</dd>
        </div>
      </dl>
      <p>
        <a className="button second" href={url}>
          {texts.open}
        </a>
      </p>
      <PostForm form={form} className="fields">
        <Field
          label={texts.title}
          name="TITLE"
          maxLength={128}
          defaultValue={given.TITLE}
          hint={texts.titleHint}
          needed={false}
        />
        <TextArea
          label={texts.welcome}
          name="WELCOME"
          maxLength={1000}
          rows={3}
          defaultValue={given.WELCOME}
          optional
        />
        {mayChangeAddress && (
          <Field
            label={texts.address}
            name="ADDRESS"
            maxLength={128}
            defaultValue={given.ADDRESS}
            hint={texts.addressHint(urlBase)}
            wrong={problem === 'RoomAddressBroken' || problem === 'RoomAddressTaken'}
            verbatim
          />
        )}
        <Field
          label={texts.pin}
          name="PIN"
          inputMode="numeric"
          pattern="\d{4}"
          maxLength={4}
          defaultValue={given.PIN}
          hint={texts.pinHint}
          wrong={problem === 'RoomPinBroken'}
          verbatim
        />
        <fieldset className="choices">
          <legend>{texts.byItself}</legend>
          <label>
            <input type="checkbox" name="LOCK" value="1" defaultChecked={locks} />
            {texts.locks}
          </label>
          <label>
            <input type="checkbox" name="MAIL" value="1" defaultChecked={mails} />
            {texts.mails}
          </label>
        </fieldset>
        <Field
          label={texts.wait}
          name="WAIT"
          inputMode="numeric"
          pattern="\d{1,3}"
          maxLength={3}
          defaultValue={given.WAIT}
          wrong={problem === 'RoomWaitBroken'}
          verbatim
        />
        <Submit>{texts.save}</Submit>
      </PostForm>
    </div>
  );
}
