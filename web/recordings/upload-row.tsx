/** A file that is being brought: how far it is, and how it ended. */
import { amountOfBytes } from '../playback/amounts.ts';
import { ControlPictogram } from '../playback/control-pictogram.tsx';
import { useTexts } from '../texts/texts.ts';
import type { UploadedFile, Uploads } from './use-uploads.ts';

interface UploadRowProps {
  readonly upload: UploadedFile;
  readonly uploads: Uploads;
}

export function UploadRow({ upload, uploads }: UploadRowProps) {
  const { id, file, state, sent, problem } = upload;
  const { name, size } = file;
  const { recordings, uploads: texts, problem: known, lang } = useTexts();
  const isUnderWay = state === 'waiting' || state === 'sending' || state === 'saving';
  const said = {
    waiting: texts.waiting,
    sending: texts.of(amountOfBytes(sent, lang), amountOfBytes(size, lang)),
    saving: texts.saving,
    done: texts.done,
    aborted: texts.aborted,
    failed: recordings.problems.get(problem ?? '') ?? known(problem ?? ''),
  }[state];
  return (
    <li className={`upload-row is-${state}`}>
      <div className="upload-about">
        <bdi className="name">{name}</bdi>
        {isUnderWay && (
          <progress
            aria-label={texts.progress(name)}
            max={size}
            value={state === 'saving' ? undefined : sent}
          />
        )}
        {/* How far it is changes all the time: it is not read out, its end is. */}
        <p className="soft number" role={isUnderWay ? undefined : 'status'}>
          {said}
        </p>
      </div>
      {isUnderWay && state !== 'saving' && (
        <button
          type="button"
          className="second"
          aria-label={texts.cancelName(name)}
          onClick={() => uploads.abort(id)}
        >
          {texts.cancel}
        </button>
      )}
      {(state === 'failed' || state === 'aborted') && (
        <button
          type="button"
          className="second"
          aria-label={texts.againName(name)}
          onClick={() => uploads.again(id)}
        >
          {texts.again}
        </button>
      )}
      {!isUnderWay && (
        <button
          type="button"
          className="way"
          title={texts.dismiss}
          aria-label={texts.dismissName(name)}
          onClick={() => uploads.dismiss(id)}
        >
          <ControlPictogram name="close" />
        </button>
      )}
    </li>
  );
}
