/** What a copy needs to be there for good. */
import { open } from 'node:fs/promises';

/** Makes a file its owner's alone, and waits until the disk has it. */
export async function putOnDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
