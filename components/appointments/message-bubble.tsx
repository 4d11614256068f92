import { Link } from '@/components/ui/link'
import { Badge, Status, type StatusShape } from '@/components/ui/badge'
import { Time } from '@/components/ui/time'
import { isLocale } from '@/lib/core/locale'
import { appointments } from '@/lib/i18n/appointments'
import { phone } from '@/lib/i18n/format'
import type { Locale } from '@/lib/i18n/locales'
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
}

const SHAPES: Record<Message['status'], StatusShape> = {
  queued: 'waiting',
  sent: 'done',
  failed: 'late',
  dropped: 'off',
}
const PATH = /(\/v\/[\w-]+(?:\/[\w-]+)*)/

/** One message as its reader sees it, in the reader's language, with a link that works. */
export function MessageBubble({ message, locale }: { message: Message; locale: Locale }) {
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
    </article>
  )
}
