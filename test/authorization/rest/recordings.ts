import { idsOf } from '../../../src/rest-api/ids.ts';
import { aRecording } from '../../support/a-recording.ts';
import { ANY_USER, type RestRows, type RestWorld } from '../rest-row.ts';

/** A recording of the host that is ready; its id. */
async function recorded({ site, host }: RestWorld, inBin = false) {
  const { context } = site;
  const recording = await aRecording(context, { webExID: host });
  const acme = await context.sites.required('acme');
  if (inBin) await context.recordings.discard(acme, recording.id, () => {});
  // What was told of it is handed on before the call, and not while it is judged.
  await context.events.drain();
  const recordingId = idsOf(context).hex('recording', acme.id, recording.id);
  return { recordingId, webShareLink: context.links.recordingStream(acme, recording), recording, acme };
}

const aRecordingOfTheHost = async (world: RestWorld) => ({
  recordingId: (await recorded(world)).recordingId,
});

async function sharedWithTheInvitee(world: RestWorld) {
  const { recordingId, recording, acme } = await recorded(world);
  const { accounts, recordingShares } = world.site.context;
  const { id } = await accounts.required(acme, world.invitee);
  await recordingShares.change(acme, recording.id, () => {}, { adds: [id], removes: [] });
  await world.site.context.events.drain();
  return { recordingId };
}

const several = (inBin: boolean) => async (world: RestWorld) => ({
  recordingIds: [(await recorded(world, inBin)).recordingId],
});

const ofTheHost = ({ emails }: RestWorld) => ({ hostEmail: emails.host });
const SEE = ['host', 'reader', 'admin'] as const;
const MANAGE = ['host', 'admin'] as const;

export const ROWS: RestRows = {
  'GET recordings': [{ may: ANY_USER }, { about: 'of a host', query: ofTheHost, may: SEE }],
  'GET recordings/:recordingId': [
    { params: aRecordingOfTheHost, may: SEE },
    { about: 'that is shared', params: sharedWithTheInvitee, may: [...SEE, 'invitee'] },
    { about: 'of a host', params: aRecordingOfTheHost, query: ofTheHost, may: SEE },
  ],
  'DELETE recordings/:recordingId': [
    { params: aRecordingOfTheHost, may: MANAGE, changes: true },
    { about: 'that is shared', params: sharedWithTheInvitee, may: MANAGE, changes: true },
  ],
  'POST recordings/softDelete': [
    { body: several(false), may: MANAGE, changes: true },
    { about: 'of a host', query: ofTheHost, body: several(false), may: MANAGE, changes: true },
  ],
  'POST recordings/restore': [{ body: several(true), may: MANAGE, changes: true }],
  'POST recordings/purge': [{ body: several(true), may: MANAGE, changes: true }],
  'POST recordings/:recordingId/accessList': [
    {
      params: aRecordingOfTheHost,
      body: ({ emails }) => ({ addEmails: [emails.otherHost] }),
      may: MANAGE,
      changes: true,
      otherwise: { foreignAdmin: 404 },
    },
  ],
  'POST recordings/accessList': [
    {
      body: async (world) => ({
        webShareLink: (await recorded(world)).webShareLink,
        addEmails: [world.emails.otherHost],
      }),
      may: MANAGE,
      changes: true,
      otherwise: { foreignAdmin: 404 },
    },
  ],
  'GET admin/recordings': [{ may: ['reader', 'admin', 'foreignAdmin'] }],
  'DELETE admin/recordings/:recordingId': [{ params: aRecordingOfTheHost, may: ['admin'], changes: true }],
  'GET recordingReport/accessSummary': [
    { may: ANY_USER },
    { about: 'of a host', query: ofTheHost, may: SEE },
    { about: 'of all', query: () => ({ hostEmail: 'all' }), may: ['reader', 'admin', 'foreignAdmin'] },
  ],
  'GET recordingReport/accessDetail': [{ query: aRecordingOfTheHost, may: SEE }],
};
