import 'server-only'
import * as z from 'zod'
import { Refusal } from '@/lib/core/refusal'
import { command, query } from '@/lib/server/doors'
import { IssueScript, RetireRule, SaveRule } from '../schemas'

/** The manufacturer's plan and the scripts in force with their earlier versions, and the packages a rule may name. */
export const maintenanceRules = query(
  'maintenanceRule.list',
  z.object({}),
  async ({ tx, actor: { dealershipId } }) => ({
    rules: await tx.maintenanceRule.findMany({
      where: { dealershipId, retiredAt: null },
      orderBy: [{ code: 'asc' }, { brandPattern: 'asc' }, { modelPattern: 'asc' }],
      include: { package: { select: { name: true, nameEn: true } } },
    }),
    scripts: await tx.callScript.findMany({
      where: { dealershipId },
      orderBy: [{ code: 'asc' }, { version: 'desc' }],
      include: { _count: { select: { contactAttempts: true } } },
    }),
    packages: await tx.servicePackage.findMany({
      where: { dealershipId, disabledAt: null },
      orderBy: { position: 'asc' },
      select: { id: true, code: true, name: true, nameEn: true },
    }),
  }),
)

/** Adds an item of the manufacturer's plan or changes one (S1-08). Refuses with `maintenanceRule.interval-wanted` and `maintenanceRule.already-there`. */
export const saveRule = command(
  'maintenanceRule.save',
  SaveRule,
  async (
    { tx, actor: { dealershipId } },
    { id: wanted, everyKm = null, everyMonths = null, packageId = null, ...fields },
  ) => {
    if (everyKm === null && everyMonths === null) throw new Refusal('maintenanceRule.interval-wanted')
    const data = { ...fields, everyKm, everyMonths, packageId }
    const same = await tx.maintenanceRule.findFirst({
      where: {
        dealershipId,
        retiredAt: null,
        code: fields.code,
        brandPattern: { equals: fields.brandPattern, mode: 'insensitive' },
        modelPattern: { equals: fields.modelPattern, mode: 'insensitive' },
      },
      select: { id: true },
    })
    if (same && same.id !== wanted) throw new Refusal('maintenanceRule.already-there')
    if (wanted) {
      const { count } = await tx.maintenanceRule.updateMany({
        where: { dealershipId, id: wanted, retiredAt: null },
        data,
      })
      if (!count) throw new Refusal('common.not-found')
    }
    const id =
      wanted ??
      (await tx.maintenanceRule.create({ data: { dealershipId, ...data }, select: { id: true } })).id
    const { code, modelPattern } = fields
    return {
      result: { id },
      subject: { type: 'catalogue', id },
      facts: { code, model: modelPattern, everyKm, everyMonths },
    }
  },
)

/** Takes an item out of the plan; the next night counts without it. */
export const retireRule = command(
  'maintenanceRule.retire',
  RetireRule,
  async ({ tx, actor: { dealershipId }, now }, { id }) => {
    const { count } = await tx.maintenanceRule.updateMany({
      where: { dealershipId, id, retiredAt: null },
      data: { retiredAt: now },
    })
    if (!count) throw new Refusal('common.not-found')
    return { result: { id }, subject: { type: 'catalogue', id } }
  },
)

/** Issues a script: the first version of its code, or the next. Earlier versions stay as they were read out (S1-12). */
export const issueScript = command(
  'callScript.issue',
  IssueScript,
  async ({ tx, actor: { dealershipId }, now }, input) => {
    const last = await tx.callScript.findFirst({
      where: { dealershipId, code: input.code },
      orderBy: { version: 'desc' },
      select: { version: true },
    })
    const version = (last?.version ?? 0) + 1
    const { id } = await tx.callScript.create({
      data: { dealershipId, ...input, version, issuedAt: now },
      select: { id: true },
    })
    return {
      result: { id, version },
      subject: { type: 'catalogue', id },
      facts: { code: input.code, version },
    }
  },
)
