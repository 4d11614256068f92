/** One answer of the palette's search. */
export type PaletteHit = {
  id: string
  kind: 'vehicle' | 'customer' | 'order' | 'appointment' | 'visit'
  href: string
  title: string
  plate?: string | null
  detail?: string | null
}

/** A server action: what was typed in, the best few answers out. */
export type PaletteSearch = (text: string) => Promise<PaletteHit[]>
