import type { Refused } from '@/lib/core/form-state'

type Answer = { fileId: string } | { refused?: Refused }

/** Sends a photo of a visit; answers its id, the refusal, or nothing when the line is down. Tries twice. */
export async function sendPhoto(file: File, visitId: string, kind: string, tries = 2): Promise<Answer> {
  const body = new FormData()
  body.set('photo', file)
  body.set('visitId', visitId)
  body.set('kind', kind)
  try {
    const response = await fetch('/api/files', { method: 'POST', body, headers: { 'x-babu-form': '1' } })
    return (await response.json()) as Answer
  } catch {
    return tries > 1 ? sendPhoto(file, visitId, kind, tries - 1) : {}
  }
}
