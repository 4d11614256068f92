import { expect, test } from 'vitest'
import { answerHelp, askDirector } from '@/lib/reception/server/ask-director'
import { endDrive } from '@/lib/reception/server/end-drive'
import { helpAsked, jointDrive } from '@/lib/reception/server/joint-drive'
import { leaveWithoutOrder } from '@/lib/reception/server/leave-without-order'
import { planDrive } from '@/lib/reception/server/plan-drive'
import { aDealership } from '../../support/given'
import { aWalkAround } from './given-visit'

test('S2-55 a test drive with the customer: planned, licence seen before it counts, one result that stays', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  const result = { visitId, result: '60 km/h 时右前轮有嗡嗡声', reproduced: 'yes' }
  await expect(endDrive(adviser, result)).rejects.toMatchObject({ code: 'drive.not-planned' })
  const plan = { visitId, plan: '环路 60 km/h，听右前轮', driver: 'customer' }
  await expect(planDrive(here.as('greeter'), plan)).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(planDrive(adviser, { ...plan, plan: ' ' })).rejects.toThrow()
  await planDrive(adviser, plan)
  await expect(endDrive(adviser, result)).rejects.toMatchObject({ code: 'drive.no-licence' })
  await planDrive(adviser, { ...plan, licenceSeen: 'on' })
  await endDrive(adviser, result)
  expect(await jointDrive(here.as('technician'), { visitId })).toMatchObject({
    plan: plan.plan,
    driver: 'customer',
    licenceSeen: true,
    result: result.result,
    reproduced: true,
    endedAt: adviser.now,
  })
  await expect(endDrive(adviser, result)).rejects.toMatchObject({ code: 'drive.over' })
  await expect(planDrive(adviser, plan)).rejects.toMatchObject({ code: 'drive.over' })
  await expect(
    here.inside((tx) => tx.jointDrive.updateMany({ where: { visitId }, data: { licenceSeen: false } })),
  ).rejects.toThrow(/drive_ended_with_licence/)
})

test('S2-55 the technical director is asked for help by message and list, answers once, and can be asked again', async () => {
  const here = await aDealership()
  const { visitId, adviser, vehicle } = await aWalkAround(here)
  const inspector = here.as('qcInspector')
  const director = { ...inspector, actor: { ...inspector.actor, roles: ['technicalDirector' as const] } }
  await here.inside((tx) =>
    tx.staff.updateMany({
      where: { id: director.actor.id },
      data: { phone: '13900002222', roles: ['technicalDirector'] },
    }),
  )
  await expect(answerHelp(director, { visitId, answer: '来了' })).rejects.toMatchObject({
    code: 'help.not-asked',
  })
  await askDirector(adviser, { visitId, question: '故障无法再现，请协助' })
  expect(await helpAsked(director, {})).toMatchObject([
    { visitId, helpAsked: '故障无法再现，请协助', visit: { vehicle: { plate: vehicle.plate } } },
  ])
  await expect(helpAsked(adviser, {})).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(answerHelp(adviser, { visitId, answer: '好' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  const told = await here.inside((tx) => tx.outboxMessage.findMany({ where: { template: 'help-asked' } }))
  expect(told.map(({ facts }) => facts)).toMatchObject([
    { plate: vehicle.plate, question: '故障无法再现，请协助' },
  ])
  await answerHelp(director, { visitId, answer: '检查右前轮轴承' })
  expect(await helpAsked(director, {})).toEqual([])
  expect(await jointDrive(adviser, { visitId })).toMatchObject({ helpAnswer: '检查右前轮轴承' })
  await askDirector(adviser, { visitId, question: '轴承正常，还有什么？' })
  expect(await helpAsked(director, {})).toHaveLength(1)
  await leaveWithoutOrder(adviser, { visitId, reason: '改日' })
  await expect(answerHelp(director, { visitId, answer: '—' })).rejects.toMatchObject({
    code: 'status.not-from-here',
  })
  expect(await helpAsked(director, {})).toEqual([])
})
