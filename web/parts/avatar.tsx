/** A person as a coloured disc with their initials. */

const COLOURS = 8;

export function Avatar({ name }: { readonly name: string }) {
  return (
    <span className={`avatar colour-${colourOf(name)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** Of the first and the last word. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).flatMap((word) => {
    const initial = /[\p{L}\p{N}]/u.exec(word)?.[0];
    return initial === undefined ? [] : [initial.toUpperCase()];
  });
  const [first = '·', ...others] = words;
  return first + (others.at(-1) ?? '');
}

/** The same name has the same colour everywhere. */
export function colourOf(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return sum % COLOURS;
}
