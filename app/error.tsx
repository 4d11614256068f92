'use client'

import { ErrorState } from '@/components/shell/states'

export default function Failed(props: { error: unknown; retry: () => void }) {
  return (
    <main>
      <ErrorState {...props} />
    </main>
  )
}
