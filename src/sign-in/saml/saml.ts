/** SAML as the other rooms hold it: its parts, and the library with them, are loaded when they are first needed. */
import type { Accounts } from '../../accounts/accounts.ts';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { Links } from '../../links.ts';
import type { Random } from '../../random.ts';
import type { Tickets } from '../tickets.ts';
import { isReady } from './saml-readiness.ts';
import type { Saml } from './types.ts';

/** What single sign-on is made from. */
export interface SamlParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  /** The installation's key. */
  readonly secret: Buffer;
  readonly accounts: Accounts;
  readonly tickets: Tickets;
  readonly links: Links;
}

export function openSaml(parts: SamlParts): Saml {
  let opened: Promise<Omit<Saml, 'isReady'>> | undefined;
  const service = () => {
    opened ??= import('./saml-service.ts').then(({ openService }) => openService(parts));
    return opened;
  };
  return {
    isReady,
    beginSignIn: async (...given) => (await service()).beginSignIn(...given),
    takeResponse: async (...given) => (await service()).takeResponse(...given),
    beginTest: async (...given) => (await service()).beginTest(...given),
    takeTest: async (...given) => (await service()).takeTest(...given),
    finishSignIn: async (...given) => (await service()).finishSignIn(...given),
    accountOf: async (...given) => (await service()).accountOf(...given),
    beginLogout: async (...given) => (await service()).beginLogout(...given),
    takeLogout: async (...given) => (await service()).takeLogout(...given),
    metadata: async (...given) => (await service()).metadata(...given),
  };
}
