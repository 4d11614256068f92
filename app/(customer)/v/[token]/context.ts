import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { linkContext, peekLink } from '@/lib/server/links'

/** The pages behind a customer's link. */
export const LINK_PAGES = ['estimate', 'bill', 'rating', 'appointment'] as const
export type LinkPage = (typeof LINK_PAGES)[number]

export const linkPath = (token: string, page?: LinkPage) => `/v/${token}${page ? `/${page}` : ''}`

/**
 * The customer behind a link that this browser has proven, with the dealership it belongs to.
 * Sends an unproven browser to /v/<token>/prove and from there back to `page`; an unknown or expired link is not found.
 */
export async function customerContext(token: string, page?: LinkPage) {
  const link = await peekLink(token)
  if (!link) notFound()
  if (!link.proven) redirect(`/v/${token}/prove${page ? `?next=${page}` : ''}`)
  const context = await linkContext(token)
  const { name, nameEn, phone, timeZone } = link.dealership
  return { ...context, timeZone, dealership: { name, nameEn, phone } }
}
