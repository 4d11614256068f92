'use client'

import { Pencil } from 'lucide-react'
import { useMessages } from '@/components/shell/locale'
import { Button } from '@/components/ui/button'
import { reception } from '@/lib/i18n/reception'
import type { Mark } from './mark'

/** The marks in words, with their photos. */
export function MarksList({
  marks,
  onOpen,
  urls = {},
  files = '/api/files',
}: {
  marks: Mark[]
  onOpen?: (mark: Mark, no: number) => void
  /** Photographs that this device holds itself, by id. */
  urls?: Record<string, string>
  files?: string
}) {
  const t = useMessages(reception)
  return (
    <ol aria-label={t.drawing.list} className="divide-line divide-y">
      {marks.map((mark, index) => (
        <li key={mark.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <span className="bg-vermilion text-on-vermilion tabular grid size-7 shrink-0 place-items-center rounded-full text-sm font-semibold">
            {index + 1}
          </span>
          <span className="min-w-0 flex-1">
            <span className="font-medium">{t.damageKinds[mark.kind]}</span>
            <span className="text-muted">
              {' · '}
              {t.views[mark.view]}
              {' · '}
              {t.severities[mark.severity]}
            </span>
            {mark.note && <span className="block text-sm">{mark.note}</span>}
          </span>
          {mark.photoFileId && (
            <a
              href={urls[mark.photoFileId] ?? `${files}/${mark.photoFileId}`}
              target="_blank"
              rel="noreferrer"
              className="shrink-0"
            >
              <img
                src={urls[mark.photoFileId] ?? `${files}/${mark.photoFileId}`}
                alt={t.drawing.photoOf({ no: index + 1 })}
                className="rounded-control border-line size-14 border object-cover"
              />
            </a>
          )}
          {onOpen && (
            <Button
              className="min-h-12"
              icon={<Pencil aria-hidden className="size-4" />}
              aria-label={`${t.drawing.edit}, ${t.drawing.changeMark({ no: index + 1 })}`}
              onClick={() => onOpen(mark, index + 1)}
            >
              {t.drawing.edit}
            </Button>
          )}
        </li>
      ))}
    </ol>
  )
}
