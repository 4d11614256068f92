export default {
  title: 'Your account',
  lead: 'Who you are here, and the password you sign in with.',
  old: 'Present password',
  new: 'New password',
  again: 'New password, once more',
  hint: '12 to 128 characters. Your other sessions end at once; this one stays.',
  change: 'Change the password',
  done: 'The password is changed.',
  loginName: 'Login name',
  roles: 'Roles',
  others: (f: { count: number }) =>
    f.count === 0
      ? 'You are signed in only here.'
      : f.count === 1
        ? 'You are signed in on one other device.'
        : `You are signed in on ${f.count} other devices.`,
}
