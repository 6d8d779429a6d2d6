/**
 * uploadRecording: keeps a recording that is brought, in a part behind the envelope or inside of it as base64.
 *
 * What the original service takes for an appToken is not known. Here it is what a program can get: a ticket of these
 * services, by which an administrator brings recordings for any host, or a session ticket of the XML API
 * (AuthenticateUser), by which hosts bring their own. `duration` is in seconds, as LstRecording tells it.
 */
import { checkBringsFor } from '../../policies/nbr.ts';
import { SERVICE_TYPES } from '../../sites/service-type.ts';
import { nbrOperation } from '../nbr-operation.ts';
import { attachment, int, long, optional, ParameterRefused, text } from '../nbr-parameters.ts';

export const uploadRecording = nbrOperation({
  service: 'NBRFileOpenService',
  name: 'uploadRecording',
  parameters: {
    dh: attachment,
    siteId: long,
    userId: long,
    recordName: text,
    fileType: text,
    filesize: optional(long),
    duration: optional(long),
    serviceType: optional(int),
    appToken: text,
  },
  returns: 'long',
  isWrite: true,
  async run({ app, caller, parts, takeLong }, values) {
    const { siteId, userId, recordName, fileType, filesize = 0, duration = 0 } = values;
    const { site, account } = await caller.byAppToken(siteId, values.appToken, 'meetingWrites');
    const host = await app.accounts.findByUserId(site, userId);
    checkBringsFor(account, host);
    if (!host) throw new ParameterRefused('userId', 'is no account of the site');
    const ending = /^\.?([a-z0-9]{2,4})$/i.exec(fileType)?.[1]?.toLowerCase();
    if (ending === undefined) throw new ParameterRefused('fileType', 'is a word such as MP4 or ARF');
    const brought = {
      name: recordName,
      fileName: `${recordName}.${ending}`,
      bytes: filesize === 0 ? undefined : filesize,
      duration: duration === 0 ? undefined : duration,
      serviceType: serviceOf(values.serviceType),
    };
    takeLong();
    const owner = { host: await app.accounts.withProfile(host) };
    const { id } = await app.intake.take(site, owner, brought, parts.bytesOf(values.dh));
    return id;
  },
});

/** Counted from 1: meetings, events, trainings, support, sales. Without one a meeting is meant. */
function serviceOf(number = 0) {
  const service = SERVICE_TYPES[number - 1];
  if (number !== 0 && service === undefined) {
    throw new ParameterRefused('serviceType', `is a number from 1 to ${SERVICE_TYPES.length}`);
  }
  return service;
}
