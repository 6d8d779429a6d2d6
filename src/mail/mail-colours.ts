/** The colours of mail, on light ground and on dark: those of the pages (`web/styles/tokens.css`), with the site's accent. */
import { accentTones, type Tones } from '../sites/brand/accent-tones.ts';

export interface MailColours {
  readonly ground: string;
  readonly card: string;
  readonly line: string;
  readonly text: string;
  readonly soft: string;
  readonly accent: string;
  readonly onAccent: string;
  readonly link: string;
}

export interface MailLook {
  readonly light: MailColours;
  readonly dark: MailColours;
}

export const USUAL_LOOK: MailLook = {
  light: {
    ground: '#f4f6fa',
    card: '#ffffff',
    line: '#e1e6ee',
    text: '#17202e',
    soft: '#556175',
    accent: '#1f5fbf',
    onAccent: '#ffffff',
    link: '#1a56b0',
  },
  dark: {
    ground: '#0f1319',
    card: '#181d26',
    line: '#2a323f',
    text: '#e8ecf3',
    soft: '#a3afc1',
    accent: '#3b7de0',
    onAccent: '#08111f',
    link: '#8db8ff',
  },
};

/** @param accent `#rrggbb`; nothing, or an empty text, for the usual one */
export function mailLook(accent: string | undefined): MailLook {
  if (!accent) return USUAL_LOOK;
  const { light, dark } = accentTones(accent);
  return { light: inTones(USUAL_LOOK.light, light), dark: inTones(USUAL_LOOK.dark, dark) };
}

function inTones(colours: MailColours, { accent, onAccent, link }: Tones): MailColours {
  return { ...colours, accent, onAccent, link };
}

/**
 * For programs that know which ground their reader has chosen; the others show what stands at the elements, which is for
 * light ground.
 */
export function darkStyle({ light, dark }: MailLook): string {
  const rules = [
    `body{background:${dark.ground}!important;color:${dark.text}!important}`,
    `a{color:${dark.link}!important}`,
    `.card{background:${dark.card}!important;border-color:${dark.line}!important}`,
    `.heading{color:${dark.text}!important}`,
    `.soft{color:${dark.soft}!important}`,
    `a.button{background:${dark.accent}!important;color:${dark.onAccent}!important}`,
  ];
  return `a{color:${light.link}}@media (prefers-color-scheme:dark){${rules.join('')}}`;
}
