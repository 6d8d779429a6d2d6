/** LstsummaryProgram: the programs of the site. */
import { programsFor } from '../../policies/program.ts';
import { NoRecordFound } from '../../refusal.ts';
import { PROGRAM_ORDERS } from '../../sessions/programs/programs.ts';
import { complex, long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { eventService } from '../service.ts';
import {
  lstControlType,
  matchingRecords,
  matchingRecordsType,
  orderFields,
  orderOf,
  pageOf,
} from '../types/list.ts';
import { event } from '../types/namespaces.ts';
import { listingType } from './event-type.ts';

const programSummaryType = complex(event, 'programSummaryType', {
  programID: long(),
  programName: text(),
  hostWebExID: text(),
  expectedEnrollment: optional(text()),
  budget: optional(text()),
  status: optional(listingType),
  programURL: optional(text()),
  afterEnrollmentURL: optional(text()),
});

export const lstSummaryProgram = operation({
  service: eventService,
  name: 'LstsummaryProgram',
  level: '5.5',
  summary:
    'Lists the programs of the site: all of them for administrators, for others their own and what is listed.',
  may: anyAccount,
  throttled: 'meetingLists',
  refuses: [NoRecordFound],
  request: body(eventService, 'lstsummaryProgram', {
    listControl: optional(lstControlType),
    order: optional(complex(event, 'programOrderType', orderFields)),
    programID: optional(long()),
  }),
  response: body(eventService, 'lstsummaryProgramResponse', {
    matchingRecords: optional(matchingRecordsType),
    program: many(programSummaryType),
  }),
  async run({ site, account, hint, app: { programs, links } }, request) {
    const page = pageOf(request.listControl, hint);
    const order = orderOf(request.order, PROGRAM_ORDERS, hint);
    const search = { ...programsFor(account), programID: request.programID };
    const found = await programs.search(site, search, { ...page, order });
    return {
      matchingRecords: matchingRecords(found.total, found.programs.length, page),
      program: found.programs.map((one) => ({
        programID: one.id,
        programName: one.name,
        hostWebExID: one.hostWebExID,
        expectedEnrollment: one.expectedEnrollment,
        budget: one.budget,
        status: one.listStatus,
        programURL: links.program(site, one.token),
        afterEnrollmentURL: one.afterEnrollmentURL,
      })),
    };
  },
});
