/** How an MP4 lies in its file (ISO/IEC 14496-12): whether a player finds what it needs at the beginning. */
import { open } from 'node:fs/promises';

export interface Mp4Layout {
  /** The box that says where everything lies comes before what it speaks of. */
  readonly isFastStart: boolean;
  /** It is a chain of pieces, each of which says where its own things lie. */
  readonly isFragmented: boolean;
}

/** Boxes that are looked at: those of a file that is not in fragments are a handful. */
const MOST_BOXES = 64;

export async function layoutOf(path: string): Promise<Mp4Layout> {
  const file = await open(path);
  try {
    const { size: end } = await file.stat();
    const head = Buffer.alloc(16);
    const kinds: string[] = [];
    for (let at = 0; at + 8 <= end && kinds.length < MOST_BOXES; ) {
      const { bytesRead } = await file.read(head, 0, 16, at);
      const short = head.readUInt32BE(0);
      const size = short === 1 && bytesRead === 16 ? Number(head.readBigUInt64BE(8)) : short;
      kinds.push(head.toString('latin1', 4, 8));
      if (size === 0) break;
      if (size < 8) break;
      at += size;
    }
    const [moov, mdat] = [kinds.indexOf('moov'), kinds.indexOf('mdat')];
    const isFragmented = kinds.includes('moof');
    return { isFastStart: moov >= 0 && (mdat < 0 || moov < mdat) && !isFragmented, isFragmented };
  } finally {
    await file.close();
  }
}
