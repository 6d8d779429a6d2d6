/** The pictures of recordings: lines on a square of 24, some of them filled. */

const PATHS = {
  record: 'M12 7a5 5 0 1 1 0 10 5 5 0 0 1 0-10z',
  clock: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 8v4l2.500 2',
  play: 'M8 5.500v13l11-6.500z',
  download: 'M12 4v11M7.500 11L12 15.500l4.500-4.500M4.500 19.500h15',
  link: 'M10 14a4 4 0 0 0 5.700 0l3.300-3.300a4 4 0 0 0-5.700-5.700L12 6.300M14 10a4 4 0 0 0-5.700 0L5 13.300A4 4 0 0 0 10.700 19l1.300-1.300',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  settings:
    'M4 7h9M17 7h3M4 17h3M11 17h9M15 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM9 19.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  bin: 'M4.500 6.500h15M9.500 6.500V4.500h5v2M6.500 6.500l.8 12a1.500 1.500 0 0 0 1.500 1.500h6.400a1.500 1.500 0 0 0 1.500-1.500l.8-12M10 10.500v5.500M14 10.500v5.500',
  restore: 'M4.500 12a7.500 7.500 0 1 0 2.500-5.600L4.500 8.800M4.500 4.500v4.300h4.300',
  lock: 'M7 10.500h10a1.500 1.500 0 0 1 1.500 1.500v6a1.500 1.500 0 0 1-1.500 1.500H7A1.500 1.500 0 0 1 5.500 18v-6A1.500 1.500 0 0 1 7 10.500zM8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500',
  file: 'M6.500 3.500h7l4.500 4.500v12a.5.5 0 0 1-.5.5h-11a.5.5 0 0 1-.5-.5V4a.5.5 0 0 1 .5-.5zM13.500 3.500V8H18',
  failed: 'M12 4L2.500 20h19zM12 10v4.500M12 17.200v.01',
  search: 'M11 4.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13zM15.700 15.700L20 20',
  person:
    'M12 12a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM5.500 19.500c.5-3.500 3-5.500 6.500-5.500s6 2 6.500 5.500',
  gone: 'M10.500 5.500H6A1.500 1.500 0 0 0 4.500 7v10A1.500 1.500 0 0 0 6 18.500h4.500M10 12h9.500M16 8.500l3.500 3.500-3.500 3.500',
  chat: 'M5 4.500h14a2 2 0 0 1 2 2v8.500a2 2 0 0 1-2 2h-6.500L8 20.500V17H5a2 2 0 0 1-2-2V6.500a2 2 0 0 1 2-2z',
  screen:
    'M4.500 5h15A1.500 1.500 0 0 1 21 6.500v9a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 15.500v-9A1.500 1.500 0 0 1 4.500 5zM8 20h8',
} as const;

const FILLED: ReadonlySet<string> = new Set(['record', 'play']);

export type PictogramName = keyof typeof PATHS;

export function Pictogram({ name }: { readonly name: PictogramName }) {
  return <Lines path={PATHS[name]} isFilled={FILLED.has(name)} />;
}

/** @param path in the words of SVG */
export function Lines({ path, isFilled }: { readonly path: string; readonly isFilled: boolean }) {
  return (
    <svg className={isFilled ? 'icon filled' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
