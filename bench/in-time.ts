/** A wait that ends: what does not happen in time fails, and its error names what was waited for. */
export async function inTime<T>(what: string, milliseconds: number, happens: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const told = () => reject(new Error(`waited ${milliseconds / 1000} s in vain for ${what}`));
    timer = setTimeout(told, milliseconds);
  });
  try {
    return await Promise.race([happens, late]);
  } finally {
    clearTimeout(timer);
  }
}
