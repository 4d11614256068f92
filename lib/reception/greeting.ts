import { secondsBetween } from '../core/time'

/** Seconds a car has waited to be met, or had waited when somebody met it. Never negative. */
export const greetingSeconds = (arrivedAt: Date, greetedAt: Date | null, now: Date): number =>
  Math.max(0, secondsBetween(arrivedAt, greetedAt ?? now))

/** S2-04: whether the limit of the dealership (15 s by default) has passed. */
export const isGreetedLate = (seconds: number, limitSeconds: number): boolean => seconds > limitSeconds

type Titles = {
  titles: Record<string, string>
  addressed: (f: { name: string; title: string }) => string
}

/** S2-09: how a customer is spoken to: by name with the title, by a form of address of his or her own, else by name; in `words`' language. */
export const addressOf = (
  { titles, addressed }: Titles,
  { name, formOfAddress }: { name: string; formOfAddress: string },
): string => {
  const title = titles[formOfAddress]
  return title ? addressed({ name, title }) : formOfAddress || name
}

/** S2-08: the words of the house with its name and the name of the customer in their places. */
export const spokenGreeting = (script: string, names: { dealership: string; name: string }): string =>
  script.replace(/\{(dealership|name)\}/g, (_, which: 'dealership' | 'name') => names[which])
