import { expect, test } from 'vitest'
import { keepNote } from '@/lib/customers/server/keep-note'
import { changeSetting } from '@/lib/dealership/server/change-setting'
import { saveBay } from '@/lib/dealership/server/manage-bays'
import { bayScreen } from '@/lib/lounge/server/bay-screen'
import { makePromise } from '@/lib/lounge/server/make-promise'
import { visitProgress } from '@/lib/lounge/server/visit-progress'
import { visitTalk } from '@/lib/lounge/server/visit-talk'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { confirmParticulars } from '@/lib/reception/server/confirm-particulars'
import { askErrand, doErrand } from '@/lib/reception/server/errands'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { leaveWithoutOrder } from '@/lib/reception/server/leave-without-order'
import { chooseBay } from '@/lib/reception/server/reception-bay'
import { receptionFloor } from '@/lib/reception/server/reception-floor'
import { receptionVisit } from '@/lib/reception/server/reception-visit'
import { receivedToday } from '@/lib/reception/server/received-today'
import { keepShiftCheck, savePoint, shiftChecklist, shiftPoints } from '@/lib/reception/server/shift-check'
import { startInspection } from '@/lib/reception/server/start-inspection'
import { today } from '@/lib/reception/server/today'
import { answerUnmet, judgeUnmet, lookAtUnmet, noteUnmet, unmetCars } from '@/lib/reception/server/unmet-car'
import { vehicleFile } from '@/lib/reception/server/vehicle-file'
import { setWeather } from '@/lib/reception/server/weather'
import { systemContext } from '@/lib/server/system-context'
import { aCustomerWithCar, aDealership } from '../../support/given'
import { after, aSignedRecord, walkIn } from './given-visit'

const forbidden = { code: 'auth.forbidden' }

test('S2-73 S2-75 S2-76 S2-77 what helps a talk is dated, private to staff, and a wish becomes a promise', async () => {
  const here = await aDealership()
  const { customer, vehicle } = await aCustomerWithCar(here)
  const { visitId } = await arriveVisit(here.as('greeter'), { plate: vehicle.plate })
  const by = here.as('A1')
  await keepNote(by, { customerId: customer.id, topic: 'family', text: '女儿今年上小学' })
  await keepNote(by, { customerId: customer.id, topic: 'seen', text: '后排有婴儿椅' })
  await keepNote(by, { customerId: customer.id, topic: 'carCare', text: '车内很干净' })
  await makePromise(by, { visitId, text: '下次提醒带儿童杂志' })
  const talk = await visitTalk(by, { visitId })
  expect(talk.notes.map(({ topic }) => topic).sort()).toEqual(['carCare', 'family', 'seen'])
  expect(talk.notes[0]?.at).toEqual(here.now)
  expect(talk.promises).toMatchObject([{ text: '下次提醒带儿童杂志', keptAt: null }])
  expect((await receptionVisit(by, { visitId })).sender.name).toBe(customer.name)
  expect((await vehicleFile(by, { visitId })).orders).toEqual([])

  await leaveWithoutOrder(by, { visitId, reason: '改天' })
  const again = await arriveVisit(here.as('greeter', { now: after(600) }), { plate: vehicle.plate })
  expect((await visitTalk(by, { visitId: again.visitId })).promises).toMatchObject([{ keptAt: null }])

  await expect(visitTalk(here.as('technician'), { visitId })).rejects.toMatchObject(forbidden)
  const guest = here.asCustomer({ customerId: customer.id, visitId })
  await expect(visitTalk(guest, { visitId })).rejects.toMatchObject(forbidden)
  const shown = JSON.stringify([
    await receptionVisit(guest, { visitId }),
    await visitProgress(guest, { visitId }),
  ])
  expect(shown).not.toMatch(/婴儿椅|上小学|很干净/)
  const events = await here.inside((tx) => tx.event.findMany({ select: { facts: true } }))
  expect(JSON.stringify(events)).not.toMatch(/婴儿椅|上小学|很干净/)
  const there = await aDealership()
  await expect(visitTalk(there.as('A1'), { visitId })).rejects.toMatchObject({ code: 'common.not-found' })
})

