/** /meetingPreferences/audio: the sound of one's sessions, and the telephones that one has. */
import { audioPreferences } from '../../accounts/meeting-preferences.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem, NotPermitted, RestFailure } from '../rest-refusals.ts';
import { partedNumber, writtenNumber } from './phone-numbers.ts';
import { checkPin } from './pins.ts';
import { audioRequestType, audioType } from './preference-types.ts';
import { OWNER, ownerOf, PREFERENCES_READ, PREFERENCES_WRITE } from './preferences-owner.ts';
import { presentAudio } from './present-preferences.ts';

export const getAudio = endpoint({
  method: 'GET',
  path: 'meetingPreferences/audio',
  tag: 'Meeting Preferences',
  summary: 'Tells how somebody likes the sound of their meetings.',
  scopes: PREFERENCES_READ,
  query: OWNER,
  answer: audioType,
  refuses: [NotPermitted, RestFailure],
  run: async (call, { query }) => presentAudio(call, await ownerOf(call, query)),
});

export const updateAudio = endpoint({
  method: 'PUT',
  path: 'meetingPreferences/audio',
  tag: 'Meeting Preferences',
  summary: 'Says how somebody likes the sound of their meetings; what is not said stays.',
  description:
    'Type, description and global call-in hold for new meetings that say nothing of it, by every interface. The numbers ' +
    'are those of the account.',
  scopes: PREFERENCES_WRITE,
  query: OWNER,
  body: audioRequestType,
  answer: audioType,
  refuses: [NotPermitted, RestFailure, InvalidItem],
  sample: { body: { defaultAudioType: 'webexAudio' } },
  async run(call, { query, body }) {
    const { app, site } = call;
    const owner = await ownerOf(call, query);
    const { audioPin, officeNumber, mobileNumber, ...said } = body;
    await app.accounts.change(site, owner.webExId, ({ profile }) => {
      const { phones } = profile;
      if (audioPin !== undefined) checkPin('audioPin', audioPin, phones.PIN);
      const before = audioPreferences(profile, site);
      const numberOf = (element: string, wished: typeof officeNumber, now: string | undefined) => {
        if (wished?.number === undefined && wished?.countryCode === undefined) return now;
        const { number, countryCode } = { ...partedNumber(site, now), ...defined(wished) };
        return writtenNumber(element, { number, countryCode });
      };
      return {
        profile: {
          phones: {
            phone: numberOf('officeNumber', officeNumber, phones.phone),
            mobilePhone: numberOf('mobileNumber', mobileNumber, phones.mobilePhone),
            PIN: audioPin,
          },
          meetingPreferences: {
            audio: {
              ...before,
              ...defined(said),
              officeNumber: { ...before.officeNumber, ...flagsOf(officeNumber) },
              mobileNumber: { ...before.mobileNumber, ...flagsOf(mobileNumber) },
            },
          },
        },
      };
    });
    return presentAudio(call, await ownerOf(call, query));
  },
});

interface PhoneAsked {
  readonly enabledCallInAuthentication?: boolean | undefined;
  readonly enabledCallMe?: boolean | undefined;
}

function flagsOf(phone: PhoneAsked | undefined) {
  const { enabledCallInAuthentication, enabledCallMe } = phone ?? {};
  return defined({ enabledCallInAuthentication, enabledCallMe });
}

/** Without what is not said. */
function defined<T extends object>(value: T | undefined): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
