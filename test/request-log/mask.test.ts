import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptBody } from '../../src/request-log/masking/kept-body.ts';
import { maskForm, maskTarget, maskText, maskXml } from '../../src/request-log/masking/mask.ts';

const SECRET = 'S3cret!word';

/** Each in a way that XML, or what is meant to be XML, can bear it. */
const MESSAGES = [
  `<password>${SECRET}</password>`,
  `<use:password xml:space="preserve"> ${SECRET} </use:password>`,
  `<PASSWORD\n>${SECRET}</PASSWORD >`,
  `< password >${SECRET}</ password>`,
  `<password><![CDATA[${SECRET}</password>${SECRET}]]></password><a>b</a>`,
  `<password><!-- </password> -->${SECRET}</password>`,
  `<password>${SECRET}`,
  `<password>${SECRET}</pasword>${SECRET}`,
  `<password><password>${SECRET}</password>${SECRET}</password>`,
  `<!-- <password>${SECRET}</password> -->`,
  `<![CDATA[<password>${SECRET}</password>]]>`,
  `<a>&lt;password&gt;${SECRET}&lt;/password&gt;</a>`,
  `<pasword>${SECRET}</pasword>`,
  `<securityContext password="${SECRET}"/>`,
  `<securityContext sessionTicket='${SECRET}'>`,
  `<a href="https://acme/p.php?AT=LI&amp;TK=${SECRET}"/>`,
  `<userLoginURL>https://acme/p.php?AT=LI&amp;WID=ada&amp;TK=${SECRET}</userLoginURL>`,
  `<meetingPW>${SECRET}</meetingPW>`,
  `{"password": "${SECRET}", "a": 1}`,
  `{"password": "\\"${SECRET}`,
  `Authorization: Bearer ${SECRET}abc`.replaceAll('!', ''),
];

test('no secret is left, however it is written', () => {
  for (const message of MESSAGES) {
    const masked = maskXml(message);
    assert.doesNotMatch(masked, /S3cret/, message);
    assert.match(masked, /\*\*\*/, message);
  }
});

test('a secret that is known is found wherever it stands', () => {
  const masked = maskXml(`<webExID>S3&lt;cret</webExID><a>S3%3Ccret</a><b>S3<![CDATA[<]]>cret S3<cret</b>`, [
    'S3<cret',
  ]);
  assert.doesNotMatch(masked, /S3&lt;|S3%3C|S3<cret/);
});

test('what is no secret stays as it was sent', () => {
  const message =
    '<?xml version="1.0"?>\r\n<serv:message a="1"><webExID>ada</webExID><password></password><allMeetingsPassword>true' +
    '</allMeetingsPassword><passwordReq>false</passwordReq><t>1 < 2 & 3</t></serv:message>';
  assert.equal(maskXml(message), message);
});

test('addresses and forms lose their secrets alone', () => {
  assert.equal(
    maskTarget('/acme/p.php?AT=LI&WID=ada&PW=a%26b&BU=x'),
    '/acme/p.php?AT=LI&WID=ada&PW=***&BU=x',
  );
  assert.equal(maskForm('WID=ada&pw=x&%50W=y'), 'WID=ada&pw=***&%50W=***');
  assert.doesNotMatch(maskTarget(`/p.php?BU=${encodeURIComponent(`https://x/?a=1&TK=${SECRET}`)}`), /S3cret/);
  assert.doesNotMatch(maskForm(`XML=${encodeURIComponent(`<password>${SECRET}</password>`)}`), /S3cret/);
  assert.doesNotMatch(maskForm('PW=%ff%'), /ff/);
  assert.equal(maskText('see https://x/?a=1#b'), 'see https://x/?a=1#b');
});

test('a body is cut, and what was cut within a secret is masked to its end', () => {
  const { text, cutFrom } = keptBody(
    'text/xml',
    `${'a'.repeat(63_980)}<password>${SECRET}</password>`,
    64_020,
  );
  assert.equal(cutFrom, 64_020);
  assert.doesNotMatch(text, /S3/);
});

test('a hostile body comes to an end, with nothing else in it', () => {
  for (const part of [
    '<a "',
    '<password',
    '<password>',
    '&lt;a',
    '<',
    '"a":"',
    'a=',
    '<a b="',
    'Basic aaaaaaaa ',
  ]) {
    const { text, cutFrom } = keptBody('text/xml', part.repeat(100_000 / part.length), 100_000);
    assert.ok(text.length <= 64_003, part);
    assert.equal(cutFrom, 100_000);
  }
});
