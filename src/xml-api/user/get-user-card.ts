/** GetUserCard: what everybody may know of an account, and where its personal room is (a later release's). */
import { type Account, AccountNotFound } from '../../accounts/account.ts';
import { hasPersonalRoom } from '../../sessions/personal-room.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, complex, long, optional, text } from '../../xml/schema.ts';
import { anybodyOnTheSite } from '../access.ts';
import { body, operation, type SiteCall } from '../operation.ts';
import { userService } from '../service.ts';
import { use } from '../types/namespaces.ts';

const avatarType = complex(use, 'avatarType', {
  url: optional(text()),
  lastModifiedTime: optional(long()),
  isUploaded: optional(bool()),
});

/** A client reads these three (mattermost). */
const cardRoomType = complex(use, 'cardRoomType', {
  title: optional(text()),
  personalMeetingRoomURL: optional(text()),
  accessCode: optional(text()),
});

export const getUserCard = operation({
  service: userService,
  name: 'GetUserCard',
  level: '10.0 SP6',
  summary:
    "Returns an account's name, picture and personal room by its personalUrl, webExId or email, without " +
    'credentials unless the site wants a sign-in.',
  may: anybodyOnTheSite,
  throttled: 'never',
  refuses: [InvalidElement],
  request: body(userService, 'getUserCard', {
    personalUrl: optional(text()),
    webExId: optional(text({ sample: 'hostid' })),
    email: optional(text()),
  }),
  response: body(userService, 'getUserCardResponse', {
    webExId: optional(text()),
    name: optional(text()),
    email: optional(text()),
    personalUrl: optional(text()),
    avatar: optional(avatarType),
    personalMeetingRoom: optional(cardRoomType),
  }),
  async run(call, asked) {
    const { site } = call;
    const { accounts, images, links } = call.app;
    await call.visitor();
    const account = await accounts.withProfile(await named(call, asked));
    const { options, personalMeetingRoom, privileges } = account.profile;
    const photo = await images.photoOf(account);
    return {
      webExId: account.webExId,
      name: `${account.firstName} ${account.lastName}`.trim(),
      email: options.emailVisible ? account.email : undefined,
      personalUrl: account.personalUrl,
      avatar: photo && {
        url: links.image(site, photo.token),
        lastModifiedTime: photo.storedAt,
        isUploaded: true,
      },
      personalMeetingRoom: privileges.isEnablePMR
        ? {
            title: personalMeetingRoom.title ?? `${account.firstName} ${account.lastName}'s Personal Room`,
            personalMeetingRoomURL: hasPersonalRoom(account) ? links.personalRoom(site, account) : undefined,
            accessCode: account.accessCode ?? undefined,
          }
        : undefined,
    };
  },
});

interface Named {
  readonly personalUrl?: string | undefined;
  readonly webExId?: string | undefined;
  readonly email?: string | undefined;
}

/** @throws AccountNotFound when there is no such account, or it is not activated */
async function named(
  { site, app: { accounts } }: SiteCall,
  { personalUrl, webExId, email }: Named,
): Promise<Account> {
  const name = personalUrl ?? webExId ?? email;
  if (name === undefined) throw new InvalidElement('webExId', 'missing', 'is required');
  const found =
    personalUrl !== undefined
      ? await accounts.findByPersonalUrl(site, personalUrl)
      : webExId !== undefined
        ? await accounts.find(site, webExId)
        : await accounts.findByEmail(site, name);
  if (found?.active !== 'ACTIVATED') throw new AccountNotFound(name);
  return found;
}
