import { expect, test } from 'vitest'
import { currentArea, homeOf, NAV, navFor } from '@/components/shell/nav'
import type { StaffActor } from '@/lib/auth/actor'
import { ROLES, type Role } from '@/lib/auth/roles'

const person = (...roles: Role[]): StaffActor => ({
  kind: 'staff',
  id: 'staff',
  dealershipId: 'dealership',
  name: 'Wang',
  locale: 'en',
  roles,
  grade: null,
})

test.each(ROLES)('a %s begins the day on a page of the own rail', (role) => {
  const actor = person(role)
  expect(navFor(actor).map(({ href }) => href)).toContain(homeOf(actor))
})

test('a technician finds the own jobs and not the office of others', () => {
  const areas = navFor(person('technician')).map(({ area }) => area)
  expect(areas).toContain('jobs')
  for (const area of ['today', 'appointments', 'delivery', 'settings', 'kpi'])
    expect(areas).not.toContain(area)
})

test('keys and addresses are given once', () => {
  expect(new Set(NAV.map(({ key }) => key)).size).toBe(NAV.length)
  expect(new Set(NAV.map(({ href }) => href)).size).toBe(NAV.length)
})

test('the longest address that fits names the area of a page', () => {
  expect(currentArea('/workshop/my', NAV)).toBe('jobs')
  expect(currentArea('/workshop/board', NAV)).toBe('workshop')
  expect(currentArea('/orders/7/print', NAV)).toBe('orders')
  expect(currentArea('/ordersome', NAV)).toBeUndefined()
})
