'use client'

import { useEffect, useRef, type ReactNode } from 'react'

/**
 * When a visit goes on to its next stage, the button that was pressed is gone: whoever works by keys stands at the beginning of the
 * new stage, not of the page.
 */
export function StageFocus({ stage, children }: { stage: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  const before = useRef(stage)
  useEffect(() => {
    if (before.current === stage) return
    before.current = stage
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  }, [stage])
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      {children}
    </div>
  )
}
