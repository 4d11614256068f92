import { Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

type Props = { label: string; button: string; search: string }

/** Looks through one list; the words stay in the address. */
export function SearchForm({ label, button, search }: Props) {
  return (
    <form role="search" className="flex flex-wrap items-end gap-3">
      <Field label={label} name="search" className="min-w-56 flex-1 basis-72">
        <Input type="search" defaultValue={search} maxLength={60} />
      </Field>
      <Button type="submit" icon={<Search aria-hidden className="size-4" />}>
        {button}
      </Button>
    </form>
  )
}
