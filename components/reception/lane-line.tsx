'use client'

import type { ReactNode } from 'react'
import { Plate } from '@/components/visit/plate'
import { PersonName } from './person-name'

type Props = {
  plate: string
  name: string
  formOfAddress: string
  model: string
  href?: string
  /** Badges, ribbon, clocks. */
  children?: ReactNode
  /** Over the whole width. */
  below?: ReactNode
  /** The one next thing to do. */
  next?: ReactNode
}

/** One car on a lane: plate, who, what is next. */
export function LaneLine({ plate, name, formOfAddress, model, children, next, below }: Props) {
  return (
    <li className="border-line bg-surface rounded-card grid gap-1.5 border p-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Plate plate={plate} />
        <span className="min-w-0 flex-1">
          <PersonName name={name} formOfAddress={formOfAddress} />
          <span className="text-muted ml-2 text-sm">{model}</span>
        </span>
      </div>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <div className="grid min-w-0 flex-1 basis-56 gap-1">{children}</div>
        {next && <div className="ml-auto flex flex-wrap items-center justify-end gap-2">{next}</div>}
      </div>
      {below}
    </li>
  )
}
