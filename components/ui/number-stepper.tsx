'use client'

import { Minus, Plus } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { useMessages } from '@/components/shell/locale'
import { common } from '@/lib/i18n/common'
import { controlClass } from './control-class'
import { useField } from './form-context'

type Props = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  defaultValue?: number
  min?: number
  max?: number
  step?: number
  onChange?: (value: number) => void
}

/** A number with large minus and plus buttons. */
export function NumberStepper({
  defaultValue = 0,
  min = 0,
  max = 9_999_999,
  step = 1,
  onChange,
  ...rest
}: Props) {
  const t = useMessages(common)
  const { wiring, typed } = useField(rest)
  const [text, setText] = useState(typed ?? String(defaultValue))
  const set = (value: number) => {
    const held = Math.min(max, Math.max(min, Number.isFinite(value) ? value : min))
    setText(String(held))
    onChange?.(held)
  }
  const button =
    'grid w-11 shrink-0 place-items-center border-line-strong/70 text-muted hover:bg-hover hover:text-ink'
  return (
    <span className="rounded-control border-line-strong/70 bg-raised has-[input:focus-visible]:border-celadon flex w-full max-w-52 overflow-hidden border">
      <button
        type="button"
        aria-label={t.decrease}
        disabled={Number(text) <= min}
        className={`${button} border-r disabled:opacity-40`}
        onClick={() => set(Number(text) - step)}
      >
        <Minus aria-hidden className="size-4" />
      </button>
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        {...wiring}
        {...rest}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          const value = Number(event.target.value)
          if (event.target.value !== '' && Number.isFinite(value)) onChange?.(value)
        }}
        onBlur={() => text !== '' && set(Number(text))}
        className={controlClass('border-0 text-center')}
      />
      <button
        type="button"
        aria-label={t.increase}
        disabled={Number(text) >= max}
        className={`${button} border-l disabled:opacity-40`}
        onClick={() => set(Number(text) + step)}
      >
        <Plus aria-hidden className="size-4" />
      </button>
    </span>
  )
}
