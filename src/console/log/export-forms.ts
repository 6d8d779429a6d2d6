/** Entries as a file: for programs, for tools that read HTTP, and for spreadsheets. */
import { stringify } from 'csv-stringify/sync';
import type { Body } from '../../request-log/entry.ts';
import type { ExportedEntry } from './exported-entries.ts';

export interface ExportForm {
  readonly mediaType: string;
  /** @param url where the installation is reached, without a slash at the end */
  text(entries: AsyncIterable<ExportedEntry>, url: string): AsyncIterable<string>;
}

export const asNdjson: ExportForm = {
  mediaType: 'application/x-ndjson; charset=utf-8',
  async *text(entries) {
    for await (const { line, detail, request, response } of entries) {
      yield `${JSON.stringify({ ...line, time: new Date(line.at).toISOString(), ...detail, request, response })}\n`;
    }
  },
};

const COLUMNS = [
  'time',
  'id',
  'face',
  'operation',
  'site',
  'caller',
  'address',
  'result',
  'reason',
  'exceptionID',
  'httpStatus',
  'ms',
  'bytesIn',
  'bytesOut',
  'hints',
] as const;

/** A spreadsheet takes a cell that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

export const asCsv: ExportForm = {
  mediaType: 'text/csv; charset=utf-8',
  async *text(entries) {
    yield `\ufeff${stringify([COLUMNS], { record_delimiter: 'windows' })}`;
    for await (const { line } of entries) {
      const values = { ...line, time: new Date(line.at).toISOString() };
      const cells = COLUMNS.map((column) => {
        const text = String(values[column] ?? '');
        return FORMULA.test(text) ? `'${text}` : text;
      });
      yield stringify([cells], { record_delimiter: 'windows' });
    }
  },
};

/** What came by HTTP; mails have no place in an archive of HTTP. */
export const asHar: ExportForm = {
  mediaType: 'application/json; charset=utf-8',
  async *text(entries, url) {
    yield '{"log":{"version":"1.2","creator":{"name":"Parlance","version":"1"},"entries":[';
    let comma = '';
    for await (const entry of entries) {
      if (entry.line.face === 'mail' || entry.line.face === 'log') continue;
      yield comma + JSON.stringify(harEntry(entry, url));
      comma = ',\n';
    }
    yield ']}}\n';
  },
};

function harEntry({ line, detail, request, response }: ExportedEntry, url: string): object {
  const { method = 'POST', target = '/WBXService/XMLService', userAgent } = detail;
  const address = URL.parse(target, `${url}/`);
  const status = line.httpStatus ?? 0;
  return {
    startedDateTime: new Date(line.at).toISOString(),
    time: line.ms,
    request: {
      method,
      url: address?.href ?? url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: userAgent === undefined ? [] : [{ name: 'User-Agent', value: userAgent }],
      queryString: [...(address?.searchParams ?? [])].map(([name, value]) => ({ name, value })),
      headersSize: -1,
      bodySize: line.bytesIn,
      ...(request && { postData: { mimeType: request.contentType, text: request.text, ...cut(request) } }),
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [{ name: 'X-Request-ID', value: line.id }],
      content: {
        size: line.bytesOut,
        mimeType: response?.contentType ?? '',
        ...(response && { text: response.text, ...cut(response) }),
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: line.bytesOut,
    },
    cache: {},
    timings: { send: 0, wait: line.ms, receive: 0 },
    ...(line.address !== undefined && { _clientAddress: line.address }),
    _operation: line.operation,
    _result: line.result,
    ...(line.reason !== undefined && { _reason: line.reason }),
  };
}

function cut({ cutFrom }: Body): object {
  return cutFrom === undefined ? {} : { comment: `the beginning of ${cutFrom} bytes` };
}
