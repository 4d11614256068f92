'use client'

import { useEffect } from 'react'

const EVERY_MS = 60_000
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const

const tell = () =>
  void fetch('/api/seen', { method: 'POST', headers: { 'x-babu-form': '1' } }).catch(() => {
    // Out of reach just now: the next sign tells it.
  })

/**
 * Tells the server, at most once a minute, that somebody is at this screen: an open page alone keeps nobody signed in. A wall
 * that nobody touches is `alwaysOn`; its session ends after twelve hours only.
 */
export function Presence({ alwaysOn = false }: { alwaysOn?: boolean }) {
  useEffect(() => {
    if (alwaysOn) {
      const timer = setInterval(tell, EVERY_MS)
      return () => clearInterval(timer)
    }
    let last = performance.now()
    const seen = () => {
      if (performance.now() - last < EVERY_MS) return
      last = performance.now()
      tell()
    }
    for (const sign of SIGNS) addEventListener(sign, seen, { passive: true, capture: true })
    return () => SIGNS.forEach((sign) => removeEventListener(sign, seen, { capture: true }))
  }, [alwaysOn])
  return null
}
