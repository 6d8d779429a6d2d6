/** The rows of the user service. */
import { ACCOUNTS, OURS } from '../callers.ts';
import type { Rows } from '../row.ts';
import { NO_RECORD, NO_USER, ofHost, ofVictim, ownOrAdmin } from '../row-parts.ts';

export const ROWS: Rows = {
  'user.AuthenticateUser': [{ request: '', may: ACCOUNTS }],
  'user.GetLoginTicket': [{ about: 'their own', request: '', may: ACCOUNTS }],
  'user.GetloginurlUser': [
    {
      about: "of the meeting's host",
      request: ({ host }) => `<webExID>${host}</webExID>`,
      ...ownOrAdmin,
      tells: { hostTicket: ['host', 'admin'] },
    },
  ],
  'user.GetlogouturlUser': [
    { about: "of the meeting's host", request: ({ host }) => `<webExID>${host}</webExID>`, ...ownOrAdmin },
  ],
  'user.GetUser': [
    {
      about: "the meeting's host",
      request: ofHost,
      may: ['host', 'admin', 'reader'],
      otherwise: { foreignAdmin: NO_USER },
      tells: { hostPIN: ['host', 'admin', 'reader'] },
    },
  ],
  'user.GetUserCard': [
    { about: "the meeting's host", request: ofHost, may: ['anonymous', ...OURS], refusal: NO_USER },
  ],
  'user.CreateUser': [
    {
      request: ({ fresh }) =>
        `<firstName>New</firstName><lastName>One</lastName><webExId>${fresh}</webExId>` +
        `<email>${fresh}@example.com</email><password>P@ssword123</password>` +
        '<privilege><host>true</host></privilege><active>ACTIVATED</active>',
      changes: true,
    },
  ],
  'user.SetUser': [
    {
      about: "the meeting's host",
      request: (names) => `${ofHost(names)}<title>${names.fresh}</title>`,
      ...ownOrAdmin,
      changes: true,
    },
    {
      about: 'their own privileges',
      request: ({ caller }) =>
        `<webExId>${caller}</webExId><privilege><siteAdmin>true</siteAdmin><host>true</host></privilege>`,
      may: ['admin', 'foreignAdmin'],
    },
  ],
  // Each account that is named is answered for itself: that one is unknown is no failure of the whole.
  'user.DelUser': [{ request: ofVictim, changes: ['admin'] }],
  'user.InactivateUser': [
    { request: ofVictim, may: ['admin'], otherwise: { foreignAdmin: NO_USER }, changes: true },
  ],
  'user.ActivateUser': [{ request: ofVictim, may: ['admin'], otherwise: { foreignAdmin: NO_USER } }],
  'user.LstUser': [
    { request: ofHost, otherwise: { foreignAdmin: NO_RECORD }, tells: { hostPIN: ['admin', 'reader'] } },
  ],
  'user.LstsummaryUser': [{ request: ofHost, otherwise: { foreignAdmin: NO_RECORD } }],
  'user.UploadPMRImage': [{ about: 'their own', request: '<imageFor>Photo</imageFor>', may: ACCOUNTS }],
  'user.DelSessionTemplates': [
    {
      about: 'of the site',
      request:
        '<sessionTemplate><name>None</name><serviceType>MeetingCenter</serviceType></sessionTemplate><templateType>Site</templateType>',
      may: [],
      otherwise: { admin: '030908', foreignAdmin: '030908' },
    },
  ],
  'user.AssignWebACDQueues': [
    {
      about: "of the host's",
      request: (names) =>
        `${ofHost(names)}<queue><name>${names.queue}</name><type>ALL</type><action>ASSIGN</action></queue>`,
      may: ['admin'],
      otherwise: { foreignAdmin: NO_USER },
      changes: true,
    },
  ],
  'user.AssignWebACDAgents': [
    {
      about: "of the host's",
      request: ({ host, agent }) =>
        `<manager>${host}</manager><webACDUser><webExId>${agent}</webExId><action>ASSIGN</action></webACDUser>`,
      may: ['admin'],
      otherwise: { foreignAdmin: NO_USER },
      changes: true,
    },
  ],
};
