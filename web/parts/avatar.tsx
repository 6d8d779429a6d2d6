/** A person as a disc: their picture, or their initials on a colour, which stand below it while it comes. */

const COLOURS = 8;

interface AvatarProps {
  readonly name: string;
  /** The address of their picture. */
  readonly photo?: string | undefined;
}

export function Avatar({ name, photo }: AvatarProps) {
  return (
    <span className={`avatar colour-${colourOf(name)}`} aria-hidden="true">
      {photo === undefined ? initialsOf(name) : <span>{initialsOf(name)}</span>}
      {photo !== undefined && <img src={photo} alt="" />}
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
