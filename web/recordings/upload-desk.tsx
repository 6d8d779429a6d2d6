/** Files are dropped or chosen here, and what becomes of each is told. */
import { type DragEvent, useId, useState } from 'react';
import { ControlPictogram } from '../playback/control-pictogram.tsx';
import { useTexts } from '../texts/texts.ts';
import { Space } from './space.tsx';
import { UploadRow } from './upload-row.tsx';
import { type UploadsParts, useUploads } from './use-uploads.ts';

interface UploadDeskProps extends UploadsParts {
  /** What may be chosen. */
  readonly kinds: string;
}

export function UploadDesk({ form, space, arrived, kinds }: UploadDeskProps) {
  const { recordings, uploads: texts } = useTexts();
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
      aria-label={recordings.upload.heading}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div className="upload-head">
        <Chooser add={uploads.add} kinds={kinds} />
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

interface ChooserProps {
  readonly kinds: string;
  add(files: Iterable<File>): void;
}

function Chooser({ add, kinds }: ChooserProps) {
  const { recordings, uploads: texts } = useTexts();
  const id = useId();
  return (
    <div className="chooser">
      <ControlPictogram name="upload" />
      <div>
        <p>
          <span className="choose">
            <label htmlFor={id}>{texts.choose}</label>
            <input
              id={id}
              type="file"
              accept={kinds}
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
        <p className="soft">{recordings.upload.kinds}</p>
      </div>
    </div>
  );
}
