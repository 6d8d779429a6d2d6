/** The texts of breakout rooms. */
export const breakoutTexts = {
  title: 'Breakout rooms',
  open: 'Open breakout rooms',
  close: 'Bring everybody back',
  main: 'Main room',
  room: (number: number): string => `Room ${number}`,
  move: 'Move',
  moveName: (name: string): string => `Move ${name}`,
  youAreIn: (number: number): string =>
    `You are in breakout room ${number}. Those in it hear and see each other, and nobody else.`,
  youAreInMain: 'You are in the main room. The others are in breakout rooms, and do not hear or see you.',
  moved: (number: number): string => `You are in breakout room ${number} now.`,
  movedBack: 'You are back in the main room.',
};
