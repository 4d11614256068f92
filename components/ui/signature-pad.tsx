'use client'

import { Eraser, Undo2 } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import Pad, { type PointGroup } from 'signature_pad'
import { useMessages } from '@/components/shell/locale'
import { common } from '@/lib/i18n/common'
import { Button } from './button'
import { Input } from './input'

type Props = {
  /** Posts `<name>Strokes` (JSON of strokes), `<name>Png` (data URL) and `<name>Typed` (typed full name). */
  name?: string
  onChange?: (signed: boolean) => void
}

/** Signing on the glass; whoever cannot draw types the full name. */
export function SignaturePad({ name = 'signature', onChange }: Props) {
  const t = useMessages(common).signature
  const words = useMessages(common)
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<Pad>(null)
  const hintId = useId()
  const [typing, setTyping] = useState(false)
  const [typed, setTyped] = useState('')
  const [strokes, setStrokes] = useState<PointGroup[]>([])
  const [png, setPng] = useState('')

  const read = useEffectEvent((drawn: Pad) => {
    setStrokes(drawn.toData())
    setPng(drawn.isEmpty() ? '' : drawn.toDataURL('image/png'))
    onChange?.(!drawn.isEmpty())
  })

  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const drawn = new Pad(element, { minWidth: 0.8, maxWidth: 2.6, penColor: '#1c2a33' })
    pad.current = drawn
    drawn.addEventListener('endStroke', () => read(drawn))
    const fit = () => {
      const ratio = Math.max(window.devicePixelRatio, 1)
      const kept = drawn.toData()
      element.width = element.offsetWidth * ratio
      element.height = element.offsetHeight * ratio
      element.getContext('2d')?.scale(ratio, ratio)
      drawn.fromData(kept)
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => {
      observer.disconnect()
      drawn.off()
      pad.current = null
    }
  }, [typing])

  const redraw = (groups: PointGroup[]) => {
    const drawn = pad.current
    if (!drawn) return
    drawn.fromData(groups)
    setStrokes(groups)
    setPng(groups.length ? drawn.toDataURL('image/png') : '')
    onChange?.(groups.length > 0)
  }

  return (
    <div className="grid gap-2">
      <input
        type="hidden"
        name={`${name}Strokes`}
        value={typing || !strokes.length ? '' : JSON.stringify(strokes)}
      />
      <input type="hidden" name={`${name}Png`} value={typing ? '' : png} />
      <input type="hidden" name={`${name}Typed`} value={typing ? typed : ''} />
      {typing ? (
        <label className="grid gap-1">
          <span className="text-sm font-medium">{t.typedName}</span>
          <Input
            value={typed}
            autoFocus
            autoComplete="name"
            aria-describedby={hintId}
            className="font-title min-h-14 text-xl"
            onChange={(event) => {
              setTyped(event.target.value)
              onChange?.(event.target.value.trim().length > 1)
            }}
          />
          <span id={hintId} className="text-muted text-sm">
            {t.typedConfirm}
          </span>
        </label>
      ) : (
        <div className="rounded-card border-line-strong/70 relative border bg-[oklch(0.998_0.002_84)]">
          <canvas ref={canvas} role="img" aria-label={t.pad} className="block h-44 w-full touch-none" />
          <span
            aria-hidden
            className="pointer-events-none absolute inset-x-6 bottom-9 border-b border-[oklch(0.62_0.016_200)]"
          />
          {strokes.length === 0 && (
            <span className="pointer-events-none absolute inset-x-6 bottom-2 text-center text-sm text-[oklch(0.465_0.02_215)]">
              {t.hint}
            </span>
          )}
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {!typing && (
          <>
            <Button
              icon={<Undo2 aria-hidden className="size-4" />}
              disabled={!strokes.length}
              onClick={() => redraw(strokes.slice(0, -1))}
            >
              {words.undo}
            </Button>
            <Button
              icon={<Eraser aria-hidden className="size-4" />}
              disabled={!strokes.length}
              onClick={() => redraw([])}
            >
              {words.clear}
            </Button>
          </>
        )}
        <Button
          variant="quiet"
          className="ml-auto"
          onClick={() => {
            redraw([])
            setTyping(!typing)
            setStrokes([])
            setPng('')
            onChange?.(false)
          }}
        >
          {typing ? t.drawInstead : t.typeInstead}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {typing ? '' : strokes.length ? t.strokes({ count: strokes.length }) : t.empty}
      </p>
    </div>
  )
}
