/** Takes a value into the clipboard, and says so. */
import { toClipboard } from '../../parts/to-clipboard.ts';
import { areaTexts } from '../texts/console-texts.ts';
import { Button } from './button.tsx';
import { useToasts } from './toast.tsx';

/** @param name what the value is called, for those who do not see where the button stands */
export function CopyButton({ name, value }: { readonly name: string; readonly value: string }) {
  const texts = areaTexts('frame');
  const toasts = useToasts();
  return (
    <Button
      isSmall
      label={`${texts.copy}: ${name}`}
      onPress={() => void toClipboard(value).then(() => toasts.said(texts.copied))}
    >
      {texts.copy}
    </Button>
  );
}
