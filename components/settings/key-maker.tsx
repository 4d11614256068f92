'use client'

import { Copy, Plus } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { ChipCheck } from '@/components/ui/chip'
import { ChipGroup } from '@/components/ui/chip-group'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import { useToast } from '@/components/ui/toast'
import type { FormState } from '@/lib/core/form-state'
import { common } from '@/lib/i18n/common'
import { settings } from '@/lib/i18n/settings'

type MakeKey = (previous: FormState, form: FormData) => Promise<FormState & { key?: string }>

/** Makes a key and shows it this one time. */
export function KeyMaker({ action }: { action: MakeKey }) {
  const t = useMessages(settings)
  const c = useMessages(common)
  const say = useToast()
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState('')
  const close = () => {
    setOpen(false)
    setMade('')
  }
  const make = async (previous: FormState, form: FormData) => {
    const { key, ...state } = await action(previous, form)
    if (key) setMade(key)
    return state
  }
  return (
    <>
      <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpen(true)}>
        {t.keyMake}
      </Button>
      <Dialog open={open} onClose={close} title={t.keyMake}>
        {made ? (
          <div className="grid gap-4">
            <Notice kind="good" announce>
              {t.keyMade}
            </Notice>
            <code className="rounded-control bg-sunk p-3 break-all select-all">{made}</code>
            <div className="flex flex-wrap justify-end gap-2">
              <Button
                icon={<Copy aria-hidden className="size-4" />}
                onClick={() => void navigator.clipboard.writeText(made).then(() => say(t.copied))}
              >
                {t.copy}
              </Button>
              <Button variant="primary" onClick={close}>
                {c.done}
              </Button>
            </div>
          </div>
        ) : (
          <ActionForm action={make}>
            <Field label={t.keyName} name="name" hint={t.keyNameHint} required>
              <Input maxLength={60} />
            </Field>
            <ChipGroup legend={t.scopes} name="scopes">
              {Object.entries(t.scopeNames).map(([scope, name]) => (
                <ChipCheck key={scope} name="scopes[]" value={scope}>
                  {name}
                </ChipCheck>
              ))}
            </ChipGroup>
            <Submit className="self-end">{t.keyMake}</Submit>
          </ActionForm>
        )}
      </Dialog>
    </>
  )
}
