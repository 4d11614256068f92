import { secondsBetween } from '../core/time'

/** Seconds a car has waited to be met, or had waited when somebody met it. Never negative. */
export const greetingSeconds = (arrivedAt: Date, greetedAt: Date | null, now: Date): number =>
  Math.max(0, secondsBetween(arrivedAt, greetedAt ?? now))

/** S2-04: whether the limit of the dealership (15 s by default) has passed. */
export const isGreetedLate = (seconds: number, limitSeconds: number): boolean => seconds > limitSeconds
