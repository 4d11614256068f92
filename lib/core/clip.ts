import { readMp4 } from './mp4'
import { readWebm } from './webm'

/** A short video as it may be kept: what it is, how long it plays, and its bytes without what tells where it was taken. */
export type Clip = {
  mime: 'video/mp4' | 'video/quicktime' | 'video/webm'
  seconds: number
  bytes: Uint8Array
}

/**
 * What a file is by its own bytes: MP4, QuickTime or WebM with a picture in it. Places, tags and tracks of measurements are
 * overwritten with nothing where they stand; picture and sound stay as they were taken. Null for everything else.
 */
export function readClip(input: Uint8Array): Clip | null {
  const bytes = Uint8Array.from(input)
  try {
    return readMp4(bytes) ?? readWebm(bytes)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
