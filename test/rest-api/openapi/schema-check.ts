/** Holds bodies against the schemas of the OpenAPI document, by a validator that others wrote. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ENDPOINTS } from '../../../src/rest-api/endpoints.ts';
import { type OpenApi, openApi } from '../../../src/rest-api/openapi/document.ts';

export interface Bodies {
  /** @param path as the document has it: `/meetings/{meetingId}` @returns what is wrong, in words */
  request(method: string, path: string, body: unknown): string[];
  /** An answer of a status that the document does not know is wrong, too. */
  answer(method: string, path: string, status: number, body: unknown): string[];
}

const BASE = 'https://openapi.example/document';

export function bodiesOf(document: OpenApi): Bodies {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: BASE, ...document } as unknown as object);
  const compiled = new Map<string, ValidateFunction | undefined>();

  const check = (way: readonly string[], body: unknown): string[] => {
    const pointer = `#/${way.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${BASE}${pointer}` });
    compiled.set(pointer, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
  };

  const contentOf = (way: readonly string[]): readonly string[] | undefined => {
    let at: unknown = document;
    const walked: string[] = [];
    for (const part of way) {
      at = (at as Record<string, unknown> | undefined)?.[part];
      walked.push(part);
      const { $ref } = (at ?? {}) as { $ref?: string };
      if ($ref !== undefined) return [...$ref.slice(2).split('/'), 'content', 'application/json', 'schema'];
    }
    const { content } = (at ?? {}) as { content?: Record<string, { schema?: unknown }> };
    return content?.['application/json']?.schema === undefined
      ? undefined
      : [...walked, 'content', 'application/json', 'schema'];
  };

  return {
    request(method, path, body) {
      const schema = contentOf(['paths', path, method.toLowerCase(), 'requestBody']);
      return schema ? check(schema, body) : ['the document has no body there'];
    },
    answer(method, path, status, body) {
      const { responses } = document.paths[path]?.[method.toLowerCase()] ?? {};
      if (!responses) return [`the document has no ${method} ${path}`];
      const told = String(status) in responses ? String(status) : 'default';
      if (told === 'default' && status < 400) return [`the document has no ${status} of ${method} ${path}`];
      const schema = contentOf(['paths', path, method.toLowerCase(), 'responses', told]);
      if (schema) return body === undefined ? ['there is no body'] : check(schema, body);
      return body === undefined || told !== 'default' ? [] : ['the document has no body there'];
    },
  };
}

let ours: Bodies | undefined;

/** By the document of this server. */
export function ourBodies(): Bodies {
  ours ??= bodiesOf(openApi(ENDPOINTS, '1.0.0', 'https://meet.example.com'));
  return ours;
}
