import 'server-only'
import * as z from 'zod'
import type { Role } from '@/lib/auth/roles'
import { id } from '@/lib/core/fields'
import { fromDateColumn, minutesAfter } from '@/lib/core/time'
import { query } from '@/lib/server/doors'
import { IDLE_MINUTES } from '@/lib/server/session-rows'
import { staffRow } from './staff-rows'

const live = (now: Date) => ({
  revokedAt: null,
  expiresAt: { gt: now },
  lastSeenAt: { gt: minutesAfter(now, -IDLE_MINUTES) },
})

/** Everybody who works or worked here, active ones first, with login name and the number of open sessions. */
export const staffList = query('staff.manage', z.object({}), async ({ tx, actor, now }) => {
  const rows = await tx.staff.findMany({
    where: { dealershipId: actor.dealershipId },
    orderBy: [{ disabledAt: { sort: 'asc', nulls: 'first' } }, { employeeNo: 'asc' }],
    select: {
      id: true,
      employeeNo: true,
      name: true,
      nameEn: true,
      roles: true,
      grade: true,
      disabledAt: true,
      account: { select: { loginName: true, lockedUntil: true } },
      staffSessions: { where: live(now), select: { lastSeenAt: true } },
    },
  })
  return rows.map(({ roles, account, staffSessions, ...row }) => ({
    ...row,
    roles: roles as Role[],
    loginName: account?.loginName ?? null,
    locked: !!account?.lockedUntil && account.lockedUntil > now,
    sessions: staffSessions.length,
    lastSeenAt: staffSessions.map(({ lastSeenAt }) => lastSeenAt).sort((a, b) => +b - +a)[0] ?? null,
  }))
})

/** One person with the open sessions. */
export const staffOne = query(
  'staff.manage',
  z.object({ id }),
  async ({ tx, actor, now }, { id: staffId }) => {
    const { dealershipId } = actor
    const { account, roles, certifiedUntil, ...row } = await staffRow(tx, dealershipId, staffId)
    const sessions = await tx.staffSession.findMany({
      where: { dealershipId, staffId, ...live(now) },
      orderBy: { lastSeenAt: 'desc' },
      select: { id: true, createdAt: true, lastSeenAt: true, userAgent: true },
    })
    return {
      id: row.id,
      employeeNo: row.employeeNo,
      name: row.name,
      nameEn: row.nameEn,
      phone: row.phone,
      grade: row.grade,
      skills: row.skills,
      disabledAt: row.disabledAt,
      roles: roles as Role[],
      certifiedUntil: certifiedUntil ? fromDateColumn(certifiedUntil) : null,
      loginName: account?.loginName ?? null,
      sessions,
    }
  },
)
