'use client'

import { Camera, LoaderCircle, X } from 'lucide-react'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import { common } from '@/lib/i18n/common'
import { buttonClass } from './button-class'
import { shrinkPhoto } from './shrink-photo'

type Props = {
  label: ReactNode
  /** Form field that carries the files. */
  name: string
  multiple?: boolean
  /** Longest side in pixels after shrinking. */
  longest?: number
  onChange?: (files: File[]) => void
}

type Shown = { file: File; url: string }

/** Takes or chooses photos, makes them smaller in the browser, previews them, and posts the small ones. */
export function PhotoInput({ label, name, multiple, longest = 1600, onChange }: Props) {
  const id = useId()
  const t = useMessages(common)
  const input = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState<Shown[]>([])
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)

  useEffect(() => () => shown.forEach(({ url }) => URL.revokeObjectURL(url)), [shown])

  const keep = (files: File[]) => {
    const carrier = new DataTransfer()
    files.forEach((file) => carrier.items.add(file))
    if (input.current) input.current.files = carrier.files
    setShown(files.map((file) => ({ file, url: URL.createObjectURL(file) })))
    onChange?.(files)
  }

  const take = async (chosen: FileList | null) => {
    const before = multiple ? shown.map(({ file }) => file) : []
    setFailed(false)
    setBusy(true)
    try {
      keep([...before, ...(await Promise.all([...(chosen ?? [])].map((file) => shrinkPhoto(file, longest))))])
    } catch {
      keep(before)
      setFailed(true)
    } finally {
      setBusy(false)
    }
  }

  return (
    <div className="grid justify-items-start gap-2">
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
        {label}
        <input
          ref={input}
          id={id}
          name={name}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/heic"
          multiple={multiple}
          className="sr-only"
          onChange={(event) => take(event.target.files)}
        />
      </label>
      <p role="status" className={failed ? 'text-vermilion-ink text-sm' : 'sr-only'}>
        {failed
          ? t.file.notAnImage
          : busy
            ? t.file.preparing
            : shown.length > 0 && t.file.photos({ count: shown.length })}
      </p>
      {shown.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {shown.map(({ file, url }) => (
            <li key={url} className="relative">
              <img
                src={url}
                alt={file.name}
                className="rounded-control border-line size-24 border object-cover"
              />
              <button
                type="button"
                aria-label={t.file.removePhoto({ name: file.name })}
                onClick={() => keep(shown.filter((one) => one.file !== file).map((one) => one.file))}
                className="absolute -top-2 -right-2 grid size-11 place-items-center"
              >
                <span className="border-line bg-raised text-ink shadow-float grid size-7 place-items-center rounded-full border">
                  <X aria-hidden className="size-4" />
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
