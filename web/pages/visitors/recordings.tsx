import { useEffect } from 'react';
import type { RecordingsPage } from '../../../src/browser/pages/recordings-page.ts';
import { Problem } from '../../parts/notice.tsx';
import { PostForm, Submit } from '../../parts/post-form.tsx';
import { RecordingRows } from '../../recordings/recording-rows.tsx';
import { RecordingsSearch } from '../../recordings/recordings-search.tsx';
import { Upload } from '../../recordings/upload.tsx';
import { useFreshList } from '../../recordings/use-fresh-list.ts';
import { useTexts } from '../../texts/texts.ts';
import type { View } from '../../view.ts';

export const view: View<'recordings'> = {
  areas: ['problems', 'recordings', 'uploads'],
  title: (_content, texts) => texts.recordings.heading,
  Content: Recordings,
};

/** What hosts have recorded or brought, and what of it lies in the bin. */
function Recordings(sent: RecordingsPage) {
  const texts = useTexts().recordings;
  const [content, look] = useFreshList(sent);
  const { problem, done, isBin, binDays, views, search, recordings, total, before, after, upload } = content;
  // What has been done is said once: a reload shows the list without it.
  useEffect(() => {
    const address = new URL(location.href);
    if (!address.searchParams.has('WAS')) return;
    for (const name of ['WAS', 'ID']) address.searchParams.delete(name);
    history.replaceState(null, '', address);
  }, []);
  return (
    <>
      <div className="recordings-head">
        <h1>{texts.heading}</h1>
        {views.scope && (
          <nav className="tabs" aria-label={texts.views}>
            <Tab label={texts.own} url={views.scope.other} isHere={!views.scope.isSite} />
            <Tab label={texts.site} url={views.scope.other} isHere={views.scope.isSite} />
          </nav>
        )}
        <nav className="tabs" aria-label={texts.shelves}>
          <Tab label={texts.kept} url={views.kept} isHere={!isBin} />
          <Tab label={texts.bin} url={views.bin} isHere={isBin} />
        </nav>
      </div>
      <Problem word={problem} text={problem && texts.problems.get(problem)} />
      {done && (
        <div className="notice good with-undo" role="status">
          <p className="name">{texts.done[done.what](done.name)}</p>
          {done.undo && (
            <PostForm form={done.undo}>
              <Submit kind="quiet">{texts.undo}</Submit>
            </PostForm>
          )}
        </div>
      )}
      {upload && <Upload form={upload} space={content.space} arrived={look} />}
      <section className="card" aria-label={isBin ? texts.bin : texts.heading}>
        {(total > 0 || search.name !== undefined) && (
          <div className="list-head">
            <h2>{isBin ? texts.bin : texts.count(total)}</h2>
            <RecordingsSearch {...search} />
          </div>
        )}
        {isBin && total > 0 && <p className="soft">{texts.binHint(binDays)}</p>}
        {recordings.length === 0 ? <Empty content={content} /> : <RecordingRows recordings={recordings} />}
        {(before !== undefined || after !== undefined) && (
          <nav className="turn" aria-label={texts.pages}>
            {before !== undefined && (
              <a className="button second" href={before}>
                {texts.before}
              </a>
            )}
            {after !== undefined && (
              <a className="button second" href={after}>
                {texts.after}
              </a>
            )}
          </nav>
        )}
      </section>
    </>
  );
}

interface TabProps {
  readonly label: string;
  readonly url: string;
  readonly isHere: boolean;
}

function Tab({ label, url, isHere }: TabProps) {
  return isHere ? (
    <span className="tab" aria-current="page">
      {label}
    </span>
  ) : (
    <a className="tab" href={url}>
      {label}
    </a>
  );
}

/** Nothing is there: what to do next. */
function Empty({ content: { isBin, binDays, search, views, upload } }: { readonly content: RecordingsPage }) {
  const texts = useTexts().recordings;
  if (search.name !== undefined) {
    return (
      <div className="empty">
        <p className="name">{texts.noneFound(search.name)}</p>
        <p>
          <a href={isBin ? views.bin : views.kept}>{texts.all}</a>
        </p>
      </div>
    );
  }
  if (isBin) {
    return (
      <div className="empty">
        <p>{texts.binEmpty}</p>
        <p className="soft">{texts.binHint(binDays)}</p>
      </div>
    );
  }
  return (
    <div className="empty">
      <p>{texts.none}</p>
      <p className="soft">{upload ? texts.noneHint : texts.noneOfSite}</p>
    </div>
  );
}
