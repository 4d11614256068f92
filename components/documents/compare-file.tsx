'use client'

import { CircleCheck, CircleX, FileSearch } from 'lucide-react'
import { useId, useState, type DragEvent } from 'react'
import clsx from 'clsx'
import { useMessages } from '@/components/shell/locale'
import { papers } from '@/lib/i18n/papers'

type Outcome = 'comparing' | 'same' | 'different' | 'unreadable'

const hashOf = async (file: File): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

/** Compares a file of the reader with the paper that was signed; the file never leaves the browser. */
export function CompareFile({ sha256 }: { sha256: string }) {
  const t = useMessages(papers).verify
  const hint = useId()
  const [name, setName] = useState('')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [over, setOver] = useState(false)

  async function compare(file: File | undefined) {
    if (!file) return
    setName(file.name)
    setOutcome('comparing')
    try {
      setOutcome((await hashOf(file)) === sha256 ? 'same' : 'different')
    } catch {
      setOutcome('unreadable')
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void compare(event.dataTransfer.files[0])
  }
  return (
    <div className="grid gap-4">
      <label
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={clsx(
          'rounded-card focus-within:outline-celadon grid min-h-32 cursor-pointer place-items-center gap-1 border-2 border-dashed p-5 text-center focus-within:outline-2',
          over ? 'border-celadon bg-celadon-soft' : 'border-line-strong',
        )}
      >
        <FileSearch aria-hidden className="text-celadon size-7" />
        <span className="font-medium">{t.choose}</span>
        <span id={hint} className="text-muted text-sm">
          {t.chooseHint}
        </span>
        <input
          type="file"
          accept="application/pdf"
          aria-describedby={hint}
          className="sr-only"
          onChange={(event) => void compare(event.currentTarget.files?.[0])}
        />
      </label>
      <div role="status" aria-live="polite">
        {outcome && (
          <div
            className={clsx(
              'rounded-card flex gap-3 p-4',
              outcome === 'same' && 'bg-pine-soft text-pine-ink',
              outcome === 'different' && 'bg-vermilion-soft text-vermilion-ink',
              outcome === 'unreadable' && 'bg-amber-soft text-amber-ink',
            )}
          >
            {outcome === 'same' && <CircleCheck aria-hidden className="size-6 shrink-0" />}
            {outcome === 'different' && <CircleX aria-hidden className="size-6 shrink-0" />}
            <div className="min-w-0">
              <p className="font-medium">{t[outcome]}</p>
              <p className="text-sm break-all">{t.file({ name })}</p>
            </div>
          </div>
        )}
      </div>
    </div>
  )
}
