import { afterEach, beforeEach, expect, vi } from 'vitest'

// What is written to console.error is a fault nobody looked at: it fails the test that caused it.
const spy = vi.spyOn(console, 'error')

beforeEach(() => {
  spy.mockClear()
})

afterEach(() => {
  expect(spy.mock.calls, 'console.error was called').toEqual([])
})
