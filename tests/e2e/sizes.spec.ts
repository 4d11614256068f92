import { expect, test } from '@playwright/test'
import { bundleSizes } from '../bench/bundles'

/** What a customer on a slow line waits for, gzip. */
const MOST_KILOBYTES = 170

test('the pages on which a customer books bring at most 170 kB of compressed JavaScript', () => {
  const booking = bundleSizes().filter(
    ({ route }) => route.startsWith('/(customer)/book') || route === '/(customer)',
  )
  expect(booking.map(({ route }) => route)).toContain('/(customer)/book/[code]')
  expect(booking.filter(({ kilobytes }) => kilobytes > MOST_KILOBYTES)).toEqual([])
})
