/**
 * The operations as the test tool tells them: who may call each, what its request holds and means, and a sample. It is
 * loaded where somebody asks, and keeps nothing.
 */
import type { ElementOutline } from '../xml/element-outline.ts';
import { outlineOf } from '../xml/outline.ts';
import { meaningOf } from './meanings/meaning.ts';
import type { AnyOperation } from './operation.ts';
import { OPERATIONS } from './operations.ts';
import { type SampleCaller, sampleMessage } from './sample-message.ts';

/** One line of the list. */
export interface OperationLine {
  readonly service: string;
  readonly name: string;
  readonly summary: string;
  /** Who may call it, in words. */
  readonly may: string;
}

export interface OperationOutline extends OperationLine {
  /** The value of `xsi:type`. */
  readonly type: string;
  readonly level?: string;
  /** Whose credentials it takes: none, the name of the site alone, or those of an account. */
  readonly needs: AnyOperation['may']['needs'];
  /** The page of the manual. */
  readonly manual: string;
  /** A whole message. */
  readonly sample: string;
  readonly request: readonly ElementOutline[];
}

export function operationLines(): OperationLine[] {
  return OPERATIONS.map(line).sort((a, b) => compare(a.service, b.service) || compare(a.name, b.name));
}

/** Nothing when there is no such operation; names are read in any case. */
export function operationOutline(
  serviceName: string,
  operationName: string,
  caller: SampleCaller,
): OperationOutline | undefined {
  const found = OPERATIONS.find(
    ({ service, name }) => isSame(service.name, serviceName) && isSame(name, operationName),
  );
  if (!found) return undefined;
  const { service, name, level, may, request, meanings = {} } = found;
  const meaning = (type: string, way: string) =>
    (type.endsWith(`:${request.name}`) ? meanings[way] : undefined) ?? meaningOf(type, way);
  return {
    ...line(found),
    type: `java:com.webex.service.binding.${service.name}.${name}`,
    ...(level !== undefined && { level }),
    needs: may.needs,
    manual: `docs/reference/operations/${service.name}.${name}.md`,
    sample: sampleMessage(found, caller),
    request: outlineOf(request, service.namespace, meaning),
  };
}

function line({ service, name, summary, may }: AnyOperation): OperationLine {
  return { service: service.name, name, summary, may: may.words };
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
