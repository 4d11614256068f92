'use client'

import { Skeleton, SkeletonRows } from '@/components/ui/skeleton'
import { states } from '@/lib/i18n/states'
import { useMessages } from './locale'

export function LoadingState() {
  const t = useMessages(states)
  return (
    <div className="tablet:px-6 desk:px-8 mx-auto w-full max-w-360 px-4 py-5" aria-busy>
      <p role="status" className="sr-only">
        {t.loadingPage}
      </p>
      <Skeleton className="mb-6 h-9 w-56" />
      <SkeletonRows rows={7} />
    </div>
  )
}