test('S2-78 the small thing needed now is done at once or stands on the list of a colleague until it is', async () => {
  const here = await aDealership()
  const { visitId } = await arriveVisit(here.as('greeter'), walkIn())
  const a1 = here.as('A1')
  await askErrand(a1, { visitId, text: '给孩子倒杯水', forId: here.staffId('A2') })
  expect((await visitTalk(a1, { visitId })).colleagues.map(({ name }) => name)).toContain('李顾问')
  const [errand] = (await receptionFloor(here.as('A2'), {})).errands
  expect(errand).toMatchObject({ text: '给孩子倒杯水', by: { name: '王顾问' } })
  expect((await receptionFloor(a1, {})).errands).toEqual([])
  await doErrand(here.as('A2'), { errandId: errand?.id })
  await expect(doErrand(a1, { errandId: errand?.id })).rejects.toMatchObject({ code: 'errand.done' })
  expect((await receptionFloor(here.as('A2'), {})).errands).toEqual([])
  await askErrand(a1, { visitId, text: '找充电线' })
  expect((await receptionFloor(a1, {})).errands).toMatchObject([{ text: '找充电线' }])
  const wrong = { visitId, text: 'x', forId: visitId }
  await expect(askErrand(a1, wrong)).rejects.toMatchObject({ code: 'common.not-found' })
  await leaveWithoutOrder(a1, { visitId, reason: '改天' })
  await expect(askErrand(a1, { visitId, text: 'x' })).rejects.toMatchObject({ code: 'status.not-from-here' })
  await expect(askErrand(here.as('technician'), { visitId, text: 'x' })).rejects.toMatchObject(forbidden)
})

test('S2-68 address, contact and telephone of a known customer are confirmed again and stamped', async () => {
  const here = await aDealership()
  const { vehicle, customer } = await aCustomerWithCar(here)
  const { visitId } = await arriveVisit(here.as('greeter'), { plate: vehicle.plate })
  const said = { name: customer.name, phone: '13900001111', address: '人民路 1 号', contactPerson: '王先生' }
  const car = { brand: '别克', model: '君威', bodyKind: 'saloon' }
  await confirmParticulars(here.as('A1', { now: after(300) }), { visitId, ...said, ...car })
  expect((await receptionVisit(here.as('A1'), { visitId })).sender).toMatchObject({
    phone: '13900001111',
    address: '人民路 1 号',
    contactPerson: '王先生',
    verifiedAt: after(300),
  })
})

test('S2-14 S2-21 from the greeting to the inquiry is measured; the inquiry begins with the kit', async () => {
  const here = await aDealership()
  const { visitId } = await arriveVisit(here.as('greeter'), walkIn())
  await greetVisit(here.as('A1', { now: after(10) }), { visitId })
  const begin = here.as('A1', { now: after(55) })
  await expect(startInspection(begin, { visitId, kitPieces: [] })).rejects.toMatchObject({
    code: 'reception.kit-first',
  })
  const { kit } = await receptionVisit(here.as('A1'), { visitId })
  await startInspection(begin, { visitId, kitPieces: kit })
  await leaveWithoutOrder(here.as('A1', { now: after(90) }), { visitId, reason: '改天' })
  expect(await receivedToday(here.as('A1'), {})).toMatchObject([{ greetingSeconds: 10, inquirySeconds: 45 }])
})

