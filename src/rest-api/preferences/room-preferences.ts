/** /meetingPreferences/personalMeetingRoom: the room that somebody always has. */
import { roomHosting } from '../../accounts/meeting-preferences.ts';
import { roomTitle } from '../../sessions/personal-room.ts';
import { isAddress } from '../../text-rules.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem, NotPermitted, RestFailure } from '../rest-refusals.ts';
import { checkPin } from './pins.ts';
import { roomRequestType, roomType } from './preference-types.ts';
import { OWNER, ownerOf, PREFERENCES_READ, PREFERENCES_WRITE } from './preferences-owner.ts';
import { checkHasRoom, presentRoom } from './present-preferences.ts';

/** Minutes that a room may be set to lock after. */
const LOCK_MINUTES: readonly number[] = [0, 5, 10, 15, 20];

export const getPersonalRoom = endpoint({
  method: 'GET',
  path: 'meetingPreferences/personalMeetingRoom',
  tag: 'Meeting Preferences',
  summary: 'Tells how the personal room is set up.',
  scopes: PREFERENCES_READ,
  query: OWNER,
  answer: roomType,
  refuses: [NotPermitted, RestFailure],
  async run(call, { query }) {
    const owner = await ownerOf(call, query);
    checkHasRoom(owner);
    return presentRoom(call, owner);
  },
});

export const updatePersonalRoom = endpoint({
  method: 'PUT',
  path: 'meetingPreferences/personalMeetingRoom',
  tag: 'Meeting Preferences',
  summary: 'Sets up the personal room.',
  description:
    'With `supportCoHost` those named in `coHosts`, or with `supportAnyoneAsCoHost` all hosts of the site, begin and run ' +
    'the room without its owner; they have to be signed in. With `supportCoHost` and `allowFirstUserToBeCoHost` the first ' +
    'who comes in with a host account of the site is a co-host there. `allowAuthenticatedDevices` is kept and told.',
  scopes: PREFERENCES_WRITE,
  query: OWNER,
  body: roomRequestType,
  answer: roomType,
  refuses: [NotPermitted, RestFailure, InvalidItem],
  sample: {
    body: {
      topic: "Hannah's room",
      hostPin: '4325',
      enabledAutoLock: false,
      autoLockMinutes: 10,
      enabledNotifyHost: true,
      supportCoHost: false,
      coHosts: [],
    },
  },
  async run(call, { query, body }) {
    const { accounts } = call.app;
    const owner = await ownerOf(call, query);
    checkHasRoom(owner);
    if (body.topic.trim() === '') throw new InvalidItem("'topic' must have a visible character.", 'topic');
    for (const { email } of body.coHosts) {
      if (!isAddress(email)) throw new InvalidItem("'coHosts' must have an e-mail address each.", 'coHosts');
    }
    await accounts.change(call.site, owner.webExId, (current) => {
      const { personalMeetingRoom: room } = current.profile;
      checkPin('hostPin', body.hostPin, room.hostPIN);
      const { autoLockMinutes } = body;
      if (!LOCK_MINUTES.includes(autoLockMinutes) && autoLockMinutes !== room.PMRAutoLockWaitTime) {
        throw new InvalidItem(
          `'autoLockMinutes' must be one of ${LOCK_MINUTES.join(', ')}.`,
          'autoLockMinutes',
        );
      }
      const others = room.notificationModes.filter((mode) => mode !== 'EMAIL');
      const before = roomHosting(current.profile);
      const { supportAnyoneAsCoHost, allowFirstUserToBeCoHost, allowAuthenticatedDevices } = body;
      return {
        profile: {
          personalMeetingRoom: {
            // The usual name stays that of the account, whatever that is called.
            ...(body.topic !== roomTitle(current) && { title: body.topic.trim() }),
            hostPIN: body.hostPin,
            PMRAutoLock: body.enabledAutoLock,
            PMRAutoLockWaitTime: autoLockMinutes,
            notificationModes: body.enabledNotifyHost ? ['EMAIL', ...others] : others,
          },
          meetingPreferences: {
            room: {
              supportCoHost: body.supportCoHost,
              supportAnyoneAsCoHost: supportAnyoneAsCoHost ?? before.supportAnyoneAsCoHost,
              allowFirstUserToBeCoHost: allowFirstUserToBeCoHost ?? before.allowFirstUserToBeCoHost,
              allowAuthenticatedDevices: allowAuthenticatedDevices ?? before.allowAuthenticatedDevices,
              coHosts: body.coHosts,
            },
          },
        },
      };
    });
    return presentRoom(call, await ownerOf(call, query));
  },
});
