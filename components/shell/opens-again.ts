import { useEffect } from 'react'

const AGAIN_MS = 10_000
const CUT = /connection closed|network|failed to fetch|load failed/i
/** A walk-around is kept on the device that has opened it. */
const KEPT = /^\/reception\//

/**
 * An answer that the network cut off in the middle is no fault of the page: it opens again by itself, at once where this device
 * keeps it, else when the network is back; never twice within ten seconds.
 */
export function useOpensAgain(error: unknown): void {
  useEffect(() => {
    if (!(error instanceof Error) || 'digest' in error || !CUT.test(error.message)) return
    const again = () => {
      const last = Number(sessionStorage.getItem('babu-opened-again') ?? 0)
      if (Date.now() - last < AGAIN_MS) return
      sessionStorage.setItem('babu-opened-again', String(Date.now()))
      location.reload()
    }
    if (KEPT.test(location.pathname) || navigator.onLine) again()
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [error])
}
