/** A form that is posted. With scripts it is posted once, however often its button is pressed. */
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import type { Form } from '../../src/browser/pages/form.ts';
import { useTexts } from '../texts/texts.ts';

const BusyContext = createContext(false);

interface PostFormProps {
  readonly form: Form;
  /** Whether the page stays as it is, and learns what has become of it by its stream. */
  readonly quiet?: boolean;
  /** Fields beside those of the form that nobody sees. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly className?: string;
  readonly children: ReactNode;
}

export function PostForm({ form, quiet = false, fields, className, children }: PostFormProps) {
  const [isBusy, setBusy] = useState(false);
  // The state is only as new as the last drawing; a second press may come before the next.
  const isPosted = useRef(false);

  const post = () => {
    isPosted.current = true;
    setBusy(true);
  };
  const wake = () => {
    isPosted.current = false;
    setBusy(false);
  };

  // A page that comes back from the browser's history is as it was left.
  const wakeOnReturn = useEffectEvent(wake);
  useEffect(() => {
    const listen = () => wakeOnReturn();
    window.addEventListener('pageshow', listen);
    return () => window.removeEventListener('pageshow', listen);
  }, []);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (isPosted.current || quiet) event.preventDefault();
    if (isPosted.current) return;
    post();
    if (quiet) void postQuietly(event.currentTarget).finally(wake);
  };

  return (
    <form action={form.action} method="post" className={className} onSubmit={submit}>
      {Object.entries({ ...form.fields, ...fields }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <BusyContext value={isBusy}>{children}</BusyContext>
    </form>
  );
}

/** The answer to what was done is a redirect. Anything else is for the person to see. */
async function postQuietly(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  try {
    const { type, status } = await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
    if (type === 'opaqueredirect' || status === 204) return;
  } catch {
    // Whether the server has heard of it is not known: the page as it is now tells.
  }
  location.reload();
}

interface SubmitProps {
  readonly children: string;
  readonly kind?: 'main' | 'second' | 'danger' | 'quiet';
  readonly label?: string;
  /** What the form is told in the field DO, where it has several buttons. */
  readonly deed?: string;
}

/** The button of a form; it says when it is being posted. */
export function Submit({ children, kind = 'main', label, deed }: SubmitProps) {
  const isBusy = useContext(BusyContext);
  const texts = useTexts();
  return (
    <button
      type="submit"
      className={kind}
      {...(deed !== undefined && { name: 'DO', value: deed })}
      aria-disabled={isBusy || undefined}
      aria-label={isBusy ? undefined : label}
    >
      {isBusy ? texts.oneMoment : children}
    </button>
  );
}
