import type { RefusalCode, RefusalFacts } from '@/lib/core/refusal'

export default {
  'auth.forbidden': 'Your role does not include this. Ask your service manager if you need it.',
  'auth.signed-out': 'You have been signed out. Sign in again; nothing you saved is lost.',
  'auth.wrong-login': 'Login name and password do not match. Please try again.',
  'auth.locked-out': (f) => `Too many wrong tries. Please wait ${f.seconds ?? 60} seconds, then try again.`,
  'auth.link-invalid': 'This link is no longer valid. Ask us for a new one.',
  'auth.wrong-digits': 'These are not the last four digits we have noted. Please try again or call us.',
  'auth.too-many-requests': 'That was too often in a short time. Please wait a minute and try again.',
  'common.not-found': 'This is not here (any more). Go back and open it anew.',
  'common.changed-meanwhile':
    'Someone else changed this in the meantime. Reload to see the new state, then try again.',
  'common.busy': 'Many people are working on this right now. Nothing was saved; please try again.',
  'common.key-reused': 'This was already sent with other contents. Reload the page and try again.',
  'common.already-exists': 'This is already there.',
  'status.not-from-here': 'This step is not possible in the present state. Reload to see what is next.',
  'file.too-large': (f) =>
    `This file is too large${f.limitMb ? ` (limit ${f.limitMb} MB)` : ''}. Choose a smaller one.`,
  'file.wrong-kind': 'This kind of file cannot be used here. Photos as JPEG, PNG or WebP are fine.',
  'signature.empty': 'The signature is still empty. Please sign in the frame.',
} satisfies Record<RefusalCode, string | ((f: RefusalFacts) => string)>
