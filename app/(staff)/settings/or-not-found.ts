import { notFound } from 'next/navigation'
import { ZodError } from 'zod'
import { Refusal } from '@/lib/core/refusal'

/** What is not there, or not ours, is the page that says so. */
export const orNotFound = <Result>(reading: Promise<Result>): Promise<Result> =>
  reading.catch((error: unknown) => {
    if (error instanceof ZodError || (error instanceof Refusal && error.code === 'common.not-found'))
      notFound()
    throw error
  })
