/** The texts of lists of meetings by days. */

export const texts = () => ({
  meetingList: {
    now: 'Now',
    today: 'Today',
    tomorrow: 'Tomorrow',
    anyTime: 'At any time',
    inProgress: 'In progress',
    start: 'Start',
    join: 'Join',
    startName: (name: string, runs: boolean): string => `${runs ? 'Join' : 'Start'} ${name}`,
    watch: 'Watch',
    watchName: (name: string): string => `Watch the recording of ${name}`,
    by: (host: string): string => `by ${host}`,
    repeats: (type: string): string => REPEATS[type] ?? 'Repeats',
    states: { held: 'Held', 'not-held': 'Not held' },
    zone: (zone: string): string => `Times are those of ${zone}.`,
  },
});

const REPEATS: Readonly<Record<string, string>> = {
  DAILY: 'Repeats daily',
  WEEKLY: 'Repeats weekly',
  MONTHLY: 'Repeats monthly',
  YEARLY: 'Repeats yearly',
  IRREGULARLY: 'On several days',
};
