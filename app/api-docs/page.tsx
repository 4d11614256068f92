import type { Metadata } from 'next'
import { LanguageSwitch } from '@/components/shell/language-switch'
import { buttonClass } from '@/components/ui/button-class'
import { api } from '@/lib/i18n/api'
import { REQUESTS_PER_MINUTE } from '@/lib/server/api/bearer'
import { currentLocale } from '@/lib/server/locale'
import { OperationPart, SchemaPart } from './parts'
import { documentView } from './view'

export async function generateMetadata(): Promise<Metadata> {
  return { title: api[await currentLocale()].title }
}

/** The API for people, made from the same document that machines read. */
export default async function ApiPage() {
  const t = api[await currentLocale()]
  const { operations, schemas, version } = documentView()
  const rules = [
    t.startKey,
    t.startIdempotency,
    t.startPages,
    t.startErrors,
    t.startLimits({ count: REQUESTS_PER_MINUTE }),
  ]
  return (
    <main className="tablet:px-6 mx-auto max-w-5xl px-4 py-8">
      <header className="flex flex-wrap items-start gap-4">
        <div className="min-w-0 flex-1">
          <h1 className="font-title text-3xl font-semibold">{t.title}</h1>
          <p className="text-muted mt-1 max-w-prose">{t.lead}</p>
        </div>
        <LanguageSwitch />
        <a href="/api/v1/openapi.json" className={buttonClass({ variant: 'secondary' })}>
          {t.download} <span className="tabular ml-1">{version}</span>
        </a>
      </header>
      <h2 className="font-title mt-8 mb-2 text-xl font-semibold">{t.start}</h2>
      <ul className="max-w-prose list-disc space-y-1 pl-5">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <nav aria-label={t.contents} className="mt-6">
        <ul className="desk:columns-3 tablet:columns-2 gap-6">
          {operations.map(({ id, method, path }) => (
            <li key={id}>
              <a href={`#${id}`} className="flex min-h-11 items-center gap-2 text-sm hover:underline">
                <code className="text-muted w-12 shrink-0">{method}</code>
                <code className="min-w-0 break-all">{path}</code>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 className="font-title mt-8 mb-2 text-xl font-semibold">{t.operations}</h2>
      {operations.map((operation) => (
        <OperationPart key={operation.id} operation={operation} t={t} />
      ))}
      <h2 className="font-title mt-8 mb-2 text-xl font-semibold">{t.schemas}</h2>
      {schemas.map((schema) => (
        <SchemaPart key={schema.name} schema={schema} t={t} />
      ))}
    </main>
  )
}
