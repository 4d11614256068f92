'use client'

import { Plus } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useFormat, useLocale, useMessages } from '@/components/shell/locale'
import { ActionForm, type FormAction } from '@/components/ui/action-form'
import { Button } from '@/components/ui/button'
import { Section } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { ChipCheck } from '@/components/ui/chip'
import { Choices } from '@/components/ui/choices'
import { Field } from '@/components/ui/field'
import { DigitsInput, Input, PhoneInput } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { SkeletonRows } from '@/components/ui/skeleton'
import { Submit } from '@/components/ui/submit'
import { Textarea } from '@/components/ui/textarea'
import { quietDiscountFen } from '@/lib/appointments/work'
import { plusDays } from '@/lib/core/time'
import { appointments } from '@/lib/i18n/appointments'
import type { NamedAdviser } from './booking-when'
import type { OfferedPackage } from './booking-wish'
import { readyText } from './draft'
import { OtherWays, type Ways } from './other-ways'
import { WaitingChoice } from './waiting-choice'
import { SlotPicker, type PickableDay, type PickableSlot } from './slot-picker'

type ChosenCar = { customerId: string; vehicleId: string; plate: string }
type Wish = { packageIds: string[]; wishes: number; adviserId: string; waiting: 'waits' | 'leaves' }

type Props = {
  action: FormAction
  car: ChosenCar | null
  /** The reminder call that led here: what is booked is active, and belongs to it. */
  contactTaskId?: string
  offered: OfferedPackage[]
  today: string
  advisers: NamedAdviser[]
  findSlots: (wish: Wish) => Promise<PickableDay[]>
  findOtherWays: (wish: Wish & { from?: string }) => Promise<Ways>
}

const LIST_DAYS = 7

/** The booking form of the telephone: who, what, when, read back. */
export function StaffBookingForm(props: Props) {
  const { action, car, contactTaskId, offered, today, advisers, findSlots, findOtherWays } = props
  const words = useMessages(appointments)
  const t = words.form
  const [plate, setPlate] = useState(car?.plate ?? '')
  const [packageIds, setPackageIds] = useState<string[]>([])
  const [wishes, setWishes] = useState([''])
  const [adviserId, setAdviserId] = useState('')
  const [waiting, setWaiting] = useState<'waits' | 'leaves'>('waits')
  const [list, setList] = useState({ listFirst: '', listLast: '', listParts: [] as string[] })
  const [slot, setSlot] = useState<PickableSlot | null>(null)
  const own = wishes.filter((wish) => wish.trim())
  const chosen = offered.filter(({ id }) => packageIds.includes(id))
  const wish = { packageIds, wishes: own.length, adviserId, waiting }
  const days = useTimes(chosen.length + own.length > 0 ? wish : null, findSlots)
  const wishKey = JSON.stringify(wish)
  const ways = useCallback(
    (from: string | undefined) => findOtherWays({ ...(JSON.parse(wishKey) as Wish), from }),
    [wishKey, findOtherWays],
  )
  const pastCapacity = days?.some((day) =>
    day.slots.some(({ startsAt, over }) => over && startsAt === slot?.startsAt),
  )
  return (
    <ActionForm action={action} className="gap-8">
      {car ? (
        <>
          <input type="hidden" name="customerId" value={car.customerId} />
          <input type="hidden" name="vehicleId" value={car.vehicleId} />
        </>
      ) : (
        <NewCustomer onPlate={setPlate} />
      )}
      {car && contactTaskId && <input type="hidden" name="contactTaskId" value={contactTaskId} />}
      <Contact active={contactTaskId !== undefined} />
      <Section title={t.what}>
        <div className="grid gap-4">
          <fieldset>
            <legend className="mb-1 text-sm font-medium">{t.packages}</legend>
            <PackageChips offered={offered} chosen={packageIds} onChange={setPackageIds} />
          </fieldset>
          <Wishes wishes={wishes} onChange={setWishes} />
          <Problem />
        </div>
      </Section>
      <Section title={t.when}>
        <div className="grid gap-4">
          <AdviserChoice
            advisers={advisers}
            value={adviserId}
            onChange={setAdviserId}
            waiting={waiting}
            onWaiting={setWaiting}
          />
          {chosen.length + own.length === 0 ? (
            <p className="text-muted">{t.chooseWork}</p>
          ) : days ? (
            <SlotPicker
              days={days}
              value={slot?.startsAt ?? ''}
              onChange={setSlot}
              adviserAsked={adviserId !== ''}
              otherWays={(from) => (
                <OtherWays
                  from={from}
                  find={ways}
                  onQuick={(ids) => {
                    setPackageIds(ids)
                    setWishes([''])
                    setSlot(null)
                  }}
                />
              )}
            />
          ) : (
            <SkeletonRows rows={4} />
          )}
          <input type="hidden" name="startsAt" value={slot?.startsAt ?? ''} />
          {chosen.length + own.length > 0 && (
            <WaitingChoice {...list} from={today} to={plusDays(today, LIST_DAYS)} onChange={setList} />
          )}
          {pastCapacity && (
            <Field label={t.overrideReason} name="overrideReason" required>
              <Input maxLength={200} />
            </Field>
          )}
        </div>
      </Section>
      <Section title={t.close}>
        <div className="grid gap-3">
          {!list.listFirst && (
            <>
              <ReadBack plate={plate} slot={slot} chosen={chosen} own={own} />
              <Checkbox name="readBack" label={t.readBack} />
            </>
          )}
          <Submit
            variant="primary"
            size="large"
            className="justify-self-start"
            disabled={!slot && !list.listFirst}
          >
            {list.listFirst ? words.waitingList.joinButton : t.book}
          </Submit>
        </div>
      </Section>
    </ActionForm>
  )
}

