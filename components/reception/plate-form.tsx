'use client'

import { Search } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { reception } from '@/lib/i18n/reception'

/** The plate of the car at the door; a plain form, so that the address says which car it is about. */
export function PlateForm({ typed }: { typed: string }) {
  const t = useMessages(reception).walkInForm
  return (
    <Card>
      <form className="grid gap-4" role="search">
        <Field label={t.plate} name="plate" error={typed ? 'plate' : undefined}>
          <Input
            defaultValue={typed}
            autoFocus
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={12}
            className="font-plate min-h-14 text-2xl tracking-wider"
          />
        </Field>
        <Button
          type="submit"
          variant="primary"
          size="large"
          block
          icon={<Search aria-hidden className="size-5" />}
        >
          {t.lookUp}
        </Button>
      </form>
    </Card>
  )
}
