'use client'

import { useMessages } from '@/components/shell/locale'
import { Status } from '@/components/ui/badge'
import { condition } from '@/lib/i18n/condition'
import type { WearLevel } from '@/lib/reception/wheels'

const SHAPES = { good: 'done', soon: 'waiting', limit: 'late' } as const

/** Good, soon due, or to be replaced: shape, word and colour. */
export function LevelMark({ level }: { level: WearLevel }) {
  const t = useMessages(condition)
  return <Status shape={SHAPES[level]}>{t.levels[level]}</Status>
}
