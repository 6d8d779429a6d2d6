/** A program that people of a site let act for them. */
import { OwnRefusal } from '../../refusal.ts';

export interface Integration {
  readonly id: number;
  /** The row of its site. */
  readonly site: number;
  readonly clientId: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** What it may ask for. */
  readonly scopes: readonly string[];
  /** Whether it can keep no secret, such as an app on a phone: it proves itself by PKCE alone. */
  readonly isPublic: boolean;
  readonly enabled: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Raised by every change. */
  readonly version: number;
}

export interface ListedIntegration extends Integration {
  /** People who have granted it something that can still be used. */
  readonly grants: number;
}

export interface NewIntegration {
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
  readonly isPublic: boolean;
}

/** What is absent stays. */
export type IntegrationChange = Partial<Omit<NewIntegration, 'isPublic'>> & {
  readonly enabled?: boolean | undefined;
};

export class IntegrationNotFound extends OwnRefusal {
  constructor() {
    super('there is no such integration');
  }
}
