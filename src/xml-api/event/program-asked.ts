/** The program that a request puts an event into. */
import { mayUseProgram } from '../../policies/program.ts';
import { ProgramNotFound } from '../../sessions/programs/program.ts';
import type { AccountCall } from '../operation.ts';

interface EventRequest {
  readonly metaData?: { readonly programID?: number | undefined } | undefined;
}

/** @throws ProgramNotFound when there is none of that number that the caller may know of; 0 is none at all. */
export async function checkProgramAsked(
  { site, account, app: { programs } }: AccountCall,
  { metaData }: EventRequest,
): Promise<void> {
  const programID = metaData?.programID;
  if (!programID) return;
  const program = await programs.find(site, programID);
  if (!program || !mayUseProgram(account, program)) throw new ProgramNotFound(programID);
}
