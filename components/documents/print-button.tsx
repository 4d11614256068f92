'use client'

import { Printer } from 'lucide-react'
import { Button } from '@/components/ui/button'

export function PrintButton({ label }: { label: string }) {
  return (
    <Button data-print="no" icon={<Printer aria-hidden className="size-4" />} onClick={() => window.print()}>
      {label}
    </Button>
  )
}
