/** Elements that are about labs. */
export const LABS: Readonly<Record<string, string>> = {
  availabilityLabs: 'whether the computers are free',
  computersInSession: 'how many of its computers are in use now',
  holSessionID: 'the number of the reservation',
  lab: 'the lab',
  labID: 'the number of the lab',
  labInfo: 'a lab',
  labName: 'the name of the lab, in any case',
  numComputers: 'how many computers',
  scheduledLabs: 'a reservation',
  sessionEndTime: 'its end',
  sessionStartTime: 'its start',
  'train:reserveLab/endDate': 'when they are free again',
  'train:reserveLab/sendMail': 'taken and not needed: the answer tells whoever reserves',
  'train:reserveLab/timeLimit':
    'minutes after which the computers are free again, where that is before the end',
  'train:reserveLab/topic': 'what they are reserved for',
  totalComputers: 'how many computers it has',
};
