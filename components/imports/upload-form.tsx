'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm } from '@/components/ui/action-form'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Submit } from '@/components/ui/submit'
import type { FormState } from '@/lib/core/form-state'
import { imports } from '@/lib/i18n/imports'
import { IMPORT_KINDS } from '@/lib/imports/kinds'

const SAMPLES = {
  sampleCustomers: '/samples/customers-messy.xlsx',
  sampleParts: '/samples/parts-gb18030.csv',
  sampleOperations: '/samples/operations-utf8.csv',
  sampleStaff: '/samples/staff-utf8.csv',
} as const

/** Sends a file to be checked, and opens what was found. */
export function UploadForm() {
  const t = useMessages(imports)
  const router = useRouter()
  const [failed, setFailed] = useState(false)

  const send = async (_previous: FormState, form: FormData): Promise<FormState> => {
    setFailed(false)
    const values = { kind: String(form.get('kind') ?? '') }
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0)
      return { fields: { file: ['required'] }, values, at: performance.now() }
    const response = await fetch('/api/files/import', {
      method: 'POST',
      headers: { 'x-babu-form': '1' },
      body: form,
    }).catch(() => null)
    const answer = (await response?.json().catch(() => null)) as
      { id?: string; refused?: FormState['refused'] } | null | undefined
    if (answer?.id) {
      router.push(`/settings/import/${answer.id}`)
      return { ok: true }
    }
    if (answer?.refused) return { refused: answer.refused, values, at: performance.now() }
    setFailed(true)
    return { values, at: performance.now() }
  }

  return (
    <ActionForm action={send}>
      <Choices
        legend={t.kind}
        name="kind"
        look="list"
        defaultValue="customers"
        choices={IMPORT_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind], hint: t.kindHints[kind] }))}
      />
      <Field label={t.file} name="file" hint={t.fileHint} required>
        <Input
          type="file"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          className="h-auto! py-2"
        />
      </Field>
      {failed && (
        <Notice kind="danger" announce>
          {t.failed}
        </Notice>
      )}
      <Submit className="self-start">{t.check}</Submit>
      <p className="text-muted text-sm">
        {t.samples}{' '}
        {(Object.keys(SAMPLES) as (keyof typeof SAMPLES)[]).map((sample) => (
          <a
            key={sample}
            href={SAMPLES[sample]}
            download
            className="text-celadon-ink desk:min-h-9 mr-3 inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {t[sample]}
          </a>
        ))}
      </p>
    </ActionForm>
  )
}
