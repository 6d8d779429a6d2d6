import type { ProfilePage } from '../../../src/browser/pages/own-pages.ts';
import { Select } from '../../parts/choices.tsx';
import { Field } from '../../parts/field.tsx';
import { Problem, Status } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { PictureOfProfile } from '../../parts/profile-picture.tsx';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'profile'> = {
  areas: ['problems', 'profile'],
  title: (_content, texts) => texts.profile.heading,
  Content: Profile,
};

/** What somebody is called, how they are reached, and what their clock shows. */
function Profile(page: ProfilePage) {
  const { problem, isSaved, webExId, given, zones, mayChangeNames, confirmEmail, form } = page;
  const texts = useTexts().profile;
  const wrongAddress = problem === 'InvalidEmailAddress' || problem === 'EmailConflict';
  return (
    <div className="card">
      <div className="page-head">
        <h1>{texts.heading}</h1>
        <p className="soft">
          {texts.userName} <bdi className="name">{webExId}</bdi>
        </p>
      </div>
      {isSaved && <Status>{texts.saved}</Status>}
      <Problem word={problem} />
      {form ? (
        <PostForm form={form} className="fields">
          {mayChangeNames ? (
            <div className="field-pair">
              <Field label={texts.firstName} name="FN" autoComplete="given-name" defaultValue={given.FN} />
              <Field label={texts.lastName} name="LN" autoComplete="family-name" defaultValue={given.LN} />
            </div>
          ) : (
            <p className="shown-value name">{`${given.FN} ${given.LN}`}</p>
          )}
          <Field
            label={texts.email}
            name="EM"
            type="email"
            autoComplete="email"
            defaultValue={given.EM}
            hint={texts.emailHint}
            wrong={wrongAddress}
            focused={wrongAddress}
          />
          {confirmEmail !== undefined && (
            <p className="notice">
              {`${texts.unconfirmed} `}
              <a href={confirmEmail}>{texts.confirm}</a>
            </p>
          )}
          <Select
            label={texts.zone}
            name="TimeZone"
            options={zones.map(({ value, label, chosen }) => ({ value, label, chosen }))}
          />
          <div className="field-pair">
            <Field
              label={texts.phone}
              name="PHONE"
              type="tel"
              autoComplete="tel"
              defaultValue={given.PHONE}
              optional
            />
            <Field label={texts.mobile} name="MOBILE" type="tel" defaultValue={given.MOBILE} optional />
          </div>
          <div className="field-pair">
            <Field
              label={texts.company}
              name="COMPANY"
              autoComplete="organization"
              defaultValue={given.COMPANY}
              optional
            />
            <Field
              label={texts.title}
              name="TITLE"
              autoComplete="organization-title"
              defaultValue={given.TITLE}
              optional
            />
          </div>
          <Submit>{texts.save}</Submit>
        </PostForm>
      ) : (
        <>
          <dl className="facts">
            <div>
              <dt>{texts.name}</dt>
              <dd className="name">{`${given.FN} ${given.LN}`}</dd>
            </div>
            <div>
              <dt>{texts.email}</dt>
              <dd className="name">{given.EM}</dd>
            </div>
          </dl>
          <p className="notice">{texts.keptElsewhere}</p>
        </>
      )}
      <PictureOfProfile picture={page.picture} name={`${given.FN} ${given.LN}`.trim() || webExId} />
      <ul className="links">
        {page.password !== undefined && (
          <li>
            <a href={page.password}>{texts.changePassword}</a>
          </li>
        )}
        <li>
          <a href={page.devices}>{texts.seeDevices}</a>
        </li>
      </ul>
    </div>
  );
}
