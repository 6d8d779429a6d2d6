/**
 * getNBRXmlForReport and getSCXmlReport: a meeting for whoever makes reports, by a key in the place of a ticket. What the
 * original service takes for one is not known. Ours is the `reportKey` that getMeetingXml tells with a meeting: it opens
 * that meeting alone, so that a program may have it that is to know no administrator's password. A ticket opens it, too.
 */
import type { ServiceType } from '../../sites/service-type.ts';
import type { Site } from '../../sites/site.ts';
import { type NbrCall, nbrOperation } from '../nbr-operation.ts';
import { long, text } from '../nbr-parameters.ts';
import { meetingOf } from './meeting-of.ts';
import { meetingDocument } from './nbr-meeting-document.ts';

const parameters = { siteId: long, confId: long, hashKey: text };

interface Wanted {
  readonly siteId: number;
  readonly confId: number;
  readonly hashKey: string;
}

export const getNbrXmlForReport = nbrOperation({
  service: 'nbrXmlService',
  name: 'getNBRXmlForReport',
  parameters,
  returns: 'document',
  run: (call, values) => report(call, values, undefined),
});

export const getScXmlReport = nbrOperation({
  service: 'nbrXmlService',
  name: 'getSCXmlReport',
  parameters,
  returns: 'document',
  run: (call, values) => report(call, values, 'SupportCenter'),
});

async function report(call: NbrCall, values: Wanted, service: ServiceType | undefined): Promise<string> {
  const site = await siteFor(call, values);
  return meetingDocument(await meetingOf(call.app, site, service, values.confId));
}

async function siteFor({ caller }: NbrCall, { siteId, confId, hashKey }: Wanted): Promise<Site> {
  const byKey = await caller.byReportKey(siteId, confId, hashKey, 'meetingLists');
  return byKey ?? (await caller.byTicket(siteId, hashKey, 'meetingLists')).site;
}
