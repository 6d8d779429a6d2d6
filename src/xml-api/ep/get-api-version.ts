/** GetAPIVersion: the level of the interface, for anybody. */
import { bool, optional, text } from '../../xml/schema.ts';
import { anybody } from '../access.ts';
import { API_VERSION, TRAIN_RELEASE } from '../api-version.ts';
import { body, operation } from '../operation.ts';
import { epService } from '../service.ts';

export const getApiVersion = operation({
  service: epService,
  name: 'GetAPIVersion',
  level: '5.5',
  summary: 'Returns the level of the XML API; needs no security context.',
  may: anybody,
  throttled: 'never',
  request: body(epService, 'getAPIVersion', { returnTrainReleaseVersion: optional(bool()) }),
  response: body(epService, 'getAPIVersionResponse', {
    apiVersion: text(),
    release: optional(text()),
    trainReleaseVersion: optional(text()),
    trainReleaseOrder: optional(text()),
  }),
  run(_call, { returnTrainReleaseVersion }) {
    if (!returnTrainReleaseVersion) return { apiVersion: API_VERSION };
    return {
      apiVersion: API_VERSION,
      trainReleaseVersion: TRAIN_RELEASE.version,
      trainReleaseOrder: TRAIN_RELEASE.order,
    };
  },
});
