/** One entry, whole: who, from where, by which call, and every member that differs. */
import { Link } from '@tanstack/react-router';
import type { AuditLine } from '../../../src/console/audit/audit-data.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { KeyValue, KeyValues, TimeText } from '../parts/small.tsx';
import { areaTexts } from '../texts/console-texts.ts';
import { actWords } from './act-words.ts';
import { changesIn } from './changes.ts';

export function EntryDialog({ entry, onClose }: { readonly entry: AuditLine; readonly onClose: () => void }) {
  const texts = areaTexts('audit');
  const frame = areaTexts('frame');
  const { actor, at, name, subject, before, after } = entry;
  const kinds: Readonly<Record<string, string>> = texts.kinds;
  const faces: Readonly<Record<string, string>> = texts.faces;
  const changes = changesIn(entry);
  return (
    <Dialog
      isOpen
      isWide
      title={actWords(entry.act)}
      onClose={onClose}
      actions={<Button onPress={onClose}>{frame.close}</Button>}
    >
      <KeyValues>
        <KeyValue name={texts.toWhat}>
          <bdi>{name}</bdi>
          {subject !== null && <span className="c-soft c-figures"> · {subject}</span>}
        </KeyValue>
        <KeyValue name={texts.when}>
          <TimeText at={at} as="exact" />
        </KeyValue>
        <KeyValue name={texts.who}>
          <bdi>{actor.name || kinds[actor.kind]}</bdi>
          <span className="c-soft">
            {' · '}
            {kinds[actor.kind] ?? actor.kind}
            {actor.site !== null && `, ${actor.site}`}
          </span>
        </KeyValue>
        <KeyValue name={texts.face}>{faces[actor.face] ?? actor.face}</KeyValue>
        {actor.address !== null && <KeyValue name={texts.address}>{actor.address}</KeyValue>}
        {actor.requestId !== null && (
          <KeyValue name={texts.request}>
            <Link to={`/log/${actor.requestId}`}>{actor.requestId}</Link>
          </KeyValue>
        )}
      </KeyValues>
      {changes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
        <section className="c-table-scroll c-audit-table" aria-label={texts.changes} tabIndex={0}>
          <table className="c-table">
            <thead>
              <tr>
                <th scope="col">{texts.member}</th>
                {before && <th scope="col">{texts.before}</th>}
                {after && <th scope="col">{before ? texts.after : texts.value}</th>}
              </tr>
            </thead>
            <tbody>
              {changes.map((change) => (
                <tr key={change.member}>
                  <th scope="row" className="c-row-name">
                    {change.member}
                  </th>
                  {before && <td data-name={texts.before}>{change.before ?? '–'}</td>}
                  {after && <td data-name={before ? texts.after : texts.value}>{change.after ?? '–'}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Dialog>
  );
}
