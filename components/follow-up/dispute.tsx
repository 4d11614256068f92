'use client'

import { useFormat, useMessages } from '@/components/shell/locale'
import type { Mark } from '@/components/reception/car/mark'
import { MarksList } from '@/components/reception/car/marks-list'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Card } from '@/components/ui/card'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { Link } from '@/components/ui/link'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { PhotosToSend } from '@/components/visit/photos-to-send'
import { dispute } from '@/lib/i18n/dispute'
import { reception } from '@/lib/i18n/reception'

type Props = {
  visitId: string
  marks: Mark[]
  valuables: { kind: string; quantity: number; note: string }[]
  photos: { id: string; createdAt: Date }[]
  disputes: { id: string; no: string; problem: string }[]
  /** Whether the reader may open complaints. */
  reads: boolean
  action: FormAction
}

/** S2-44: the car as it came beside the car as it goes, and the dispute that is opened from it. */
export function Dispute({ visitId, marks, valuables, photos, disputes, reads, action }: Props) {
  const t = useMessages(dispute)
  const words = useMessages(reception)
  const format = useFormat()
  return (
    <details open={disputes.length > 0} data-print="no">
      <summary className="fold text-celadon-ink flex min-h-12 cursor-pointer items-center font-medium">
        {t.title}
      </summary>
      <div className="grid gap-4">
        <p className="text-muted">{t.lead}</p>
        <div className="tablet:grid-cols-2 grid items-start gap-4">
          <Card>
            <h3 className="mb-2 font-medium">{t.came}</h3>
            {marks.length ? <MarksList marks={marks} /> : <p className="text-muted">{t.noPhotosIn}</p>}
            <p className="text-muted mt-3 text-sm">{t.stays}</p>
            <p>
              {valuables.length
                ? format.list(
                    valuables.map(
                      ({ kind, quantity, note }) =>
                        `${words.valuableKinds[kind]}${quantity > 1 ? ` × ${quantity}` : ''}${note ? ` (${note})` : ''}`,
                    ),
                  )
                : t.nothingStayed}
            </p>
          </Card>
          <Card>
            <h3 className="mb-2 font-medium">{t.goes}</h3>
            {photos.length ? <Photos photos={photos} /> : <p className="text-muted">{t.noPhotosOut}</p>}
          </Card>
        </div>
        {disputes.length > 0 && (
          <Card>
            <h3 className="mb-2 font-medium">{t.openOnes}</h3>
            <ul className="grid gap-2">
              {disputes.map(({ id, no, problem }) => (
                <li key={id}>
                  {reads ? (
                    <Link href={`/follow-up/complaints/${id}`} className="text-celadon-ink underline">
                      {t.seeComplaint({ no })}
                    </Link>
                  ) : (
                    t.seeComplaint({ no })
                  )}
                  <span className="block whitespace-pre-line">{problem}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card>
          <ActionForm action={action} okMessage={t.opened} resetOnOk>
            <input type="hidden" name="visitId" value={visitId} />
            <Choices
              legend={t.about}
              name="about"
              required
              className="[&_label]:min-h-12"
              choices={(['loss', 'damage'] as const).map((value) => ({ value, label: t.abouts[value] }))}
            />
            <Field label={t.problem} name="problem" required>
              <Textarea rows={2} />
            </Field>
            <Field label={t.expectation} name="expectation" optional>
              <Textarea rows={1} />
            </Field>
            <PhotosToSend visitId={visitId} kind="evidence" label={t.photosNow} />
            <Submit variant="danger">{t.open}</Submit>
          </ActionForm>
        </Card>
      </div>
    </details>
  )
}

function Photos({ photos }: Pick<Props, 'photos'>) {
  const t = useMessages(dispute)
  const format = useFormat()
  return (
    <ul className="flex flex-wrap gap-2">
      {photos.map(({ id, createdAt }) => (
        <li key={id}>
          <a href={`/api/files/${id}`} target="_blank" rel="noreferrer">
            <img
              src={`/api/files/${id}`}
              alt={t.photo({ time: format.dateTime(createdAt) })}
              className="rounded-control border-line size-24 border object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}
