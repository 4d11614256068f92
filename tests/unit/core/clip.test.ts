import { expect, test } from 'vitest'
import { readClip } from '@/lib/core/clip'
import { rangeOf } from '@/lib/server/files'
import { anMp4, aWebm } from '../../support/clips'

const PLACE = '+31.2304+121.4737/'
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

test('S2-63 R32 a video of a phone loses every place, also that of its track of measurements, and nothing else', () => {
  const given = anMp4()
  expect(text(given).split(PLACE).length - 1).toBeGreaterThan(5)
  const clip = readClip(given)!
  expect(clip).toMatchObject({ mime: 'video/quicktime', seconds: 5 })
  expect(clip.bytes.byteLength).toBe(given.byteLength)
  expect(text(clip.bytes)).not.toContain(PLACE)
  for (const kept of ['vide sample bytes', 'soun sample bytes', 'stsd', 'mvhd'])
    expect(text(clip.bytes)).toContain(kept)
  expect(text(given)).toContain(PLACE)
  expect(readClip(clip.bytes)!.bytes).toEqual(clip.bytes)
})

test('S2-63 a WebM of a browser loses title and tags and keeps picture and sound', () => {
  const given = aWebm()
  const clip = readClip(given)!
  expect(clip).toMatchObject({ mime: 'video/webm', seconds: 5 })
  expect(text(given)).toContain(PLACE)
  expect(text(clip.bytes)).not.toContain(PLACE)
  expect(text(clip.bytes)).toContain('picture bytes')
  expect(clip.bytes.byteLength).toBe(given.byteLength)
  expect(readClip(clip.bytes)!.bytes).toEqual(clip.bytes)
})

test('what is no video is none: pictures, sound alone, other tracks, other files', () => {
  for (const none of [
    anMp4({ brand: 'heic' }),
    anMp4({ kinds: ['soun'] }),
    aWebm({ types: [2] }),
    aWebm({ types: [1, 17] }),
    Buffer.from('<html><script>1</script></html>'),
    Buffer.alloc(0),
    Buffer.alloc(64),
  ])
    expect(readClip(none)).toBeNull()
})

test('a file that is cut off or lies about its lengths is refused, never read for long', () => {
  for (const whole of [anMp4(), aWebm()])
    for (let length = 1; length < whole.byteLength - 60; length++) {
      const clip = readClip(whole.subarray(0, length))
      if (clip) expect(text(clip.bytes)).not.toContain(PLACE)
    }
  for (const whole of [anMp4(), aWebm()])
    for (let at = 0; at < whole.byteLength; at++) {
      const wrong = Uint8Array.from(whole)
      wrong[at] = 0xff
      expect(() => readClip(wrong)).not.toThrow()
    }
  const many = Buffer.concat([anMp4().subarray(0, 20), Buffer.from('00000008', 'hex'), Buffer.from('free')])
  const row = Buffer.concat([many, ...Array.from({ length: 6000 }, () => many.subarray(20))])
  expect(readClip(row)).toBeNull()
})

test('S2-63 a part of a video is what the browser asks for', () => {
  expect(rangeOf('bytes=0-1', 100)).toEqual({ first: 0, last: 1 })
  expect(rangeOf('bytes=10-', 100)).toEqual({ first: 10, last: 99 })
  expect(rangeOf('bytes=-10', 100)).toEqual({ first: 90, last: 99 })
  expect(rangeOf('bytes=0-999', 100)).toEqual({ first: 0, last: 99 })
  expect(rangeOf('bytes=100-', 100)).toBe('outside')
  for (const whole of [null, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,4-5', 'items=0-1'])
    expect(rangeOf(whole, 100)).toBe('none')
})
