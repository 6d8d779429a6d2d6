/**
 * In which language and in which colours somebody is shown the pages: as they have chosen in this browser, else as
 * their account says, else as the browser asks, else as the site usually speaks.
 */
import type { FastifyRequest } from 'fastify';
import type { Preferences } from '../accounts/account-profile.ts';
import { ENGLISH, languageAsked, languageOf, languageOfId, type SpokenLanguage } from '../language.ts';
import { browserSessionOf } from './browser-session.ts';
import { appendCookie, cookieOf } from './cookies.ts';
import type { Theme } from './pages/appearance-data.ts';
import type { PageCall } from './site-page.ts';

const LANGUAGE_COOKIE = 'language';
const THEME_COOKIE = 'theme';

/** Seconds. */
const KEPT = 365 * 24 * 60 * 60;

export interface Appearance {
  readonly language: SpokenLanguage;
  /** Nothing: as the system has it. */
  readonly theme: Theme | undefined;
}

const KNOWN = new WeakMap<FastifyRequest, Promise<Appearance>>();

/** Of the page that answers a request; it is found out once. */
export function appearanceOf(call: PageCall): Promise<Appearance> {
  const known = KNOWN.get(call.request) ?? findOut(call);
  KNOWN.set(call.request, known);
  return known;
}

/** The language of the page that answers a request. */
export async function spokenTo(call: PageCall): Promise<SpokenLanguage> {
  return (await appearanceOf(call)).language;
}

/** Of a page that belongs to no site. */
export function spokenToStranger(request: FastifyRequest): SpokenLanguage {
  return languageOf(cookieOf(request, LANGUAGE_COOKIE)) ?? languageAsked(askedBy(request)) ?? ENGLISH;
}

/** Keeps what somebody has chosen in this browser. */
export function keepAppearance(call: PageCall, { language, theme }: Preferences): void {
  if (language !== undefined) keep(call, LANGUAGE_COOKIE, language === 'asked' ? undefined : language);
  if (theme !== undefined) keep(call, THEME_COOKIE, theme === 'system' ? undefined : theme);
}

function keep(call: PageCall, name: string, value: string | undefined): void {
  appendCookie(call, { name, value, sameSite: 'Lax', ...(value !== undefined && { maxAge: KEPT }) });
}

async function findOut(call: PageCall): Promise<Appearance> {
  const { request, site } = call;
  const language = languageOf(cookieOf(request, LANGUAGE_COOKIE));
  const theme = themeOf(cookieOf(request, THEME_COOKIE));
  const own = language && theme ? undefined : await preferencesOf(call);
  return {
    language:
      language ??
      languageOf(own?.language) ??
      languageAsked(askedBy(request)) ??
      languageOfId(site.settings.languageID) ??
      ENGLISH,
    theme: theme ?? themeOf(own?.theme),
  };
}

/** A new account has the site's language unasked: only another one has been chosen. */
async function preferencesOf(call: PageCall): Promise<Preferences | undefined> {
  const account = (await browserSessionOf(call))?.account;
  if (!account) return undefined;
  const { preferences, languageID } = (await call.context.accounts.withProfile(account)).profile;
  const chosen = languageID === call.site.settings.languageID ? undefined : languageOfId(languageID);
  return { ...preferences, language: preferences?.language ?? chosen };
}

function askedBy({ headers }: FastifyRequest): string | undefined {
  return headers['accept-language'];
}

export function themeOf(text: string | undefined): Theme | undefined {
  return text === 'light' || text === 'dark' ? text : undefined;
}
