'use client'

import { CloudOff, PenLine } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useFormat, useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { reception } from '@/lib/i18n/reception'
import type { Required } from '@/lib/reception/walk-around'
import type { Walk } from './use-draft'

type Props = { walk: Walk; missing: Required[]; onSign: () => void }

const onLine = (changed: () => void) => {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
const useNetwork = () => useSyncExternalStore(onLine, () => navigator.onLine, () => true) // prettier-ignore

/** To the first of what the server did not take, wherever on the page it stands. */
const toUnsettled = () => document.querySelector<HTMLElement>('[data-unsettled]')?.focus()
/** To the first part in which something is missing. */
const toMissing = () => {
  const part = document.querySelector<HTMLElement>('[data-missing]')
  part?.focus({ preventScroll: true })
  part?.scrollIntoView()
}

/** What is missing, what still waits on this device, and the signature, which needs the server. */
export function SignBar({ walk, missing, onSign }: Props) {
  const t = useMessages(reception)
  const format = useFormat()
  const there = useNetwork() && walk.line !== 'down'
  const count = walk.waiting.length
  const stuck = walk.waiting.filter(({ state }) => state === 'refused' || state === 'conflict').length
  const signedOut = walk.line === 'signedOut' && count > 0
  return (
    <div
      id="signing"
      tabIndex={-1}
      className="border-line bg-surface shadow-float rounded-card tablet:bottom-3 sticky bottom-16 z-20 flex flex-wrap items-center gap-x-4 gap-y-2 border px-4 py-3"
    >
      <div className="min-w-0 flex-1 basis-60">
        <p className={missing.length ? 'text-amber-ink font-medium' : 'text-pine-ink font-medium'}>
          {missing.length ? t.missing({ count: missing.length }) : t.complete}
          <span role="status" className="text-muted tabular ml-3 text-sm font-normal">
            {!there && <CloudOff aria-hidden className="mr-1 inline size-4" />}
            <SyncWords walk={walk} there={there} />
          </span>
        </p>
        {missing.length > 0 ? (
          <button
            type="button"
            className="text-muted hover:text-ink min-h-11 text-left text-sm underline decoration-dotted underline-offset-4"
            onClick={toMissing}
          >
            <span className="line-clamp-2">{format.list(missing.map((key) => t.required[key] ?? key))}</span>
          </button>
        ) : (
          !there && <p className="text-muted text-sm">{t.offline.signLater}</p>
        )}
        {there && stuck > 0 && (
          <p className="text-vermilion-ink text-sm">{t.offline.unsettled({ count: stuck })}</p>
        )}
      </div>
      {signedOut && (
        <LinkButton size="large" href="/sign-in" className="max-tablet:flex-1 whitespace-nowrap">
          {t.offline.signIn}
        </LinkButton>
      )}
      {there && stuck > 0 && (
        <Button size="large" className="max-tablet:flex-1 whitespace-nowrap" onClick={toUnsettled}>
          {t.offline.toUnsettled}
        </Button>
      )}
      {count > 0 && !signedOut && !stuck && walk.line === 'down' && (
        <Button
          size="large"
          className="max-tablet:flex-1 whitespace-nowrap"
          onClick={() => void walk.flush()}
        >
          {t.tryAgain}
        </Button>
      )}
      <Button
        variant="primary"
        size="large"
        className="max-tablet:flex-1 whitespace-nowrap"
        icon={<PenLine aria-hidden className="size-5" />}
        disabled={missing.length > 0 || !there || stuck > 0}
        onClick={onSign}
      >
        {t.sign.open}
      </Button>
    </div>
  )
}

/** How many changes wait on this device, and when the server last took one. */
function SyncWords({ walk: { waiting, line, syncedAt }, there }: { walk: Walk; there: boolean }) {
  const t = useMessages(reception)
  const format = useFormat()
  const count = waiting.length
  const last = syncedAt ? t.offline.last({ time: format.time(syncedAt) }) : ''
  if (count > 0 && line === 'signedOut') return t.offline.signedOut({ count })
  if (!there) return [count ? t.offline.wait({ count }) : t.offline.none, last].filter(Boolean).join(' ')
  if (count > 0) return line === 'sending' ? t.saving : t.offline.toSend({ count })
  return syncedAt ? t.saved({ time: format.time(syncedAt) }) : ''
}
