/** The services that a site may have, by the names that the interface gives them. */
export const SERVICE_TYPES = [
  'MeetingCenter',
  'EventCenter',
  'TrainingCenter',
  'SupportCenter',
  'SalesCenter',
] as const;
export type ServiceType = (typeof SERVICE_TYPES)[number];

/** The one that is meant where none is named, and that personal rooms belong to. */
export const USUAL_SERVICE: ServiceType = 'MeetingCenter';
