import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { Locale } from '@/lib/core/locale'
import { papers } from '@/lib/i18n/papers'

/** Looks up the code of a paper; works without scripts. */
export function CodeForm({ locale }: { locale: Locale }) {
  const t = papers[locale].verify
  return (
    <form action="/verify" method="get" className="grid gap-4">
      <Field label={t.code} name="code" hint={t.codeHint} required>
        <Input maxLength={24} autoCapitalize="characters" autoComplete="off" spellCheck={false} />
      </Field>
      <Button type="submit" variant="primary" size="large">
        {t.look}
      </Button>
    </form>
  )
}
