import type { Locale } from './locale'

export type Named = { name: string; nameEn?: string | null }

/** The name of a person, dealership, operation, package, part or bay in the reader's language; Chinese where no English one is kept. */
export const nameIn = ({ name, nameEn }: Named, locale: Locale): string => (locale === 'en' && nameEn) || name
