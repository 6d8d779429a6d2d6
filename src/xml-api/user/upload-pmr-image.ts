/** UploadPMRImage: puts, replaces or removes a picture of the caller's personal room. */

import { IMAGE_KINDS } from '../../accounts/account-profile.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { base64, enumeration, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { userService } from '../service.ts';
import { use } from '../types/namespaces.ts';

/** Bytes; a request's own limit is a little above what base64 makes of this. */
const LARGEST_IMAGE = 700_000;

export const uploadPmrImage = operation({
  service: userService,
  name: 'UploadPMRImage',
  level: '5.5',
  summary: "Sets the photo or the header of the caller's personal room; without imageData it is removed.",
  may: anyAccount,
  throttled: 'userOperations',
  refuses: [AccessDenied, RuleBroken],
  request: body(userService, 'uploadPMRImage', {
    imageFor: optional(enumeration(use, 'imageForType', IMAGE_KINDS)),
    imageData: optional(base64({ max: LARGEST_IMAGE })),
  }),
  response: body(userService, 'uploadPMRImageResponse', {}),
  async run({ account, app: { accounts, images } }, { imageFor, imageData }) {
    const { profile } = await accounts.withProfile(account);
    if (!profile.privileges.isEnablePMR) throw new AccessDenied('the account has no personal room');
    await images.replace(account, imageFor ?? 'Photo', imageData);
    return {};
  },
});
