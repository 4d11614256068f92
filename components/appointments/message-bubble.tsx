import type { ReactNode } from 'react'
import { Link } from '@/components/ui/link'
import { Badge, Status, type StatusShape } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { isLocale } from '@/lib/core/locale'
import type { ChannelKind } from '@/lib/dealership/message-channel'
import { isFailure } from '@/lib/dealership/message-outcome'
import { appointments } from '@/lib/i18n/appointments'
import { phone } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
import { messageChannels } from '@/lib/i18n/message-channels'
import { messageText, type MessageFacts } from '@/lib/i18n/messages'
import { outbox } from '@/lib/i18n/outbox'

type Message = {
  recipient: string
  customerName: string | null
  channel: 'phone' | 'online' | 'store' | 'api' | 'wechat' | 'sms'
  template: string
  locale: string
  facts: MessageFacts
  status: 'queued' | 'sent' | 'failed' | 'dropped'
  createdAt: Date
  error: string | null
  via: ChannelKind[]
}

const SHAPES: Record<Message['status'], StatusShape> = {
  queued: 'waiting',
  sent: 'done',
  failed: 'late',
  dropped: 'off',
}
const reasonOf = ({ status }: Message, error: string, locale: Locale) => {
  const t = outbox[locale]
  const reason = isFailure(error) ? messageChannels[locale].reasons[error] : t.otherReason
  return status === 'queued' ? t.notYet({ reason }) : t.why({ reason })
}
const PATH = /(\/v\/[\w-]+(?:\/[\w-]+)*)/

/** One message as its reader sees it, in the reader's language, with a link that works. */
export function MessageBubble({
  message,
  locale,
  children,
}: {
  message: Message
  locale: Locale
  /** What can be done with it. */
  children?: ReactNode
}) {
  const t = outbox[locale]
  const theirs = isLocale(message.locale) ? message.locale : 'zh-CN'
  const text =
    messageText(message.template, message.facts, theirs) ?? t.unknown({ template: message.template })
  return (
    <article className="grid gap-1.5">
      <header className="text-muted flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span className="text-ink tabular font-medium">{phone(message.recipient)}</span>
        {message.customerName && <span>{message.customerName}</span>}
        <Badge>{appointments[locale].channels[message.channel]}</Badge>
        <Status shape={SHAPES[message.status]}>{t.statuses[message.status]}</Status>
        {message.via.map((kind) => (
          <span key={kind}>{t.via({ channel: messageChannels[locale].kinds[kind] })}</span>
        ))}
        <Time at={message.createdAt} className="tabular ml-auto" />
      </header>
      <p
        lang={theirs}
        className="rounded-card border-line bg-surface max-w-prose rounded-tl-none border px-4 py-3 break-words whitespace-pre-line"
      >
        {text.split(PATH).map((part, index) =>
          PATH.test(part) ? (
            <Link
              key={index}
              href={part}
              target="_blank"
              rel="noreferrer"
              prefetch={false}
              className="text-celadon-ink break-all underline underline-offset-4"
            >
              {part}
            </Link>
          ) : (
            part
          ),
        )}
      </p>
      {message.error && message.status !== 'sent' && (
        <p className="text-muted text-sm">{reasonOf(message, message.error, locale)}</p>
      )}
      {children}
    </article>
  )
}
