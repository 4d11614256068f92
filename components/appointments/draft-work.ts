import { CONSENT_VERSIONS } from '@/lib/customers/consent'
import { plateOf, type Draft, type Proposed } from './draft'

export const needKey = ({ kind, reference }: Pick<Proposed, 'kind' | 'reference'>) => `${kind}:${reference}`

/** Whether the car is one of the own cars that were shown. */
export const isOwn = (draft: Draft): boolean =>
  draft.own !== '' && draft.own === (plateOf(draft) || draft.vin)

/** What was proposed for the car that is chosen now. */
export const proposedOf = (draft: Draft): Proposed[] => (isOwn(draft) ? draft.proposed : [])

/** A package counts as accepted while it is chosen, wherever it was chosen. */
export function outcomeOf({ answers, packageIds }: Draft, one: Proposed) {
  const answer = answers[needKey(one)] ?? 'proposed'
  if (!one.packageId) return answer
  if (packageIds.includes(one.packageId)) return 'accepted'
  return answer === 'accepted' ? 'proposed' : answer
}

/** Accepted proposals that no package stands for. */
export const takenOf = (draft: Draft): Proposed[] =>
  proposedOf(draft).filter((one) => !one.packageId && outcomeOf(draft, one) === 'accepted')

export const operationsOf = (draft: Draft): Proposed[] => takenOf(draft).filter((one) => one.operationId)

/** The fault in one line: in the customer's own words, else as it was tapped. */
export const faultLineOf = ({ faulty, concern, faultLine }: Draft): string =>
  faulty ? concern.trim().slice(0, 300) || faultLine : ''

const MOST_LINES = 10

/** The lines of the booking without package or operation: own wishes, the fault, proposals without a price. */
export function wishesOf(draft: Draft): string[] {
  const own = draft.wishes.map((wish) => wish.trim())
  const taken = takenOf(draft).flatMap((one) => (one.operationId ? [] : [one.title]))
  const all = [...new Set([...own, faultLineOf(draft), ...taken].filter(Boolean))]
  if (all.length <= MOST_LINES) return all
  return [
    ...all.slice(0, MOST_LINES - 1),
    all
      .slice(MOST_LINES - 1)
      .join(' · ')
      .slice(0, 300),
  ]
}

export const wantsWork = (draft: Draft): boolean =>
  draft.packageIds.length + operationsOf(draft).length + wishesOf(draft).length > 0

/** What a free time is looked for: the server reckons minutes and rooms from it. */
export const workWish = (draft: Draft) => ({
  packageIds: draft.packageIds,
  operationIds: operationsOf(draft).flatMap(({ operationId }) => operationId ?? []),
  wishes: wishesOf(draft).length,
})

/** How the car comes, as the server wants it; who waits has brought it. */
const wayOf = ({ waiting, way, pickUpAddress, pickUpFrom }: Draft) => ({
  pickUp: waiting === 'leaves' && way === 'pickUp',
  loaner: waiting === 'leaves' && way === 'loaner',
  pickUpAddress: way === 'pickUp' ? pickUpAddress : '',
  ...(way === 'pickUp' && pickUpFrom ? { pickUpFrom } : {}),
})

/** The booking as it is sent. */
export function bookingOf(draft: Draft, proof: string) {
  const { model, odometerKm, packageIds, comeback, adviserId, startsAt, waiting, name, phone } = draft
  return {
    model, odometerKm, packageIds, comeback, adviserId, startsAt, waiting, name, phone, proof,
    plate: plateOf(draft),
    vin: draft.by === 'vin' ? draft.vin : '',
    operationIds: workWish(draft).operationIds,
    wishes: wishesOf(draft),
    concern: draft.faulty ? draft.concern.trim() : '',
    fault: draft.faulty ? draft.fault : {},
    ...wayOf(draft),
    photoIds: draft.faulty ? draft.photos.map(({ id }) => id) : [],
    consents: { service: CONSENT_VERSIONS.service, marketing: draft.marketing ? CONSENT_VERSIONS.marketing : '' },
    proposals: proposedOf(draft).map((one) => [needKey(one), outcomeOf(draft, one)].join(':')),
    invited: draft.invited,
  } // prettier-ignore
}
export type BookWish = ReturnType<typeof bookingOf>

/** Whether a loaner car goes with the booking. */
export const wantsLoaner = (draft: Draft): boolean => wayOf(draft).loaner

/** The draft for another dealership: what only this one knows becomes words. */
export const elsewhere = (draft: Draft): Partial<Draft> => ({
  wishes: wishesOf({ ...draft, faulty: false }).concat(
    operationsOf(draft).map(({ title }) => title),
    '',
  ),
  own: '',
  proposed: [],
  answers: {},
  photos: [],
  way: 'own',
  pickUpFrom: null,
  invited: '',
  asInvited: false,
})
