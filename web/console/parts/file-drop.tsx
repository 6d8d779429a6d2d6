/** Where a file is chosen, or dropped. */
import { type DragEvent, useId, useState } from 'react';
import { areaTexts } from '../texts/console-texts.ts';
import { Icon } from './icon.tsx';

interface FileDropProps {
  readonly label: string;
  /** As of an input: `.csv,text/csv`. */
  readonly accept?: string;
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
  readonly isDisabled?: boolean;
}

export function FileDrop({ label, accept, file, onFile, isDisabled }: FileDropProps) {
  const id = useId();
  const texts = areaTexts('frame');
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first && !isDisabled) onFile(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field in it does the same by the keyboard.
    <div
      className="c-file-drop"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        className="c-unseen"
        accept={accept}
        disabled={isDisabled}
        onChange={({ target }) => {
          take(target.files);
          // The same file may be chosen again, when it has been mended.
          target.value = '';
        }}
      />
      <Icon name="upload" />
      <label htmlFor={id}>
        <strong>{label}</strong>
        <span className="c-file-choose">{texts.chooseFile}</span>{' '}
        <span className="c-soft">{texts.dropFile}</span>
      </label>
      {file && <p className="c-figures">{texts.fileChosen(file.name)}</p>}
    </div>
  );
}
