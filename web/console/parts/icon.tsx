/** Pictograms, drawn on a grid of 20. */
const PATHS = {
  overview: 'M3 10.5 10 4l7 6.5M5 9v7.5h10V9',
  sessions: 'M3 5.5h10v9H3zM13 8.5l4-2.5v8l-4-2.5',
  history: 'M10 3.5a6.5 6.5 0 1 1-6 4M3.5 3.5v4h4M10 7v3.5l2.5 1.5',
  users:
    'M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 16.5c0-3 2-4.5 5-4.5s5 1.5 5 4.5M13 4a3 3 0 0 1 0 5.5M14.5 12.2c2 .5 3 2 3 4.3',
  recordings: 'M10 16.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM8.5 7.5v5l4-2.5z',
  queues: 'M3.5 5h13M3.5 10h9M3.5 15h6',
  labs: 'M8 3.5h4M8.5 3.5v4.5L4 16.5h12L11.5 8V3.5M6.3 12.5h7.4',
  log: 'M5 3.5h10v13H5zM7.5 7h5M7.5 10h5M7.5 13h3',
  testTool: 'M7 6 3 10l4 4M13 6l4 4-4 4M11.5 4.5l-3 11',
  integrations: 'M7.5 3.5v4M12.5 3.5v4M5 7.5h10v2.5a5 5 0 0 1-10 0zM10 15v2.5',
  outbox: 'M3 5h14v10H3zM3 5.5l7 5.5 7-5.5',
  webhooks:
    'M10 8.5a2.5 2.5 0 1 0-2.4-3.2M10 6l3.2 6M13.2 12a2.5 2.5 0 1 1-1 4.2M5.5 11a2.5 2.5 0 1 0 2.4 3H13M7.8 6.5 5.5 14',
  site: 'M3.5 6h6M13.5 6h3M3.5 14h3M10.5 14h6M9.5 6a2 2 0 1 0 4 0 2 2 0 0 0-4 0zM6.5 14a2 2 0 1 0 4 0 2 2 0 0 0-4 0z',
  audit: 'M10 3 4 5.5v4c0 3.5 2.5 6 6 7.5 3.5-1.5 6-4 6-7.5v-4zM7.5 9.8l2 2 3.2-3.6',
  sites: 'M10 16.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM3.5 10h13M10 3.5c-4 4-4 9 0 13 4-4 4-9 0-13z',
  parts: 'M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h5v5h-5z',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5 5 15',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  more: 'M10 4.8v.4M10 9.8v.4M10 14.8v.4',
  down: 'M5.5 8l4.5 4.5L14.5 8',
  up: 'M5.5 12 10 7.5l4.5 4.5',
  plus: 'M10 4v12M4 10h12',
  check: 'M4 10.5 8 14.5 16 6',
  warning: 'M10 3 2.5 16.5h15zM10 8v4M10 14.2v.3',
  info: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 9.5V14M10 6.3v.3',
  download: 'M10 3.5v9M6 9l4 4 4-4M3.5 16.5h13',
  upload: 'M10 13V4M6 7.5l4-4 4 4M3.5 16.5h13',
  out: 'M8 4H4v12h4M8.5 10H17M13.5 6.5 17 10l-3.5 3.5',
  external: 'M8 4.5H4.5v11h11V12M11.5 4.5h4v4M15 5l-6.5 6.5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="c-icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function isIcon(name: string): name is IconName {
  return name in PATHS;
}
