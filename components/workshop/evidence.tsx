'use client'

import { useRef, useState } from 'react'
import { sendPhoto } from '@/components/reception/car/send-photo'
import { useLocale, useMessages } from '@/components/shell/locale'
import { PhotoInput } from '@/components/ui/photo-input'
import { refusalText } from '@/lib/i18n/refusals'
import { workshop } from '@/lib/i18n/workshop'

type Sent = { file: File; fileId: string }

/** Photographs of a finding: each is sent as soon as it is taken, so the form itself stays small on a weak line. */
export function Evidence({ visitId }: { visitId: string }) {
  const t = useMessages(workshop)
  const locale = useLocale()
  const [sent, setSent] = useState<Sent[]>([])
  const [problem, setProblem] = useState('')
  const [open, setOpen] = useState(0)
  const known = useRef(new Map<File, string>())

  const take = async (files: File[]) => {
    setProblem('')
    setOpen((count) => count + 1)
    for (const file of files.filter((one) => !known.current.has(one))) {
      const answer = await sendPhoto(file, visitId, 'finding')
      if ('fileId' in answer) known.current.set(file, answer.fileId)
      else setProblem(answer.refused ? refusalText(answer.refused, locale) : t.my.photoNotSent)
    }
    setSent(
      files.flatMap((file) =>
        known.current.has(file) ? [{ file, fileId: known.current.get(file) ?? '' }] : [],
      ),
    )
    setOpen((count) => count - 1)
  }
  return (
    <div className="grid gap-1">
      <PhotoInput name="" label={t.my.addPhotos} multiple onChange={(files) => void take(files)} />
      {sent.map(({ fileId }) => (
        <input key={fileId} type="hidden" name="photoFileIds" value={fileId} />
      ))}
      <p role="status" className={problem ? 'text-vermilion-ink text-sm' : 'text-muted text-sm'}>
        {problem || (open > 0 ? t.my.sendingPhotos : '')}
      </p>
    </div>
  )
}
