import { expect, test } from 'vitest'
import { askForAdditionalWork } from '@/lib/workshop/server/ask-for-additional-work'
import { dispatchJob } from '@/lib/workshop/server/dispatch-job'
import { recordFinding } from '@/lib/workshop/server/record-finding'
import { startJob } from '@/lib/workshop/server/start-job'
import { aDealership } from '../../support/given'
import { aSentPhoto } from '../../support/quality'
import { aSignedOrder } from '../../support/workshop'

async function underWay() {
  const given = await aDealership()
  const order = await aSignedOrder(given)
  await dispatchJob(given.as('foreman'), {
    jobId: order.jobId,
    technicianId: given.staffId('T1'),
    time: '09:00',
  })
  await startJob(given.as('T1'), { jobId: order.jobId })
  return { given, ...order }
}

test('S5-25 a finding carries its fault class and photographs', async () => {
  const { given, jobId, visitId } = await underWay()
  const { id } = await recordFinding(given.as('T1'), {
    jobId,
    text: '左前制动片剩 2 毫米',
    faultClass: 'mechanical',
    urgent: 'on',
    photoFileIds: [await aSentPhoto(given, visitId, 'finding'), await aSentPhoto(given, visitId, 'finding')],
  })
  const finding = await given.inside((tx) => tx.finding.findFirstOrThrow({ where: { id } }))
  expect(finding).toMatchObject({ faultClass: 'mechanical', urgent: true, foundById: given.staffId('T1') })
  const files = await given.inside((tx) =>
    tx.storedFile.findMany({ where: { id: { in: finding.photoFileIds } } }),
  )
  expect(files).toMatchObject([{ kind: 'finding', mime: 'image/webp', visitId }, { visitId }])
})

test('S5-38 the technician asks for additional work with evidence, and the adviser finds it on the order', async () => {
  const { given, jobId, orderId, visitId } = await underWay()
  const asked = {
    jobId,
    what: '更换前制动片',
    why: '剩 2 毫米',
    whatIfNot: '会伤制动盘',
    how: '约一小时，需配件',
  }
  await expect(askForAdditionalWork(given.as('T1'), asked)).rejects.toMatchObject({
    code: 'finding.photo-wanted',
  })
  const photoFileIds = await aSentPhoto(given, visitId)
  const { id, findingId } = await askForAdditionalWork(given.as('T1'), { ...asked, photoFileIds })
  const request = await given.inside((tx) =>
    tx.additionalWork.findFirstOrThrow({ where: { id }, include: { finding: true } }),
  )
  expect(request).toMatchObject({
    orderId,
    findingId,
    status: 'found',
    what: '更换前制动片',
    whatIfNot: '会伤制动盘',
    foundById: given.staffId('T1'),
  })
  expect(request.finding?.photoFileIds).toHaveLength(1)
  expect(await given.inside((tx) => tx.event.findMany({ where: { subjectId: id } }))).toMatchObject([
    { name: 'additionalWork.ask', facts: { adviserId: given.staffId('A1') } },
  ])
})

test('S5-30 findings come from who works on the car, or from its technical head', async () => {
  const { given, jobId, visitId } = await underWay()
  const elsewhere = await aSignedOrder(given)
  await expect(recordFinding(given.as('T2'), { jobId, text: 'x' })).rejects.toMatchObject({
    code: 'job.not-yours',
  })
  await expect(
    askForAdditionalWork(given.as('T2'), {
      jobId,
      what: 'x',
      why: 'y',
      photoFileIds: await aSentPhoto(given, visitId),
    }),
  ).rejects.toMatchObject({ code: 'job.not-yours' })
  await expect(recordFinding(given.as('serviceAdviser'), { jobId, text: 'x' })).rejects.toMatchObject({
    code: 'auth.forbidden',
  })
  await expect(
    askForAdditionalWork(given.as('foreman'), { jobId, what: 'x', why: 'y' }),
  ).rejects.toMatchObject({ code: 'auth.forbidden' })
  await expect(recordFinding(given.as('T1'), { jobId, text: ' ' })).rejects.toThrow()
  await expect(
    recordFinding(given.as('T1'), {
      jobId,
      text: 'x',
      photoFileIds: await aSentPhoto(given, elsewhere.visitId),
    }),
  ).rejects.toMatchObject({ code: 'common.not-found' })
})
