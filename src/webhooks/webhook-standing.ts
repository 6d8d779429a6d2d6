/** In whose name a webhook is told, as that stands now, and what follows from it. */
import type { Account } from '../accounts/account.ts';
import type { Happening } from './presenter.ts';
import type { Silence, Webhook } from './webhook.ts';

type Made = Pick<Webhook, 'account' | 'integration' | 'ownedBy'>;

export interface Standing {
  readonly account: Account | undefined;
  /** Of the integration by which it was made; nothing where a person has made it by themselves. */
  readonly integration?: AllowedIntegration | undefined;
}

/** What an integration may do for somebody. */
export interface AllowedIntegration {
  readonly isOn: boolean;
  readonly isGranted: boolean;
  readonly scopes: ReadonlySet<string>;
}

/** Why nothing may be told of a resource; nothing when it may. @param resource `all` asks whether there is one at least */
export type JudgeOfSilence = (
  webhook: Made,
  standing: Standing,
  resource: Webhook['resource'],
) => Silence | undefined;

/** Whether something that happened may be told. */
export type JudgeOfHearing = (
  webhook: Made,
  standing: Standing,
  happening: Pick<Happening, 'hosts' | 'resource'>,
) => boolean;

export interface StandingParts {
  readonly account: (id: number) => Promise<Account | undefined>;
  readonly allowed: (account: Account, integration: number) => Promise<AllowedIntegration>;
}

export function openStanding({ account: find, allowed }: StandingParts) {
  return async ({ account: id, integration }: Made): Promise<Standing> => {
    const account = await find(id);
    if (!account || integration === null) return { account };
    return { account, integration: await allowed(account, integration) };
  };
}

export type FindStanding = ReturnType<typeof openStanding>;

/** Each of them asked for once. */
export function rememberedStandings(find: FindStanding): FindStanding {
  const found = new Map<string, Promise<Standing>>();
  return (made) => {
    const key = `${made.account} ${made.integration ?? ''}`;
    const known = found.get(key) ?? find(made);
    found.set(key, known);
    return known;
  };
}
