/** What the server has told the page (`src/console/shell.ts`). */
import type { ShellData } from '../../src/console/frame/shell-data.ts';

function read(): ShellData {
  const data = document.getElementById('page')?.textContent;
  if (!data) throw new Error('the page tells nothing of itself');
  return JSON.parse(data) as ShellData;
}

export const SHELL: ShellData = read();
