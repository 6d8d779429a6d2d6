import type { TestSite } from '../../support/site.ts';

/** The number of the last entry of the request log, with all that was noted before. */
export async function newestOf({ context }: TestSite): Promise<number> {
  await context.requestLog.flush();
  return context.requestLog.newest();
}
