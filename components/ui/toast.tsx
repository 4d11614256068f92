'use client'

import { Check, X } from 'lucide-react'
import { createContext, use, useCallback, useState, type ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import { common } from '@/lib/i18n/common'

type Say = (text: string) => void

const ToastContext = createContext<Say>(() => {})

/** Says a short good message in the corner, and aloud. Refusals belong next to their form instead. */
export const useToast = (): Say => use(ToastContext)

export function Toasts({ children }: { children: ReactNode }) {
  const t = useMessages(common)
  const [said, setSaid] = useState<{ id: number; text: string }[]>([])
  const drop = useCallback((id: number) => setSaid((all) => all.filter((one) => one.id !== id)), [])
  const say = useCallback<Say>(
    (text) => {
      const id = performance.now()
      setSaid((all) => [...all.slice(-2), { id, text }])
      setTimeout(() => drop(id), 6000)
    },
    [drop],
  )
  return (
    <ToastContext value={say}>
      {children}
      <div
        role="status"
        aria-label={t.notifications}
        data-print="no"
        className="desk:right-6 desk:bottom-6 desk:left-auto pointer-events-none fixed inset-x-4 bottom-20 z-50 grid justify-items-center gap-2"
      >
        {said.map(({ id, text }) => (
          <p
            key={id}
            className="rounded-card border-line bg-raised shadow-float pointer-events-auto flex animate-[rise_160ms] items-center gap-3 border py-1 pr-1 pl-4"
          >
            <Check aria-hidden className="text-pine size-4 shrink-0" />
            {text}
            <button
              type="button"
              aria-label={t.close}
              className="rounded-control text-muted hover:bg-hover desk:size-9 grid size-11 place-items-center"
              onClick={() => drop(id)}
            >
              <X aria-hidden className="size-4" />
            </button>
          </p>
        ))}
      </div>
    </ToastContext>
  )
}
