'use client'

import { useEffect, useState } from 'react'
import { Link } from '@/components/ui/link'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { REFUSALS, type RefusalCode } from '@/lib/core/refusal'
import { shell } from '@/lib/i18n/shell'
import { SkeletonRows, Skeleton } from '@/components/ui/skeleton'
import { useLocale, useMessages } from './locale'

const codeOf = (digest: string | undefined): RefusalCode | undefined => {
  const code = digest?.startsWith('refusal:') ? digest.slice('refusal:'.length) : undefined
  return code && code in REFUSALS ? (code as RefusalCode) : undefined
}

/** The sentence of a refusal, fetched when there is one to say: not every page brings the sentences of all. */
function useSentence(code: RefusalCode | undefined): string {
  const locale = useLocale()
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!code) return
    let current = true
    void import('@/lib/i18n/refusals').then(
      ({ refusalText }) => current && setSaid(refusalText({ code }, locale)),
    )
    return () => {
      current = false
    }
  }, [code, locale])
  return said
}

/** A page that could not be shown: a refusal in words, or a fault with its reference. */
export function ErrorState({
  error,
  retry,
  home = '/',
}: {
  error: unknown
  retry: () => void
  home?: string
}) {
  const t = useMessages(shell)
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  const code = codeOf(digest)
  const said = useSentence(code)
  const title =
    code === 'auth.forbidden'
      ? t.forbidden.title
      : code === 'common.not-found'
        ? t.notFound.title
        : t.error.title
  return (
    <StateFrame title={title} lead={said || (code ? '' : t.error.lead)}>
      {!code && digest && (
        <p className="text-muted text-sm">
          {t.error.reference} <code className="text-ink font-mono select-all">{digest}</code>
        </p>
      )}
      <div className="flex flex-wrap justify-center gap-2">
        {code !== 'auth.forbidden' && (
          <Button variant="primary" onClick={retry}>
            {t.error.retry}
          </Button>
        )}
        <Link href={home} className={buttonClass()}>
          {t.error.home}
        </Link>
      </div>
    </StateFrame>
  )
}

export function NotFoundState({ home = '/' }: { home?: string }) {
  const t = useMessages(shell)
  return (
    <StateFrame title={t.notFound.title} lead={t.notFound.lead}>
      <Link href={home} className={buttonClass({ variant: 'primary' })}>
        {t.error.home}
      </Link>
    </StateFrame>
  )
}

export function LoadingState() {
  const t = useMessages(shell)
  return (
    <div className="tablet:px-6 desk:px-8 mx-auto w-full max-w-360 px-4 py-5" aria-busy>
      <p role="status" className="sr-only">
        {t.loadingPage}
      </p>
      <Skeleton className="mb-6 h-9 w-56" />
      <SkeletonRows rows={7} />
    </div>
  )
}

function StateFrame({ title, lead, children }: { title: string; lead: string; children: React.ReactNode }) {
  return (
    <div className="mx-auto grid min-h-[70dvh] max-w-lg place-items-center content-center gap-4 px-6 py-12 text-center">
      <EightSteps />
      <h1 className="font-title text-2xl font-semibold">{title}</h1>
      <p className="text-muted">{lead}</p>
      {children}
    </div>
  )
}

/** The ribbon with one step out of line. */
function EightSteps() {
  return (
    <svg aria-hidden viewBox="0 0 172 30" className="text-celadon h-8">
      {Array.from({ length: 8 }, (_, step) => (
        <rect
          key={step}
          x={step * 21.5}
          y={step === 4 ? 15 : 10}
          width="20"
          height="8"
          rx="1.5"
          className={step < 4 ? 'fill-celadon' : step === 4 ? 'fill-vermilion' : 'fill-line'}
          transform={step === 4 ? 'rotate(9 96 19)' : undefined}
        />
      ))}
    </svg>
  )
}
