'use client'

import { Camera, LoaderCircle, X } from 'lucide-react'
import { useId, useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { buttonClass } from '@/components/ui/button-class'
import { Notice } from '@/components/ui/notice'
import { shrinkPhoto } from '@/components/ui/shrink-photo'
import { faults } from '@/lib/i18n/faults'
import type { FaultTools } from './booking-fault'
import type { Draft, Proof, SentPhoto } from './draft'
import type { Answer } from './phone-code'
import { ProvePhone } from './prove-phone'

export type RemovePhoto = (phone: string, proof: string, fileId: string) => Promise<Answer<null>>

const MOST = 4
const LONGEST = 1600
const THUMB = 160

async function thumbOf(photo: File): Promise<string> {
  const small = await shrinkPhoto(photo, THUMB, 0.6)
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(new Error('The browser could not read the photo'))
    reader.readAsDataURL(small)
  })
}

async function send(to: string, { phone, proof }: Proof, photo: File): Promise<Answer<{ fileId: string }>> {
  const form = new FormData()
  form.set('phone', phone)
  form.set('proof', proof)
  form.set('photo', photo)
  const answer = await fetch(to, { method: 'POST', body: form, headers: { 'x-babu-form': '1' } })
  return (await answer.json()) as Answer<{ fileId: string }>
}

type Props = FaultTools & { draft: Draft; change: (part: Partial<Draft>) => void }

/** Photographs of a fault, each sent as soon as it is taken; first the number is proven, so that nobody fills the house with files. */
export function FaultPhotos({
  draft,
  change,
  proven,
  prove,
  forgetProof,
  photosAt,
  removePhoto,
  ...code
}: Props) {
  const t = useMessages(faults)
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const { photos } = draft
  const ready = proven.proof !== ''
  const told = <Value,>(answer: Answer<Value>): Value | undefined => {
    if ('value' in answer) return answer.value
    if ('refused' in answer && answer.refused.code === 'appointment.phone-not-proven') forgetProof()
    setProblem('refused' in answer ? answer.refused.text : t.photoFailed)
    return undefined
  }
  const take = async (chosen: File[]) => {
    setBusy(true)
    setProblem('')
    let kept = photos
    try {
      for (const file of chosen.slice(0, MOST - photos.length)) {
        const photo = await shrinkPhoto(file, LONGEST)
        const sent = told(await send(photosAt, proven, photo))
        if (!sent) break
        kept = [...kept, { id: sent.fileId, thumb: await thumbOf(photo) }]
        change({ photos: kept })
      }
    } catch {
      setProblem(t.photoFailed)
    } finally {
      setBusy(false)
    }
  }
  const remove = async (photo: SentPhoto) => {
    setProblem('')
    try {
      const answer = await removePhoto(proven.phone, proven.proof, photo.id)
      const gone = 'refused' in answer && answer.refused.code === 'common.not-found'
      if (gone || told(answer) !== undefined) change({ photos: photos.filter((one) => one.id !== photo.id) })
    } catch {
      setProblem(t.photoFailed)
    }
  }
  return (
    <div className="grid justify-items-start gap-2">
      <p id={`${id}-title`} className="text-sm font-medium">
        {t.photos}
      </p>
      <p className="text-muted text-sm">{t.photosHint}</p>
      {problem && (
        <Notice kind="danger" announce>
          {problem}
        </Notice>
      )}
      {photos.length > 0 && (
        <ul className="flex flex-wrap gap-3">
          {photos.map((photo, index) => (
            <li key={photo.id} className="relative">
              <img
                src={photo.thumb}
                alt={t.photo({ n: index + 1 })}
                className="rounded-control border-line size-20 border object-cover"
              />
              {ready && (
                <button
                  type="button"
                  aria-label={t.removePhoto({ n: index + 1 })}
                  onClick={() => remove(photo)}
                  className="absolute -top-3 -right-3 grid size-11 place-items-center"
                >
                  <span className="border-line bg-raised text-ink shadow-float grid size-7 place-items-center rounded-full border">
                    <X aria-hidden className="size-4" />
                  </span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!ready ? (
        <ProvePhone
          {...code}
          phone={draft.phone}
          setPhone={(phone) => change({ phone })}
          onProven={prove}
          lead={t.photosProof}
          button={t.photos}
        />
      ) : (
        photos.length < MOST && (
          <label
            htmlFor={id}
            className={buttonClass({
              className:
                'has-focus-visible:outline-celadon has-focus-visible:outline-2 has-focus-visible:outline-offset-2',
            })}
          >
            {busy ? (
              <LoaderCircle aria-hidden className="size-5 animate-spin" />
            ) : (
              <Camera aria-hidden className="size-5" />
            )}
            {busy ? t.sending : t.addPhoto}
            <input
              id={id}
              type="file"
              accept="image/jpeg,image/png,image/webp,image/heic"
              multiple
              disabled={busy}
              className="sr-only"
              onChange={(event) => {
                const chosen = [...(event.target.files ?? [])]
                event.target.value = ''
                void take(chosen)
              }}
            />
          </label>
        )
      )}
    </div>
  )
}
