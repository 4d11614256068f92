'use client'

import clsx from 'clsx'
import { useId, useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { Facts } from '@/components/ui/card'
import { Dialog } from '@/components/ui/dialog'
import { Time } from '@/components/ui/time'
import { shell } from '@/lib/i18n/shell'

type Props = {
  what?: 'signed' | 'approved'
  by: string
  at: string
  channel: 'glass' | 'link' | 'typed' | 'paper'
  version?: number | string
  hash?: string
  /** Address of the picture of the signature. */
  imageSrc?: string
  className?: string
}

/** What the customer signed or approved: a small seal with time and channel that opens to its proof. */
export function Seal({ what = 'signed', by, at, channel, version, hash, imageSrc, className }: Props) {
  const t = useMessages(shell).visit.seal
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const facts = [
    { term: t.by, value: by },
    { term: t.at, value: <Time at={at} show="full" /> },
    { term: t.channel, value: t.channels[channel] },
    ...(version === undefined ? [] : [{ term: t.version, value: version }]),
    ...(hash ? [{ term: t.hash, value: <code className="font-mono text-sm break-all">{hash}</code> }] : []),
  ]
  return (
    <>
      <button
        type="button"
        aria-label={`${t[what]}, ${by}, ${format.dateTime(at)}, ${t.channels[channel]}. ${t.details}`}
        onClick={() => setOpen(true)}
        className={clsx(
          'group rounded-control inline-flex min-h-11 items-center gap-2.5 text-left',
          className,
        )}
      >
        <SealMark word={t[what]} className="size-10 shrink-0" />
        <span className="text-sm leading-tight">
          <span className="block font-medium group-hover:underline">{format.dateTime(at)}</span>
          <span className="text-muted block">{t.channels[channel]}</span>
        </span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t.title}>
        <div className="grid gap-4">
          {imageSrc && (
            <img
              src={imageSrc}
              alt={t.image({ name: by })}
              className="rounded-card border-line h-36 w-full border bg-white object-contain"
            />
          )}
          <Facts facts={facts} />
          <SealMark word={t[what]} className="-mt-6 size-16 justify-self-end" />
        </div>
      </Dialog>
    </>
  )
}

/** The carved square itself, with the unsteady edge of stone on paper. */
export function SealMark({ word, className }: { word: string; className?: string }) {
  const id = useId()
  const chinese = useLocale() === 'zh-CN'
  return (
    <svg aria-hidden viewBox="0 0 64 64" className={clsx('seal -rotate-3', className)}>
      <filter id={id} x="-5%" y="-5%" width="110%" height="110%">
        <feTurbulence type="fractalNoise" baseFrequency="0.09" numOctaves="2" seed="8" />
        <feDisplacementMap in="SourceGraphic" scale="2.6" />
      </filter>
      <g filter={`url(#${id})`}>
        <rect x="4" y="4" width="56" height="56" rx="7" fill="currentColor" />
        <rect
          x="8.5"
          y="8.5"
          width="47"
          height="47"
          rx="4"
          fill="none"
          stroke="var(--carved)"
          strokeWidth="1.6"
        />
        {chinese ? (
          <text x="32" y="30" textAnchor="middle" className="seal-han">
            <tspan x="32">{word.slice(0, 1)}</tspan>
            <tspan x="32" dy="22">
              {word.slice(1, 2)}
            </tspan>
          </text>
        ) : (
          <text textAnchor="middle" className="seal-latin">
            {[word.slice(0, Math.ceil(word.length / 2)), word.slice(Math.ceil(word.length / 2))].map(
              (half, line) => (
                <tspan key={line} x="32" y={29 + line * 19} textLength="38" lengthAdjust="spacingAndGlyphs">
                  {half.toUpperCase()}
                </tspan>
              ),
            )}
          </text>
        )}
      </g>
    </svg>
  )
}
