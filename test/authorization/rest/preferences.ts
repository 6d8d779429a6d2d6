import { ANY_USER, type RestRow, type RestRows, type RestWorld } from '../rest-row.ts';

/** Of the host. */
const query = ({ emails }: RestWorld) => ({ userEmail: emails.host });

const read: readonly RestRow[] = [{ query, may: ['host', 'reader', 'admin'] }];

const write = (body: (world: RestWorld) => unknown): readonly RestRow[] => [
  { query, body, may: ['host', 'admin'], changes: true },
];

/** Somebody new on acme. */
async function another(world: RestWorld) {
  const email = `${world.fresh}@acme.com`;
  const { webExID } = await world.site.person({ email, webExId: world.fresh });
  await world.site.context.events.drain();
  return { emails: [email], webExID };
}

export const ROWS: RestRows = {
  'GET meetingPreferences': [{ about: 'their own', may: ANY_USER }, ...read],
  'GET meetingPreferences/personalMeetingRoom': read,
  'PUT meetingPreferences/personalMeetingRoom': write(({ fresh }) => ({
    topic: fresh,
    hostPin: '4325',
    enabledAutoLock: true,
    autoLockMinutes: 10,
    enabledNotifyHost: true,
    supportCoHost: true,
    coHosts: [],
  })),
  'GET meetingPreferences/audio': read,
  'PUT meetingPreferences/audio': write(({ fresh }) => ({ otherTeleconferenceDescription: fresh })),
  'GET meetingPreferences/video': read,
  'PUT meetingPreferences/video': write(({ fresh }) => ({
    videoDevices: [{ deviceName: fresh, deviceAddress: 'desk@acme.com', isDefault: true }],
  })),
  'GET meetingPreferences/schedulingOptions': read,
  'PUT meetingPreferences/schedulingOptions': write(async (world) => ({
    enabledJoinBeforeHost: true,
    joinBeforeHostMinutes: 10,
    enabledAutoShareRecording: true,
    delegateEmails: (await another(world)).emails,
  })),
  'POST meetingPreferences/schedulingOptions/delegateEmails/insert': write(another),
  'POST meetingPreferences/schedulingOptions/delegateEmails/delete': write(async (world) => {
    const who = await another(world);
    const { accounts, sites } = world.site.context;
    await accounts.change(await sites.required('acme'), world.host, () => ({
      profile: { schedulingPermission: who.webExID },
    }));
    await world.site.context.events.drain();
    return { emails: who.emails };
  }),
  'GET meetingPreferences/sites': read,
  'PUT meetingPreferences/sites': [
    {
      query: ({ emails }) => ({ userEmail: emails.host, defaultSite: 'true' }),
      body: () => ({ siteUrl: 'acme.example.com' }),
      may: ['host', 'admin'],
      isNoAct: true,
    },
  ],
};
