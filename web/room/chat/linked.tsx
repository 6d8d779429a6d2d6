/** A text in which addresses of the web can be followed; everything else of it is text. */
import { Fragment, type ReactNode } from 'react';

/** What may be one; what ends a sentence is not of it. */
const ADDRESS = /(https?:\/\/[^\s<>"'\p{Cc}]*[^\s<>"'\p{Cc}.,;:!?)\]}…])/giu;

export function Linked({ text }: { readonly text: string }): ReactNode {
  return text.split(ADDRESS).map((part, at) => {
    const url = at % 2 === 1 ? followed(part) : undefined;
    // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change, and neither do its parts
    if (url === undefined) return <Fragment key={at}>{part}</Fragment>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same
      <bdi key={at} dir="ltr">
        <a href={url} target="_blank" rel="noopener noreferrer nofollow">
          {part}
        </a>
      </bdi>
    );
  });
}

/** Where it leads: nowhere with a name and password in it, which make another place of what is read. */
export function followed(address: string): string | undefined {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url.href;
}
