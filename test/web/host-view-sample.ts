/** What the host of a weekly meeting sees on its page beside what everybody sees. */
import type { HostView } from '../../src/browser/pages/host-view-data.ts';
import { timetable } from './host-samples.ts';

const change = '/acme/schedule.php?MK=1&OCC=1';

export const hostView: HostView = {
  invitation:
    'Holly Host invites you to a meeting.\n\nTopic: Stand-up\nWhen: Tuesday, December 1, 2026, 10:00 AM\n' +
    'Meeting number: 623 063 327\nPassword: Wtmbx739\n\n' +
    'https://meet.example/acme/j.php?MTID=m0123456789abcdef0123456789abcdef',
  password: 'Wtmbx739',
  when: timetable,
  edit: '/acme/schedule.php?MK=1',
  cancel: { action: '/posted', fields: { FORM: 'a-token' } },
  isSeries: true,
  tracking: [
    { index: 1, name: 'Department', value: 'Research' },
    { index: 7, value: '0815' },
  ],
  people: [
    { name: 'Ann Lee', email: 'ann@example.com', role: 'attendee', state: 'invited' },
    { name: 'bob@example.com', email: 'bob@example.com', role: 'attendee', state: 'pending' },
    {
      name: 'Nguyễn Thị Minh Khai-Wolfeschlegelsteinhausenbergerdorff',
      email: 'minh.khai.wolfeschlegelsteinhausenbergerdorff@subsidiary.example.com',
      role: 'cohost',
      state: 'accepted',
    },
    { name: 'Pam Pomona', email: 'pam@example.com', role: 'presenter', state: 'accepted' },
    { name: 'Rob Rejected', email: 'rob@example.com', role: 'attendee', state: 'rejected' },
  ],
  days: [
    {
      day: 'Tuesday, December 1',
      time: '10:00 – 11:00 AM',
      isMoved: false,
      isChanged: false,
      isDropped: false,
      change,
    },
    {
      day: 'Wednesday, December 9',
      time: '2:00 – 3:00 PM',
      name: 'Planning',
      isMoved: true,
      isChanged: true,
      isDropped: false,
      change,
    },
    {
      day: 'Tuesday, December 15',
      time: '10:00 – 11:00 AM',
      isMoved: false,
      isChanged: false,
      isDropped: true,
      change,
    },
  ],
  held: [
    { day: 'Tuesday, November 24', minutes: 52, names: ['Holly Host', 'Ann Lee', 'Gil Guest'] },
    { day: 'Tuesday, November 17', minutes: 1, names: [] },
  ],
};
