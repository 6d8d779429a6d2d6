import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSecretName, isSecretParameter } from '../../src/request-log/masking/secret-names.ts';
import { COMMANDS_OF, PARAMETERS_OF } from '../../src/url-api/declared-pages.ts';
import { type Namespace, particles, type Type } from '../../src/xml/schema.ts';
import { securityContextType } from '../../src/xml-api/envelopes/message-type.ts';
import { responseTypes } from '../../src/xml-api/operation.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import { serv } from '../../src/xml-api/types/namespaces.ts';

/** Every element that is declared, requests and answers, under each of its names. */
function declaredNames(): Set<string> {
  const names = new Set<string>();
  const seen = new Set<Type>();
  const walk = (type: Type, around: Namespace) => {
    if (type.form !== 'complex' || seen.has(type)) return;
    seen.add(type);
    for (const { name, namespace, field } of particles(type, around)) {
      names.add(name);
      for (const other of field.alias) names.add(other);
      walk(field.type, namespace);
    }
  };
  walk(securityContextType, serv);
  for (const operation of OPERATIONS) {
    const { namespace } = operation.service;
    walk(operation.request, namespace);
    for (const response of responseTypes(operation)) walk(response, namespace);
  }
  return names;
}

/** Whoever adds an element whose name is like that of a secret says here that it is none, or sees it masked. */
const LIKE_A_SECRET =
  /pass|pw|ticket|token|secret|cred|pin(?!g)|code|auth(?!or)|cookie|assert|saml|pid|parter|host.?key|register.?id/i;

const NO_SECRETS = new Set(
  (
    'TSPrimaryCountryCode TSSecondCountryCode majorAreaCode majorCountryCode postalCode zipCode zipcode ' +
    'productCodePrefix participantAccessCodeLabel participantLimitedAccessCodeLabel subscriberAccessCodeLabel ' +
    'tspAccessCodeOrder accountPasswordCriteria passwordCriteria recordingPasswordCriteria passwordChangeInterval ' +
    'passwordChangeIntervalOpt passwordDaysLeft passwordExpires passwordHint passwordLifetime passwordReq ' +
    'trackingCode trackingCode1 trackingCode2 trackingCode3 trackingCode4 trackingCode5 trackingCode6 trackingCode7 ' +
    'trackingCode8 trackingCode9 trackingCode10 trackingCodes samlSSO teleCLIAuthEnabled teleCLIPINEnabled ' +
    'creditCardAuthorRetries creditCardAuthorRetries holSessionID mpInternalMeetingLink ' +
    // Flags.
    'changePWDWhenAutoLogin enforceRecordingPwdForEC enforceRecordingPwdForMC enforceRecordingPwdForMisc ' +
    'enforceRecordingPwdForTC'
  ).split(' '),
);

test('every declared element whose name is like that of a secret is masked, or is said to be none', () => {
  const undecided = [...declaredNames()].filter(
    (name) => LIKE_A_SECRET.test(name) && !isSecretName(name) && !NO_SECRETS.has(name),
  );
  assert.deepEqual(undecided, []);
});

test('what is no secret can be read', () => {
  const known = ['webExID', 'siteName', 'siteID', 'partner', 'email', 'sessionKey', 'confName', 'startDate'];
  for (const name of [...NO_SECRETS, ...known].filter((one) => !/PWD|Pwd/.test(one))) {
    assert.equal(isSecretName(name), false, name);
  }
});

test('an element whose name is nearly that of a secret is masked', () => {
  for (const name of [
    'pasword',
    'Passwrd',
    'passord',
    'sessionTiket',
    'use:PASSWORD',
    'meetingPasword',
    'hostKye',
  ]) {
    assert.equal(isSecretName(name), true, name);
  }
});

test('parameters of pages that bear secrets are masked', () => {
  for (const name of ['PW', 'TK', 'PID', 'CSRF', 'NPW', 'MTID', 'SAMLResponse', 'pwd', 'code', 'TOKEN']) {
    assert.equal(isSecretParameter(name), true, name);
  }
  const declared = [...Object.values(COMMANDS_OF).flatMap((commands) => Object.values(commands)), ...[]]
    .flatMap(({ parameters }) => Object.keys(parameters))
    .concat(Object.values(PARAMETERS_OF).flatMap((parameters) => Object.keys(parameters)));
  const undecided = declared.filter((name) => LIKE_A_SECRET.test(name) && !isSecretParameter(name));
  assert.deepEqual([...new Set(undecided)], []);
});
