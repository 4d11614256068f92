import { MessageSquare } from 'lucide-react'
import type { Metadata } from 'next'
import { MessageBubble } from '@/components/appointments/message-bubble'
import { Page, PageHeader } from '@/components/shell/page-header'
import { ActionForm } from '@/components/ui/action-form'
import { Empty } from '@/components/ui/empty'
import { LinkButton } from '@/components/ui/link-button'
import { buttonClass } from '@/components/ui/button-class'
import { Field } from '@/components/ui/field'
import { DigitsInput } from '@/components/ui/input'
import { SearchForm } from '@/components/ui/search-form'
import { Submit } from '@/components/ui/submit'
import { messagesSent } from '@/lib/appointments/server/messages-sent'
import { outbox } from '@/lib/i18n/outbox'
import { currentLocale } from '@/lib/server/locale'
import { requireContext } from '@/lib/server/session'
import { sendAgain } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: outbox[await currentLocale()].title }
}

const MOST = 40

export default async function Outbox({ searchParams }: PageProps<'/outbox'>) {
  const { tail = '', before = '' } = await searchParams
  const context = await requireContext('message.list')
  const locale = await currentLocale()
  const t = outbox[locale]
  const messages = await messagesSent(context, { tail, before, most: MOST })
  const last = messages.at(-1)
  return (
    <Page width="narrow">
      <PageHeader title={t.title} lead={t.lead}>
        <SearchForm action="/outbox" className="flex flex-wrap items-end gap-2">
          <Field label={t.search} name="tail" className="min-w-48 flex-1">
            <DigitsInput defaultValue={String(tail)} maxLength={11} />
          </Field>
          <button className={buttonClass({ variant: 'secondary' })}>{t.find}</button>
          {tail && (
            <LinkButton href="/outbox" variant="quiet">
              {t.all}
            </LinkButton>
          )}
        </SearchForm>
      </PageHeader>
      {messages.length === 0 ? (
        <Empty title={tail ? t.nothingFound : t.emptyTitle} icon={<MessageSquare />}>
          {tail ? t.nothingFoundLead : t.emptyLead}
        </Empty>
      ) : (
        <ol className="grid gap-5">
          {messages.map((message) => (
            <li key={message.id}>
              <MessageBubble message={message} locale={locale}>
                {message.mayGoAgain && (
                  <ActionForm action={sendAgain} okMessage={t.queuedAgain} className="justify-self-start">
                    <input type="hidden" name="id" value={message.id} />
                    <Submit variant="secondary" size="small">
                      {t.sendAgain}
                    </Submit>
                  </ActionForm>
                )}
              </MessageBubble>
            </li>
          ))}
        </ol>
      )}
      {messages.length === MOST && last && (
        <LinkButton
          href={`/outbox?tail=${encodeURIComponent(String(tail))}&before=${last.id}`}
          className="mt-6"
        >
          {t.older}
        </LinkButton>
      )}
    </Page>
  )
}
