/**
 * html5-pipeline.do and download.do: the way from `mp4StreamOption` to the bytes, as bookmarklets and extensions of
 * browsers go it. The first names the file of a recording, the second sends it to play it.
 */
import type { FastifyReply } from 'fastify';
import { html } from '../../browser/html.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { text } from '../../browser/parameters/parameter.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { sendPart } from './prepared-download.ts';
import { openedBy } from './viewer.ts';

const OPTION = { token: text('the token of `mp4StreamOption`') };

/** There is one file to each recording, whatever it is called. */
const FILE = 'recording.mp4';

export async function html5Pipeline(call: PageCall): Promise<FastifyReply> {
  const { recording } = await openedBy(call, 'play', parametersOf(call.request, OPTION).token);
  const { width = 0, height = 0 } = recording.document;
  const screen = html`<?xml version="1.0" encoding="UTF-8"?>
<Recording><Screen width="${String(width)}" height="${String(height)}"><Sequence duration="${String(recording.duration * 1000)}">${FILE}</Sequence></Screen></Recording>
`;
  return call.reply
    .headers({
      'Content-Type': 'text/xml; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .send(screen.text);
}

export async function downloadDo(call: PageCall): Promise<FastifyReply> {
  return sendPart(call, await openedBy(call, 'play', parametersOf(call.request, OPTION).token), undefined);
}
