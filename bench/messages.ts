/** The messages of the benchmarks, in the form that was recorded (2016-07), to the sites of the demo. */
import { DEMO_PASSWORD } from '../src/demo.ts';
import { PATH } from './load.ts';
import type { RecordedAnswer } from './servers/answer.ts';

/** Elements of the security context, in their order. */
export type Caller = Readonly<Record<string, string>>;

export const HOST: Caller = { webExID: 'hostid', password: DEMO_PASSWORD, siteName: 'acme' };

/** The administrator of a site: one with single sign-on takes accounts without a password. */
export function adminOf(siteName: string): Caller {
  return { webExID: 'admin', password: DEMO_PASSWORD, siteName };
}

/** @param operation with its service, such as `user.GetUser` */
export function message(caller: Caller, operation: string, content: string): string {
  const securityContext = Object.entries(caller).map(([name, value]) => `    <${name}>${value}</${name}>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.webex.com/schemas/2002/06/service"><header>
  <securityContext>
${securityContext.join('')}  </securityContext>
</header>
<body><bodyContent xsi:type="java:com.webex.service.binding.${operation}">${content}</bodyContent></body></serv:message>
`;
}

/** The same host with a session ticket in place of the password. */
export async function withTicket(url: string, caller: Caller): Promise<Caller> {
  const { body } = await post(url, message(caller, 'user.AuthenticateUser', ''));
  const sessionTicket = /<use:sessionTicket>(.+)<\/use:sessionTicket>/.exec(body)?.[1];
  if (sessionTicket === undefined) throw new Error(`no session ticket:\n${body}`);
  const { password: _, ...others } = caller;
  return { ...others, sessionTicket };
}

/** One call; the answer without the headers that node:http adds by itself. */
export async function post(url: string, text: string): Promise<RecordedAnswer> {
  const response = await fetch(url + PATH, { method: 'POST', body: text });
  const headers = [...response.headers].filter(([name]) => !OF_NODE.has(name));
  return { headers: Object.fromEntries(headers), body: await response.text() };
}

const OF_NODE: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive']);
