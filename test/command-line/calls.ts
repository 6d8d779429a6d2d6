import { DEMO_PASSWORD } from '../../src/demo.ts';
import { bodyContent, type Caller, message } from '../support/site.ts';

/** Calls of the XML API at a server of another process. */

export const ADMIN = { siteName: 'acme', webExID: 'admin', password: DEMO_PASSWORD };

/** The text of the answer. */
export async function call(url: string, type: string, content = '', caller: Caller = ADMIN): Promise<string> {
  const answer = await fetch(`${url}/WBXService/XMLService`, {
    method: 'POST',
    body: message(bodyContent(type, content), caller),
  });
  return answer.text();
}

export function newUser(webExId: string, password?: string): string {
  return (
    `<firstName>Nina</firstName><lastName>New</lastName><webExId>${webExId}</webExId>` +
    `<email>${webExId}@acme.com</email>${password === undefined ? '' : `<password>${password}</password>`}`
  );
}

export async function hasUser(url: string, webExId: string, caller: Caller = ADMIN): Promise<boolean> {
  return isSuccess(await call(url, 'user.GetUser', `<webExId>${webExId}</webExId>`, caller));
}

export function isSuccess(answer: string): boolean {
  return answer.includes('<serv:result>SUCCESS</serv:result>');
}

/** The text of the first element of that name, whatever its prefix. */
export function textIn(answer: string, element: string): string | undefined {
  return new RegExp(`<(?:\\w+:)?${element}>([^<]*)</`).exec(answer)?.[1];
}
