/** The services as addresses name them (SP, servicename). */
import type { ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';

export const SERVICE_CODES: ReadonlyMap<string, ServiceType> = new Map([
  ['MC', 'MeetingCenter'],
  ['TC', 'TrainingCenter'],
  ['EC', 'EventCenter'],
  ['SC', 'SupportCenter'],
  ['SAC', 'SalesCenter'],
]);

/** Whether the site has that service. */
export function hasService({ settings }: Site, service: ServiceType): boolean {
  const { supportedServices } = settings;
  switch (service) {
    case 'MeetingCenter':
      return supportedServices.meetingCenter;
    case 'TrainingCenter':
      return supportedServices.trainingCenter;
    case 'EventCenter':
      return supportedServices.eventCenter;
    case 'SupportCenter':
      return supportedServices.supportCenter;
    case 'SalesCenter':
      return supportedServices.salesCenter;
  }
}
