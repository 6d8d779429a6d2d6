/**
 * getNBRStorageFile: the recordings of a meeting. Clients take every leaf for a recordID, so there is no other. The three
 * last parameters are those of its longer form; scripts send them empty.
 */
import { FORMATS, type Format } from '../../recordings/recording.ts';
import { recordingsOfMeeting } from '../kept-recordings.ts';
import { nbrOperation } from '../nbr-operation.ts';
import { dateTime, long, optional, text } from '../nbr-parameters.ts';
import { element, leaf } from '../xml-documents.ts';

export const getNbrStorageFile = nbrOperation({
  service: 'NBRStorageService',
  name: 'getNBRStorageFile',
  parameters: {
    siteId: long,
    confId: long,
    ticket: text,
    fileType: optional(text),
    fromDate: optional(dateTime),
    toDate: optional(dateTime),
  },
  returns: 'document',
  async run({ app, caller }, { siteId, confId, ticket, fileType, fromDate, toDate }) {
    // Those of every service, whichever the ticket is of: it opens their downloads, too.
    const { site } = await caller.byTicket(siteId, ticket, 'meetingLists');
    const recordings = await recordingsOfMeeting(
      app,
      { site, service: undefined },
      { confID: confId, formats: formatsOf(fileType), createdFrom: fromDate, createdTo: toDate },
    );
    return element(
      'NBRMaterialList',
      recordings.map(({ id }) => element('NBRMaterial', [leaf('RecordId', id)])),
    );
  },
});

/** Clients know no WebM: to them it is a video as an MP4 is. */
function formatsOf(fileType: string | undefined): readonly Format[] | undefined {
  const word = fileType?.toUpperCase();
  if (word === undefined) return undefined;
  return word === 'MP4' ? ['MP4', 'WEBM'] : FORMATS.filter((format) => format === word);
}
