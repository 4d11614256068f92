import type { Clip } from './clip'

/** ISO 14496-12 and QuickTime: a file is a row of boxes, each a length, four letters and what is inside. */
type Box = { type: string; at: number; body: number; end: number; path: string }
type Track = { id: number; kind: string; box: Box; scale: number; seconds: number; tables: Map<string, Box> }

const TOP = new Set(['ftyp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'styp', 'pdin'])
const ENTERED = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf'])
/** What people and devices write about a video: places (©xyz, loci, Apple's keys), names, makers. */
const TOLD = new Set(['udta', 'meta', 'uuid', 'tref', 'Xtra', 'free', 'skip'])
/** More than a phone ever writes in half a minute: such a file is made to be slow. */
const MOST_BOXES = 5000
const BRANDS_OF_PICTURES = /^(hei|hev|mif|msf|avi|jp2|crx)/

/** An MP4 or QuickTime video, cleaned in place; null when it is none. Bytes that end too early throw a RangeError. */
export function readMp4(bytes: Uint8Array): Clip | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 16 || letters(bytes, 4) !== 'ftyp') return null
  const brand = letters(bytes, 8)
  if (BRANDS_OF_PICTURES.test(brand)) return null
  const all: Box[] = []
  collect(all, bytes, view)
  const tracks = tracksOf(bytes, view, all)
  const others = tracks.filter(({ kind }) => kind !== 'vide' && kind !== 'soun')
  const inPieces = all.some(({ type }) => type === 'moof')
  if (tracks.length > 16 || !tracks.some(({ kind }) => kind === 'vide') || (inPieces && others.length > 0))
    return null
  const seconds = Math.max(
    ...tracks.map((track) => track.seconds),
    ...all.map((box) => startOfPiece(view, box, all, tracks)),
  )
  for (const track of others) blankSamples(bytes, view, track)
  for (const box of all) if (TOLD.has(box.type) || (!box.path && !TOP.has(box.type))) blank(bytes, box)
  for (const { box } of others) blank(bytes, box)
  return { mime: brand === 'qt  ' ? 'video/quicktime' : 'video/mp4', seconds, bytes }
}

const letters = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))

/** Every box of the file down to the tables of its tracks. */
function collect(
  all: Box[],
  bytes: Uint8Array,
  view: DataView,
  from = 0,
  to = bytes.byteLength,
  path = '',
): void {
  for (let at = from; at < to;) {
    if (to - at < 8) {
      bytes.fill(0, at, to)
      return
    }
    const short = view.getUint32(at)
    const wide = short === 1
    const length = wide ? Number(view.getBigUint64(at + 8)) : short === 0 && !path ? to - at : short
    const body = at + (wide ? 16 : 8)
    if (length < body - at || at + length > to) throw new RangeError('a box ends outside of its file')
    if (all.length >= MOST_BOXES) throw new RangeError('too many boxes')
    const box = { type: letters(bytes, at + 4), at, body, end: at + length, path }
    all.push(box)
    if (ENTERED.has(box.type)) collect(all, bytes, view, body, box.end, `${path}/${box.type}`)
    at = box.end
  }
}

function tracksOf(bytes: Uint8Array, view: DataView, all: Box[]): Track[] {
  return all
    .filter(({ type, path }) => type === 'trak' && path === '/moov')
    .map((box) => {
      const inside = all.filter(({ at, end, type }) => at > box.at && end <= box.end && type !== 'trak')
      const at = (path: string, type: string) =>
        inside.find((one) => one.path === `/moov/trak${path}` && one.type === type)
      const [head, times, handler] = [at('', 'tkhd'), at('/mdia', 'mdhd'), at('/mdia', 'hdlr')]
      if (!head || !times || !handler) throw new RangeError('a track without its head')
      const { scale, seconds } = timesOf(view, times)
      return {
        id: view.getUint32(head.body + (view.getUint8(head.body) === 1 ? 20 : 12)),
        kind: letters(bytes, handler.body + 8),
        box,
        scale,
        seconds,
        tables: new Map(
          inside.filter(({ path }) => path.endsWith('/stbl')).map((table) => [table.type, table]),
        ),
      }
    })
}

function timesOf(view: DataView, { body }: Box): { scale: number; seconds: number } {
  const long = view.getUint8(body) === 1
  const scale = view.getUint32(body + (long ? 20 : 12))
  const units = long ? Number(view.getBigUint64(body + 24)) : view.getUint32(body + 16)
  const unknown = units >= (long ? 2 ** 63 : 2 ** 32 - 1)
  return { scale, seconds: scale && !unknown ? units / scale : 0 }
}

/** When a piece of a video that is written in pieces begins, in seconds; 0 for every other box. */
function startOfPiece(view: DataView, box: Box, all: Box[], tracks: Track[]): number {
  if (box.type !== 'tfdt') return 0
  const piece = all.find(({ type, at, end }) => type === 'traf' && at < box.at && end >= box.end)
  const head = all.find(({ type, at, end }) => type === 'tfhd' && piece && at > piece.at && end <= piece.end)
  const track = head && tracks.find(({ id }) => id === view.getUint32(head.body + 4))
  const units =
    view.getUint8(box.body) === 1 ? Number(view.getBigUint64(box.body + 4)) : view.getUint32(box.body + 4)
  return track?.scale ? units / track.scale : 0
}

/** Overwrites what a track of measurements holds: its samples lie among those of picture and sound. */
function blankSamples(bytes: Uint8Array, view: DataView, { tables }: Track): void {
  const [sizes, runs] = [tables.get('stsz'), tables.get('stsc')]
  const chunks = tables.get('stco') ?? tables.get('co64')
  if (!sizes || !runs || !chunks) return
  const same = view.getUint32(sizes.body + 4)
  const wide = chunks.type === 'co64'
  const perChunk = (run: number) => view.getUint32(runs.body + 8 + run * 12 + 4)
  const count = view.getUint32(chunks.body + 4)
  let [run, sample, blanked] = [0, 0, 0]
  for (let chunk = 0; chunk < count; chunk++) {
    const more = run + 1 < view.getUint32(runs.body + 4)
    if (more && view.getUint32(runs.body + 8 + (run + 1) * 12) === chunk + 1) run++
    const samples = perChunk(run)
    let length = same * samples
    for (let i = 0; !same && i < samples; i++) length += view.getUint32(sizes.body + 12 + 4 * sample++)
    const at = chunks.body + 8 + chunk * (wide ? 8 : 4)
    const from = wide ? Number(view.getBigUint64(at)) : view.getUint32(at)
    blanked += length
    if (from + length > bytes.byteLength || blanked > bytes.byteLength)
      throw new RangeError('a sample lies outside of its file')
    bytes.fill(0, from, from + length)
  }
}

/** Leaves the room of a box empty, so that nothing after it moves. */
function blank(bytes: Uint8Array, { at, body, end }: Box): void {
  bytes.set([0x66, 0x72, 0x65, 0x65], at + 4)
  bytes.fill(0, body, end)
}
