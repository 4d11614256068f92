import 'server-only'
import { createTransport } from 'nodemailer'
import { resolvePublic } from '@/lib/server/public-address'
import type { ChannelConfigs } from '../../message-channel'
import { later, never, sent, type Outcome } from '../../message-outcome'
import type { Letter } from './letter'

type SmtpError = Error & { code?: string; responseCode?: number; command?: string }

const GREYLISTED_SECONDS = 300

/** What a mail server's no means: 4xx is for now, 5xx for good (RFC 5321, 4.2.1). */
function meaning({ code, responseCode = 0, command = '' }: SmtpError): Outcome {
  const detail = responseCode || code
  if (code === 'ADDRESS_FORBIDDEN') return never('address-forbidden')
  if (code === 'ETLS') return later('unreachable', 0, detail)
  if (responseCode >= 400 && responseCode < 500)
    return later(responseCode === 421 ? 'provider-fault' : 'rate-limited', GREYLISTED_SECONDS, detail)
  if (code === 'EAUTH' || code === 'ENOAUTH') return never('bad-credentials', detail)
  if (responseCode >= 500) {
    if (command.startsWith('RCPT') || [550, 551, 553].includes(responseCode))
      return never('bad-recipient', detail)
    return never(responseCode === 530 ? 'not-permitted' : 'content-refused', detail)
  }
  if (code === 'EENVELOPE') return never('bad-recipient', detail)
  return later(code === 'ETIMEDOUT' ? 'timed-out' : 'unreachable', 0, detail)
}

/** Sends an e-mail over TLS; its Message-ID is made of our id, so that a mailbox shows a repeated one once. */
export async function sendSmtp(
  { host, port, security, user, from, certificate }: ChannelConfigs['smtp'],
  password: string,
  letter: Letter,
): Promise<Outcome> {
  try {
    const transport = createTransport({
      host: await resolvePublic(host),
      port,
      secure: security === 'tls',
      requireTLS: true,
      auth: { user, pass: password },
      tls: { servername: host, minVersion: 'TLSv1.2', ...(certificate && { ca: certificate }) },
      dnsTimeout: letter.timeoutMs,
      connectionTimeout: letter.timeoutMs,
      greetingTimeout: letter.timeoutMs,
      socketTimeout: letter.timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    const messageId = `<${letter.id}@${from.slice(from.lastIndexOf('@') + 1)}>`
    const { subject, text, to } = letter
    const info = await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      messageId,
      headers: { 'Content-Language': letter.locale, 'Auto-Submitted': 'auto-generated' },
    })
    return sent(info.messageId)
  } catch (error) {
    return meaning(error as SmtpError)
  }
}
