/** Small videos as phones write them, built box by box; `place` stands where phones put the position. */
const bytes = (...parts: (Buffer | string)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
const u32 = (...values: number[]) => {
  const buffer = Buffer.alloc(4 * values.length)
  values.forEach((value, i) => buffer.writeUInt32BE(value, 4 * i))
  return buffer
}
const box = (type: string, ...parts: (Buffer | string)[]) => {
  const body = bytes(...parts)
  return bytes(u32(body.length + 8), type, body)
}

type Given = { seconds?: number; place?: string; brand?: string; kinds?: string[] }

function track(
  id: number,
  kind: string,
  seconds: number,
  sample: { at: number; size: number },
  place: string,
) {
  const table = box(
    'stbl',
    box('stsd', u32(0, 0)),
    box('stsz', u32(0, 0, 1, sample.size)),
    box('stsc', u32(0, 1, 1, 1, 1)),
    box('stco', u32(0, 1, sample.at)),
  )
  const media = box(
    'mdia',
    box('mdhd', u32(0, 0, 0, 600, seconds * 600, 0)),
    box('hdlr', u32(0, 0), kind, Buffer.alloc(13)),
    box('minf', table),
  )
  return box('trak', box('tkhd', u32(0, 0, 0, id, 0), Buffer.alloc(64)), box('udta', place), media)
}

/** A QuickTime or MP4 video: a picture track, sound, and what an iPhone adds: places in three spots and a track of measurements. */
export function anMp4({
  seconds = 5,
  place = '+31.2304+121.4737/',
  brand = 'qt  ',
  kinds = ['vide', 'soun', 'meta'],
}: Given = {}) {
  const samples = kinds.map((kind) => (kind === 'meta' ? place : `${kind} sample bytes`))
  const head = box('ftyp', brand, u32(0), brand)
  const starts = samples.map((_, i) => head.length + 8 + samples.slice(0, i).join('').length)
  const tracks = kinds.map((kind, i) =>
    track(i + 1, kind, seconds, { at: starts[i]!, size: samples[i]!.length }, place),
  )
  const told = [box('udta', box('\u00a9xyz', place)), box('meta', place)]
  return bytes(head, box('mdat', ...samples), box('moov', box('mvhd', u32(0, 0, 0, 600, seconds * 600)), ...tracks, ...told), box('uuid', place)) // prettier-ignore
}

const element = (id: number[], body: Buffer | string) => {
  const inside = Buffer.from(body as string, 'latin1')
  return bytes(Buffer.from(id), Buffer.from([0x40 | (inside.length >> 8), inside.length & 0xff]), inside)
}
const number = (value: number) => Buffer.from([value >> 8, value & 0xff])

/** A WebM video as a browser records it: segment and cluster without a length, tags at the end. */
export function aWebm({ seconds = 5, place = '+31.2304+121.4737/', types = [1, 2] } = {}) {
  const duration = Buffer.alloc(8)
  duration.writeDoubleBE(seconds * 1000)
  const open = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])
  return bytes(
    element([0x1a, 0x45, 0xdf, 0xa3], element([0x42, 0x82], 'webm')),
    Buffer.from([0x18, 0x53, 0x80, 0x67]), open,
    element([0x15, 0x49, 0xa9, 0x66], bytes(element([0x44, 0x89], duration), element([0x7b, 0xa9], place))),
    element([0x16, 0x54, 0xae, 0x6b], bytes(...types.map((type) => element([0xae], element([0x83], Buffer.from([type])))))),
    Buffer.from([0x1f, 0x43, 0xb6, 0x75]), open,
    element([0xe7], number(seconds * 1000 - 40)), element([0xa3], 'picture bytes'),
    element([0x12, 0x54, 0xc3, 0x67], place),
  ) // prettier-ignore
}
