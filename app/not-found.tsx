import { NotFoundState } from '@/components/shell/states'

export default function NotFound() {
  return (
    <main>
      <NotFoundState />
    </main>
  )
}
