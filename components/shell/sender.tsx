'use client'

import { useEffect } from 'react'

/**
 * What was done without network goes to the server by itself, wherever its author is. Loads nothing where nothing was ever kept.
 */
export function Sender({ staffId }: { staffId: string }) {
  useEffect(() => {
    let over = false
    let stop = () => {}
    const start = async () => {
      const { belongTo, isUsed } = await import('@/components/reception/offline/kept-pages')
      if (!(await isUsed())) return
      await belongTo(staffId, Date.now())
      const { keepSending } = await import('@/components/reception/offline/sender')
      if (!over) stop = keepSending(staffId)
    }
    start().catch(() => undefined)
    return () => {
      over = true
      stop()
    }
  }, [staffId])
  return null
}
