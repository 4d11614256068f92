'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useState } from 'react'

const GATHER_MS = 120

/**
 * Shows changes made elsewhere: the page is loaded again when the stream tells of one, when one may have been missed, and when
 * the reader may see it no longer.
 * `source` is '/api/stream' for staff or '/api/stream/link/<token>' for a customer; `since` is when the page was made.
 */
export function LiveRefresh({ source, since }: { source: string; since: Date }) {
  const router = useRouter()
  const [address] = useState(`${source}?since=${since.getTime()}`)
  useEffect(() => {
    let pending: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      pending ??= setTimeout(() => {
        pending = undefined
        startTransition(() => router.refresh())
      }, GATHER_MS)
    }
    const stream = new EventSource(address)
    stream.onmessage = refresh
    stream.onerror = () => {
      delete document.documentElement.dataset.live
    }
    stream.addEventListener('ready', ({ data }: MessageEvent<string>) => {
      document.documentElement.dataset.live = 'on'
      if (!(JSON.parse(data) as { fresh: boolean }).fresh) refresh()
    })
    stream.addEventListener('over', () => {
      stream.close()
      refresh()
    })
    return () => {
      stream.close()
      if (pending) clearTimeout(pending)
      delete document.documentElement.dataset.live
    }
  }, [router, address])
  return null
}
