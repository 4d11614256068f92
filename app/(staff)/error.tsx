'use client'

import { ErrorState } from '@/components/shell/error-state'

export default function Failed(props: { error: unknown; retry: () => void }) {
  return <ErrorState {...props} home="/sign-in" />
}
