import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { XmlElement } from '../../src/xml/element.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';

/** A request that was recorded in 2016 against the original, and the form of its answer. */

const REQUEST = `<?xml version="1.0" encoding="UTF-8"?>
<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.webex.com/schemas/2002/06/service"><header>
  <securityContext>
    <webExID>123456</webExID>
    <password>P@ssword123</password>
    <siteName>acme</siteName>
  </securityContext>
</header>
<body><bodyContent xsi:type="java:com.webex.service.binding.user.GetUser"><webExId>123456</webExId></bodyContent></body></serv:message>
`;

/** The elements of the recorded answer, each with its prefix, those inside it in brackets. */
const RECORDED = `
use:firstName use:lastName use:title use:categoryId use:description use:company use:webExId
use:address[com:addressType com:country]
use:phones[com:phone com:mobilePhone com:fax use:pager]
use:email use:password use:expirationDate
use:commOptions[use:prodAnnounce use:trainingInfo use:electronicInfo use:promos use:press use:email use:fax use:phone use:mail]
use:meetingTypes[use:meetingType]
use:options[use:firstNameVisible use:lastNameVisible use:addressVisible use:workPhoneVisible use:cellPhoneVisible
use:pagerVisible use:faxVisible use:officeUrlVisible use:pictureVisible use:notifyOnNewMessage use:notifyOnMeeting
use:followMeEnable use:emailVisible use:listInCategory use:titleVisible use:folderRead use:folderWrite
use:messageVisible use:iconSelect1 use:iconSelect2 use:acceptLinkRequest use:holdOnLinkRequest use:notifyOnLinkRequest
use:supportVideo use:supportApp use:supportFileShare use:supportDesktopShare use:supportMeetingRecord
use:supportAppshareRemote use:supportWebTourRemote use:supportDesktopShareRemote use:subscriptionOffice]
use:timeZoneID use:timeZone use:timeZoneWithDST use:tracking use:service
use:privilege[use:host use:teleConfCallOut use:teleConfCallOutInternational use:teleConfCallIn
use:teleConfTollFreeCallIn use:siteAdmin use:voiceOverIp use:roSiteAdmin use:labAdmin use:otherTelephony
use:teleConfCallInInternational use:attendeeOnly use:recordingEditor use:meetingAssist use:allowExtAttendees
use:isEnableCET use:isEnablePMR]
use:language use:locale use:schedulingPermission use:active
use:supportedServices[use:meetingCenter use:trainingCenter use:supportCenter use:eventCenter use:salesCenter]
use:myWebEx[use:isMyWebExPro use:myContact use:myProfile use:myMeetings use:myFolders use:trainingRecordings
use:recordedEvents use:totalStorageSize use:myReports use:myComputer use:personalMeetingRoom use:myPartnerLinks
use:myWorkspaces use:additionalRecordingStorage]
use:personalTeleconf[use:joinBeforeHost]
use:sessionOptions[use:defaultSessionType use:defaultServiceType use:autoDeleteAfterMeetingEnd
use:displayQuickStartHost use:displayQuickStartAttendees]
use:supportCenter[use:serviceDesk[use:enable]]
use:mpProfileNumber use:security[use:forceChangePassword use:resetPassword use:lockAccount] use:languageID
use:registrationDate use:visitCount use:userId use:passwordExpires use:passwordDaysLeft
`;

/** What other sites of that time wrote and this one did not (facts 6.1). */
const OTHER_SITES = new Set([
  'use:personalUrl',
  'use:privilege/use:HQvideo',
  'use:privilege/use:HDvideo',
  'use:privilege/use:teleCLIAuthEnabled',
  'use:privilege/use:teleCLIPINEnabled',
  'use:defaultCallIn',
  'use:supportCenter/use:orderTabs',
  'use:supportCenter/use:orderTabs/use:tab',
  'use:webACDPrefs',
  'use:remoteSupport',
  'use:eventCenter',
]);

