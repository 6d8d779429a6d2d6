import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../../support/databases.ts';
import { sharedSite } from '../../support/site.ts';

/**
 * Requests and answers that were recorded in 2016 against the original, with the demo's password put in. What
 * differs from call to call (keys, links, tokens) is put into the recorded answer before it is compared.
 */

const PREFIXES =
  'xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:com="http://www.webex.com/schemas/2002/06/common" xmlns:meet="http://www.webex.com/schemas/2002/06/service/meeting" xmlns:att="http://www.webex.com/schemas/2002/06/service/attendee"';
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

function request(bodyContent: string, siteName = 'acme'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.webex.com/schemas/2002/06/service"><header>
  <securityContext>
    <webExID>123456</webExID>
    <password>P@ssword123</password>
    <siteName>${siteName}</siteName>
  </securityContext>
</header>
<body>${bodyContent}</body></serv:message>
`;
}

const CREATE =
  '<bodyContent xsi:type="java:com.webex.service.binding.meeting.CreateMeeting"><metaData><confName>Test-Meeting via XML API</confName></metaData><schedule><startDate>07/30/2016 15:00:00</startDate><duration>60</duration></schedule></bodyContent>';
const GET =
  '<bodyContent xsi:type="java:com.webex.service.binding.meeting.GetMeeting"><meetingKey>123456789</meetingKey></bodyContent>';
const DELETE =
  '<bodyContent xsi:type="java:com.webex.service.binding.meeting.DelMeeting"><meetingKey>123456789</meetingKey></bodyContent>';
const JOIN =
  '<bodyContent xsi:type="java:com.webex.service.binding.meeting.GetjoinurlMeeting"><sessionKey>123456789</sessionKey></bodyContent>';

function failure(reason: string, exceptionID: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<serv:message ${PREFIXES}><serv:header><serv:response><serv:result>FAILURE</serv:result><serv:reason>${reason}</serv:reason><serv:gsbStatus>PRIMARY</serv:gsbStatus><serv:exceptionID>${exceptionID}</serv:exceptionID></serv:response></serv:header><serv:body><serv:bodyContent/></serv:body></serv:message>`;
}

