/**
 * What a new demo answers to the samples of the reference, in its order. Time stands still, and what is drawn at
 * random follows from a count, so that the answers are the same on every machine.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContext } from '../../src/context.ts';
import { openDatabase } from '../../src/database/database.ts';
import { DEMO_SITES, foundDemo } from '../../src/demo.ts';
import { scheduleDemoMeetings } from '../../src/demo-meetings.ts';
import { foundSamples, holdOfficeHours } from '../../src/demo-samples.ts';
import { openLog } from '../../src/log.ts';
import type { Random } from '../../src/random.ts';
import { presenterOnDemand } from '../../src/rest-api/webhooks/presenter-on-demand.ts';
import { defaultSettings } from '../../src/settings.ts';
import type { XmlElement } from '../../src/xml/element.ts';
import { escapeText } from '../../src/xml/encoder.ts';
import { readXml } from '../../src/xml/reader.ts';
import { dispatcher } from '../../src/xml-api/dispatch.ts';
import { webexEnvelope } from '../../src/xml-api/envelopes/webex.ts';
import { EXCEPTIONS } from '../../src/xml-api/exceptions/catalogue.ts';
import type { AnyOperation } from '../../src/xml-api/operation.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import { compile } from '../../src/xml-api/registry.ts';
import { sampleMessage } from '../../src/xml-api/sample-message.ts';
import { CALLER, inOrder } from './services.ts';

const URL_OF_DEMO = 'http://127.0.0.1:8080';
const NOW = Date.UTC(2027, 4, 3, 9, 30);

/**
 * By operation, laid out on lines.
 * @throws Error when a sample fails
 */
export async function sampleAnswers(): Promise<Map<AnyOperation, string>> {
  const log = openLog('silent', { write: () => {} });
  const data = await mkdtemp(join(tmpdir(), 'parlance-samples-'));
  const database = await openDatabase('sqlite::memory:');
  const context = openContext({
    settings: defaultSettings({ data }),
    database,
    secret: Buffer.from('the key of the manual'),
    log,
    publicUrl: () => URL_OF_DEMO,
    webhookPresenter: presenterOnDemand,
    clock: { now: () => NOW },
    random: counted(),
  });
  try {
    await foundDemo(context);
    await scheduleDemoMeetings(
      context,
      DEMO_SITES.map(({ siteName }) => siteName),
    );
    await foundSamples(context);
    const close = await holdOfficeHours(context);
    const dispatch = dispatcher(compile(OPERATIONS, webexEnvelope), context);
    const answers = new Map<AnyOperation, string>();
    for (const operation of inOrder()) {
      const { body, trace } = await dispatch(Buffer.from(sampleMessage(operation, CALLER)), undefined);
      const [failure] = trace.failures;
      const isEmpty = operation.isEmptyOnDemo && failure?.exceptionID === EXCEPTIONS.noRecordFound.id;
      if (failure && !isEmpty)
        throw new Error(`the sample of ${operation.name} fails: ${JSON.stringify(failure)}`);
      answers.set(operation, laidOut(body));
    }
    close();
    return answers;
  } finally {
    await database.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** Nothing here is a secret, and everything is the same again. */
function counted(): Random {
  let count = 0;
  const bytes = (length: number): Buffer => {
    const drawn: Buffer[] = [];
    for (let have = 0; have < length; have += 32) {
      count += 1;
      drawn.push(createHash('sha256').update(String(count)).digest());
    }
    return Buffer.concat(drawn).subarray(0, length);
  };
  return {
    bytes,
    digits: (length) => 10 ** (length - 1) + (bytes(6).readUIntBE(0, 6) % (9 * 10 ** (length - 1))),
    uuid: () => {
      const hex = bytes(16).toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
  };
}

/** The answer with an element a line; in one line it is hard to read. */
function laidOut(body: string | Buffer): string {
  const { root } = readXml(Buffer.from(body));
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...lines(root)].join('\n');
}

function lines(element: XmlElement): string[] {
  const { children, text } = element;
  const name = element.prefix === '' ? element.name : `${element.prefix}:${element.name}`;
  const attributes = Object.entries(element.attributes).map(([key, value]) => ` ${key}="${value}"`);
  const open = `<${name}${attributes.join('')}`;
  if (children.length > 0) {
    return [`${open}>`, ...children.flatMap(lines).map((line) => `  ${line}`), `</${name}>`];
  }
  return [text === '' ? `${open}/>` : `${open}>${escapeText(text)}</${name}>`];
}
