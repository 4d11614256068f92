'use client'

import { useRef, useState } from 'react'
import { sendPhoto } from '@/components/reception/car/send-photo'
import { useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { useFormContext } from '@/components/ui/form-context'
import { PhotoInput } from '@/components/ui/photo-input'
import { common } from '@/lib/i18n/common'

type Sent = { file: File; fileId: string }
type Props = { visitId: string; kind: 'finding' | 'inspection' | 'progress' | 'evidence'; label: string }

/** Photographs of a visit: each is sent as soon as it is taken, the form carries their ids and waits until all are there. */
export function PhotosToSend({ visitId, kind, label }: Props) {
  const t = useMessages(common).file
  const { hold } = useFormContext()
  const [sent, setSent] = useState<Sent[]>([])
  const [problem, setProblem] = useState('')
  const [open, setOpen] = useState(0)
  const [taken, setTaken] = useState<File[]>([])
  const known = useRef(new Map<File, string>())

  const take = async (files: File[]) => {
    const release = hold()
    setTaken(files)
    setProblem('')
    setOpen((count) => count + 1)
    for (const file of files.filter((one) => !known.current.has(one))) {
      const answer = await sendPhoto(file, visitId, kind)
      if ('fileId' in answer) known.current.set(file, answer.fileId)
      else setProblem(answer.refused?.text ?? t.notSent)
    }
    setSent(files.flatMap((file) => ({ file, fileId: known.current.get(file) ?? '' })))
    setOpen((count) => count - 1)
    release()
  }
  return (
    <div className="grid gap-1">
      <PhotoInput name="" label={label} multiple onChange={(files) => void take(files)} />
      {sent.map(
        ({ fileId }) => fileId && <input key={fileId} type="hidden" name="photoFileIds" value={fileId} />,
      )}
      <p role="status" className={problem ? 'text-vermilion-ink text-sm' : 'text-muted text-sm'}>
        {problem || (open > 0 ? t.sending : '')}
      </p>
      {problem && open === 0 && (
        <Button size="small" className="w-fit" onClick={() => void take(taken)}>
          {t.sendAgain}
        </Button>
      )}
    </div>
  )
}
