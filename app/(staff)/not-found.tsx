import { NotFoundState } from '@/components/shell/states'

/** The sign-in page sends a signed-in person on to where the day begins. */
export default function NotFound() {
  return <NotFoundState home="/sign-in" />
}
