/** A whole sample request of an operation: what the manual prints and a test tool starts from. */
import { escapeText } from '../xml/encoder.ts';
import { sampleContent } from '../xml/sample.ts';
import type { AnyOperation } from './operation.ts';

/** Whom the sample comes from, in the order of the elements; what the operation does not need is left out. */
export interface SampleCaller {
  readonly siteName: string;
  readonly webExID: string;
  readonly password: string;
}

export function sampleMessage(
  { service, name, request, may, samples }: AnyOperation,
  { siteName, webExID, password }: SampleCaller,
): string {
  const context = {
    ...(may.needs === 'nothing' ? {} : { siteName }),
    ...(may.needs === 'account' || may.needs === 'credentials' ? { webExID, password } : {}),
  };
  const content = sampleContent(request, service.namespace, '      ', samples);
  const type = `java:com.webex.service.binding.${service.name}.${name}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n',
    header(context),
    '  <body>\n',
    content === ''
      ? `    <bodyContent xsi:type="${type}"/>\n`
      : `    <bodyContent xsi:type="${type}">\n${content}    </bodyContent>\n`,
    '  </body>\n</serv:message>\n',
  ].join('');
}

function header(context: Readonly<Record<string, string>>): string {
  const elements = Object.entries(context).map(
    ([name, value]) => `      <${name}>${escapeText(value)}</${name}>\n`,
  );
  if (elements.length === 0) return '';
  return `  <header>\n    <securityContext>\n${elements.join('')}    </securityContext>\n  </header>\n`;
}
