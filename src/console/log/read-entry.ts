import type { Context } from '../../context.ts';
import { diagnose, type Surroundings } from '../../request-log/diagnosis/diagnose.ts';
import type { EntryDetail } from '../../request-log/entry.ts';
import { bodyIn, detailOf, type EntryRow } from '../../request-log/log-row.ts';
import { openRestIds } from '../../rest-ids.ts';
import { readsSite } from '../api/console-access.ts';
import { type ApiCall, endpoint } from '../api/endpoint.ts';
import { idsOfSite, inRest } from './in-rest.ts';
import type { LogEntry } from './log-data.ts';
import { repeatOf } from './repeatable.ts';
import { seenEntry } from './seen-entry.ts';
import { linesOf } from './shown-entries.ts';

export const readEntry = endpoint({
  method: 'GET',
  path: 'log/:entry',
  summary:
    'Tells an entry of the request log, by its number or by a request id (X-Request-ID): what was tolerated, why it was refused and how that is mended, and the bodies where the site keeps them.',
  may: readsSite,
  async run(call, { params }): Promise<LogEntry> {
    const { row, isReduced } = await seenEntry(call, params.entry);
    const detail = isReduced ? reducedDetail(detailOf(row)) : detailOf(row);
    const [line] = await linesOf([row], call.context);
    if (!line) throw new Error('an entry has a line');
    const { tolerated = [], refusals = [], tried, dropped } = detail;
    const around = await surroundings(call, row, detail);
    const [request, response] = [bodyIn(row.request), bodyIn(row.response)];
    return {
      ...line,
      ...present('method', detail.method),
      ...present('target', detail.target),
      ...present('userAgent', detail.userAgent),
      ...(tried && {
        tried: { ...present('site', tried.site), ...present('webExID', tried.webExID) },
      }),
      tolerated,
      why: refusals.map((facts) => diagnose(facts, around)),
      ...(request && { request: { ...request, ...present('cutFrom', request.cutFrom) } }),
      ...(response && { response: { ...response, ...present('cutFrom', response.cutFrom) } }),
      ...present('repeats', detail.repeats),
      repeat: repeatOf(row, detail),
      ...(dropped && { dropped }),
      ...present('mail', detail.mail),
      ...(row.face === 'xml' && {
        inRest: inRest(
          row.operation ?? undefined,
          request,
          idsOfSite(openRestIds(call.context.idKey), row.site),
        ),
      }),
    };
  },
});

function present<N extends string, T>(name: N, value: T | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { readonly [K in N]?: T };
}

/** Without whatever tells of the caller. */
function reducedDetail({ tried, userAgent: _agent, target: _target, ...detail }: EntryDetail): EntryDetail {
  return { ...detail, ...(tried && { tried: { site: tried.site } }) };
}

/** What is looked up when somebody reads: names of other sites are for owners, and accounts for those of their site. */
async function surroundings(
  { context, isOwner, site }: ApiCall,
  row: EntryRow,
  { tried = {} }: EntryDetail,
): Promise<Surroundings> {
  return {
    tried,
    reason: row.reason ?? undefined,
    siteNames: isOwner ? await context.sites.names() : [site.siteName],
    hasAccount: await hasAccount(context, row.site, tried.webExID),
  };
}

async function hasAccount(
  { sites, accounts }: Context,
  siteNumber: number,
  webExID: string | undefined,
): Promise<boolean | undefined> {
  const site = siteNumber === 0 || webExID === undefined ? undefined : await sites.byId(siteNumber);
  if (!site || webExID === undefined) return undefined;
  return (await accounts.find(site, webExID)) !== undefined;
}
