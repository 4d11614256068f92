'use client'

import { LoaderCircle } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Button } from './button'
import { useFormContext } from './form-context'

/** Posts the surrounding ActionForm; shows that it is under way and cannot be pressed twice. */
export function Submit({
  variant = 'primary',
  icon,
  disabled,
  children,
  ...rest
}: ComponentProps<typeof Button>) {
  const { pending } = useFormContext()
  return (
    <Button
      type="submit"
      variant={variant}
      disabled={disabled}
      aria-disabled={pending || undefined}
      icon={pending ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {...rest}
    >
      {children}
    </Button>
  )
}
