import { Refusal } from '@/lib/core/refusal'
import { addPhoto } from '@/lib/reception/server/add-photo'
import { arriveVisit } from '@/lib/reception/server/arrive-visit'
import { greetVisit } from '@/lib/reception/server/greet-visit'
import { planDrive } from '@/lib/reception/server/plan-drive'
import { saveDamageMark } from '@/lib/reception/server/save-damage-mark'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { startInspection } from '@/lib/reception/server/start-inspection'
import { takeOverVisit } from '@/lib/reception/server/take-over-visit'
import { KIT_PIECES } from '@/lib/reception/walk-around'
import { evidence } from './evidence'
import type { CarOwner } from './people'
import { tried, type Shop } from './shop'
import type { Story } from './simulation'
import { wheelsAt } from './wheels'

const MARKS = [
  { view: 'left', x: 690, y: 560, kind: 'scratch', severity: 2, note: '后车门划痕，长约 15 厘米' },
  { view: 'left', x: 250, y: 640, kind: 'dent', severity: 1, note: '' },
  { view: 'front', x: 300, y: 720, kind: 'paintLoss', severity: 2, note: '保险杠右下角掉漆' },
] as const

/** The car of the first visit is back with the same complaint, and its adviser is in the middle of the walk-around. */
export async function* atTheCar(shop: Shop, car: CarOwner): Story {
  const statement = '上次换了减震器，过减速带底盘又有咯噔声，左前更明显。'
  const { plate } = car
  const arrived = await tried(arriveVisit(shop.as('G01'), { plate, waiting: 'waits', purpose: statement }))
  if (arrived instanceof Refusal) return
  const { visitId } = arrived
  await takeOverVisit(shop.as('A01'), { visitId })
  yield shop.after(1)
  await greetVisit(shop.as('A01'), { visitId })
  await startInspection(shop.as('A01'), { visitId, kitPieces: [...KIT_PIECES] })
  yield shop.after(4)
  for (const mark of MARKS) {
    const seen = mark.note && (await evidence(mark.note.slice(0, 9), plate))
    const photoFileId = seen
      ? (await addPhoto(shop.as('A01'), { visitId, kind: 'damage', photo: seen })).fileId
      : undefined
    await saveDamageMark(shop.as('A01'), { visitId, ...mark, photoFileId })
  }
  yield shop.after(3)
  await saveInspection(shop.as('A01'), {
    visitId,
    odometerKm: car.km,
    fuelEighths: 3,
    items: [
      { kind: 'exterior', state: 'notOk', note: '' },
      { kind: 'interior', state: 'ok', note: '' },
      { kind: 'audioSystem', state: 'ok', note: '' },
      { kind: 'lights', state: 'notOk', note: '右后雾灯不亮' },
    ],
    wheels: wheelsAt(car.km).map((wheel) => ({ ...wheel, pressureKpa: 230 })),
    warningLights: ['stability', 'tyrePressure'],
    faultCodes: ['C1214'],
    valuablesReminded: true,
    valuables: [
      { kind: 'glasses', quantity: 1 },
      { kind: 'electronics', quantity: 1, note: '行车记录仪' },
    ],
    customerStatement: statement,
    adviserConfirmation: '原地晃动车身左前有异响，怀疑减震器上座或平衡杆球头。',
    suggestions: ['雨刮片胶条老化，建议更换'],
    freeWash: true,
    licenceTaken: true,
  })
  await planDrive(shop.as('A01'), {
    visitId,
    plan: '厂区减速带低速通过三次，左前、右前分别听辨。',
    driver: 'technician',
    licenceSeen: true,
  })
}
