'use server'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { FormState } from '@/lib/core/form-state'
import { Refusal } from '@/lib/core/refusal'
import { proveLink } from '@/lib/server/links'
import { refusedFor } from '@/lib/server/refused'
import { LINK_PAGES, linkPath, type LinkPage } from '../context'

/** Checks the last four digits of the telephone, then opens the page the link was meant for. */
export async function prove(_previous: FormState, form: FormData): Promise<FormState> {
  const [token, next, digits] = ['token', 'next', 'digits'].map((name) => String(form.get(name) ?? ''))
  try {
    await proveLink(token!, digits!.trim())
  } catch (error) {
    unstable_rethrow(error)
    if (error instanceof Refusal) return { refused: await refusedFor(error), at: Date.now() }
    throw error
  }
  redirect(linkPath(token!, LINK_PAGES.includes(next as LinkPage) ? (next as LinkPage) : undefined))
}
