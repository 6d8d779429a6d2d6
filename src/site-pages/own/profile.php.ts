/** profile.php: what somebody is called, how they are reached and what their clock shows. */
import type { FastifyReply } from 'fastify';
import type { Account, AccountWithProfile } from '../../accounts/account.ts';
import type { AccountChange } from '../../accounts/accounts.ts';
import { redirect } from '../../browser/answer.ts';
import { spokenTo } from '../../browser/appearance.ts';
import { ownFormField } from '../../browser/own-form.ts';
import type { ProfilePage } from '../../browser/pages/own-pages.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { type Asked, mark, text, word, zone } from '../../browser/parameters/parameter.ts';
import { reasonOf, statusOf } from '../../browser/reasons.ts';
import { show } from '../../browser/show.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { textsFor } from '../../mail/texts.ts';
import { mayRename, vouchesForAddresses } from '../../policies/account.ts';
import { RuleBroken } from '../../refusal.ts';
import type { BrowserSession } from '../../sign-in/tickets.ts';
import { managesItsUsers } from '../../sites/site.ts';
import { isAddress } from '../../text-rules.ts';
import { offsetAt, TIME_ZONES } from '../../time/time-zones.ts';
import { ownPage } from './own-page.ts';

const line = (meaning: string, longest: number) => text(meaning, { longest, cut: true, line: true });

export const PROFILE = {
  FN: line('the first name', 64),
  LN: line('the last name', 64),
  EM: line('the e-mail address', 192),
  COMPANY: line('the company', 256),
  TITLE: line('the job title', 256),
  PHONE: line('the telephone', 64),
  MOBILE: line('the mobile phone', 64),
  TimeZone: zone('the time zone'),
  SAVED: mark('it has just been saved'),
  PICTURE: word('what has just been done with the picture', ['SAVED', 'REMOVED']),
};
type Fields = Asked<typeof PROFILE>;

const DONE: ReadonlyMap<string | undefined, ProfilePage['picture']['done']> = new Map([
  ['SAVED', 'saved'],
  ['REMOVED', 'removed'],
]);

type ProfileState = Pick<ProfilePage, 'problem' | 'isSaved'> & {
  readonly picture?: Pick<ProfilePage['picture'], 'done' | 'problem'>;
};

export const profilePhp = ownPage({
  path: 'profile.php',
  async shown(call, own) {
    const { SAVED, PICTURE } = parametersOf(call.request, PROFILE);
    const account = await call.context.accounts.withProfile(own.account);
    const picture = { done: DONE.get(PICTURE) };
    return profilePage(call, account, givenOf(account), { isSaved: SAVED === true, picture });
  },
  async posted(call, own) {
    const fields = parametersOf(call.request, PROFILE);
    if (!managesItsUsers(call.site)) {
      return show(call, { page: 'error', status: 403, problem: 'AccessDenied' });
    }
    try {
      await save(call, own, fields);
    } catch (error) {
      const problem = reasonOf(error);
      if (problem === undefined) throw error;
      call.reply.code(statusOf(problem));
      const account = await call.context.accounts.withProfile(own.account);
      return profilePage(call, account, sentOf(fields), { problem, isSaved: false }, fields.TimeZone?.id);
    }
    return redirect(call, call.folder.page('profile.php', { SAVED: '1' }));
  },
});

/** The page with what became of a picture. */
export async function profileShown(
  call: PageCall,
  own: Account,
  picture: ProfileState['picture'],
): Promise<FastifyReply> {
  const account = await call.context.accounts.withProfile(own);
  return profilePage(call, account, givenOf(account), { isSaved: false, ...(picture && { picture }) });
}

async function save({ context, site }: PageCall, { account }: BrowserSession, fields: Fields): Promise<void> {
  const { accounts, emailConfirmations } = context;
  if (fields.EM !== undefined && !isAddress(fields.EM)) {
    throw new RuleBroken('email', 'must be one e-mail address');
  }
  const vouches = vouchesForAddresses(account);
  let isNewAddress = false;
  await accounts.change(
    site,
    account.webExId,
    (current) => {
      isNewAddress = fields.EM !== undefined && fields.EM !== current.email;
      return {
        ...changeOf(current, fields, mayRename(account, site)),
        ...(isNewAddress && { email: fields.EM, ...(vouches && { emailConfirmed: true }) }),
      };
    },
    async (tx, after) => {
      if (isNewAddress && !vouches) await emailConfirmations.ask(tx, site, after);
    },
  );
}

/** A name is not taken away by leaving its field empty; everything else is. */
function changeOf(current: AccountWithProfile, fields: Fields, mayRename: boolean): AccountChange {
  return {
    ...(mayRename && { firstName: fields.FN?.trim(), lastName: fields.LN?.trim() }),
    timeZoneID: fields.TimeZone?.id,
    profile: {
      company: fields.COMPANY ?? '',
      title: fields.TITLE ?? '',
      phones: { ...current.profile.phones, phone: fields.PHONE ?? '', mobilePhone: fields.MOBILE ?? '' },
    },
  };
}

function givenOf({ firstName, lastName, email, profile }: AccountWithProfile): ProfilePage['given'] {
  return {
    FN: firstName,
    LN: lastName,
    EM: email,
    COMPANY: profile.company ?? '',
    TITLE: profile.title ?? '',
    PHONE: profile.phones.phone ?? '',
    MOBILE: profile.phones.mobilePhone ?? '',
  };
}

function sentOf({
  TimeZone: _zone,
  SAVED: _saved,
  PICTURE: _picture,
  ...sent
}: Fields): ProfilePage['given'] {
  const { FN = '', LN = '', EM = '', COMPANY = '', TITLE = '', PHONE = '', MOBILE = '' } = sent;
  return { FN, LN, EM, COMPANY, TITLE, PHONE, MOBILE };
}

async function profilePage(
  call: PageCall,
  account: AccountWithProfile,
  values: ProfilePage['given'],
  { picture, ...state }: ProfileState,
  zoneID = account.timeZoneID,
): Promise<FastifyReply> {
  const { site, folder, context } = call;
  const manages = managesItsUsers(site);
  const texts = textsFor(await spokenTo(call));
  const now = context.clock.now();
  const photo = await context.images.photoOf(account);
  const action = folder.address('picture.php');
  return show(call, {
    page: 'profile',
    ...state,
    webExId: account.webExId,
    given: values,
    zones: TIME_ZONES.filter((one) => one.replacedBy === undefined || one.id === zoneID)
      .map((one) => ({ zone: one, offset: offsetAt(one, now) }))
      .sort((one, other) => one.offset - other.offset)
      .map(({ zone: one }) => ({
        value: String(one.id),
        label: texts.zoneName(one, now),
        chosen: one.id === zoneID,
      })),
    mayChangeNames: mayRename(account, site),
    confirmEmail: account.emailConfirmed ? undefined : folder.address('confirm.php'),
    form: manages ? { action: folder.address('profile.php'), fields: ownFormField(call) } : undefined,
    password: manages ? folder.address('password.php') : undefined,
    devices: folder.address('devices.php'),
    picture: {
      shown: photo && folder.address(`image/${photo.token}`),
      ...picture,
      put: { action, fields: ownFormField(call) },
      remove: { action, fields: { DO: 'REMOVE', ...ownFormField(call) } },
    },
  });
}
