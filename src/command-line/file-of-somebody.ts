/** A file that somebody names: what the system says of it is theirs to mend, whichever process looks. */
import { RuleBroken } from '../refusal.ts';

/** @throws RuleBroken in the place of an error of the system's, such as a file that is not there */
export async function namedBySomebody<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw new RuleBroken('file', error.message);
    throw error;
  }
}
