/** What a customer is known by from the cars: keeps up maintenance, owns a new-energy car (X-CRM-20). */
export const TRAITS = ['frequent', 'newEnergy'] as const
export type Trait = (typeof TRAITS)[number]

/** A package that a trait asks for, offered wherever the customer is spoken to. */
export type TraitOffer = { trait: Trait; packageId: string; title: string; titleEn: string }
