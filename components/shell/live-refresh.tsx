'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useState } from 'react'
import { isShown, waitBefore } from './refresh-pace'

/**
 * Shows changes made elsewhere: the page is loaded again when the stream tells of one, when one may have been missed, and when
 * the reader may see it no longer. A hidden page waits until it is looked at.
 * `source` is '/api/stream' for staff or '/api/stream/link/<token>' for a customer; `since` is when the page was made.
 */
export function LiveRefresh({ source, since }: { source: string; since: Date }) {
  const router = useRouter()
  const [address] = useState(`${source}?since=${since.getTime()}`)
  useEffect(() => {
    let pending: ReturnType<typeof setTimeout> | undefined
    let last = -Infinity
    let owed = false
    const refresh = () => {
      owed = true
      if (document.hidden) return
      pending ??= setTimeout(
        () => {
          pending = undefined
          owed = false
          last = performance.now()
          startTransition(() => router.refresh())
        },
        waitBefore(performance.now() - last),
      )
    }
    const shown = () => {
      if (owed) refresh()
    }
    document.addEventListener('visibilitychange', shown)
    const stream = new EventSource(address)
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      if (isShown(location.pathname, (JSON.parse(data) as { name?: string }).name)) refresh()
    }
    stream.onerror = () => {
      delete document.documentElement.dataset.live
    }
    stream.addEventListener('ready', ({ data }: MessageEvent<string>) => {
      document.documentElement.dataset.live = 'on'
      if (!(JSON.parse(data) as { fresh: boolean }).fresh) refresh()
    })
    stream.addEventListener('over', () => {
      stream.close()
      startTransition(() => router.refresh())
    })
    return () => {
      stream.close()
      document.removeEventListener('visibilitychange', shown)
      if (pending) clearTimeout(pending)
      delete document.documentElement.dataset.live
    }
  }, [router, address])
  return null
}
