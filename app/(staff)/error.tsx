'use client'

import { ErrorState } from '@/components/shell/states'

export default function Failed(props: { error: unknown; retry: () => void }) {
  return <ErrorState {...props} home="/sign-in" />
}
