/** The way in for others: the link, and the password where one is told it. */
import { CopyLink } from '../../parts/copy-link.tsx';
import { useTexts } from '../../texts/texts.ts';

interface InviteOthersProps {
  readonly label: string;
  readonly url: string;
  readonly password: string | undefined;
}

export function InviteOthers({ label, url, password }: InviteOthersProps) {
  const { wayIn } = useTexts();
  return (
    <>
      <CopyLink label={label} url={url} />
      {password !== undefined && (
        <p>
          {`${wayIn.passwordIs} `}
          <strong className="number name">{password}</strong>
        </p>
      )}
    </>
  );
}
