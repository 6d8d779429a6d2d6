/** What an entry of the XML API would be in REST: the guide's table, with the values of the request. */

import { meetingId } from '../../migration/conversions.ts';
import { exampleCall, type IdOf } from '../../migration/example-call.ts';
import type { Migration } from '../../migration/migration.ts';
import { migrationOf } from '../../migration/migrations.ts';
import type { Body } from '../../request-log/entry.ts';
import type { RestIds } from '../../rest-ids.ts';
import type { XmlElement } from '../../xml/element.ts';
import { NotReadable, readXml } from '../../xml/reader.ts';
import type { LogInRest } from './log-data.ts';

/** A message has few operations; a log page needs no more of them. */
const MOST_OPERATIONS = 20;

/**
 * One for each operation of the message, in its order; nothing of what is no operation of ours.
 * @param operations as the log names them, with commas between
 * @param idOf as `idsOfSite` makes it
 * @param request the message, secrets masked, where it was kept whole
 */
export function inRest(operations: string | undefined, request: Body | undefined, idOf: IdOf): LogInRest[] {
  const contents = request && request.cutFrom === undefined ? contentsOf(request) : [];
  const names = (operations ?? '').split(',').map((name) => name.trim());
  return names.slice(0, MOST_OPERATIONS).flatMap((name, at) => {
    const row = migrationOf(name);
    const content = contents[at];
    return row ? [toldOf(row, content && isOf(row, content) ? content : undefined, idOf)] : [];
  });
}

/** Of a meeting the id follows from its key; whether there is such a meeting does not matter. */
export function idsOfSite(ids: RestIds, site: number): IdOf {
  return (conversion, text) => {
    const key = text.replaceAll(' ', '');
    return conversion === meetingId && /^\d{1,12}$/.test(key) ? ids.series(site, Number(key)) : undefined;
  };
}

function toldOf(
  { service, operation, ways, without }: Migration,
  content: XmlElement | undefined,
  idOf: IdOf,
): LogInRest {
  return {
    operation: `${service}.${operation}`,
    calls: ways.map((way) => ({
      ...exampleCall(way, (xml) => (content ? textAt(content, xml) : undefined), idOf),
      ...(way.when !== undefined && { when: way.when }),
    })),
    ...(without !== undefined && { without }),
  };
}

function contentsOf({ text, contentType }: Body): XmlElement[] {
  try {
    const { root } = readXml(Buffer.from(text), { contentType: contentType.replace(/;.*/, '') });
    return root.children
      .filter(({ name }) => name === 'body')
      .flatMap(({ children }) => children.filter(({ name }) => name === 'bodyContent'));
  } catch (error) {
    // What was no XML was refused, and stands in the log all the same.
    if (error instanceof NotReadable) return [];
    throw error;
  }
}

/** Guards against a message whose operations are not those that the log has counted. */
function isOf({ operation }: Migration, { attributes }: XmlElement): boolean {
  const type = Object.entries(attributes).find(([name]) => name.replace(/^.*:/, '') === 'type')?.[1] ?? '';
  return type.toLowerCase().endsWith(operation.toLowerCase());
}

function textAt(from: XmlElement, way: string): string | undefined {
  let at: XmlElement | undefined = from;
  for (const name of way.split('/')) at = at?.children.find((child) => child.name === name);
  const text = at?.text.trim();
  return text === '' ? undefined : text;
}
