/** What the picture of a profile may be: held to more than what programs bring (UploadPMRImage), since a person is told. */
import { RuleBroken } from '../refusal.ts';
import { readPicture } from '../sites/brand/picture.ts';
import { withoutMetadata } from './picture-metadata.ts';

/** Bytes. A page with a script sends a small one (`web/parts/small-picture.ts`). */
export const LARGEST_PROFILE_PICTURE = 2 * 1024 * 1024;
const FORMATS: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp']);
const FEWEST_DOTS = 32;
const MOST_DOTS = 4_096;

/**
 * @returns the picture without what a camera has written into it
 * @throws RuleBroken when it is none, is broken off, or has no fitting size
 */
export function profilePictureOf(bytes: Buffer): Buffer {
  if (bytes.length > LARGEST_PROFILE_PICTURE) throw new RuleBroken('picture', 'may have at most 2 MB');
  const picture = readPicture(bytes);
  if (!picture || !FORMATS.has(picture.mediaType)) {
    throw new RuleBroken('picture', 'must be a PNG, JPEG or WebP picture');
  }
  const { width, height } = picture;
  if (Math.min(width, height) < FEWEST_DOTS || Math.max(width, height) > MOST_DOTS) {
    throw new RuleBroken('picture', `must be from ${FEWEST_DOTS} to ${MOST_DOTS} dots wide and high`);
  }
  const clean = withoutMetadata(bytes);
  if (!clean) throw new RuleBroken('picture', 'is broken off');
  return clean;
}
