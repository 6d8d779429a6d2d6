/** A message of the XML API as text: where its credentials and its content stand. */
import { addChild, applied, setText, type TextChange } from './xml-edit.ts';
import { readXmlText, type TextElement, textIn } from './xml-text.ts';

/** Elements of the security context that the form knows. */
export type Credential = 'siteName' | 'webExID' | 'password';

const CONTEXT_ORDER = ['siteName', 'siteID', 'webExID', 'password', 'partnerID', 'email', 'sessionTicket'];

export function childOf(element: TextElement | undefined, name: string): TextElement | undefined {
  return element?.children.find((child) => child.name.toLowerCase() === name.toLowerCase());
}

/** The content that the form shows: the first one. */
export function bodyContentOf(root: TextElement): TextElement | undefined {
  return childOf(childOf(root, 'body'), 'bodyContent');
}

/** The service and the name of the operation that the content names: `user` and `GetUser`. */
export function operationOf(content: TextElement | undefined): { service: string; name: string } | undefined {
  const type = content?.attributes.find(({ name }) => /(?:^|:)type$/.test(name))?.value.trim() ?? '';
  const [, path = ''] = /^(?:java:)?(?:com\.webex\.service\.binding\.)?([\w.]+)$/i.exec(type) ?? [];
  const dot = path.lastIndexOf('.');
  return dot > 0 ? { service: path.slice(0, dot), name: path.slice(dot + 1) } : undefined;
}

export function credential(text: string, root: TextElement, name: Credential): string {
  const element = childOf(childOf(childOf(root, 'header'), 'securityContext'), name);
  return element ? textIn(text, element) : '';
}

/** Writes it where it belongs, with what is missing around it. */
export function setCredential(text: string, root: TextElement, name: Credential, value: string): TextChange {
  const header = childOf(root, 'header');
  if (!header) return addChild(text, root, 'header', '', ['header', 'body']);
  const context = childOf(header, 'securityContext');
  if (!context) return addChild(text, header, 'securityContext', '', ['securityContext']);
  const element = childOf(context, name);
  return element ? setText(text, element, value) : addChild(text, context, name, '', CONTEXT_ORDER);
}

/** The text with the credential in it; the same text where it is no message. */
export function withCredential(text: string, name: Credential, value: string): string {
  let changed = text;
  try {
    // What is missing around it comes first: the header, the context, the element; then its text.
    for (let step = 0; step < 4; step += 1) {
      const root = readXmlText(changed);
      if (credential(changed, root, name) === value && hasCredential(root, name)) break;
      changed = applied(changed, setCredential(changed, root, name, value));
    }
  } catch {
    return text;
  }
  return changed;
}

function hasCredential(root: TextElement, name: Credential): boolean {
  return childOf(childOf(childOf(root, 'header'), 'securityContext'), name) !== undefined;
}
