/** Where a recording is brought: dropped or chosen, with its progress; by a plain form where there are no scripts. */
import { type DragEvent, useId, useState } from 'react';
import type { Form, RecordingsPage } from '../../src/browser/pages/page-data.ts';
import { useHydrated } from '../parts/use-hydrated.ts';
import { Pictogram } from '../playback/pictogram.tsx';
import { recordingsTexts } from '../texts/en-recordings.ts';
import { Space } from './space.tsx';
import { UploadRow } from './upload-row.tsx';
import { useUploads } from './use-uploads.ts';

interface UploadProps {
  readonly form: Form;
  readonly space: RecordingsPage['space'];
  /** A recording has come. */
  arrived(): void;
}

const KINDS = '.mp4,.m4v,.webm,.arf,.wrf,.wmv,video/mp4,video/webm';

const texts = recordingsTexts.upload;

export function Upload({ form, space, arrived }: UploadProps) {
  const isHydrated = useHydrated();
  const uploads = useUploads({ form, space, arrived });
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    uploads.add(event.dataTransfer.files);
  };
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      className={isOver ? 'card upload is-over' : 'card upload'}
      aria-label={texts.heading}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="upload-head">
        {isHydrated ? <Chooser add={uploads.add} /> : <PlainForm form={form} />}
        <Space {...space} />
      </div>
      {uploads.files.length > 0 && (
        <ul className="uploads" aria-label={texts.uploads}>
          {uploads.files.map((one) => (
            <UploadRow key={one.id} upload={one} uploads={uploads} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Chooser({ add }: { add(files: Iterable<File>): void }) {
  const id = useId();
  return (
    <div className="chooser">
      <Pictogram name="upload" />
      <div>
        <p>
          <span className="choose">
            <label htmlFor={id}>{texts.choose}</label>
            <input
              id={id}
              type="file"
              accept={KINDS}
              multiple
              onChange={({ currentTarget }) => {
                add(currentTarget.files ?? []);
                // The same one may be chosen again.
                currentTarget.value = '';
              }}
            />
          </span>
          <span className="drop">{` ${texts.drop}`}</span>
        </p>
        <p className="soft">{texts.kinds}</p>
      </div>
    </div>
  );
}

function PlainForm({ form }: { readonly form: Form }) {
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
