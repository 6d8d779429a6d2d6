/** Makes a small square of a picture in the browser, from its middle and the right way up. */

/** Dots. */
const SIDE = 512;

export interface SmallPicture {
  /** A JPEG. */
  readonly file: File;
  /** The same, to be shown: `data:…`. */
  readonly address: string;
}

/** @returns nothing when the browser cannot read the file: then the server says what is wrong with it */
export async function smallPicture(file: File): Promise<SmallPicture | undefined> {
  try {
    const picture = await createImageBitmap(file);
    const side = Math.min(picture.width, picture.height);
    const size = Math.min(SIDE, side);
    const canvas = document.createElement('canvas');
    canvas.width = size;
    canvas.height = size;
    const brush = canvas.getContext('2d');
    if (!brush) return undefined;
    // What can be seen through has white behind it: a JPEG has no other.
    brush.fillStyle = '#ffffff';
    brush.fillRect(0, 0, size, size);
    const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
    brush.drawImage(picture, left, top, side, side, 0, 0, size, size);
    const { promise, resolve } = Promise.withResolvers<Blob | null>();
    canvas.toBlob(resolve, 'image/jpeg', 0.9);
    const blob = await promise;
    if (!blob) return undefined;
    const small = new File([blob], 'picture.jpg', { type: 'image/jpeg' });
    return { file: small, address: canvas.toDataURL('image/jpeg', 0.9) };
  } catch {
    return undefined;
  }
}
