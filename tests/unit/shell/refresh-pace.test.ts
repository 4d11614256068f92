import { expect, test } from 'vitest'
import { PERMISSIONS } from '@/lib/auth/permissions'
import { isShown, waitBefore } from '@/components/shell/refresh-pace'

test('changes of one moment make one refresh, and a busy house no more than two a second', () => {
  expect([waitBefore(Infinity), waitBefore(5000), waitBefore(100), waitBefore(0)]).toEqual([
    120, 120, 400, 500,
  ])
})

test('a page is not loaded again for what it does not show; settings and customers miss nothing', () => {
  const silent = PERMISSIONS.filter((name) => !isShown('/workshop', name))
  expect([...silent].sort()).toEqual([
    'account.changePassword',
    'file.add',
    'import.batch',
    'staff.revokeSessions',
  ])
  for (const path of ['/settings/import/1', '/account'])
    expect(silent.filter((name) => !isShown(path, name))).toEqual([])
  expect(isShown('/v/token', undefined)).toBe(true)
})
