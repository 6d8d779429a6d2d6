/**
 * The page that prepares a download and then begins it. Programs read out of it: the address of the same page
 * (`href='…';`), `prepareTicket`, the address within `download()`, and `downloadUrl` (Kaltura's importer of 2013 to
 * 2020, and a downloader of 2021 to 2023, as `facts/` tells). None of them may find the word that they take for a
 * failure (`E` + `rror`) in it.
 */
import type { FastifyReply } from 'fastify';
import { html } from '../../browser/html.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { PREPARE, playbackAddress, publicAddress, servletAddress, sharedAddress } from './addresses.ts';
import { sendStepPage } from './step-page.ts';
import { type OpenedRecording, ticketFor } from './viewer.ts';

/** Milliseconds between two looks at a recording that is being made ready. */
const PAUSE = 3_000;

export function sendPreparePage(call: PageCall, { recording, viewer }: OpenedRecording): FastifyReply {
  const { reply, folder, site } = call;
  const { id } = recording;
  const shared = sharedAddress(call, recording, ticketFor(call, 'share', recording, viewer));
  const prepare = publicAddress(call, PREPARE, { siteurl: site.siteName });
  // Kaltura's importer takes the number of the recording from this cookie. No other goes with this page: it knows one.
  reply.header('Set-Cookie', `recordId=${id}; Path=${folder.cookiePath}; HttpOnly; SameSite=Lax`);
  return sendStepPage(reply, {
    title: 'Your download begins',
    type: 'text/html',
    content: html`<p>It begins by itself in a moment. <a href="${playbackAddress(call, recording)}">Watch the recording</a></p>
<noscript><p><a href="${servletAddress(call, recording) + ticketFor(call, 'fetch', recording, viewer)}">Download</a></p></noscript>
<iframe id="prepare" title="Prepares the download" hidden></iframe>`,
    script: `var href='${shared}';
var recordId = ${id};
var serviceRecordId = ${id};
var prepareTicket = '${ticketFor(call, 'prepare', recording, viewer)}';
var prepareUrl = '${prepare}';

// A browser that has come by another name of the host stays at it.
function here(url) {
  return url.replace(/^https?:\\/\\/[^/]+/, '');
}

function refreshFrame(url) {
  document.getElementById('prepare').src = here(url);
}

function download() {
  var url = "${prepare}" + "&recordid=" + recordId + "&prepareTicket=" + prepareTicket;
  refreshFrame(url);
}

function func_prepare(status, url, ticket) {
  if (status === 'Preparing') {
    setTimeout(function () { refreshFrame(prepareUrl + url); }, ${PAUSE});
    return;
  }
  if (status !== 'OKOK') {
    document.querySelector('p').textContent = 'The recording cannot be downloaded now.';
    return;
  }
  var downloadUrl = '${servletAddress(call, recording)}' + ticket;
  location.href = here(downloadUrl);
}

window.addEventListener('load', download);`,
  });
}
