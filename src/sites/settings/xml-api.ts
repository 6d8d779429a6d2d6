/** The XML API: what it takes from integrations. */
import { count, toggle } from './setting.ts';

export const XML_API_SETTINGS = {
  xmlAPI: {
    strict: toggle(
      false,
      'A request with an element that its operation does not have is refused (000910), instead of being answered with a hint.',
    ),
    recordingWindow: count(
      0,
      'Days that `createTimeScope` of LstRecording spans at most, 0 for any number; later levels of the interface take 28.',
    ),
  },
};
