'use client'

import { Fragment, useEffect, useRef, useState, type ReactNode } from 'react'
import { useMessages } from '@/components/shell/locale'
import { ActionForm } from '@/components/ui/action-form'
import { Section } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input, PhoneInput } from '@/components/ui/input'
import { Submit } from '@/components/ui/submit'
import { DESK_FIELDS, type DeskField } from '@/lib/appointments/desk'
import { plusDays } from '@/lib/core/time'
import { appointments } from '@/lib/i18n/appointments'
import { desk } from '@/lib/i18n/desk'
import { BookKey } from './desk-keys'
import { DeskComeback, DeskMore } from './desk-more'
import { answersWithEnter, enterStop, goTo, stopAfter } from './desk-path'
import { DeskProposals, useNeedTitle } from './desk-proposals'
import { DeskReadBack, ReadBackTick } from './desk-read-back'
import { DeskTimes } from './desk-times'
import type { Caller, DeskActions, DeskAdviser, DeskFile, DeskPackage, House, NewCaller } from './desk-types'
import { DeskWork } from './desk-work'
import { useTimes } from './use-times'
import { slotOf, useWish } from './use-wish'
import { WaitingChoice } from './waiting-choice'

type Props = {
  id: string
  caller: Caller | null
  newCaller: NewCaller
  onNewCaller: (caller: NewCaller) => void
  file: DeskFile | null
  /** The reminder call that led here: what is booked is active, and belongs to it. */
  contactTaskId?: string
  offered: DeskPackage[]
  advisers: DeskAdviser[]
  house: House
  actions: DeskActions
}

const LIST_DAYS = 7

/** Above the form stands who calls; a day is drawn with its times. */
type Drawn = Exclude<DeskField, 'find' | 'day'>
const isDrawn = (field: DeskField): field is Drawn => field !== 'find' && field !== 'day'
const typedIn = (field: Drawn) => field in CONTROLS

