import { NotFoundState } from '@/components/shell/not-found-state'
import { currentLocale } from '@/lib/server/locale'

/** The sign-in page sends a signed-in person on to where the day begins. */
export default async function NotFound() {
  return <NotFoundState locale={await currentLocale()} home="/sign-in" />
}