test('S2-05 a car nobody meets is noted once against who was on duty, answered and judged', async () => {
  const here = await aDealership()
  const { visitId, adviserId } = await arriveVisit(here.as('greeter'), walkIn())
  const system = (seconds: number) => systemContext(here.dealershipId, after(seconds))
  expect(await noteUnmet(system(15), { visitId })).toEqual({ noted: false })
  expect(await noteUnmet(system(16), { visitId })).toEqual({ noted: true })
  expect(await noteUnmet(system(17), { visitId })).toEqual({ noted: false })
  const who = adviserId === here.staffId('A1') ? 'A1' : 'A2'
  const other = who === 'A1' ? 'A2' : 'A1'
  expect((await receptionFloor(here.as('serviceManager'), {})).unmet).toBe(1)
  const [mine] = await unmetCars(here.as(who), {})
  expect(mine).toMatchObject({ mine: true, seconds: null, limitSeconds: 15 })
  expect(await unmetCars(here.as(other), {})).toEqual([])
  const words = { unmetId: mine?.id, answer: '正在协助另一位客户' }
  await expect(answerUnmet(here.as(other), words)).rejects.toMatchObject({ code: 'common.not-found' })
  await answerUnmet(here.as(who), words)
  await expect(answerUnmet(here.as(who), words)).rejects.toMatchObject({ code: 'unmet.answered' })
  const verdict = { unmetId: mine?.id, judgement: 'excused' }
  await expect(judgeUnmet(here.as(who), verdict)).rejects.toMatchObject(forbidden)
  await judgeUnmet(here.as('serviceManager'), verdict)
  await expect(judgeUnmet(here.as('serviceManager'), verdict)).rejects.toMatchObject({ code: 'unmet.judged' })
  expect(await unmetCars(here.as('serviceManager'), {})).toMatchObject([
    { judgement: 'excused', answer: '正在协助另一位客户' },
  ])
  await expect(noteUnmet(here.as('serviceManager'), { visitId })).rejects.toMatchObject(forbidden)
  const met = await arriveVisit(here.as('greeter'), walkIn())
  await greetVisit(here.as('A1', { now: after(5) }), { visitId: met.visitId })
  await lookAtUnmet(system(60), met.visitId)
  const noted = () =>
    here.inside((tx) => tx.event.count({ where: { name: 'visit.unmet', visitId: met.visitId } }))
  expect(await noted()).toBe(0)
  expect(await noteUnmet(system(60), { visitId: met.visitId })).toEqual({ noted: false })
  const late = await arriveVisit(here.as('greeter'), walkIn())
  await lookAtUnmet(system(86_500), late.visitId)
  expect((await unmetCars(here.as('serviceManager'), {})).length).toBe(1)
  await lookAtUnmet(system(16), late.visitId)
  expect((await unmetCars(here.as('serviceManager'), {})).length).toBe(2)
})

test('S2-07 S2-13 the guide is told the bay, two cars never share one, and the screen over the bays masks the plate', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const first = await saveBay(manager, { name: '接待位 1', nameEn: 'Reception 1', kind: 'reception' })
  const second = await saveBay(manager, { name: '接待位 2', kind: 'reception' })
  const cars = []
  for (let i = 0; i < 3; i++)
    cars.push(await arriveVisit(here.as('greeter'), walkIn({ plate: `苏A1234${i}` })))
  const bays = (await today(here.as('A1'), {})).inHouse.map(({ bay }) => bay?.name ?? null).sort()
  expect(bays).toEqual(['接待位 1', '接待位 2', null].sort())
  const [one, two, three] = cars.map(({ visitId }) => visitId)
  expect((await receptionVisit(here.as('A1'), { visitId: one ?? '' })).bay?.name).toBe('接待位 1')
  await expect(chooseBay(here.as('greeter'), { visitId: three, bayId: first.id })).rejects.toMatchObject({
    code: 'bay.taken',
  })
  await leaveWithoutOrder(here.as('A1'), { visitId: one, reason: '改天' })
  await chooseBay(here.as('greeter'), { visitId: three, bayId: first.id })
  const screen = await bayScreen(here.as('greeter'), {})
  expect(screen.map(({ name, plate }) => [name, plate])).toEqual([
    ['接待位 1', '苏A•••42'],
    ['接待位 2', '苏A•••41'],
  ])
  expect(screen[0]?.adviser).not.toBeNull()
  await chooseBay(here.as('greeter'), { visitId: two, bayId: '' })
  expect((await receptionFloor(here.as('A1'), {})).bays.map(({ id, car }) => [id, car?.visitId])).toEqual([
    [first.id, three],
    [second.id, undefined],
  ])
  await expect(chooseBay(here.as('technician'), { visitId: two })).rejects.toMatchObject(forbidden)
  await expect(chooseBay(here.as('A1'), { visitId: one, bayId: second.id })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
})