function success(type: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<serv:message ${PREFIXES}><serv:header><serv:response><serv:result>SUCCESS</serv:result><serv:gsbStatus>PRIMARY</serv:gsbStatus></serv:response></serv:header><serv:body><serv:bodyContent xsi:type="meet:${type}" ${XSI}>${content}</serv:bodyContent></serv:body></serv:message>`;
}

const CREATED = success(
  'createMeetingResponse',
  '<meet:meetingkey>123456789</meet:meetingkey><meet:iCalendarURL><serv:host>https://test.webex.com/test/j.php?MTID=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</serv:host><serv:attendee>https://test.webex.com/test/j.php?MTID=bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb</serv:attendee></meet:iCalendarURL><meet:guestToken>cccccccccccccccccccccccccccccccc</meet:guestToken>',
);

const DELETED = success(
  'delMeetingResponse',
  '<meet:iCalendarURL><serv:host>https://test.webex.com/test/j.php?ED=123456789&amp;UID=123456789&amp;LD=9&amp;RD=8&amp;ST=1&amp;CN=54:65:73:74:2D:4D:65:65:74:69:6E:67:20:76:69:61:20:58:4D:4C:20:41:50:49&amp;STI=2016-07-20-15-30-00&amp;ETI=2016-07-20-16-00-00&amp;TD=25&amp;ICS=CMC</serv:host><serv:attendee>https://test.webex.com/test/j.php?ED=123456789&amp;UID=123456789&amp;LD=9&amp;RD=8&amp;ST=1&amp;CN=54:65:73:74:2D:4D:65:65:74:69:6E:67:20:76:69:61:20:58:4D:4C:20:41:50:49&amp;STI=2016-07-20-15-30-00&amp;ETI=2016-07-20-16-00-00&amp;TD=25&amp;ICS=MC</serv:attendee></meet:iCalendarURL>',
);

const JOINED = success(
  'getjoinurlMeetingResponse',
  '<meet:joinMeetingURL>https://test.webex.com/test/e.php?AT=SI&amp;MK=123456789</meet:joinMeetingURL><meet:inviteMeetingURL>https://test.webex.com/test/j.php?MTID=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</meet:inviteMeetingURL>',
);

const FOUND = success(
  'getMeetingResponse',
  `<meet:accessControl><meet:listToPublic>false</meet:listToPublic><meet:isPublic>false</meet:isPublic>
<meet:meetingPassword>123456</meet:meetingPassword></meet:accessControl>
<meet:metaData><meet:confName>Test-Meeting via XML API</meet:confName><meet:meetingType>74377</meet:meetingType>
<meet:agenda>Meeting Agenda</meet:agenda><meet:invitation></meet:invitation><meet:isInternal>false</meet:isInternal></meet:metaData>
<meet:participants><meet:maxUserNumber>4</meet:maxUserNumber><meet:attendees/></meet:participants>
<meet:enableOptions><meet:chat>true</meet:chat><meet:poll>true</meet:poll><meet:audioVideo>true</meet:audioVideo>
<meet:attendeeList>false</meet:attendeeList><meet:fileShare>false</meet:fileShare><meet:presentation>true</meet:presentation>
<meet:applicationShare>true</meet:applicationShare><meet:desktopShare>true</meet:desktopShare><meet:webTour>true</meet:webTour>
<meet:meetingRecord>false</meet:meetingRecord><meet:annotation>false</meet:annotation><meet:importDocument>false</meet:importDocument>
<meet:saveDocument>false</meet:saveDocument><meet:printDocument>false</meet:printDocument><meet:pointer>false</meet:pointer>
<meet:switchPage>false</meet:switchPage><meet:fullScreen>false</meet:fullScreen><meet:thumbnail>false</meet:thumbnail>
<meet:zoom>false</meet:zoom><meet:copyPage>false</meet:copyPage><meet:rcAppShare>true</meet:rcAppShare>
<meet:rcDesktopShare>true</meet:rcDesktopShare><meet:rcWebTour>false</meet:rcWebTour><meet:javaClient>false</meet:javaClient>
<meet:nativeClient>false</meet:nativeClient><meet:attendeeRecordMeeting>false</meet:attendeeRecordMeeting><meet:voip>false</meet:voip>
<meet:faxIntoMeeting>false</meet:faxIntoMeeting><meet:enableReg>false</meet:enableReg><meet:supportQandA>true</meet:supportQandA>
<meet:supportFeedback>true</meet:supportFeedback><meet:supportBreakoutSessions>false</meet:supportBreakoutSessions>
<meet:supportPanelists>false</meet:supportPanelists><meet:supportRemoteComputer>false</meet:supportRemoteComputer>
<meet:supportShareWebContent>true</meet:supportShareWebContent><meet:supportUCFWebPages>false</meet:supportUCFWebPages>
<meet:supportUCFRichMedia>false</meet:supportUCFRichMedia><meet:autoDeleteAfterMeetingEnd>false</meet:autoDeleteAfterMeetingEnd>
<meet:viewAnyDoc>false</meet:viewAnyDoc><meet:viewAnyPage>false</meet:viewAnyPage><meet:allowContactPrivate>false</meet:allowContactPrivate>
<meet:chatHost>false</meet:chatHost><meet:chatPresenter>false</meet:chatPresenter><meet:chatAllAttendees>false</meet:chatAllAttendees>
<meet:multiVideo>false</meet:multiVideo><meet:notes>true</meet:notes><meet:closedCaptions>false</meet:closedCaptions>
<meet:singleNote>false</meet:singleNote><meet:sendFeedback>false</meet:sendFeedback><meet:displayQuickStartHost>false</meet:displayQuickStartHost>
<meet:displayQuickStartAttendees>false</meet:displayQuickStartAttendees><meet:supportE2E>false</meet:supportE2E>
<meet:supportPKI>false</meet:supportPKI><meet:HQvideo>false</meet:HQvideo><meet:HDvideo>false</meet:HDvideo>
<meet:viewVideoThumbs>true</meet:viewVideoThumbs></meet:enableOptions>
<meet:schedule><meet:startDate>07/20/2016 15:30:00</meet:startDate><meet:timeZoneID>25</meet:timeZoneID>
<meet:timeZone>GMT+01:00, Europe (Berlin)</meet:timeZone><meet:duration>30</meet:duration><meet:openTime>300</meet:openTime>
<meet:hostWebExID>123456</meet:hostWebExID><meet:showFileStartMode>false</meet:showFileStartMode>
<meet:showFileContPlayFlag>false</meet:showFileContPlayFlag><meet:showFileInterVal>0</meet:showFileInterVal>
<meet:entryExitTone>0</meet:entryExitTone><meet:extNotifyTime>0</meet:extNotifyTime>
<meet:joinTeleconfBeforeHost>true</meet:joinTeleconfBeforeHost>
<meet:firstAttendeeAsPresenter>true</meet:firstAttendeeAsPresenter></meet:schedule>
<meet:telephony><meet:telephonySupport>CALLIN</meet:telephonySupport><meet:numPhoneLines>50</meet:numPhoneLines>
<meet:enableTSP>false</meet:enableTSP><meet:intlLocalCallIn>false</meet:intlLocalCallIn><meet:callInNum/>
<meet:isMPAudio>true</meet:isMPAudio></meet:telephony><meet:tracking/>
<meet:repeat><meet:repeatType>NO_REPEAT</meet:repeatType></meet:repeat><meet:remind/>
<meet:attendeeOptions><meet:request>false</meet:request><meet:registration>false</meet:registration><meet:auto>false</meet:auto>
<meet:participantLimit>0</meet:participantLimit><meet:excludePassword>false</meet:excludePassword>
<meet:joinRequiresAccount>false</meet:joinRequiresAccount></meet:attendeeOptions><meet:meetingkey>123456789</meet:meetingkey>
<meet:status>NOT_INPROGRESS</meet:status><meet:hostJoined>false</meet:hostJoined>
<meet:participantsJoined>false</meet:participantsJoined><meet:telePresence>false</meet:telePresence>
<meet:hostKey>123456</meet:hostKey><meet:eventID>123456789</meet:eventID>
<meet:guestToken>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</meet:guestToken><meet:hostType>1019001</meet:hostType>`.replaceAll(
    '\n',
    '',
  ),
);

/** As the site was on which the answers were recorded: its defaults, and its own session type. */
const SETTINGS = {
  security: { firstAttendeeAsPresenter: true },
  defaults: { voip: false },
  telephony: { mpAudio: true },
  sessionTypes: { 74377: { serviceType: 'MeetingCenter', productCodePrefix: 'PRO', name: 'Pro' } },
  meetingTypes: [74377],
} as const;

forProtocol('what was recorded of meetings', (open) => {
  const site = sharedSite(open);
  let siteID = 8_000_000;

  /** A site of its own with the host of the recorded requests. */
  const recordedSite = async (siteName: string, security: { allMeetingsPassword?: boolean } = {}) => {
    const settings = { ...SETTINGS, security: { ...SETTINGS.security, ...security } };
    await site().context.sites.create({ siteName, siteID: ++siteID, type: 3, settings });
    await site().person({
      siteName,
      webExId: '123456',
      timeZoneID: 25,
      profile: { languageID: 9, sessionOptions: { displayQuickStartHost: false } },
    });
  };

  /** Schedules the meeting that GetMeeting was recorded of; its key. */
  const create = async (siteName: string) => {
    const asked =
      '<bodyContent xsi:type="java:com.webex.service.binding.meeting.CreateMeeting"><accessControl><listToPublic>false</listToPublic><isPublic>false</isPublic><meetingPassword>123456</meetingPassword></accessControl><metaData><confName>Test-Meeting via XML API</confName><agenda>Meeting Agenda</agenda></metaData><schedule><startDate>07/20/2016 15:30:00</startDate><duration>30</duration></schedule></bodyContent>';
    return (await site().post(request(asked, siteName))).value('meetingkey') ?? '';
  };

  const links = (siteName: string) => `${site().url}/${siteName}/`;

  test('createMeeting', async () => {
    await recordedSite('created');
    const { text, value } = await site()
      .post(request(CREATE, 'created'))
      .then((answer) => ({ text: answer.text, value: (path: string) => answer.value(path) ?? '' }));
    assert.match(value('meetingkey'), /^[1-9]\d{8}$/);
    assert.match(value('guestToken'), /^[0-9a-f]{32}$/);
    for (const whose of ['host', 'attendee']) {
      assert.match(
        value(`iCalendarURL/${whose}`).slice(links('created').length),
        /^j\.php\?MTID=m[0-9a-f]{32}$/,
      );
    }
    assert.notEqual(value('iCalendarURL/host'), value('iCalendarURL/attendee'));
    assert.equal(
      text,
      CREATED.replace('123456789', value('meetingkey'))
        .replace(/https:[^<]*MTID=a+/, value('iCalendarURL/host'))
        .replace(/https:[^<]*MTID=b+/, value('iCalendarURL/attendee'))
        .replace('c'.repeat(32), value('guestToken')),
    );
  });

  test('createMeeting without a password where the site asks for one', async () => {
    await recordedSite('strict', { allMeetingsPassword: true });
    const answer = await site().post(request(CREATE, 'strict'));
    assert.equal(answer.text, failure('Meeting password must not be null', '060026'));
  });

  test('getMeeting, to the last element; the link at the end is ours', async () => {
    await recordedSite('found');
    const key = await create('found');
    const answer = await site().post(request(GET.replace('123456789', key), 'found'));
    const own = (path: string) => answer.value(path) ?? '';
    assert.match(own('hostKey'), /^[1-9]\d{5}$/);
    assert.match(own('eventID'), /^[1-9]\d{8}$/);
    assert.notEqual(own('eventID'), key);
    assert.equal(
      answer.text
        .replace(/<meet:meetingLink>[^<]+<\/meet:meetingLink>/, '')
        .replace('<meet:invitation/>', '<meet:invitation></meet:invitation>'),
      FOUND.replace('<meet:meetingkey>123456789', `<meet:meetingkey>${key}`)
        .replace('<meet:hostKey>123456', `<meet:hostKey>${own('hostKey')}`)
        .replace('<meet:eventID>123456789', `<meet:eventID>${own('eventID')}`)
        .replace('a'.repeat(32), own('guestToken')),
    );
    assert.match(answer.text, /<\/meet:hostType><meet:meetingLink>/);
  });

  test('delMeeting', async () => {
    await recordedSite('deleted');
    const key = await create('deleted');
    const answer = await site().post(request(DELETE.replace('123456789', key), 'deleted'));
    const numbers = /ED=(\d+)&amp;UID=(\d+)&amp;LD=9&amp;RD=(\d+)/.exec(answer.text);
    assert.ok(numbers, answer.text);
    const [, eventID = '', userId = '', revision = ''] = numbers;
    assert.notEqual(eventID, key);
    assert.equal(
      answer.text,
      DELETED.replaceAll('https://test.webex.com/test/', links('deleted'))
        .replaceAll('ED=123456789', `ED=${eventID}`)
        .replaceAll('UID=123456789', `UID=${userId}`)
        .replaceAll('RD=8', `RD=${revision}`),
    );
  });

  test('getjoinurlMeeting', async () => {
    await recordedSite('joined');
    const key = await create('joined');
    const answer = await site().post(request(JOIN.replace('123456789', key), 'joined'));
    const invite = answer.value('inviteMeetingURL') ?? '';
    assert.match(invite.slice(links('joined').length), /^j\.php\?MTID=m[0-9a-f]{32}$/);
    assert.equal(
      answer.text,
      JOINED.replace('https://test.webex.com/test/e.php', `${links('joined')}e.php`)
        .replace('123456789', key)
        .replace(/https:\/\/test[^<]*MTID=a+/, invite),
    );
  });

  for (const [name, bodyContent] of [
    ['getMeeting', GET],
    ['delMeeting', DELETE],
    ['getjoinurlMeeting', JOIN],
  ] as const) {
    test(`${name} of a key that nobody has`, async () => {
      const siteName = `no-${name.toLowerCase()}`;
      await recordedSite(siteName);
      const answer = await site().post(request(bodyContent, siteName));
      assert.equal(answer.text, failure('Corresponding Meeting not found', '060001'));
    });
  }
});
