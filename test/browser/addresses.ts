import type { Mail } from '../../src/mail/outbox.ts';
import type { XmlElement } from '../../src/xml/element.ts';

/** The addresses that stand in what the server hands out, wherever they stand. */

const ADDRESS = /https?:\/\/[^\s<>"'\\]+/g;

/** Every address in texts and attributes; the names of namespaces are none. */
export function addressesIn(element: XmlElement): string[] {
  const { text, attributes, children } = element;
  const own = Object.entries(attributes).flatMap(([name, value]) =>
    /^(?:xmlns\b|xsi:)/.test(name) ? [] : [value],
  );
  return [text, ...own].flatMap((value) => value.match(ADDRESS) ?? []).concat(children.flatMap(addressesIn));
}

/** Every address in a mail, and in the calendar file that comes with it. */
export function addressesInMail({ message: { text, html, calendar } }: Mail): string[] {
  const unfolded = (calendar?.content ?? '').replaceAll(/\r\n[ \t]/g, '').replaceAll(/\\([,;n\\])/g, ' ');
  return [text, html.replaceAll('&amp;', '&'), unfolded].flatMap((content) => content.match(ADDRESS) ?? []);
}
