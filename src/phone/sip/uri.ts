/** SIP addresses (RFC 3261, section 19.1) and telephone numbers as addresses (RFC 3966). */

export interface SipUri {
  readonly scheme: 'sip' | 'sips' | 'tel';
  /** Decoded; empty where there is none. A `tel:` address has its number here. */
  readonly user: string;
  /** In small letters, an IPv6 address without its brackets; empty for `tel:`. */
  readonly host: string;
  readonly port: number | undefined;
  readonly parameters: ReadonlyMap<string, string>;
}

const SIP =
  /^(sips?):(?:([^@<>"\s]*)@)?(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?((?:;[^?\s]*)?)(?:\?\S*)?$/i;
const TEL = /^tel:(\+?[0-9a-f*#().-]+)((?:;\S*)?)$/i;

/** Nothing when it cannot be read. */
export function sipUri(text: string): SipUri | undefined {
  const tel = TEL.exec(text);
  if (tel) {
    const [, number = '', parameters = ''] = tel;
    return { scheme: 'tel', user: number, host: '', port: undefined, parameters: parametersOf(parameters) };
  }
  const [, scheme, user = '', host = '', port, parameters = ''] = SIP.exec(text) ?? [];
  if (scheme === undefined || Number(port ?? 0) > 65_535) return undefined;
  const decoded = decodedUser(user);
  if (decoded === undefined) return undefined;
  return {
    scheme: scheme.toLowerCase() === 'sips' ? 'sips' : 'sip',
    user: decoded,
    host: host.replace(/^\[|\]$/g, '').toLowerCase(),
    port: port === undefined ? undefined : Number(port),
    parameters: parametersOf(parameters),
  };
}

/** Without a password, and without what a number in it has for parameters. */
function decodedUser(user: string): string | undefined {
  const [name = ''] = user.split(/[:;]/);
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

/** `;a=1;b` by name, in small letters; the first of a name counts. Quotation marks around a value are taken off. */
export function parametersOf(text: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(
    /;\s*([^=;\s]+)(?:\s*=\s*("(?:\\.|[^"\\])*"|[^;\s]*))?/g,
  )) {
    const own = name.toLowerCase();
    if (!parameters.has(own)) parameters.set(own, value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1'));
  }
  return parameters;
}

/** An address as a header has it: `"A. Bell" <sip:bell@example.com>;tag=1`. */
export interface NamedAddress {
  readonly display: string;
  /** As it is written. */
  readonly uri: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const NAMED = /^\s*(?:"((?:\\.|[^"\\])*)"|([^"<]*?))\s*<([^<>\s]+)>\s*((?:;.*)?)$/s;
/** Without brackets, parameters are those of the header. */
const BARE = /^\s*([^<>"\s;]+)\s*((?:;.*)?)$/s;

/** Nothing when it cannot be read. */
export function namedAddress(value: string): NamedAddress | undefined {
  const named = NAMED.exec(value);
  if (named) {
    const [, quoted, word = '', uri = '', parameters = ''] = named;
    const display = quoted === undefined ? word : quoted.replace(/\\(.)/g, '$1');
    return { display, uri, parameters: parametersOf(parameters) };
  }
  const [, uri, parameters = ''] = BARE.exec(value) ?? [];
  return uri === undefined ? undefined : { display: '', uri, parameters: parametersOf(parameters) };
}

/** What a header lists with commas, but not those within quotation marks or brackets. */
export function listed(value: string): string[] {
  return [...value.matchAll(/(?:"(?:\\.|[^"\\])*"|<[^>]*>|[^,"<])+/g)]
    .map(([entry]) => entry.trim())
    .filter(Boolean);
}
