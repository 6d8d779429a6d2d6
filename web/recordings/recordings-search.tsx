/** Looks for recordings by a part of their name, and puts them in order: a form that changes nothing. */
import { useId, useRef } from 'react';
import type { RecordingsPage } from '../../src/browser/pages/recordings-page.ts';
import { Pictogram } from '../playback/pictogram.tsx';
import { useTexts } from '../texts/texts.ts';

const ORDERS = ['newest', 'name', 'longest', 'largest'] as const;

export function RecordingsSearch({ action, fields, name, order }: RecordingsPage['search']) {
  const texts = useTexts().recordings;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  return (
    <search>
      <form ref={form} className="recordings-search" action={action} method="get">
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <div className="search-field">
          <Pictogram name="search" />
          <input
            id={id}
            type="search"
            name="Q"
            maxLength={128}
            defaultValue={name}
            placeholder={texts.searchLabel}
            aria-label={texts.searchLabel}
          />
        </div>
        <select
          name="ORDER"
          defaultValue={order}
          aria-label={texts.orderLabel}
          onChange={() => form.current?.requestSubmit()}
        >
          {ORDERS.map((one) => (
            <option key={one} value={one}>
              {texts.orders[one]}
            </option>
          ))}
        </select>
        <button type="submit" className="second">
          {texts.search}
        </button>
      </form>
    </search>
  );
}
