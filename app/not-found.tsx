import { NotFoundState } from '@/components/shell/not-found-state'
import { currentLocale } from '@/lib/server/locale'

export default async function NotFound() {
  return (
    <main>
      <NotFoundState locale={await currentLocale()} />
    </main>
  )
}
