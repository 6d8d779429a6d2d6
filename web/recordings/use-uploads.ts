/** Sends files to the site one after the other, and tells how far each is. */
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Form } from '../../src/browser/pages/form.ts';
import type { RecordingsPage } from '../../src/browser/pages/recordings-page.ts';

export interface UploadedFile {
  readonly id: number;
  readonly file: File;
  readonly state: 'waiting' | 'sending' | 'saving' | 'done' | 'failed' | 'aborted';
  /** Bytes. */
  readonly sent: number;
  /** A word of the catalogue. */
  readonly problem?: string | undefined;
}

export interface Uploads {
  readonly files: readonly UploadedFile[];
  add(files: Iterable<File>): void;
  /** Breaks it off, or does not begin it. */
  abort(id: number): void;
  again(id: number): void;
  dismiss(id: number): void;
}

export interface UploadsParts {
  readonly form: Form;
  readonly space: RecordingsPage['space'];
  /** One more is there. */
  arrived(): void;
}

export function useUploads({ form, space, arrived }: UploadsParts): Uploads {
  const [files, setFiles] = useState<readonly UploadedFile[]>([]);
  const lastId = useRef(0);
  const request = useRef<{ readonly id: number; readonly xhr: XMLHttpRequest }>(undefined);

  const change = (id: number, changed: Partial<UploadedFile>) =>
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, ...changed } : one)));

  const isBusy = files.some(({ state }) => state === 'sending' || state === 'saving');
  const next = isBusy ? undefined : files.find(({ state }) => state === 'waiting');
  const begin = useEffectEvent(({ id, file }: UploadedFile) => {
    if (space.most !== undefined && file.size > space.most - space.used) {
      change(id, { state: 'failed', problem: 'NoRoom' });
      return;
    }
    const xhr = send(form, file, {
      // What comes late changes nothing about its end.
      progress: (sent) =>
        setFiles((all) =>
          all.map((one) =>
            one.id === id && (one.state === 'sending' || one.state === 'saving')
              ? { ...one, state: sent < file.size ? 'sending' : 'saving', sent }
              : one,
          ),
        ),
      end: (end) => {
        change(id, end);
        if (end.state === 'done') arrived();
      },
    });
    request.current = { id, xhr };
    change(id, { state: 'sending' });
  });
  useEffect(() => {
    if (next) begin(next);
  }, [next]);

  // What is under way would be lost.
  const isMoving = isBusy || next !== undefined;
  useEffect(() => {
    if (!isMoving) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isMoving]);

  return {
    files,
    add(added) {
      const uploads = [...added].map((file): UploadedFile => {
        lastId.current += 1;
        return { id: lastId.current, file, state: 'waiting', sent: 0 };
      });
      setFiles((all) => [...all, ...uploads]);
    },
    abort(id) {
      if (request.current?.id === id) request.current.xhr.abort();
      change(id, { state: 'aborted' });
    },
    again: (id) => change(id, { state: 'waiting', sent: 0, problem: undefined }),
    dismiss: (id) => setFiles((all) => all.filter((one) => one.id !== id)),
  };
}

interface Listeners {
  progress(sent: number): void;
  end(end: Pick<UploadedFile, 'state' | 'problem'>): void;
}

/** `fetch` tells nobody how far it is. */
function send({ action, fields }: Form, file: File, listeners: Listeners): XMLHttpRequest {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('BYTES', String(file.size));
  body.append('FILE', file, file.name);
  const xhr = new XMLHttpRequest();
  xhr.open('POST', action);
  xhr.setRequestHeader('Accept', 'application/json');
  xhr.responseType = 'json';
  xhr.upload.onprogress = ({ loaded, total }) =>
    listeners.progress(Math.max(0, Math.min(file.size, loaded - (total - file.size))));
  xhr.upload.onload = () => listeners.progress(file.size);
  xhr.onload = () => {
    const { problem } = (xhr.response ?? {}) as { readonly problem?: string };
    if (xhr.status === 201) listeners.end({ state: 'done' });
    else listeners.end({ state: 'failed', problem: problem ?? 'NoAnswer' });
  };
  xhr.onerror = () => listeners.end({ state: 'failed', problem: 'NoAnswer' });
  xhr.onabort = () => listeners.end({ state: 'aborted' });
  xhr.send(body);
  return xhr;
}