forProtocol('a recorded getUser', (open) => {
  const site = sharedSite(open);

  test('is answered with the same elements in the same order', async () => {
    await site().person({
      webExId: '123456',
      firstName: 'Firstname',
      lastName: 'Lastname',
      timeZoneID: 25,
      profile: {
        title: 'New office',
        description: 'The system automatically creates this office when it creates your user account.',
        company: 'Company',
        address: { country: '49' },
        phones: { phone: '49,,,,,,', mobilePhone: '49,,,,,,', fax: '49,,,,,,', pager: '49,,,,,,' },
        meetingTypes: [1],
        languageID: 9,
        locale: 'GERMANY',
        schedulingPermission: '654321',
        mpProfileNumber: '908788',
        privileges: { isEnablePMR: false, isEnableCET: false },
      },
    });
    const answer = await site().post(REQUEST);
    const [content] = answer.bodyContents;
    assert.ok(content);
    assert.deepEqual(withoutOtherSites(paths(content)), pathsOf(RECORDED));
  });

  test('has the recorded values that a site does not choose', async () => {
    const { text, headers } = await site().post(REQUEST);
    for (const part of [
      '<use:categoryId>36</use:categoryId>',
      '<com:addressType>PERSONAL</com:addressType><com:country>49</com:country>',
      '<use:password>******</use:password>',
      '<use:timeZone>GMT+01:00, Europe (Berlin)</use:timeZone>',
      '<use:tracking/><use:service>FREE_OFFICE</use:service>',
      '<use:language>GERMAN</use:language><use:locale>GERMANY</use:locale>',
      '<use:active>ACTIVATED</use:active>',
      '<use:defaultServiceType>MeetingCenter</use:defaultServiceType>',
      '<use:languageID>9</use:languageID>',
      '<use:visitCount>0</use:visitCount>',
      '<use:passwordExpires>false</use:passwordExpires><use:passwordDaysLeft>0</use:passwordDaysLeft>',
    ]) {
      assert.ok(text.includes(part), part);
    }
    assert.equal(text.split('\n').length, 2, 'the declaration and one line');
    assert.equal(headers.get('content-type'), 'text/xml;charset=UTF-8');
    assert.equal(headers.get('cache-control'), 'no-cache');
    assert.equal(headers.get('pragma'), 'no-cache');
    assert.equal(headers.get('expires'), 'Thu, 01 Jan 1970 00:00:00 GMT');
    assert.equal(headers.get('server'), '');
  });

  test('fails with a wrong session ticket as it was recorded', async () => {
    const answer = await site().post(
      REQUEST.replace('<password>P@ssword123</password>', '<sessionTicket>AAAB</sessionTicket>'),
    );
    assert.equal(
      answer.text,
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service" xmlns:com="http://www.webex.com/schemas/2002/06/common" xmlns:use="http://www.webex.com/schemas/2002/06/service/user"><serv:header><serv:response><serv:result>FAILURE</serv:result><serv:reason>Not a valid session ticket</serv:reason><serv:gsbStatus>PRIMARY</serv:gsbStatus><serv:exceptionID>030047</serv:exceptionID></serv:response></serv:header><serv:body><serv:bodyContent/></serv:body></serv:message>',
    );
  });
});

function paths(element: XmlElement, above = ''): string[] {
  return element.children.flatMap((child) => {
    const path = `${above}${child.prefix}:${child.name}`;
    return [path, ...paths(child, `${path}/`)];
  });
}

function withoutOtherSites(found: readonly string[]): string[] {
  return found.filter((path) => !OTHER_SITES.has(path) && !OTHER_SITES.has(path.split('/')[0] ?? ''));
}

function pathsOf(outline: string): string[] {
  const found: string[] = [];
  const around: string[] = [];
  for (const [word] of outline.matchAll(/[\w:]+|[[\]]/g)) {
    if (word === '[') around.push(found.at(-1) ?? '');
    else if (word === ']') around.pop();
    else found.push(around.length === 0 ? word : `${around.at(-1)}/${word}`);
  }
  return found;
}
