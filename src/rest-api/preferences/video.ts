/** /meetingPreferences/video: the room systems that somebody has. */
import { isAddress } from '../../text-rules.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem, NotPermitted, RestFailure } from '../rest-refusals.ts';
import { videoType } from './preference-types.ts';
import { OWNER, ownerOf, PREFERENCES_READ, PREFERENCES_WRITE } from './preferences-owner.ts';
import { presentVideo } from './present-preferences.ts';

export const getVideo = endpoint({
  method: 'GET',
  path: 'meetingPreferences/video',
  tag: 'Meeting Preferences',
  summary: 'Tells the room systems that somebody has.',
  scopes: PREFERENCES_READ,
  query: OWNER,
  answer: videoType,
  refuses: [NotPermitted, RestFailure],
  run: async (call, { query }) => presentVideo(await ownerOf(call, query)),
});

export const updateVideo = endpoint({
  method: 'PUT',
  path: 'meetingPreferences/video',
  tag: 'Meeting Preferences',
  summary: 'Puts these room systems in the place of those there are. They are kept and told.',
  scopes: PREFERENCES_WRITE,
  query: OWNER,
  body: videoType,
  answer: videoType,
  refuses: [NotPermitted, RestFailure, InvalidItem],
  sample: {
    body: { videoDevices: [{ deviceName: 'Desk', deviceAddress: 'desk@rooms.acme.com', isDefault: true }] },
  },
  async run(call, { query, body: { videoDevices } }) {
    const owner = await ownerOf(call, query);
    for (const [at, { deviceName, deviceAddress }] of videoDevices.entries()) {
      const element = `videoDevices[${at}]`;
      if (deviceName.trim() === '')
        throw new InvalidItem(`'${element}.deviceName' cannot be empty.`, element);
      if (!isAddress(deviceAddress)) {
        throw new InvalidItem(`'${element}.deviceAddress' must have the form of an e-mail address.`, element);
      }
    }
    if (videoDevices.length > 0 && videoDevices.filter(({ isDefault }) => isDefault).length !== 1) {
      throw new InvalidItem("One and only one of 'videoDevices' must be the default.", 'videoDevices');
    }
    await call.app.accounts.change(call.site, owner.webExId, () => ({
      profile: { meetingPreferences: { videoDevices } },
    }));
    return presentVideo(await ownerOf(call, query));
  },
});
