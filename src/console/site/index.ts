/** How the site is set up: settings, session types, tracking codes, mail, look, recordings. */
import type { ConsoleEndpoint } from '../api/endpoint.ts';
import { dropLogo, putLogo, readBranding, readTones } from './branding.ts';
import { changeSettings } from './change-settings.ts';
import {
  dropMailText,
  listMailTexts,
  mailTextHtml,
  previewMailText,
  readMailText,
  saveMailText,
} from './mail-texts.ts';
import { checkOpenId } from './openid-check.ts';
import { readOpenId } from './openid-setup.ts';
import { readSettings } from './read-settings.ts';
import { recordingSpace } from './recording-space.ts';
import { readSaml, readSamlMetadata } from './saml-setup.ts';
import { checkTrackingFile, readTrackingCodes, saveTrackingCodes } from './tracking-codes.ts';
import { beginOpenIdTest, beginSamlTest, readOpenIdTest, readSamlTest } from './try-sign-on.ts';
import { changeSessionType, listSessionTypes, makeSessionType } from './types-of-sessions.ts';

export const SITE: readonly ConsoleEndpoint[] = [
  readSettings,
  changeSettings,
  listSessionTypes,
  makeSessionType,
  changeSessionType,
  readTrackingCodes,
  saveTrackingCodes,
  checkTrackingFile,
  listMailTexts,
  readMailText,
  saveMailText,
  dropMailText,
  previewMailText,
  mailTextHtml,
  readBranding,
  readTones,
  putLogo,
  dropLogo,
  recordingSpace,
  readSaml,
  readSamlMetadata,
  checkOpenId,
  readOpenId,
  beginSamlTest,
  readSamlTest,
  beginOpenIdTest,
  readOpenIdTest,
];
