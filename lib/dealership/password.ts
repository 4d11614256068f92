import * as z from 'zod'
import { Refusal } from '../core/refusal'

const MIN_PASSWORD = 12

/** 12 to 128 characters; anything a keyboard gives, spaces included (R28). */
export const password = z.string().min(MIN_PASSWORD, 'too-short').max(128, 'too-long')
export const loginName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,49}$/, 'invalid')

const COMMON = [
  'password', 'passw0rd', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'iloveyou', 'letmein', 'welcome', 'woaini', 'admin',
  'administrator', 'changeme', 'default', 'dealership', 'toyota', 'babu', 'monkey', 'dragon', 'football', 'sunshine', 'princess',
  'abcdefghijkl', 'abcdefg', 'abc', 'aa', 'root', 'test', 'guest', 'user', 'login', 'secret', 'master', 'superman',
] // prettier-ignore

/** Refuses with `staff.password-common` what is tried first: a run, a repetition, a common word with digits, the login name. */
export function checkPassword(text: string, ofLogin: string): void {
  const plain = text.normalize('NFKC').toLowerCase()
  const letters = plain.replace(/[^a-z]/g, '')
  const core = plain.replace(/[^a-z0-9]/g, '')
  const common =
    new Set(plain).size < 5 ||
    /^(.{1,6})\1+$/.test(plain) ||
    isRun(core) ||
    (/^[^a-z]*$/.test(plain) && (isRun(plain.replace(/\D/g, '')) || /^(19|20)\d{6}/.test(plain))) ||
    (COMMON.includes(letters) && /^[\d\W_]*[a-z0@$]+[\d\W_]*$/.test(plain)) ||
    (ofLogin.length > 2 && plain.replaceAll(ofLogin, '').length < 5)
  if (common) throw new Refusal('staff.password-common')
}

/** '123456789012', 'abcdefghijkl' and the rows of a keyboard, also backwards and repeated. */
function isRun(text: string): boolean {
  const rows = [
    '12345678901234567890123456789012',
    'abcdefghijklmnopqrstuvwxyzabcdefghij',
    'qwertyuiopasdfghjklzxcvbnm',
    '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
    'qwerty1234567890',
    'abc123456789',
  ]
  const back = rows.map((row) => [...row].reverse().join(''))
  return [...rows, ...back].some((row) => text.length > 5 && row.includes(text))
}
