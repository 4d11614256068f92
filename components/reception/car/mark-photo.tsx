'use client'

import { useRef, useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { useFormContext } from '@/components/ui/form-context'
import { PhotoInput } from '@/components/ui/photo-input'
import { reception } from '@/lib/i18n/reception'

type Props = {
  fileId: string | null
  urls: Record<string, string>
  /** Keeps the photograph on this device and answers the id that it has from now on. */
  add: (photo: Blob) => Promise<string>
  no?: number
}

/** A photo is on the device the moment it is taken, and sent when there is a network; the form carries its id in `photoFileId`. */
export function MarkPhoto({ fileId, urls, add, no }: Props) {
  const t = useMessages(reception).drawing
  const { hold } = useFormContext()
  const [kept, setKept] = useState(fileId)
  const turn = useRef(0)

  const keep = async (file?: File) => {
    const mine = ++turn.current
    setKept(fileId)
    if (!file) return
    const release = hold()
    const id = await add(file)
    release()
    if (mine === turn.current) setKept(id)
  }

  return (
    <div className="grid gap-2">
      <input type="hidden" name="photoFileId" value={kept ?? ''} />
      {fileId && kept === fileId && (
        <img
          src={urls[fileId] ?? `/api/files/${fileId}`}
          alt={t.photoOf({ no: no ?? 1 })}
          className="rounded-card border-line max-h-48 w-fit border object-contain"
        />
      )}
      <PhotoInput label={t.takePhoto} name="" onChange={([file]) => void keep(file)} />
    </div>
  )
}
