/** Where a recording is brought: dropped or chosen, with its progress; by a plain form where there are no scripts. */
import { lazy, Suspense, useId } from 'react';
import type { Form } from '../../src/browser/pages/form.ts';
import type { RecordingsPage } from '../../src/browser/pages/recordings-page.ts';
import { useHydrated } from '../parts/use-hydrated.ts';
import { useTexts } from '../texts/texts.ts';
import { Space } from './space.tsx';

/** Loaded after the page. */
const UploadDesk = lazy(async () => ({ default: (await import('./upload-desk.tsx')).UploadDesk }));

interface UploadProps {
  readonly form: Form;
  readonly space: RecordingsPage['space'];
  /** A recording has come. */
  arrived(): void;
}

/** What may be chosen; what is in a file decides. */
const KINDS = '.mp4,.m4v,.webm,.mkv,.arf,.wrf,.wmv,video/mp4,video/webm';

export function Upload(props: UploadProps) {
  const texts = useTexts().recordings.upload;
  const isHydrated = useHydrated();
  const { form, space } = props;
  const plain = (
    <section className="card upload" aria-label={texts.heading}>
      <div className="upload-head">
        <PlainForm form={form} />
        <Space {...space} />
      </div>
    </section>
  );
  if (!isHydrated) return plain;
  return (
    <Suspense fallback={plain}>
      <UploadDesk {...props} kinds={KINDS} />
    </Suspense>
  );
}

function PlainForm({ form }: { readonly form: Form }) {
  const texts = useTexts().recordings.upload;
  const id = useId();
  return (
    <form className="plain-upload" action={form.action} method="post" encType="multipart/form-data">
      {Object.entries(form.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id}>{texts.file}</label>
      <div>
        <input id={id} type="file" name="FILE" accept={KINDS} required />
        <button type="submit" className="main">
          {texts.submit}
        </button>
      </div>
      <p className="soft">{texts.kinds}</p>
    </form>
  );
}
