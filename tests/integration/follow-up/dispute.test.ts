import sharp from 'sharp'
import { expect, test } from 'vitest'
import { disputeFacts, openDispute } from '@/lib/follow-up/server/dispute'
import { complaint } from '@/lib/follow-up/server/complaints'
import { addPhoto } from '@/lib/reception/server/add-photo'
import { saveInspection } from '@/lib/reception/server/save-inspection'
import { signAsShown } from '@/prisma/seed/sign-as-shown'
import { aDealership } from '../../support/given'
import { after, aWalkAround, everything, strokes } from '../reception/given-visit'

const picture = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()

test('S2-44 a dispute is opened from the signed record, with what was photographed before and after side by side', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await addPhoto(adviser, { visitId, kind: 'damage', photo: await picture() })
  const claim = { visitId, about: 'loss', problem: '车内墨镜不见了', expectation: '照价赔偿' }
  await expect(openDispute(adviser, claim)).rejects.toMatchObject({ code: 'dispute.no-record' })
  await saveInspection(adviser, { visitId, ...everything, valuables: [{ kind: 'glasses', quantity: 1 }] })
  await signAsShown(adviser, { visitId, signerName: '张伟', signatureStrokes: strokes })

  const later = here.as('A1', { now: after(7200) })
  const { fileId } = await addPhoto(later, { visitId, kind: 'evidence', photo: await picture() })
  expect((await disputeFacts(later, { visitId })).photos.map(({ id }) => id)).toEqual([fileId])
  await expect(openDispute(here.as('technician'), claim)).rejects.toMatchObject({ code: 'auth.forbidden' })
  const other = await aWalkAround(here)
  const foreign = await addPhoto(later, { visitId: other.visitId, photo: await picture() })
  await expect(openDispute(later, { ...claim, photoFileIds: [foreign.fileId] })).rejects.toMatchObject({
    code: 'common.not-found',
  })

  const opened = await openDispute(later, { ...claim, photoFileIds: [fileId] })
  expect(opened.isNew).toBe(true)
  const view = await complaint(here.as('serviceManager'), { complaintId: opened.complaintId })
  expect(view).toMatchObject({
    type: 'property',
    status: 'received',
    problem: claim.problem,
    disputedVisitId: visitId,
    evidenceFileIds: [fileId],
  })
  const again = await openDispute(later, { ...claim, about: 'damage', problem: '座椅上有划痕' })
  expect(again).toEqual({ complaintId: opened.complaintId, no: opened.no, isNew: false })
  expect((await disputeFacts(later, { visitId })).disputes).toMatchObject([
    { no: opened.no, problem: `${claim.problem}\n座椅上有划痕` },
  ])
})

test('two people open a dispute about one visit at the same time: one complaint holds both', async () => {
  const here = await aDealership()
  const { visitId, adviser } = await aWalkAround(here)
  await saveInspection(adviser, { visitId, ...everything })
  await signAsShown(adviser, { visitId, signerName: '张伟', signatureStrokes: strokes })
  const answers = await Promise.all(
    ['一', '二'].map((problem, i) =>
      openDispute(here.as(i ? 'A2' : 'A1'), { visitId, about: 'damage', problem }),
    ),
  )
  expect(new Set(answers.map(({ complaintId }) => complaintId)).size).toBe(1)
  const [dispute] = (await disputeFacts(adviser, { visitId })).disputes
  expect(dispute?.problem.split('\n').sort()).toEqual(['一', '二'])
})
