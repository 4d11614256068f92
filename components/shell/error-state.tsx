'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { states } from '@/lib/i18n/states'
import { useLocale, useMessages } from './locale'
import { useOpensAgain } from './opens-again'
import { StateFrame } from './state-frame'

/** The sentence of a refusal, fetched when there is one to say: not every page brings the sentences of all. */
function useSentence(code: string | undefined): string {
  const locale = useLocale()
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (!code) return
    let current = true
    void import('@/lib/i18n/refusals').then(
      ({ isRefusal, refusalText }) => current && isRefusal(code) && setSaid(refusalText({ code }, locale)),
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
  const t = useMessages(states)
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  const code = digest?.startsWith('refusal:') ? digest.slice('refusal:'.length) : undefined
  const said = useSentence(code)
  useOpensAgain(error)
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
        <a href={home} className={buttonClass()}>
          {t.error.home}
        </a>
      </div>
    </StateFrame>
  )
}
