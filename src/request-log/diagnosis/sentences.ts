/**
 * What can be said of a refusal: a name for each sentence, and the values that stand in it. Pages have the words, in
 * the language of whoever reads (`web/console/texts/`).
 */

/** An element, and the one around it; without their brackets. */
interface Place {
  readonly element?: string | undefined;
  readonly parent?: string | undefined;
}

/** `rule`: as the caller was told, in English. */
interface RuledPlace extends Place {
  readonly rule?: string | undefined;
}

type Nothing = Readonly<Record<never, never>>;
type OfAccount = { readonly webExID?: string | undefined };
type OfSite = { readonly site?: string | undefined };

/** What was wrong. */
export interface Causes {
  readonly noSuchAccount: { readonly webExID: string };
  readonly wrongPassword: OfAccount;
  readonly wrongSessionTicket: Nothing;
  readonly unknownWebExID: Nothing;
  readonly credentialsMissing: { readonly element: string };
  readonly sessionTicketNotSupported: Nothing;
  readonly wrongAccessToken: Nothing;
  readonly providerRefused: Nothing;
  readonly assertionRefused: Nothing;
  readonly accountLocked: OfAccount;
  readonly accountInactive: OfAccount;
  readonly accountExpired: OfAccount;
  readonly passwordExpired: OfAccount;
  readonly notAllowed: OfAccount;
  readonly tooManyCalls: Nothing;
  readonly tooManyGuesses: Nothing;
  readonly noSuchCommand: Nothing;
  readonly postRequired: Nothing;
  readonly csrfMissing: Nothing;
  readonly wrongPartnerID: Nothing;
  readonly autoLoginOff: Nothing;
  readonly noSiteInAddress: Nothing;
  readonly noSuchPage: Nothing;
  readonly noSuchSite: OfSite;
  readonly siteMissing: Nothing;
  readonly sitesDisagree: Nothing;
  readonly siteClosed: OfSite;
  readonly noSuchOperation: { readonly operation: string };
  readonly operationMissing: { readonly rule?: string | undefined };
  readonly unreadable: { readonly rule: string };
  readonly elementMissing: RuledPlace;
  readonly elementMisplaced: Place & { readonly foundIn: string };
  readonly elementMisspelt: Place & { readonly found: string };
  readonly elementUnknown: Place;
  readonly elementTooOften: RuledPlace;
  readonly notInList: Place;
  readonly noSuchDate: Place;
  readonly ruleBroken: RuledPlace;
  readonly tooLong: RuledPlace;
  readonly passwordNotAccepted: { readonly rule?: string | undefined };
  readonly fault: Nothing;
  /** `reason`: as the caller was told, in English. */
  readonly refused: { readonly reason?: string | undefined };
}

/** What to do. */
export interface Mends {
  readonly sendAccountOfSite: Nothing;
  readonly sendRightPassword: Nothing;
  readonly getSessionTicket: Nothing;
  readonly lookUpWebExID: Nothing;
  readonly sendCredentials: Nothing;
  readonly sendPassword: Nothing;
  readonly getAccessToken: Nothing;
  readonly lookAtProvider: Nothing;
  readonly compareAssertion: Nothing;
  readonly waitOrUnlock: Nothing;
  readonly activateAccount: Nothing;
  readonly extendAccount: Nothing;
  readonly setPassword: Nothing;
  readonly callAsAnother: Nothing;
  readonly callLessOften: Nothing;
  readonly waitAndSendPassword: Nothing;
  readonly sendCommand: Nothing;
  readonly sendByPost: Nothing;
  readonly sendCsrf: Nothing;
  readonly sendPartnerID: Nothing;
  readonly switchAutoLoginOn: Nothing;
  readonly putSiteIntoAddress: Nothing;
  readonly callAddressOf: { readonly site: string };
  readonly compareAddress: Nothing;
  readonly sendSite: Nothing;
  readonly sendThatSite: { readonly site: string };
  readonly nameSite: Nothing;
  readonly sendOneSite: Nothing;
  readonly reopenSite: Nothing;
  readonly nameOperation: Nothing;
  readonly sendThatOperation: { readonly operation: string };
  readonly sendBodyContent: Nothing;
  readonly writeXml: Nothing;
  readonly leaveDoctypeOut: Nothing;
  readonly sendLess: Nothing;
  readonly nestLess: Nothing;
  readonly sendFewerElements: Nothing;
  readonly sendFewerAttributes: Nothing;
  readonly sendUtf8: Nothing;
  readonly sendMessage: Nothing;
  readonly sendValue: Place;
  readonly moveElement: { readonly element: string };
  readonly moveElementInto: { readonly element: string; readonly into: string };
  readonly writeInstead: { readonly element: string; readonly found: string };
  readonly leaveElementOut: { readonly element: string };
  readonly sendLessOften: Place;
  /** `rule`: as the caller was told, in English. */
  readonly sendWordOfList: { readonly allowed: readonly string[]; readonly rule?: string | undefined };
  readonly sendThatWord: { readonly word: string };
  readonly sendDay: Nothing;
  readonly changeValue: RuledPlace;
  readonly sendShorter: Place;
  readonly keepPasswordRules: Nothing;
  readonly lookUpFault: Nothing;
  readonly readManual: Nothing;
}

/** One of the sentences, with its values: `{ say: 'noSuchSite', site: 'acmee' }`. */
export type Said<S, K extends keyof S = keyof S> = {
  readonly [P in K]: { readonly say: P } & S[P];
}[K];

export type Cause = Said<Causes>;
export type Mend = Said<Mends>;

/** The words of one language. */
export type Sentences<S> = { readonly [P in keyof S]: string | ((values: S[P]) => string) };

/** The sentence in the words of a language. */
export function sentence<S, K extends keyof S>(said: Said<S, K>, words: Sentences<S>): string {
  const { [said.say]: one } = words;
  return typeof one === 'function' ? one(said) : one;
}
