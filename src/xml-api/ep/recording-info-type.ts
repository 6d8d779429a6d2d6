/** What GetRecordingInfo tells and SetRecordingInfo takes (ep.xsd). */
import { LONGEST_NAME, LONGEST_PASSWORD, type Recording } from '../../recordings/recording.ts';
import { bool, complex, enumeration, long, optional, optionals, text } from '../../xml/schema.ts';
import { ep } from '../types/namespaces.ts';
import { listingType } from '../types/session/listing.ts';

/** Characters at most of what people write about a recording. */
const LONGEST_TEXT = 4_000;

export const RECORDING_TEXT = text({ max: LONGEST_TEXT, keepEmpty: true, keepSpace: true });
/** An empty one takes the password away. */
export const RECORDING_PASSWORD = text({ max: LONGEST_PASSWORD, keepEmpty: true, secret: true });

export const recordingBasicFields = {
  topic: optional(text({ max: LONGEST_NAME, sample: 'Safety at work' })),
  listing: optional(listingType),
  presenter: optional(text({ max: LONGEST_NAME, keepEmpty: true })),
  email: optional(text({ max: 254, keepEmpty: true })),
  agenda: optional(RECORDING_TEXT),
};
export const recordingBasicType = complex(ep, 'recordingBasicType', recordingBasicFields);

const playbackRangeType = enumeration(ep, 'playbackRangeType', ['FULL', 'PARTIAL']);

export const recordingPlaybackType = complex(ep, 'recordingPlaybackType', {
  ...optionals(
    ['chat', 'supportQandA', 'video', 'polling', 'notes', 'fileShare', 'attendeeList', 'toc'],
    bool(),
  ),
  range: optional(playbackRangeType),
  ...optionals(['partialStart', 'partialEnd'], long({ min: 0, sample: '0' })),
  includeNBRcontrols: optional(bool()),
});

export const recordingFileAccessType = complex(ep, 'recordingFileAccessType', {
  ...optionals(['registration', 'attendeeView', 'attendeeDownload'], bool()),
  endPlayURL: optional(text({ max: 2_000, keepEmpty: true, sample: 'https://www.example.com/' })),
});

/** The values of the three parts. */
export function recordingInfo({ name, document }: Pick<Recording, 'name' | 'document'>) {
  const { listing, presenter, email, agenda, description, playback, fileAccess, password } = document;
  return {
    basic: { topic: name, listing, presenter, email, agenda, description },
    playback,
    fileAccess: { ...fileAccess, password: password ?? '' },
  };
}
