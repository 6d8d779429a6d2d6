/** Operations of which REST has nothing. */
import { type Migration, migration } from './migration.ts';

const CONTACTS = 'REST keeps no contacts: keep them where they come from, or go on with the XML API.';
const ONE_CLICK =
  'A meeting that begins at once is `POST meetings` with a start of now; what it is like is said there each time, or in a template.';
const LABS = 'REST knows no labs: go on with the XML API.';
const TESTS = 'REST knows no tests: go on with the XML API, on the same session.';

function without(service: string, names: readonly string[], why: string): Migration[] {
  return names.map((name) => migration(`${service}.${name}`, [], why));
}

export const XML_ONLY: readonly Migration[] = [
  ...without(
    'ep',
    ['CreateContacts', 'LstContact', 'CreateDistList', 'SetDistList', 'LstDistList'],
    CONTACTS,
  ),
  ...without('ep', ['SetupOneClickSettings', 'GetOneClickSettings'], ONE_CLICK),
  ...without(
    'training',
    ['GetLabInfo', 'CheckLabAvailability', 'ReserveLab', 'GetLabSchedule', 'CreateLab', 'SetLab', 'DelLab'],
    LABS,
  ),
  ...without(
    'training',
    [
      'UploadIMStest',
      'SetIMStest',
      'LstLibTests',
      'CopyLibTests',
      'DelLibTests',
      'AddScheduledTest',
      'SetScheduledTest',
      'DelScheduledTest',
      'LstScheduledTests',
      'GetTestInformation',
      'GetIMStestDetails',
      'GetIMStestResult',
    ],
    TESTS,
  ),
];
