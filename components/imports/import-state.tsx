import { Status } from '@/components/ui/badge'
import type { Locale } from '@/lib/core/locale'
import { imports } from '@/lib/i18n/imports'

const SHAPES = { checked: 'open', running: 'now', done: 'done', failed: 'late' } as const

/** How far an import is. */
export const ImportState = ({ status, locale }: { status: keyof typeof SHAPES; locale: Locale }) => (
  <Status shape={SHAPES[status]}>{imports[locale].states[status]}</Status>
)
