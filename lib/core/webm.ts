import type { Clip } from './clip'

/** RFC 8794 (EBML) and RFC 9559 (Matroska): a name of one to four bytes, a length of one to eight, what is inside. */
type Element = { id: number; at: number; body: number; end: number | null }

const ID = {
  head: 0x1a45dfa3, docType: 0x4282, segment: 0x18538067, seekHead: 0x114d9b74, info: 0x1549a966, scale: 0x2ad7b1, duration: 0x4489,
  muxer: 0x4d80, writer: 0x5741, date: 0x4461, tracks: 0x1654ae6b, track: 0xae, trackType: 0x83, cluster: 0x1f43b675, time: 0xe7,
  block: 0xa3, group: 0xa0, position: 0xa7, before: 0xab, cues: 0x1c53bb6b,
} as const // prettier-ignore
const KEPT = new Set<number>([ID.seekHead, ID.tracks, ID.cues, ID.time, ID.block, ID.group, ID.position, ID.before]) // prettier-ignore
const IN_INFO = new Set<number>([ID.scale, ID.duration, ID.muxer, ID.writer, ID.date])
const VOID = 0xec
/** More than half a minute ever needs: such a file is made to be slow. */
const MOST = { elements: 50_000, children: 1000 }

/** A WebM video, its tags, attachments and titles emptied in place; null when it is none. Bytes that end too early throw a RangeError. */
export function readWebm(bytes: Uint8Array): Clip | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 16 || view.getUint32(0) !== ID.head) return null
  const head = element(view, 0)
  const kind = childrenOf(view, head).find(({ id }) => id === ID.docType)
  if (!head.end || !kind || textOf(bytes, kind) !== 'webm') return null
  let [scale, units, time, pictures] = [1_000_000, 0, 0, 0]
  for (let at = head.end, count = 0; at < bytes.byteLength; count++) {
    if (count > MOST.elements) throw new RangeError('too many elements')
    const found = element(view, at)
    if (found.id === ID.segment || found.id === ID.cluster) {
      at = found.body
      continue
    }
    if (found.end === null) throw new RangeError('an element without an end')
    if (found.id === ID.time) time = Math.max(time, numberOf(bytes, found))
    else if (found.id === ID.tracks) {
      const types = typesOf(bytes, view, found)
      if (types.some((type) => type !== 1 && type !== 2)) return null
      pictures += types.filter((type) => type === 1).length
    } else if (found.id === ID.info)
      for (const one of childrenOf(view, found)) {
        if (one.id === ID.scale) scale = numberOf(bytes, one)
        else if (one.id === ID.duration) units = floatOf(view, one)
        if (!IN_INFO.has(one.id)) empty(bytes, one)
      }
    else if (!KEPT.has(found.id)) empty(bytes, found)
    at = found.end
  }
  const seconds = (Math.max(units, time) * scale) / 1e9
  return pictures > 0 && Number.isFinite(seconds) ? { mime: 'video/webm', seconds, bytes } : null
}

/** The kinds of the tracks: 1 is picture, 2 is sound. */
const typesOf = (bytes: Uint8Array, view: DataView, tracks: Element): number[] =>
  childrenOf(view, tracks)
    .filter(({ id }) => id === ID.track)
    .map((track) => childrenOf(view, track).find(({ id }) => id === ID.trackType))
    .map((type) => (type ? numberOf(bytes, type) : 0))

function element(view: DataView, at: number): Element {
  const idLength = Math.clz32(view.getUint8(at)) - 23
  if (idLength > 4) throw new RangeError('a name longer than four bytes')
  let id = 0
  for (let i = 0; i < idLength; i++) id = id * 256 + view.getUint8(at + i)
  const first = view.getUint8(at + idLength)
  const lengthLength = Math.clz32(first) - 23
  if (lengthLength > 8) throw new RangeError('a length longer than eight bytes')
  let length = BigInt(first & (0xff >> lengthLength))
  for (let i = 1; i < lengthLength; i++) length = length * 256n + BigInt(view.getUint8(at + idLength + i))
  const open = length === (1n << BigInt(7 * lengthLength)) - 1n
  const body = at + idLength + lengthLength
  const end = open ? null : body + Number(length)
  if (end !== null && end > view.byteLength && id !== ID.segment && id !== ID.cluster)
    throw new RangeError('an element ends outside of its file')
  return { id, at, body, end }
}

function childrenOf(view: DataView, { body, end }: Element): Element[] {
  const found: Element[] = []
  for (let at = body; end !== null && at < end;) {
    const child = element(view, at)
    if (child.end === null || child.end > end) throw new RangeError('an element ends outside of its parent')
    if (found.push(child) > MOST.children) throw new RangeError('too many children')
    at = child.end
  }
  return found
}

const inside = (bytes: Uint8Array, { body, end }: Element) => bytes.subarray(body, end ?? body)
const textOf = (bytes: Uint8Array, of: Element) =>
  String.fromCharCode(...inside(bytes, of).subarray(0, 16)).replace(/\0+$/, '')
const numberOf = (bytes: Uint8Array, of: Element) =>
  inside(bytes, of).reduce((sum, byte) => sum * 256 + byte, 0)
const floatOf = (view: DataView, { body, end }: Element) =>
  (end ?? 0) - body === 4 ? view.getFloat32(body) : view.getFloat64(body)

/** Makes an element one of nothing, of the same length. */
function empty(bytes: Uint8Array, { at, body, end }: Element): void {
  if (end === null) return
  const lengthLength = Math.min(8, body - at - 1)
  let length = BigInt(end - at - 1 - lengthLength)
  bytes.fill(0, at, end)
  bytes[at] = VOID
  for (let i = lengthLength; i > 0; i--) {
    bytes[at + i] = Number(length & 0xffn)
    length >>= 8n
  }
  bytes[at + 1] = bytes[at + 1]! | (0x80 >> (lengthLength - 1))
}
