/** What an operation may be refused with, by what it declares: who may call, its elements, its own refusals. */
import { UserManagementNotAllowed } from '../../src/accounts/account.ts';
import { AccessDenied, type RefusalClass } from '../../src/refusal.ts';
import { InvalidElement } from '../../src/xml/decoder.ts';
import { type ComplexType, membersOf, type SimpleType, type Type } from '../../src/xml/schema.ts';
import { anyAccount, anyAccountEvenExpired, userManager } from '../../src/xml-api/access.ts';
import { EXCEPTIONS, exceptionOf } from '../../src/xml-api/exceptions/catalogue.ts';
import type { Exception } from '../../src/xml-api/exceptions/exception.ts';
import type { AnyOperation } from '../../src/xml-api/operation.ts';
import { compare } from './services.ts';

/** In the order of their numbers. */
export function exceptionsOf(operation: AnyOperation): Exception[] {
  const { request, throttled, refuses = [] } = operation;
  const all = new Set<Exception>([
    ...ofCaller(operation),
    ...(throttled === 'never' ? [] : [EXCEPTIONS.rateLimit]),
    ...ofElements(request, new Set()),
    EXCEPTIONS.unknownElement,
    ...refuses.flatMap((refusal) =>
      refusal === InvalidElement ? EXCEPTIONS.elementMissing : numbers(refusal),
    ),
    EXCEPTIONS.databaseAway,
    EXCEPTIONS.fault,
  ]);
  return [...all].sort((a, b) => compare(a.id, b.id));
}

const SITE = [
  EXCEPTIONS.siteUnknown,
  EXCEPTIONS.siteClosed,
  EXCEPTIONS.sitesDisagree,
  EXCEPTIONS.siteMissing,
];

const CREDENTIALS = [
  EXCEPTIONS.userNotFound,
  EXCEPTIONS.wrongPassword,
  EXCEPTIONS.notAValidSessionTicket,
  EXCEPTIONS.credentialsMissing,
  EXCEPTIONS.accountLocked,
  EXCEPTIONS.accountInactive,
  EXCEPTIONS.accountExpired,
  EXCEPTIONS.accessTokenInvalid,
  EXCEPTIONS.authenticationServiceSilent,
  EXCEPTIONS.authenticationServerError,
  EXCEPTIONS.passwordExpired,
];

function ofCaller({ may }: AnyOperation): Exception[] {
  if (may.needs === 'nothing') return [];
  // Whoever shows a credential where none is needed must show a right one.
  if (may.needs !== 'account') return [...SITE, ...CREDENTIALS];
  const isForEverybody = may.words === anyAccount.words || may.words === anyAccountEvenExpired.words;
  return [
    ...SITE,
    ...CREDENTIALS,
    ...(isForEverybody ? [] : numbers(AccessDenied)),
    ...(may === userManager ? numbers(UserManagementNotAllowed) : []),
  ];
}

function numbers(refusal: RefusalClass): Exception[] {
  const found = exceptionOf(refusal);
  return found ? [found] : [];
}

/** By what the elements are held to. */
function ofElements(type: ComplexType, met: Set<ComplexType>): Exception[] {
  if (met.has(type)) return [];
  met.add(type);
  return membersOf(type).flatMap(({ field }) => [
    EXCEPTIONS.tooMany,
    ...(field.min > 0 ? [EXCEPTIONS.elementMissing] : []),
    ...ofType(field.type, met),
  ]);
}

function ofType(type: Type, met: Set<ComplexType>): Exception[] {
  if (type.form === 'complex') return ofElements(type, met);
  return type.form === 'foreign' ? [EXCEPTIONS.ruleBroken] : ofSimple(type);
}

function ofSimple({ base, values, maxLength }: SimpleType): Exception[] {
  switch (base) {
    case 'string':
      if (values) return [EXCEPTIONS.notInList];
      return maxLength === undefined ? [] : [EXCEPTIONS.elementTooLong];
    case 'boolean':
      return [EXCEPTIONS.notABoolean];
    case 'base64Binary':
      return [EXCEPTIONS.notBase64, ...(maxLength === undefined ? [] : [EXCEPTIONS.elementTooLong])];
    default:
      return [EXCEPTIONS.notANumber, EXCEPTIONS.outOfRange];
  }
}
