'use client'

import { LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { PhotoInput } from '@/components/ui/photo-input'
import { reception } from '@/lib/i18n/reception'
import { sendPhoto } from './send-photo'

/** A photo that is sent the moment it is taken; the form carries only its id in `photoFileId`. */
export function MarkPhoto({ visitId, fileId, no }: { visitId: string; fileId: string | null; no?: number }) {
  const t = useMessages(reception).drawing
  const [sent, setSent] = useState(fileId)
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle')
  const [why, setWhy] = useState('')

  const send = async ([file]: File[]) => {
    if (!file) return setSent(fileId)
    setState('sending')
    const answer = await sendPhoto(file, visitId, 'damage')
    if ('fileId' in answer) setSent(answer.fileId)
    else setWhy(answer.refused?.text ?? t.uploadFailed)
    setState('fileId' in answer ? 'idle' : 'failed')
  }

  return (
    <div className="grid gap-2">
      <input type="hidden" name="photoFileId" value={sent ?? ''} />
      {fileId && sent === fileId && (
        <img
          src={`/api/files/${fileId}`}
          alt={t.photoOf({ no: no ?? 1 })}
          className="rounded-card border-line max-h-48 w-fit border object-contain"
        />
      )}
      <PhotoInput label={t.takePhoto} name="" onChange={send} />
      <p
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
      </p>
    </div>
  )
}
