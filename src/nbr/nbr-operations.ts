/** All operations of the NBR services, found by their names in any case. */
import { deleteUploadedRecording } from './file-open/delete-uploaded-recording.ts';
import { downloadFile } from './file-open/download-file.ts';
import { uploadRecording } from './file-open/upload-recording.ts';
import { deleteMeetingXml } from './meetings/delete-meeting-xml.ts';
import { getMeetingTicket } from './meetings/get-meeting-ticket.ts';
import { getMeetingXml } from './meetings/get-meeting-xml.ts';
import { getNbrConfIdList } from './meetings/get-nbr-conf-id-list.ts';
import { getNbrRecordIdList } from './meetings/get-nbr-record-id-list.ts';
import { getScXml } from './meetings/get-sc-xml.ts';
import { getNbrXmlForReport, getScXmlReport } from './meetings/reports.ts';
import type { NbrOperation, NbrServiceName } from './nbr-operation.ts';
import { deleteNbrStorageFile } from './storage/delete-nbr-storage-file.ts';
import { downloadNbrStorageFile } from './storage/download-nbr-storage-file.ts';
import { downloadWavFile } from './storage/download-wav-file.ts';
import { getNbrStorageFile } from './storage/get-nbr-storage-file.ts';
import { getStorageAccessTicket } from './storage/get-storage-access-ticket.ts';

export const NBR_OPERATIONS: readonly NbrOperation[] = [
  getStorageAccessTicket,
  getNbrStorageFile,
  downloadNbrStorageFile,
  downloadWavFile,
  deleteNbrStorageFile,
  getMeetingTicket,
  getNbrConfIdList,
  getMeetingXml,
  deleteMeetingXml,
  getNbrRecordIdList,
  getScXml,
  getScXmlReport,
  getNbrXmlForReport,
  downloadFile,
  uploadRecording,
  deleteUploadedRecording,
];

const BY_NAME = new Map(
  NBR_OPERATIONS.flatMap((operation) => spellings(operation).map((name) => [name.toLowerCase(), operation])),
);

/** Names are of one service alone, so that a call finds its operation also at the address of another service. */
export function nbrOperationNamed(name: string): NbrOperation | undefined {
  return BY_NAME.get(name.toLowerCase());
}

export function nbrOperationsOf(service: NbrServiceName): readonly NbrOperation[] {
  return NBR_OPERATIONS.filter((operation) => operation.service === service);
}

export function spellings({ name, otherName }: NbrOperation): string[] {
  return otherName === undefined ? [name] : [name, otherName];
}