function useTimes(wish: Wish | null, findSlots: Props['findSlots']) {
  const key = wish ? JSON.stringify(wish) : ''
  const [answer, setAnswer] = useState<{ key: string; days: PickableDay[] } | null>(null)
  useEffect(() => {
    if (!key) return
    let current = true
    const timer = setTimeout(() => {
      findSlots(JSON.parse(key) as Wish).then((days) => current && setAnswer({ key, days }))
    }, 250)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [key, findSlots])
  return answer?.key === key ? answer.days : null
}

function NewCustomer({ onPlate }: { onPlate: (plate: string) => void }) {
  const t = useMessages(appointments).form
  return (
    <Section title={t.who}>
      <div className="tablet:grid-cols-2 grid gap-4">
        <Field label={t.name} name="name">
          <Input maxLength={60} autoComplete="off" />
        </Field>
        <Field label={t.phone} name="phone">
          <PhoneInput autoComplete="off" />
        </Field>
        <Field label={t.plate} name="plate">
          <Input
            maxLength={12}
            autoCapitalize="characters"
            autoComplete="off"
            onChange={(event) => onPlate(event.target.value)}
          />
        </Field>
        <Field label={t.vin} name="vin" optional>
          <Input maxLength={20} autoCapitalize="characters" autoComplete="off" />
        </Field>
        <Field label={t.model} name="model" optional>
          <Input maxLength={60} />
        </Field>
        <Field label={t.formOfAddress} name="formOfAddress" optional>
          <Input maxLength={20} />
        </Field>
      </div>
    </Section>
  )
}

function Contact({ active }: { active: boolean }) {
  const t = useMessages(appointments)
  return (
    <div className="flex flex-wrap gap-4">
      <Choices
        legend={t.form.channel}
        name="channel"
        defaultValue="phone"
        choices={(['phone', 'store', 'wechat'] as const).map((value) => ({
          value,
          label: t.channels[value],
        }))}
      />
      <Choices
        legend={t.form.kind}
        name="kind"
        defaultValue={active ? 'active' : 'passive'}
        choices={(['passive', 'active'] as const).map((value) => ({ value, label: t.kinds[value] }))}
      />
      <Field label={t.form.km} name="odometerKm" optional>
        <DigitsInput maxLength={7} />
      </Field>
    </div>
  )
}

type ChipsProps = { offered: OfferedPackage[]; chosen: string[]; onChange: (ids: string[]) => void }

function PackageChips({ offered, chosen, onChange }: ChipsProps) {
  const locale = useLocale()
  const format = useFormat()
  return (
    <div className="flex flex-wrap gap-2">
      {offered.map((one) => (
        <ChipCheck
          key={one.id}
          name="packageIds"
          value={one.id}
          checked={chosen.includes(one.id)}
          onChange={() =>
            onChange(chosen.includes(one.id) ? chosen.filter((id) => id !== one.id) : [...chosen, one.id])
          }
        >
          {locale === 'en' && one.nameEn ? one.nameEn : one.name} ·{' '}
          {format.money(one.priceFen, { cents: false })} · {format.duration(one.minutes)}
        </ChipCheck>
      ))}
    </div>
  )
}

function Wishes({ wishes, onChange }: { wishes: string[]; onChange: (wishes: string[]) => void }) {
  const t = useMessages(appointments).form
  return (
    <div className="grid gap-2">
      {wishes.map((wish, index) => (
        <Field key={index} label={t.wish({ n: index + 1 })} name="wishes">
          <Input
            value={wish}
            maxLength={300}
            onChange={(event) => onChange(wishes.map((one, i) => (i === index ? event.target.value : one)))}
          />
        </Field>
      ))}
      {wishes.length < 10 && (
        <Button
          variant="quiet"
          className="justify-self-start"
          icon={<Plus aria-hidden className="size-4" />}
          onClick={() => onChange([...wishes, ''])}
        >
          {t.addWish}
        </Button>
      )}
    </div>
  )
}

function Problem() {
  const t = useMessages(appointments).form
  const [comeback, setComeback] = useState(false)
  return (
    <div className="tablet:grid-cols-2 grid gap-x-4 gap-y-2">
      <Field label={t.concern} name="concern" optional className="tablet:col-span-2">
        <Textarea rows={2} maxLength={500} />
      </Field>
      <Checkbox
        name="comeback"
        label={t.comeback}
        checked={comeback}
        onChange={(e) => setComeback(e.target.checked)}
      />
      <Checkbox name="difficult" label={t.difficult} />
      {comeback && (
        <Field label={t.comebackOrderNo} name="comebackOrderNo" optional>
          <Input maxLength={40} />
        </Field>
      )}
    </div>
  )
}

type AdviserProps = {
  advisers: NamedAdviser[]
  value: string
  onChange: (id: string) => void
  waiting: 'waits' | 'leaves'
  onWaiting: (waiting: 'waits' | 'leaves') => void
}

function AdviserChoice({ advisers, value, onChange, waiting, onWaiting }: AdviserProps) {
  const t = useMessages(appointments)
  const locale = useLocale()
  const [pickUp, setPickUp] = useState(false)
  return (
    <div className="tablet:grid-cols-2 grid gap-4">
      <Field label={t.form.adviser} name="adviserId">
        <Select
          value={value}
          onChange={(event) => onChange(event.target.value)}
          options={[
            { value: '', label: t.form.anyAdviser },
            ...advisers.map((one) => ({
              value: one.id,
              label: locale === 'en' && one.nameEn ? one.nameEn : one.name,
            })),
          ]}
        />
      </Field>
      <Choices
        legend={t.form.waiting}
        name="waiting"
        value={waiting}
        onChange={(value) => onWaiting(value as 'waits' | 'leaves')}
        choices={(['waits', 'leaves'] as const).map((one) => ({ value: one, label: t.waiting[one] }))}
      />
      <Checkbox
        name="pickUp"
        label={t.form.pickUp}
        checked={pickUp}
        onChange={(e) => setPickUp(e.target.checked)}
      />
      {pickUp && (
        <Field label={t.form.pickUpAddress} name="pickUpAddress">
          <Input maxLength={200} />
        </Field>
      )}
      <Field label={t.form.remarks} name="remarks" optional className="tablet:col-span-2">
        <Input maxLength={500} />
      </Field>
    </div>
  )
}

type ReadBackProps = { plate: string; slot: PickableSlot | null; chosen: OfferedPackage[]; own: string[] }

/** What to say before closing (S1-41). */
function ReadBack({ plate, slot, chosen, own }: ReadBackProps) {
  const t = useMessages(appointments).form
  const locale = useLocale()
  const format = useFormat()
  if (!slot) return null
  const names = chosen.map((one) => (locale === 'en' && one.nameEn ? one.nameEn : one.name))
  return (
    <Notice>
      {t.readBackText({
        plate,
        at: format.dateTime(slot.startsAt),
        ready: readyText(slot, format) || '–',
        work: format.list([...names, ...own]),
        price: format.money(
          chosen.reduce((sum, one) => sum + one.priceFen, 0) - quietDiscountFen(chosen, slot.discountBp),
          { cents: false },
        ),
      })}
    </Notice>
  )
}
