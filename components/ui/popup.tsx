'use client'

import { Popover } from '@base-ui/react/popover'
import type { ComponentProps, ReactElement, ReactNode } from 'react'

type Props = {
  /** The button that opens it. */
  trigger: ReactElement<ComponentProps<'button'>>
  children: ReactNode
  label?: string
}

/** A small sheet of paper that hangs on its button. */
export function Popup({ trigger, children, label }: Props) {
  return (
    <Popover.Root>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} collisionPadding={12} className="z-40">
          <Popover.Popup
            aria-label={label}
            className="rounded-card border-line bg-raised text-ink shadow-float max-h-(--available-height) w-[min(22rem,calc(100vw-24px))] origin-(--transform-origin) overflow-y-auto border p-4 text-base transition-[opacity,transform] data-ending-style:opacity-0 data-starting-style:translate-y-1 data-starting-style:opacity-0"
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
