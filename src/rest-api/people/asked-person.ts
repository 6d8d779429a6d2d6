/** What a request says of a person, in the words of the domain. */
import type { Profile } from '../../accounts/account-profile.ts';
import type { AccountChange } from '../../accounts/accounts.ts';
import type { Partially } from '../../merge.ts';
import { zoneNamed } from '../../sites/named-zone.ts';
import { isAddress } from '../../text-rules.ts';
import type { ValueOf } from '../../xml/schema.ts';
import type { RestCall } from '../rest-caller.ts';
import { TEXTS } from '../rest-problems.ts';
import { InvalidItem, RestFailure } from '../rest-refusals.ts';
import { orgIdOf, privilegesAsked } from './person-standing.ts';
import type { personRequestType } from './person-type.ts';
import { PHONES } from './present-person.ts';

export type PersonRequest = ValueOf<typeof personRequestType>;

export interface PersonNames {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

/**
 * Without first and last name the whole name is parted at its last space.
 * @throws RestFailure when there is no name, InvalidItem for an invalid address
 */
export function namesAsked({ emails, displayName, firstName, lastName }: PersonRequest): PersonNames {
  const [email = ''] = emails;
  if (!isAddress(email)) throw new InvalidItem("'emails' must have one e-mail address.", 'emails');
  if (!firstName?.trim() && !lastName?.trim()) {
    const whole = displayName?.trim().replace(/\s+/g, ' ') ?? '';
    if (whole === '') {
      throw new RestFailure(400, TEXTS.malformed, ["'displayName', 'firstName' or 'lastName' is required"]);
    }
    const at = whole.lastIndexOf(' ');
    const [first, last] = at < 0 ? [whole, ''] : [whole.slice(0, at), whole.slice(at + 1)];
    return { email, ...checkedNames(first, last) };
  }
  return { email, ...checkedNames(firstName?.trim() ?? '', lastName?.trim() ?? '') };
}

const LONGEST_NAME = 64;

function checkedNames(firstName: string, lastName: string): Pick<PersonNames, 'firstName' | 'lastName'> {
  for (const [element, name] of Object.entries({ firstName, lastName })) {
    if (name.length > LONGEST_NAME) {
      throw new InvalidItem(`'${element}' may have at most ${LONGEST_NAME} characters.`, element);
    }
    if (/\p{Cc}/u.test(name)) throw new InvalidItem(`'${element}' must be one line.`, element);
  }
  return { firstName, lastName };
}

/** Everything but the names: what is not said becomes empty, what this interface knows nothing of stays. */
export function detailsAsked(call: RestCall, request: PersonRequest): AccountChange {
  const { loginEnabled, timezone, timeZone } = request;
  checkOrganization(call, request.orgId);
  const zone = timezone ?? timeZone;
  return {
    ...(zone !== undefined && { timeZoneID: zoneNamed('timezone', zone) }),
    ...(loginEnabled !== undefined && { active: loginEnabled ? 'ACTIVATED' : 'DEACTIVATED' }),
    ...(loginEnabled === true && { locked: false }),
    profile: profileAsked(call, request),
  };
}

function profileAsked(call: RestCall, request: PersonRequest): Partially<Profile> {
  const [{ country, locality, region, streetAddress, postalCode } = {}] = request.addresses;
  const unknown = request.phoneNumbers.find(({ type }) => !Object.hasOwn(PHONES, type));
  if (unknown) call.hint(`a phone number of the type ${JSON.stringify(unknown.type)} is not kept`);
  const numberOf = (type: string) => request.phoneNumbers.find((one) => one.type === type)?.value ?? '';
  return {
    title: request.title ?? '',
    address: {
      country: country ?? '',
      city: locality ?? '',
      state: region ?? '',
      address1: streetAddress ?? '',
      zipCode: postalCode ?? '',
    },
    phones: Object.fromEntries(Object.entries(PHONES).map(([type, name]) => [name, numberOf(type)])),
    directory: {
      nickName: request.nickName ?? '',
      department: request.department ?? '',
      manager: request.manager ?? '',
      managerId: request.managerId ?? '',
    },
    privileges: privilegesAsked(call, request),
  };
}

function checkOrganization(call: RestCall, orgId: string | undefined): void {
  if (orgId !== undefined && orgId.replace(/=+$/, '') !== orgIdOf(call)) {
    throw new InvalidItem("'orgId' is not your organization.", 'orgId');
  }
}
