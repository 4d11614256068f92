import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/auth/actor'
import { authorize, type Permission } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/core/refusal'
import { asSoleWriter, asTenant, type Db, type Tx } from './db'
import { canonicalJson } from '@/lib/core/canonical-json'
import { keyedHash } from './hash'
import { later } from './later'
import { withRetry } from './retry'

/** `within`: the transaction of a page that reads several things (see `oneReading`). */
export type Context = {
  db: Db
  actor: Actor
  now: Date
  idempotencyKey?: string
  within?: { tx: Tx; dealershipId: string }
}
export type Reading = { tx: Tx; actor: Actor; now: Date }
export type Writing = Reading

type SubjectType =
  | 'dealership' | 'staff' | 'customer' | 'vehicle' | 'catalogue' | 'part' | 'appointment' | 'request' | 'visit' | 'order'
  | 'job' | 'additionalWork' | 'planEntry' | 'inspection' | 'settlement' | 'payment' | 'followUp' | 'contactTask' | 'contactPlan' | 'complaint'
  | 'file' | 'document' | 'message' | 'apiKey' | 'import' // prettier-ignore

export type Happened<Result> = {
  result: Result
  subject: { type: SubjectType; id: string }
  /** The visit it belongs to: puts the event on the visit's timeline and wakes its pages. */
  visitId?: string | null
  /** Numbers, names, ids; never a sentence, a telephone or a token. */
  facts?: Record<string, string | number | boolean | null>
}

/** A command or query, recognisable: what the authorisation tests walk. */
export type Door = ((context: Context, raw: unknown) => Promise<unknown>) & {
  permission: Permission
  kind: 'command' | 'query'
}
const doors = new Set<Door>()
/** Every command and query of the modules loaded so far. */
export const knownDoors = (): readonly Door[] => [...doors]

function door<Run extends (context: Context, raw: never) => Promise<unknown>>(
  kind: Door['kind'],
  permission: Permission,
  run: Run,
) {
  const made = Object.assign(run, { permission, kind })
  doors.add(made as unknown as Door)
  return made
}

/** The only way to read: permission, then input, then the read in a transaction that sees one dealership. */
export const query = <Input extends z.ZodType, Result>(
  permission: Permission,
  input: Input,
  run: (c: Reading, input: z.output<Input>) => Promise<Result>,
) =>
  door(
    'query',
    permission,
    async ({ db, actor, now, within }: Context, raw: z.input<Input> | unknown): Promise<Result> => {
      authorize(actor, permission)
      const parsed = input.parse(raw)
      const read = (tx: Tx) => run({ tx, actor, now }, parsed)
      return within?.dealershipId === actor.dealershipId
        ? read(within.tx)
        : asTenant(db, actor.dealershipId, read)
    },
  )

/**
 * A read that is one statement of its own (`ask`), which sets the tenant itself: permission and input are checked as everywhere,
 * no transaction is opened around it.
 */
export const question = <Input extends z.ZodType, Result>(
  permission: Permission,
  input: Input,
  run: (c: Omit<Reading, 'tx'>, input: z.output<Input>) => Promise<Result>,
) =>
  door(
    'query',
    permission,
    async ({ actor, now }: Context, raw: z.input<Input> | unknown): Promise<Result> => {
      authorize(actor, permission)
      return run({ actor, now }, input.parse(raw))
    },
  )

/**
 * The only way to write: permission, then input, then one transaction that ends in one event.
 * `name` is the permission and the name of the event. Writers of one dealership take turns; with `turns: false`
 * the command does not wait for the others and stands on row locks and constraints of its own. A clash runs it again.
 * `before` may refuse what is hopeless before a transaction is opened; an answer kept for the key goes first.
 * `refused` may keep that it was refused, with an event of its own name, in a transaction after the one that was rolled back.
 */
export const command = <Input extends z.ZodType, Result>(
  name: Permission,
  input: Input,
  run: (c: Writing, input: z.output<Input>) => Promise<Happened<Result>>,
  {
    turns = true,
    before,
    refused,
  }: {
    turns?: boolean
    before?: (actor: Actor, input: z.output<Input>) => Promise<void>
    refused?: (
      c: Writing,
      input: z.output<Input>,
      refusal: Refusal,
    ) => Promise<(Happened<unknown> & { name: string }) | null>
  } = {},
) =>
  door('command', name, async (context: Context, raw: z.input<Input> | unknown): Promise<Result> => {
    const { db, actor, now } = context
    authorize(actor, name)
    const parsed = input.parse(raw)
    const attempt = async (tx: Tx): Promise<Result> => {
      const replay = await replayed<Result>(tx, context, name, parsed)
      if (replay) return replay.response
      const happened = await run({ tx, actor, now }, parsed)
      await recordEvent(tx, actor, now, name, happened)
      await keepAnswer(tx, context, name, parsed, happened.result)
      return happened.result
    }
    const within: typeof asSoleWriter = turns ? asSoleWriter : asTenant
    if (before) {
      const refused = await before(actor, parsed).catch((refusal: unknown) => refusal)
      if (refused) {
        const kept =
          context.idempotencyKey &&
          (await asTenant(db, actor.dealershipId, (tx) => replayed<Result>(tx, context, name, parsed)))
        if (kept) return kept.response
        throw refused
      }
    }
    const done = withRetry(() => within(db, actor.dealershipId, attempt, now))
    if (!refused) return done
    return done.catch(async (error: unknown) => {
      if (error instanceof Refusal)
        await within(
          db,
          actor.dealershipId,
          async (tx) => {
            const happened = await refused({ tx, actor, now }, parsed, error)
            if (happened) await recordEvent(tx, actor, now, happened.name, happened)
          },
          now,
        )
      throw error
    })
  })

async function recordEvent<R>(
  tx: Tx,
  actor: Actor,
  at: Date,
  name: string,
  { subject, visitId, facts = {} }: Happened<R>,
) {
  const event = {
    dealershipId: actor.dealershipId,
    name,
    subjectType: subject.type,
    subjectId: subject.id,
    visitId: visitId ?? null,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    facts,
    at,
  }
  await later(tx, 'Event', [event])
}

const answerKey = ({ actor, idempotencyKey: key }: Context, name: string) => ({
  dealershipId: actor.dealershipId,
  actorKey: `${actor.kind}:${actor.id ?? ''}:${name}`,
  key: key ?? '',
})

/** Keyed: an input may hold a password. */
const requestHash = (input: unknown) => keyedHash(canonicalJson(input))

async function replayed<Result>(tx: Tx, context: Context, name: string, input: unknown) {
  if (!context.idempotencyKey) return undefined
  const own = answerKey(context, name)
  // A twin in flight waits here for the first, and then finds its answer.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${own.dealershipId} ${own.actorKey} ${own.key}`}, 0))::text`
  const kept = await tx.idempotencyKey.findUnique({ where: { dealershipId_actorKey_key: own } })
  if (!kept) return undefined
  if (kept.requestHash !== requestHash(input)) throw new Refusal('common.key-reused')
  return { response: kept.response as Result }
}

async function keepAnswer(tx: Tx, context: Context, name: string, input: unknown, result: unknown) {
  if (!context.idempotencyKey) return
  const data = { ...answerKey(context, name), requestHash: requestHash(input), createdAt: context.now }
  await tx.idempotencyKey.create({ data: { ...data, response: JSON.parse(JSON.stringify(result ?? null)) } })
}
