'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { states } from '@/lib/i18n/states'
import { useLocale, useMessages } from './locale'
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

const AGAIN_MS = 10_000
const CUT = /connection closed|network|failed to fetch|load failed/i

/**
 * An answer that the network cut off in the middle is no fault of the page: it opens again by itself, at once where this device
 * keeps it, else when the network is back; never twice within ten seconds.
 */
function useOpensAgain(error: unknown, kept: boolean) {
  useEffect(() => {
    if (!(error instanceof Error) || 'digest' in error || !CUT.test(error.message)) return
    const again = () => {
      const last = Number(sessionStorage.getItem('babu-opened-again') ?? 0)
      if (Date.now() - last < AGAIN_MS) return
      sessionStorage.setItem('babu-opened-again', String(Date.now()))
      location.reload()
    }
    if (kept || navigator.onLine) again()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [error, kept])
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
  useOpensAgain(error, /^\/reception\//.test(usePathname() ?? ''))
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
