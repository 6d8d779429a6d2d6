import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

/** The XSD files that a server serves, compiled once by libxml2: every answer is held against them. */

/** Where the files stand in libxml2's eyes, so that their imports are found. */
const VIRTUAL = 'parlance:/schemas/';

/** @throws XmlParseError, XmlValidateError */
export type Validate = (xml: string) => void;

let compiled: Promise<Validate> | undefined;

/** @param url of a server; all servers of a process serve the same files, which are fetched once */
export function schemaValidator(url: string): Promise<Validate> {
  compiled ??= compile(url).catch((error: unknown) => {
    // One server that fails is not the fault of the next.
    compiled = undefined;
    throw error;
  });
  return compiled;
}

async function compile(url: string): Promise<Validate> {
  const files: Record<string, Uint8Array> = {};
  await collect(`${url}/schemas/9.0.0/`, 'index.xsd', files);
  xmlRegisterInputProvider(new XmlBufferInputProvider(files));
  const index = files[`${VIRTUAL}index.xsd`];
  if (!index) throw new Error('the server serves no index.xsd');
  using schema = XmlDocument.fromBuffer(index, { url: `${VIRTUAL}index.xsd` });
  const validator = XsdValidator.fromDoc(schema);
  return (xml) => {
    using document = XmlDocument.fromString(xml, { option: ParseOption.XML_PARSE_NO_XXE });
    validator.validate(document);
  };
}

/** A file and all that it imports. */
async function collect(folder: string, path: string, files: Record<string, Uint8Array>): Promise<void> {
  const name = VIRTUAL + path;
  if (files[name]) return;
  const answer = await fetch(folder + path);
  if (answer.status !== 200) throw new Error(`${folder}${path}: ${answer.status}`);
  const text = await answer.text();
  files[name] = Buffer.from(text);
  for (const [, location] of text.matchAll(/schemaLocation="([^"]+)"/g)) {
    const base = new URL(path, 'http://schemas/');
    await collect(folder, new URL(location ?? '', base).pathname.slice(1), files);
  }
}
