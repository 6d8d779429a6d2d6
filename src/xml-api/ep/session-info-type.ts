/** What GetSessionInfo answers (ep.xsd; order and additions as the seeds show them). */
import { DELIVERIES, TEST_STATUSES } from '../../exams/test.ts';
import { TELEPHONY_SUPPORTS } from '../../sessions/documents/telephony.ts';
import {
  bool,
  complex,
  enumeration,
  extension,
  group,
  integer,
  long,
  many,
  optional,
  text,
} from '../../xml/schema.ts';
import { bodyContentType } from '../types/body.ts';
import { serviceTypeType } from '../types/common.ts';
import { ep, serv } from '../types/namespaces.ts';
import { globalCallInNumType } from '../types/service-types.ts';
import { listingType } from '../types/session/listing.ts';

export const telephonySupportType = enumeration(ep, 'telephonySupportType', TELEPHONY_SUPPORTS);

/** The numbers, the backup among them, as this answer has them. */
const sessionCallInNumType = complex(serv, 'sessionCallInNumType', {
  tollNum: optional(text()),
  tollFreeNum: optional(text()),
  intlLocalNum: optional(text()),
  globalNum: many(globalCallInNumType),
  backupTollNum: optional(text()),
});

export const sessionInfoResponse = extension(ep, 'getSessionInfoResponse', bodyContentType, {
  status: optional(text()),
  isLocked: optional(bool()),
  presenter: many(text()),
  panelistsInfo: optional(text()),
  programName: optional(text()),
  sessionkey: long(),
  confID: long(),
  verifyFlashMediaURL: optional(text()),
  verifyWinMediaURL: optional(text()),
  accessControl: optional(
    group({
      sessionPassword: optional(text()),
      listStatus: listingType,
      registration: optional(bool()),
      registrationURL: optional(text()),
      passwordReq: optional(bool()),
      audioPassword: optional(text()),
      isEnforceAudioPassword: optional(bool()),
      isEnforceAudioLogin: optional(bool()),
    }),
  ),
  metaData: optional(
    group({
      confName: text(),
      sessionType: integer(),
      serviceType: serviceTypeType,
      agenda: optional(text()),
      description: optional(text()),
      account: optional(text()),
      opportunity: optional(text()),
      isRecurring: bool(),
      agendaFormat: optional(text()),
      descriptionFormat: optional(text()),
      isException: optional(bool()),
      seriesMeetingKey: optional(long()),
      hasException: optional(bool()),
    }),
  ),
  telephony: optional(
    group({
      telephonySupport: telephonySupportType,
      extTelephonyDescription: optional(text()),
      globalCallInNumbersURL: optional(text()),
      tollFreeRestrictionsURL: optional(text()),
      callInNum: optional(sessionCallInNumType),
      participantAccessCode: optional(text()),
      participantLimitedAccessCode: optional(text()),
      subscriberAccessCode: optional(text()),
      labels: optional(
        group({
          tollFreeCallInLabel: text(),
          tollCallInLabel: text(),
          participantAccessLabel: optional(text()),
          participantLimitedAccessLabel: optional(text()),
          subscriberAccessLabel: optional(text()),
          globalCallInNumbersLabel: optional(text()),
        }),
      ),
      isMPAudio: optional(bool()),
      voip: optional(bool()),
      enableTSP: optional(bool()),
    }),
  ),
  test: many(
    group({
      title: text(),
      titleURL: text(),
      delivery: enumeration(ep, 'testDeliveryType', DELIVERIES),
      status: enumeration(ep, 'testStatusType', TEST_STATUSES),
    }),
  ),
  host: optional(
    group({
      firstName: text(),
      lastName: text(),
      email: optional(text()),
      webExId: text(),
      alternateHost: many(text()),
    }),
  ),
  schedule: optional(
    group({ startDate: text(), duration: integer(), timeZone: text(), timeZoneID: optional(integer()) }),
  ),
  attendeeOptions: optional(group({ joinRequiresAccount: optional(bool()) })),
  audioStatus: optional(text()),
  isAudioOnly: optional(bool()),
  telePresence: optional(bool()),
  isAlternateHost: optional(bool()),
  isCreator: optional(bool()),
  supportE2E: optional(bool()),
  isAllowJBH: optional(bool()),
  isCETMeeting: optional(bool()),
  isPersonalMeetingRoom: optional(bool()),
  isNextUpcomingInstance: optional(bool()),
  sipURL: optional(text()),
  meetingLink: optional(text()),
  // Moodle's plugin reads it here.
  hostKey: optional(text()),
});
