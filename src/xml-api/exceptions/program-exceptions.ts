/** Programs of events. */
import { ProgramNotFound } from '../../sessions/programs/program.ts';
import { type Exception, exception } from './exception.ts';

export const programExceptions = {
  programNotFound: exception(
    '060960',
    'Corresponding program not found',
    'ours',
    'CreateEvent, SetEvent: no program of that number goes on that the caller may know of.',
    [ProgramNotFound],
  ),
} as const satisfies Record<string, Exception>;
