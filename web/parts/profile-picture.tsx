/** The picture of a profile: how it looks, another one, none. */
import { type ChangeEvent, useId, useState } from 'react';
import type { ProfilePicture } from '../../src/browser/pages/own-pages.ts';
import { useTexts } from '../texts/texts.ts';
import { Avatar } from './avatar.tsx';
import { Problem, Status } from './notice.tsx';
import { PostForm, Submit } from './post-form.tsx';
import { smallPicture } from './small-picture.ts';

export function PictureOfProfile({
  picture,
  name,
}: {
  readonly picture: ProfilePicture;
  readonly name: string;
}) {
  const texts = useTexts().profile.picture;
  const { shown, done, problem, put, remove } = picture;
  const id = useId();
  const [isBusy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<string>();

  /** What was chosen is replaced by a small square of it: a photo of a telephone would be too large. */
  const choose = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const file = currentTarget.files?.[0];
    if (!file) return;
    setBusy(true);
    const small = await smallPicture(file);
    setBusy(false);
    setChosen(small?.address);
    if (!small) return;
    const files = new DataTransfer();
    files.items.add(small.file);
    currentTarget.files = files.files;
  };

  return (
    <section className="profile-picture" aria-labelledby={`${id}h`}>
      <h2 id={`${id}h`}>{texts.heading}</h2>
      {done && <Status>{texts.done[done]}</Status>}
      <Problem word={problem} text={problem === undefined ? undefined : texts.problems.get(problem)} />
      <div className="picture-row">
        <Avatar name={name} photo={chosen ?? shown} />
        <form className="fields" action={put.action} method="post" encType="multipart/form-data">
          {Object.entries(put.fields).map(([field, value]) => (
            <input key={field} type="hidden" name={field} value={value} />
          ))}
          <div className="field">
            <label htmlFor={id}>{texts.file}</label>
            <input
              id={id}
              type="file"
              name="FILE"
              accept="image/png,image/jpeg,image/webp"
              required
              aria-describedby={`${id}t`}
              onChange={(event) => void choose(event)}
            />
            <p className="field-hint" id={`${id}t`}>
              {texts.hint}
            </p>
          </div>
          <button type="submit" className="second" disabled={isBusy}>
            {texts.put}
          </button>
        </form>
      </div>
      {shown !== undefined && (
        <PostForm form={remove}>
          <Submit kind="quiet">{texts.remove}</Submit>
        </PostForm>
      )}
    </section>
  );
}
