'use client'

import { Camera, LoaderCircle, Trash2, Video } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { FaultFiles } from '@/components/reception/fault-files'
import { useMessages } from '@/components/shell/locale'
import { buttonClass } from '@/components/ui/button-class'
import { clipSeconds } from '@/components/ui/clip-seconds'
import { IconButton } from '@/components/ui/icon-button'
import { shrinkPhoto } from '@/components/ui/shrink-photo'
import { CLIP } from '@/lib/core/clip-limits'
import { common } from '@/lib/i18n/common'
import { faultFiles } from '@/lib/i18n/fault-files'
import type { Walk } from './use-draft'

const PHOTOS = 'image/jpeg,image/png,image/webp,image/heic'
const VIDEOS = 'video/mp4,video/quicktime,video/webm'
const LONGEST = 1600

/** S2-63: photographs and short videos of the fault: on the device at once, sent when there is a network. */
export function AddFaultFiles({ walk }: { walk: Pick<Walk, 'draft' | 'urls' | 'add' | 'addPhoto'> }) {
  const t = useMessages(faultFiles)
  const { file: words } = useMessages(common)
  const { draft, urls, add, addPhoto } = walk
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const id = useId()
  const take = async (file: File | undefined, prepare: (file: File) => Promise<Blob | string>) => {
    if (!file) return
    setProblem('')
    setBusy(true)
    try {
      const ready = await prepare(file)
      if (typeof ready === 'string') setProblem(ready)
      else await addPhoto(ready, 'fault')
    } catch {
      setProblem(words.notAnImage)
    } finally {
      setBusy(false)
    }
  }
  const video = async (file: File) => {
    if (file.size > CLIP.megabytes * 1024 * 1024) return t.tooLarge(CLIP)
    const seconds = await clipSeconds(file)
    return seconds > CLIP.seconds + CLIP.graceSeconds ? t.tooLong(CLIP) : file
  }
  return (
    <section aria-label={t.title} className="grid gap-2">
      <h3 className="text-sm font-medium">{t.title}</h3>
      <div className="flex flex-wrap gap-2">
        <Take
          label={t.takePhoto}
          icon={<Camera aria-hidden className="size-5" />}
          accept={PHOTOS}
          hint={id}
          onTake={(file) => take(file, (photo) => shrinkPhoto(photo, LONGEST))}
        />
        <Take
          label={t.takeVideo}
          icon={<Video aria-hidden className="size-5" />}
          accept={VIDEOS}
          hint={id}
          onTake={(file) => take(file, video)}
        />
        {busy && <LoaderCircle aria-hidden className="size-6 animate-spin self-center" />}
      </div>
      <p id={id} className="text-muted text-sm">
        {t.hint(CLIP)}
      </p>
      <p role="status" className={problem ? 'text-vermilion-ink text-sm' : 'sr-only'}>
        {problem || (busy && t.preparing)}
      </p>
      <FaultFiles
        files={draft.faultFiles}
        urls={urls}
        aside={(file, no) => (
          <IconButton
            label={t.remove({ no })}
            className="size-12 justify-self-end"
            icon={<Trash2 aria-hidden className="size-5" />}
            onClick={() => void add('dropFile', { fileId: file.id })}
          />
        )}
      />
    </section>
  )
}

type TakeProps = {
  label: string
  icon: ReactNode
  accept: string
  hint: string
  onTake: (file?: File) => Promise<void>
}

function Take({ label, icon, accept, hint, onTake }: TakeProps) {
  return (
    <label
      className={buttonClass({
        className:
          'has-focus-visible:outline-celadon min-h-12 cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
      })}
    >
      {icon}
      {label}
      <input
        type="file"
        accept={accept}
        aria-describedby={hint}
        className="sr-only"
        onChange={(event) => {
          const input = event.currentTarget
          void onTake(input.files?.[0]).finally(() => (input.value = ''))
        }}
      />
    </label>
  )
}
