import type en from '../en/account'

export default {
  title: '我的账号',
  lead: '您在本店的身份和登录密码。',
  old: '当前密码',
  new: '新密码',
  again: '再次输入新密码',
  hint: '12 到 128 个字符。其他设备上的登录会立即退出，本次登录保留。',
  change: '修改密码',
  done: '密码已修改。',
  loginName: '登录名',
  roles: '岗位',
  others: (f) => (f.count === 0 ? '您仅在此处登录。' : `您还在另外 ${f.count} 台设备上登录。`),
} satisfies typeof en
