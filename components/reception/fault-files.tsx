'use client'

import type { ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import { faultFiles } from '@/lib/i18n/fault-files'

export type FaultFile = { id: string; video: boolean }

type Props = {
  files: readonly FaultFile[]
  /** Where files are read: staff, or the address behind a customer's link. */
  at?: string
  /** Addresses of those that this device holds itself, by id. */
  urls?: Record<string, string>
  aside?: (file: FaultFile, no: number) => ReactNode
}

/** Photographs and videos of the fault record (F09, S2-63); a video loads when it is played. */
export function FaultFiles({ files, at = '/api/files', urls = {}, aside }: Props) {
  const t = useMessages(faultFiles)
  if (files.length === 0) return null
  return (
    <ul aria-label={t.title} className="mt-3 flex flex-wrap items-start gap-3">
      {files.map((file, index) => {
        const url = urls[file.id] ?? `${at}/${file.id}`
        return (
          <li key={file.id} className="grid gap-1">
            {file.video ? (
              <video
                src={url}
                controls
                playsInline
                preload="metadata"
                aria-label={t.videoNo({ no: index + 1 })}
                className="rounded-control border-line h-40 max-w-full border bg-black"
              >
                <a href={url}>{t.open}</a>
              </video>
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                <img
                  src={url}
                  alt={t.photoNo({ no: index + 1 })}
                  loading="lazy"
                  className="rounded-control border-line h-40 border object-cover"
                />
              </a>
            )}
            {aside?.(file, index + 1)}
          </li>
        )
      })}
    </ul>
  )
}
