/** The words for services that getMeetingTicket knows. */
import type { ServiceType } from '../sites/service-type.ts';
import { type ParameterKind, ParameterRefused } from './nbr-parameters.ts';

const WORDS: Readonly<Record<string, ServiceType>> = {
  MC: 'MeetingCenter',
  TC: 'TrainingCenter',
  EC: 'EventCenter',
  SC: 'SupportCenter',
  SAC: 'SalesCenter',
};

export const nbrService: ParameterKind<ServiceType> = {
  type: 'xsd:string',
  isOptional: false,
  read({ name, text }) {
    const word = text?.trim() ?? '';
    if (word === '') return undefined;
    const service = WORDS[word.toUpperCase()];
    if (!service) throw new ParameterRefused(name, 'is none of MC, TC, EC, SC and SaC');
    return service;
  },
};
