'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect } from 'react'

const GATHER_MS = 120

/**
 * Shows changes made elsewhere: the page is loaded again when the stream tells of one, and when a broken stream is back.
 * `source` is '/api/stream' for staff or '/api/stream/link/<token>' for a customer.
 */
export function LiveRefresh({ source }: { source: string }) {
  const router = useRouter()
  useEffect(() => {
    let pending: ReturnType<typeof setTimeout> | undefined
    let broken = false
    const refresh = () => {
      pending ??= setTimeout(() => {
        pending = undefined
        startTransition(() => router.refresh())
      }, GATHER_MS)
    }
    const stream = new EventSource(source)
    stream.onmessage = refresh
    stream.onerror = () => {
      broken = true
    }
    stream.addEventListener('open', () => {
      document.documentElement.dataset.live = 'on'
      if (broken) refresh()
      broken = false
    })
    return () => {
      stream.close()
      if (pending) clearTimeout(pending)
      delete document.documentElement.dataset.live
    }
  }, [router, source])
  return null
}
