'use client'

import { LoaderCircle } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { useFormContext } from '@/components/ui/form-context'
import { PhotoInput } from '@/components/ui/photo-input'
import { common } from '@/lib/i18n/common'
import { reception } from '@/lib/i18n/reception'
import { sendPhoto } from './send-photo'

/** A photo that is sent the moment it is taken; the form waits for it and carries only its id in `photoFileId`. */
export function MarkPhoto({ visitId, fileId, no }: { visitId: string; fileId: string | null; no?: number }) {
  const t = useMessages(reception).drawing
  const { sendAgain } = useMessages(common).file
  const { hold } = useFormContext()
  const [sent, setSent] = useState(fileId)
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle')
  const [why, setWhy] = useState('')
  const [taken, setTaken] = useState<File>()
  const turn = useRef(0)
  const word = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state !== 'idle') word.current?.scrollIntoView({ block: 'nearest' })
  }, [state])

  const send = async (file?: File) => {
    const mine = ++turn.current
    setTaken(file)
    setSent(fileId)
    setState(file ? 'sending' : 'idle')
    if (!file) return
    const release = hold()
    const answer = await sendPhoto(file, visitId, 'damage')
    release()
    if (mine !== turn.current) return
    if ('fileId' in answer) setSent(answer.fileId)
    else setWhy(answer.refused?.text ?? t.uploadFailed)
    setState('fileId' in answer ? 'idle' : 'failed')
  }

  return (
    <div ref={word} className="grid gap-2">
      <input type="hidden" name="photoFileId" value={sent ?? ''} />
      {fileId && sent === fileId && (
        <img
          src={`/api/files/${fileId}`}
          alt={t.photoOf({ no: no ?? 1 })}
          className="rounded-card border-line max-h-48 w-fit border object-contain"
        />
      )}
      <PhotoInput label={t.takePhoto} name="" onChange={([file]) => void send(file)} />
      <div
        role="status"
        className={
          state === 'failed' ? 'text-vermilion-ink text-sm' : 'text-muted flex items-center gap-2 text-sm'
        }
      >
        {state === 'sending' && (
          <>
            <LoaderCircle aria-hidden className="size-4 animate-spin" />
            {t.uploading}
          </>
        )}
        {state === 'failed' && why}
      </div>
      {state === 'failed' && (
        <Button size="small" className="w-fit" onClick={() => void send(taken)}>
          {sendAgain}
        </Button>
      )}
    </div>
  )
}
