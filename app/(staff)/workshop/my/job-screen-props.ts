import type { Locale } from '@/lib/core/locale'
import type { MyJobDetail } from '@/lib/workshop/server/my-jobs'

/** The plain object that the screen of one job shows. */
export function jobScreenProps(detail: MyJobDetail, locale: Locale) {
  const { order, vehicle, visit, record, live } = detail
  const bay = live?.bay
  const assigned = detail.planEntries.find(({ status }) => status !== 'cancelled')
  return {
    job: {
      jobId: detail.id,
      visitId: order.visitId,
      title: detail.title,
      titleEn: detail.titleEn,
      status: detail.status,
      minutes: detail.minutes,
      workedMinutes: detail.workedMinutes,
      runningSince: detail.runningSince,
      plate: vehicle.plate,
      car: [vehicle.brand, vehicle.model, vehicle.colour].filter(Boolean).join(' '),
      bay: bay ? (locale === 'en' && bay.nameEn) || bay.name : null,
      startsAt: live?.startsAt ?? null,
      endsAt: live?.endsAt ?? null,
      waits: visit.waiting === 'waits' && visit.leftAt === null,
      promisedTo: order.promisedTo ?? order.promisedAt,
      reworkReasons: detail.openReworks.map(({ reason }) => reason),
      mine: detail.mine,
    },
    record: {
      problems: order.orderProblems,
      remarks: order.remarks,
      oldParts: order.oldParts,
      car: vehicle,
      parkedAt: visit.parkedAt,
      keyLocation: visit.keyLocation,
      record,
      findings: detail.findings,
      parts: detail.jobParts,
      additionalWorks: order.additionalWorks,
      assignedAt: assigned?.createdAt ?? null,
      clockings: detail.clockings,
    },
  }
}
