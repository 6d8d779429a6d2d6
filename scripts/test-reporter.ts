/** The runner's own report, and before its last lines what was skipped: which parts could not be had, and why. */
import { spec } from 'node:test/reporters';

interface TestEvent {
  readonly type: string;
  readonly data: {
    readonly name?: string;
    readonly file?: string;
    readonly nesting?: number;
    readonly message?: string;
    readonly skip?: string | boolean;
  };
}

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const inner = new spec();
  const skipped = new Map<string, string[]>();
  let told = false;
  for await (const event of events) {
    const { type, data } = event;
    if (type === 'test:pass' && data.skip !== undefined && data.skip !== false) {
      const why = typeof data.skip === 'string' && data.skip !== '' ? data.skip : 'no reason given';
      skipped.set(why, [...(skipped.get(why) ?? []), data.name ?? 'a test']);
    }
    if (!told && type === 'test:diagnostic' && /^tests \d/.test(data.message ?? '')) {
      told = true;
      yield summary(skipped);
    }
    inner.write(event);
    yield* written(inner);
  }
  inner.end();
  for await (const chunk of inner) yield String(chunk);
}

/** What the runner has formatted so far. */
function* written(inner: InstanceType<typeof spec>): Generator<string> {
  for (let chunk = inner.read(); chunk !== null; chunk = inner.read()) yield String(chunk);
}

function summary(skipped: ReadonlyMap<string, readonly string[]>): string {
  if (skipped.size === 0) return '\nNothing was skipped.\n';
  const parts = [...skipped].map(([why, names]) => `  ${names.join(', ')}\n    ${why}\n`);
  return `\nSkipped, because it could not be had here:\n${parts.join('')}`;
}