test('S2-01 S2-02 S2-03 each keeps the checklist of the shift once a day, the manager sees what is missing', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  const { points, mine } = await shiftChecklist(here.as('A1'), {})
  expect(mine).toBeNull()
  const all = points.map(({ code }) => code)
  await keepShiftCheck(here.as('A1'), { points: all })
  await keepShiftCheck(here.as('A2'), { points: all.slice(1), note: '雨伞不够' })
  expect((await receptionFloor(here.as('A1'), {})).checked).toBe(true)
  const { people } = await shiftChecklist(manager, {})
  const stateOf = (name: string) => people?.find((person) => person.name === name)?.check
  expect(stateOf('王顾问')).toMatchObject({ missing: [] })
  expect(stateOf('李顾问')).toMatchObject({ missing: [all[0]], note: '雨伞不够' })
  expect((await shiftChecklist(here.as('A2'), {})).people).toBeNull()

  await savePoint(manager, { part: 'area', name: '花已浇水' })
  await savePoint(manager, { code: 'dress', retired: 'on' })
  const changed = (await shiftChecklist(manager, {})).points
  expect(changed.map(({ name }) => name)).toContain('花已浇水')
  expect(changed.some(({ code }) => code === 'dress')).toBe(false)
  expect((await shiftPoints(manager, {})).away.map(({ code }) => code)).toEqual(['dress'])
  await savePoint(manager, { code: 'dress' })
  expect((await shiftPoints(manager, {})).away).toEqual([])
  await expect(savePoint(manager, { part: 'area' })).rejects.toMatchObject({ code: 'shiftPoint.words' })
  await expect(savePoint(here.as('A1'), { part: 'area', name: 'x' })).rejects.toMatchObject(forbidden)
  await expect(keepShiftCheck(here.as('technician'), {})).rejects.toMatchObject(forbidden)
})

test('S2-10 rain of the day is set with one word, for that day and that house alone', async () => {
  const here = await aDealership()
  const there = await aDealership()
  await setWeather(here.as('greeter'), { kind: 'rain' })
  expect((await receptionFloor(here.as('A1'), {})).weather).toBe('rain')
  expect((await receptionFloor(here.as('A1', { now: after(86_400) }), {})).weather).toBeNull()
  expect((await receptionFloor(there.as('A1'), {})).weather).toBeNull()
  await setWeather(here.as('greeter'), { kind: 'none' })
  expect((await receptionFloor(here.as('A1'), {})).weather).toBeNull()
  await expect(setWeather(here.as('technician'), { kind: 'rain' })).rejects.toMatchObject(forbidden)
})

test('S2-08 the words of greeting are set for the site in both languages', async () => {
  const here = await aDealership()
  const manager = here.as('serviceManager')
  await changeSetting(manager, { key: 'reception.greeting', text: '{name}，欢迎光临{dealership}！' })
  await changeSetting(manager, { key: 'reception.greetingEn', text: 'Welcome to {dealership}, {name}!' })
  const { visitId } = await arriveVisit(here.as('greeter'), walkIn())
  expect((await receptionVisit(here.as('A1'), { visitId })).greeting).toEqual({
    'zh-CN': '{name}，欢迎光临{dealership}！',
    en: 'Welcome to {dealership}, {name}!',
  })
})

test('S2-74 the hand-over at the car names the customer who signed and the adviser who took over', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aSignedRecord(here)
  const visit = await receptionVisit(adviser, { visitId })
  expect(visit.signature?.signerName).toBe('张伟')
  expect(visit.inspector?.name).toBe('王顾问')
  const signed = await here.inside((tx) => tx.event.findMany({ where: { visitId, name: 'reception.sign' } }))
  expect(signed).toMatchObject([{ actorId: here.staffId('A1') }])
})
