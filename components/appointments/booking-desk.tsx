'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '@/components/shell/locale'
import { Section } from '@/components/ui/card'
import { callerFrom, isAnotherCaller } from '@/lib/appointments/desk'
import { desk } from '@/lib/i18n/desk'
import { DeskCall, useCallClock } from './desk-call'
import { DeskCaller } from './desk-caller'
import { DeskFilePanel } from './desk-file'
import { DeskFinder } from './desk-finder'
import { DeskForm } from './desk-form'
import { DeskKeys } from './desk-keys'
import { goTo } from './desk-path'
import {
  NOBODY,
  type Caller,
  type DeskActions,
  type DeskAdviser,
  type DeskPackage,
  type House,
  type Opened,
} from './desk-types'

type Props = {
  actions: DeskActions
  /** The words in the address, and the caller they name together with it. */
  typed: string
  caller: Caller | null
  opened: Opened | null
  contactTaskId?: string
  offered: DeskPackage[]
  advisers: DeskAdviser[]
  house: House
}

/** One screen from the first word of a caller to the booking, by keyboard alone, with the file of the caller beside it. */
export function BookingDesk({ actions, typed, offered, advisers, house, contactTaskId, ...first }: Props) {
  const t = useMessages(desk)
  const form = useId()
  const root = useRef<HTMLDivElement>(null)
  const [caller, setCaller] = useState(first.caller)
  const [newCaller, setNewCaller] = useState(NOBODY)
  /** Counts the people on the telephone: what was said, chosen and ticked for one is not there for the next. */
  const [call, setCall] = useState(0)
  const { opened, failed, open, forget } = useOpened(actions.openFile, first.opened)
  const clock = useCallClock()
  const [goesTo, setGoesTo] = useState<{ stop: string } | null>(null)
  useEffect(() => {
    if (goesTo) goTo(root.current, goesTo.stop)
  }, [goesTo])
  const go = (stop: string) => setGoesTo({ stop })
  const nextCall = () => {
    setCall((count) => count + 1)
    setNewCaller(NOBODY)
    clock.reset()
  }
  const file = opened?.file ?? null
  return (
    <div ref={root} className="desk:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] grid items-start gap-6">
      <div className="grid min-w-0 gap-6">
        <DeskKeys />
        <Section title={t.steps.who}>
          {caller ? (
            <DeskCaller
              caller={caller}
              file={file}
              failed={failed}
              onRetry={() => open(caller)}
              onChange={() => {
                setCaller(null)
                forget()
                nextCall()
                go('find')
              }}
            />
          ) : (
            <DeskFinder
              typed={typed}
              find={actions.findCallers}
              onType={clock.begin}
              onPick={(picked) => {
                if (isAnotherCaller(newCaller, picked)) nextCall()
                clock.begin()
                setCaller(picked)
                open(picked)
                go('work')
              }}
              onNew={(words) => {
                clock.begin()
                const from = callerFrom(words)
                setNewCaller((before) => ({
                  name: before.name || from.name,
                  phone: before.phone || from.phone,
                  plate: before.plate || from.plate,
                }))
                go('name')
              }}
            />
          )}
        </Section>
        <DeskForm
          key={call}
          id={form}
          caller={caller}
          newCaller={newCaller}
          onNewCaller={setNewCaller}
          file={file}
          contactTaskId={caller && caller.vehicleId === first.caller?.vehicleId ? contactTaskId : undefined}
          offered={opened?.offered ?? offered}
          advisers={advisers}
          house={house}
          actions={actions}
        />
      </div>
      <aside className="grid min-w-0 gap-6">
        <DeskCall
          key={call}
          form={form}
          house={house}
          name={caller ? `${caller.name}${caller.formOfAddress}` : newCaller.name}
          plate={caller?.plate ?? newCaller.plate}
          seconds={clock.seconds}
          running={clock.running}
        />
        {file && caller && (
          <div className="-order-1 grid gap-6">
            <DeskFilePanel file={file} advisers={advisers} actions={actions} onChanged={() => open(caller)} />
          </div>
        )}
      </aside>
    </div>
  )
}

/** The file of whoever is on the telephone; an answer that comes late for somebody else is dropped. */
function useOpened(openFile: DeskActions['openFile'], first: Opened | null) {
  const [opened, setOpened] = useState(first)
  const [failed, setFailed] = useState(false)
  const wanted = useRef('')
  const open = ({ customerId, vehicleId, model }: Caller) => {
    const key = `${customerId}${vehicleId}`
    if (wanted.current && wanted.current !== key) setOpened(null)
    wanted.current = key
    setFailed(false)
    openFile({ customerId, vehicleId, model }).then(
      (found) => wanted.current === key && setOpened(found),
      () => wanted.current === key && setFailed(true),
    )
  }
  const forget = () => {
    wanted.current = 'nobody'
    setOpened(null)
    setFailed(false)
  }
  return { opened, failed, open, forget }
}
