/** The server that mail is sent through: it can be reached, and it takes the name and the password. Nothing is sent. */
import nodemailer from 'nodemailer';
import type { Settings } from '../../settings.ts';
import { about, type Finding, messageOf } from './finding.ts';

/** Milliseconds. */
const PATIENCE = 10_000;

export async function mailCheck({ smtpUrl, mailFrom, smsGateway }: Settings): Promise<readonly Finding[]> {
  const mail = about('mail');
  const sms =
    smsGateway === '' ? [] : [about('text messages').look('the gateway is not asked: that would send one')];
  if (smtpUrl === '') {
    return [
      mail.look('no server is set: mail is kept in the outbox. Name one with --smtp-url smtp://…'),
      ...sms,
    ];
  }
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { host } = new URL(smtpUrl);
  try {
    await transport.verify();
    const from =
      mailFrom === ''
        ? [mail.look('no --mail-from is set: mail comes from messenger@ and the public host')]
        : [];
    return [mail.ok(`the server at ${host} takes mail`), ...from, ...sms];
  } catch (error) {
    return [mail.wrong(`the server at ${host} does not take mail: ${messageOf(error)}`), ...sms];
  } finally {
    transport.close();
  }
}