/** The questions of a call in their order; each field of the path is drawn once, what else there is stands between. */
export function DeskForm(props: Props) {
  const { id, caller, newCaller, file, contactTaskId, offered, advisers, house, actions } = props
  const words = useMessages(desk)
  const waitingList = useMessages(appointments).waitingList
  const root = useRef<HTMLDivElement>(null)
  const { wanted, setWanted, answerTo, answer } = useWish(caller?.vehicleId ?? '', offered, useNeedTitle())
  const [adviser, setAdviser] = useState<string | null>(null)
  const [waiting, setWaiting] = useState<'waits' | 'leaves'>('waits')
  const [asked, setAsked] = useState('')
  const [list, setList] = useState({ listFirst: '', listLast: '', listParts: [] as string[] })
  const [readFor, setReadFor] = useState<string | null>(null)
  const preferred = advisers.find((one) => one.id === file?.customer.preferredAdviserId)?.id
  const adviserId = adviser ?? preferred ?? ''
  const { packageIds, wishes } = wanted
  const some = packageIds.length + wishes.length > 0
  const wish = some ? { packageIds, wishes: wishes.length, adviserId, waiting } : null
  const times = useTimes(wish, actions.findSlots)
  const slot = wish && slotOf(times.days, asked)
  const packages = offered.filter((one) => packageIds.includes(one.id))
  const who = caller ?? { ...newCaller, model: '' }
  const said = JSON.stringify([who.name, who.phone, who.plate, packageIds, wishes, slot?.startsAt])
  const minutes = packages.reduce((sum, one) => sum + one.minutes, wishes.length * house.wishMinutes)

  const ready = (slot !== null && times.fresh) || list.listFirst !== ''
  const waits = useRef(false)
  const startsAt = times.fresh ? slot?.startsAt : undefined
  useEffect(() => {
    if (waits.current && startsAt) goTo(root.current, 'time')
    waits.current = false
  }, [startsAt])
  /** To the next question; to the times as soon as they are there. */
  const onward = (from: HTMLElement) => {
    const stop = root.current && stopAfter(root.current, from)
    if (stop && (ready || stop.dataset.stop !== 'book')) enterStop(stop)
    else waits.current = true
  }

  const fields: Record<Drawn, ReactNode> = {
    name: <NewCallerField field="name" {...props} />,
    phone: <NewCallerField field="phone" {...props} />,
    plate: <NewCallerField field="plate" {...props} />,
    work: (
      <Section title={words.steps.what}>
        <div className="grid gap-4">
          <DeskWork offered={offered} wanted={wanted} onChange={setWanted} onNothingElse={onward} />
          {file && <DeskProposals needs={file.needs} answerTo={answerTo} onAnswer={answer} />}
          <DeskComeback key={caller?.vehicleId} orders={file?.orders ?? []} />
        </div>
      </Section>
    ),
    time: (
      <Section title={words.steps.when}>
        <div className="grid gap-4">
          <DeskTimes
            wish={wish}
            times={times}
            slot={slot}
            onSlot={({ startsAt }) => setAsked(startsAt)}
            onQuick={(ids) => setWanted({ packageIds: ids, wishes: [] })}
            findOtherWays={actions.findOtherWays}
          />
          {some && (
            <WaitingChoice
              {...list}
              from={house.today}
              to={plusDays(house.today, LIST_DAYS)}
              onChange={setList}
            />
          )}
        </div>
      </Section>
    ),
    readBack: (
      <Section title={words.steps.close}>
        <div className="grid gap-3">
          {slot && !list.listFirst && (
            <>
              <DeskReadBack
                who={who}
                packages={packages}
                wishes={wishes}
                slot={slot}
                place={house.name}
                minutes={minutes}
              />
              <ReadBackTick
                done={readFor === said}
                stale={readFor !== null && readFor !== said}
                onChange={(done) => setReadFor(done ? said : null)}
              />
            </>
          )}
          <DeskMore
            known={caller !== null}
            active={contactTaskId !== undefined}
            advisers={advisers}
            adviserId={adviserId}
            onAdviser={setAdviser}
            waiting={waiting}
            onWaiting={setWaiting}
          />
          <div className="flex flex-wrap items-center gap-3">
            <Submit
              data-stop="book"
              variant="primary"
              size="large"
              aria-keyshortcuts="Control+Enter Meta+Enter"
              disabled={!ready}
            >
              {list.listFirst ? waitingList.joinButton : words.read.book}
            </Submit>
            <BookKey />
          </div>
        </div>
      </Section>
    ),
  }
  const path: readonly DeskField[] = DESK_FIELDS[caller ? 'known' : 'new']
  const drawn = (which: (field: Drawn) => boolean) =>
    path
      .filter(isDrawn)
      .filter(which)
      .map((field) => <Fragment key={field}>{fields[field]}</Fragment>)

  /** Ctrl or Command and Enter books, or goes to what is still missing; Enter alone goes on. */
  const pressed = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return
    const { target } = event
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      if (!ready) goTo(root.current, 'work')
      else if (!list.listFirst && readFor !== said) goTo(root.current, 'readBack')
      else root.current?.querySelector<HTMLElement>('[data-stop=book]')?.click()
    } else if (answersWithEnter(target)) {
      event.preventDefault()
      if (target.name === 'readBack') setReadFor(said)
      onward(target)
    }
  }

  return (
    <div ref={root} onKeyDown={pressed}>
      <ActionForm action={actions.book} className="gap-6" id={id}>
        {caller && (
          <>
            <input type="hidden" name="customerId" value={caller.customerId} />
            <input type="hidden" name="vehicleId" value={caller.vehicleId} />
            {contactTaskId && <input type="hidden" name="contactTaskId" value={contactTaskId} />}
          </>
        )}
        {!caller && (
          <div className="grid gap-3">
            <p className="text-muted">{words.caller.newTitle}</p>
            <div className="tablet:grid-cols-3 grid gap-4">{drawn(typedIn)}</div>
          </div>
        )}
        {drawn((field) => !typedIn(field))}
      </ActionForm>
    </div>
  )
}

const CONTROLS = { name: Input, phone: PhoneInput, plate: Input }
const LONGEST = { name: 60, phone: 20, plate: 12 }

function NewCallerField({
  field,
  newCaller,
  onNewCaller,
}: Pick<Props, 'newCaller' | 'onNewCaller'> & { field: 'name' | 'phone' | 'plate' }) {
  const t = useMessages(appointments).form
  const Control = CONTROLS[field]
  return (
    <Field label={t[field]} name={field}>
      <Control
        data-stop={field}
        maxLength={LONGEST[field]}
        autoComplete="off"
        autoCapitalize={field === 'plate' ? 'characters' : undefined}
        value={newCaller[field]}
        onChange={(event) => onNewCaller({ ...newCaller, [field]: event.target.value })}
      />
    </Field>
  )
}
