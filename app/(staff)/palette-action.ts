'use server'

import type { PaletteHit } from '@/components/shell/palette-hit'
import { paletteSearch } from '@/lib/kpi/server/palette-search'
import { requireContext } from '@/lib/server/session'

/** What the command palette asks while somebody types; posted, so that nothing typed stands in an address or a log. */
export async function searchPalette(text: string): Promise<PaletteHit[]> {
  return paletteSearch(await requireContext(), { text: String(text).slice(0, 200) })
}
